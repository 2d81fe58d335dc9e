"""Findings as TeamCity shows inspections: service messages in the build log.

The syntax is that of "Service Messages" in TeamCity's documentation: a type for each rule, then an
inspection for each finding; in a value ``|``, ``'``, brackets and line ends are escaped with ``|``.
"""

from collections.abc import Iterator

from xref.model.report import Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index
from xref.text.display import visible

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}
_ESCAPED = str.maketrans({"|": "||", "'": "|'", "\n": "|n", "\r": "|r", "[": "|[", "]": "|]"})
_LONGEST = 4000
_SHORT = 255


def _message(kind: str, /, **values: str) -> str:
    shown = " ".join(
        f"{key}='{words.cut(visible(words.one_line(text)), _LONGEST).translate(_ESCAPED)}'"
        for key, text in values.items()
    )
    return f"##teamcity[{kind} {shown}]\n"


def _messages(report: Report, options: Options) -> Iterator[str]:
    index = Index(report, options.root)
    notes = {each.id: each for each in report.rules}
    listed = [each for each in report.findings if each.level >= options.show]
    for rule in sorted({each.rule for each in listed}):
        title = words.cut(index.title(rule), _SHORT)
        about = notes[rule].about if rule in notes else ""
        yield _message(
            "inspectionType", id=rule, name=title, description=about or title, category="xref"
        )
    for each in listed:
        where = index.locate(each.primary)
        reason = each.reason if words.adds(each.reason, each.message) else ""
        yield _message(
            "inspection",
            typeId=each.rule,
            message=f"{words.sentences(each.message, reason)} [{each.id}]",
            file=where.path,
            line=str(where.line),
            SEVERITY=_SEVERITIES[each.level],
        )
    for skipped in report.unread:
        text = f"xref skipped {skipped.path}: {skipped.reason}"
        yield _message("message", text=text, status="WARNING")


def render(report: Report, options: Options) -> str:
    """The findings of `report` from ``options.show`` on, and a warning for each skipped input."""
    return "".join(_messages(report, options))
