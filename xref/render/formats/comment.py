"""Findings as Markdown for a comment on a pull request, or for the summary of a job.

It begins with a comment that a program can find it by, so that the next run replaces it, and keeps
within 65,536 characters, which is what GitHub takes for a comment.
"""

from collections import Counter
from collections.abc import Iterator

from xref.model.relation import Place
from xref.model.report import Finding, Level, Report
from xref.render import words
from xref.render.markup import code, escaped
from xref.render.options import Options
from xref.render.places import Index

_MARK = "<!-- xref -->"
_MOST = 60_000
_PLACES = 8
_LONGEST = 300


def _place(index: Index, place: Place) -> str:
    where = index.locate(place)
    note = f" ({escaped(words.one_line(noted))})" if (noted := index.note(place)) else ""
    said = escaped(words.cut(words.one_line(place.text), _LONGEST))
    outlet = escaped(words.one_line(index.articles[place.article].outlet))
    return (
        f"  - **{outlet}** “{said}”{note} · {code(words.one_line(f'{where.path}:{where.line}'))}\n"
    )


def _finding(index: Index, finding: Finding) -> str:
    message = escaped(words.cut(words.one_line(finding.message), 2 * _LONGEST))
    lines = [f"- {message} · {code(words.one_line(finding.rule))} {code(f'[{finding.id}]')}\n"]
    if words.adds(finding.reason, finding.message):
        lines.append(f"  {escaped(words.cut(words.one_line(finding.reason), _LONGEST))}\n")
    places = (finding.primary, *finding.related)
    lines += [_place(index, each) for each in places[:_PLACES]]
    if left := len(places) - _PLACES:
        lines += [f"  - and {words.count(left, 'more place')}\n"] if left > 0 else []
    return "".join(lines)


def _head(report: Report) -> str:
    levels = Counter(each.level for each in report.findings)
    counted = [
        words.count(levels[level], level.label, "info" if level is Level.INFO else None)
        for level in sorted(Level, reverse=True)
        if levels[level]
    ]
    said = words.listed(counted) if counted else "no findings"
    hidden = f", {len(report.suppressed):,} suppressed" if report.suppressed else ""
    articles = words.count(len(report.articles), "article")
    return f"{_MARK}\n## Consistency: {said}\n\n{articles} compared{hidden}.\n"


def _sections(report: Report, options: Options) -> Iterator[str]:
    index = Index(report, options.root)
    for level in sorted(Level, reverse=True):
        listed = [each for each in report.findings if each.level is level]
        if listed and level >= options.show:
            yield f"\n### {level.label.capitalize()} ({len(listed):,})\n\n"
            for each in listed:
                yield _finding(index, each)
    if report.unread:
        yield f"\n### Skipped ({len(report.unread):,})\n\n"
        for skipped in report.unread:
            path, reason = words.one_line(skipped.path), words.one_line(skipped.reason)
            yield f"- {code(path)} {escaped(words.cut(reason, _LONGEST))}\n"


def render(report: Report, options: Options) -> str:
    """The findings of `report` from ``options.show`` on, the gravest first, with their places."""
    text = _head(report)
    left = 0
    for part in _sections(report, options):
        if left or len(text) + len(part) > _MOST:
            left += part.startswith("- ")
        else:
            text += part
    if left:
        text += f"\n… and {left:,} more: the log holds them all.\n"
    return text
