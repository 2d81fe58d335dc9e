"""Findings as a linter prints them: ``file:line:column: level rule: message``."""

from collections import Counter

from xref.model.relation import Place
from xref.model.report import Finding, Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index

_COLORS = {Level.ERROR: "\x1b[1;31m", Level.WARNING: "\x1b[1;33m", Level.INFO: "\x1b[36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def _where(index: Index, place: Place) -> str:
    location = index.locate(place)
    column = f":{location.column}" if location.column is not None else ""
    return words.one_line(f"{location.path}:{location.line}{column}")


def _finding(index: Index, finding: Finding, color: bool) -> list[str]:
    message, rule = words.one_line(finding.message), words.one_line(finding.rule)
    where, level, id_ = _where(index, finding.primary), finding.level.label, f"[{finding.id}]"
    if color:
        where, id_ = f"{_BOLD}{where}{_PLAIN}", f"{_DIM}{id_}{_PLAIN}"
        level = f"{_COLORS[finding.level]}{level}{_PLAIN}"
    lines = [f"{where}: {level} {rule}: {message} {id_}"]
    if words.adds(words.one_line(finding.reason), message):
        lines.append(f"    {words.one_line(finding.reason)}")
    for place in finding.related:
        note = f" ({words.one_line(noted)})" if (noted := index.note(place)) else ""
        lines.append(f"    {_where(index, place)}: “{words.one_line(place.text)}”{note}")
    return lines


def _total(report: Report, show: Level) -> str:
    levels = Counter(finding.level for finding in report.findings)
    counted = [
        words.count(levels[level], level.label, "info" if level is Level.INFO else None)
        for level in sorted(Level, reverse=True)
        if levels[level]
    ]
    said = words.listed(counted) if counted else "no findings"
    if untold := sum(number for level, number in levels.items() if level < show):
        least = min(level for level in levels if level < show)
        said += f" ({untold:,} not listed: --show {least.label})"
    hidden = f", {len(report.suppressed)} suppressed" if report.suppressed else ""
    unread = f", {len(report.unread)} skipped" if report.unread else ""
    return f"{said} in {words.count(len(report.articles), 'article')}{hidden}{unread}"


def render(report: Report, options: Options) -> str:
    """The findings of `report`, each with its related places, and a line that counts them."""
    index = Index(report, options.root)
    shown = [finding for finding in report.findings if finding.level >= options.show]
    lines = [line for finding in shown for line in _finding(index, finding, options.color)]
    lines += [
        f"{words.one_line(each.path)}: skipped: {words.one_line(each.reason)}"
        for each in report.unread
    ]
    return "\n".join([*lines, _total(report, options.show), ""])
