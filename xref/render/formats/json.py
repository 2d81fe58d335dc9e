"""The whole report as one JSON document, ``xref.report/1``."""

from xref.model.report import Report
from xref.render import records
from xref.render.options import Options


def render(report: Report, options: Options) -> str:
    """`report` as JSON: one key, then one item, a line, so that two reports can be compared."""
    parts = []
    for key, value in records.report_record(report).items():
        if isinstance(value, list):
            items = ",\n".join(records.line(item) for item in value)
            body = f"[\n{items}\n]" if items else "[]"
        else:
            body = records.line(value)
        parts.append(f"{records.line(key)}: {body}")
    return "{" + ",\n".join(parts) + "}\n"
