"""The whole report as one JSON document, ``xref.report/1``."""

from collections.abc import Iterator

from xref.model.report import Report
from xref.render.encoding import line
from xref.render.options import Options
from xref.render.report_records import report_parts


def _pieces(report: Report) -> Iterator[str]:
    opener = "{"
    for key, part in report_parts(report).items():
        yield f"{opener}{line(key)}: "
        opener = ",\n"
        if isinstance(part, str):
            yield line(part)
            continue
        before = "[\n"
        for item in part:
            yield before
            yield line(item)
            before = ",\n"
        yield "[]" if before == "[\n" else "\n]"
    yield "}\n"


def render(report: Report, options: Options) -> str:
    """`report` as JSON: one key, then one item, a line, so that two reports can be compared."""
    return "".join(_pieces(report))
