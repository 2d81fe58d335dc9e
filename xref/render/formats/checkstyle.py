"""Findings as the XML that Checkstyle writes and that most build servers read.

The shape is that of Checkstyle's XMLLogger: a `file` for each article, an `error` for each
finding with line, column, severity, message and source.
"""

from collections.abc import Iterator

from xref.model.report import Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index, relative
from xref.render.xml_text import attribute

_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"}


def _error(line: int, column: int | None, severity: str, message: str, source: str) -> str:
    place = f'line="{line}"' + (f' column="{column}"' if column is not None else "")
    return (
        f"    <error {place} severity={attribute(severity)}"
        f" message={attribute(message)} source={attribute(f'xref.{source}')}/>\n"
    )


def _files(report: Report, options: Options) -> Iterator[tuple[str, str]]:
    """The path of each finding and skipped input, and its element."""
    index = Index(report, options.root)
    for each in report.findings:
        if each.level >= options.show:
            where = index.locate(each.primary)
            reason = each.reason if words.adds(each.reason, each.message) else ""
            message = f"{words.sentences(each.message, reason)} [{each.id}]"
            severity = _SEVERITIES[each.level]
            yield where.path, _error(where.line, where.column, severity, message, each.rule)
    for skipped in report.unread:
        element = _error(1, None, "warning", f"skipped: {skipped.reason}", "skipped")
        yield relative(skipped.path, options.root), element


def render(report: Report, options: Options) -> str:
    """The findings of `report` from ``options.show`` on, by file, and each skipped input."""
    files: dict[str, list[str]] = {}
    for path, element in _files(report, options):
        files.setdefault(path, []).append(element)
    body = "".join(
        f"  <file name={attribute(path)}>\n{''.join(files[path])}  </file>\n"
        for path in sorted(files)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n{body}</checkstyle>\n'
    )
