"""Findings as workflow commands that GitHub shows beside the lines of a change.

The syntax is that of "Workflow commands for GitHub Actions": ``::level key=value,…::message``; in a
message ``%``, CR and LF are escaped, in a value also ``:`` and ``,``.
"""

from xref.model.report import Finding, Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index
from xref.text.display import visible

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_MESSAGE = str.maketrans(_DATA)
_VALUE = str.maketrans({**_DATA, ":": "%3A", ",": "%2C"})


def _message(index: Index, finding: Finding) -> str:
    lines = [words.one_line(f"{finding.message} [{finding.id}]")]
    reason = words.one_line(finding.reason)
    if words.adds(reason, lines[0]):
        lines.append(reason)
    for place in finding.related:
        outlet = index.articles[place.article].outlet
        note = f" ({noted})" if (noted := index.note(place)) else ""
        lines.append(words.one_line(f"{outlet}: “{place.text}”{note}"))
    return "\n".join(lines).translate(_MESSAGE)


def _annotation(index: Index, finding: Finding) -> str:
    where = index.locate(finding.primary)
    values: dict[str, str | int | None] = {"file": where.path, "line": where.line}
    if where.end_line != where.line:
        # GitHub takes columns only for a stretch of one line.
        values["endLine"] = where.end_line
    else:
        values |= {"col": where.column, "endColumn": where.end_column}
    values["title"] = f"{finding.rule}: {finding.relation}"
    shown = ",".join(
        f"{key}={str(value).translate(_VALUE)}"
        for key, value in values.items()
        if value is not None
    )
    return f"::{_COMMANDS[finding.level]} {visible(shown)}::{_message(index, finding)}\n"


def render(report: Report, options: Options) -> str:
    """The findings of `report` as annotations, and a warning for each input that was skipped.

    The gravest come first: GitHub shows ten of each level from one step and leaves out the rest.
    """
    index = Index(report, options.root)
    found = [_annotation(index, each) for each in report.findings if each.level >= options.show]
    skipped = [
        "::warning title=xref skipped an input::"
        + words.one_line(f"{each.path}: {each.reason}").translate(_MESSAGE)
        + "\n"
        for each in report.unread
    ]
    return "".join(found + skipped)
