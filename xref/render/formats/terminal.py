"""The report as a summary for a terminal, or as plain text where there is none."""

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from xref.model.report import Report
from xref.render import words
from xref.render.options import Options
from xref.render.page.build import Page, StoryPage, build
from xref.render.page.cards import Card, Reading
from xref.render.page.lines import ArticleLine
from xref.render.page.passages import SAID, Passage
from xref.render.page.sections import Section

_LIMIT = 20
"""Stories, and items of each section, that a summary shows at most."""

_PASSAGES = 8
"""Passages shown of one card."""

_BRIEF = 12
"""Items shown of a list that is not urgent."""

_MARKS = {"": "", "said": "bold", "why": "italic"}
_TONES = {"conflict": "red", "quotes": "red", "internal": "red", "sanity": "yellow"}
"""The sections that are shown in full, each with the colour of its labels."""


class _Line(Text):
    """A line of the summary, indented by so many columns also where it wraps."""

    def __init__(self, text: str = "", style: str = "", indent: int = 0) -> None:
        super().__init__(text, style)
        self.indent = indent

    def add(self, text: str, style: str = "") -> "_Line":
        self.append(text, style or None)
        return self


def _passage(passage: Passage, indent: int) -> _Line:
    """The words of a passage; the claim's own are bold, and in brackets for who sees no bold."""
    line = _Line(indent=indent)
    for run in passage.runs:
        line.add(f"[{run.text}]" if run.mark == SAID else run.text, _MARKS[run.mark])
    return line


def _byline(reading: Reading) -> str:
    zone = f", {reading.passage.zone}" if reading.passage.zone else ""
    return f"{words.listed(reading.outlets)}, {reading.passage.date}{zone}"


def _reading(reading: Reading) -> Iterator[_Line]:
    passage = reading.passage
    head = _Line(_byline(reading), "bold", indent=4)
    if passage.source:
        head.add(f" · {passage.source}", "dim")
    if reading.meaning:
        head.add(f" · read as {reading.meaning}", "dim")
    for other in reading.others:
        head.add(f" · also says “{other}”", "dim")
    yield head
    yield _passage(passage, 6)


def _diff(card: Card) -> Iterator[_Line]:
    for diff in card.diffs:
        line = _Line(f"{diff.a} → {diff.b}: ", indent=4)
        for op, a, b in diff.steps:
            if op == "equal":
                line.add(f"{a} ")
                continue
            if a:
                line.add(f"[-{a}-] ", "red")
            if b:
                line.add(f"{{+{b}+}} ", "green")
        line.rstrip()
        yield line


def _full(card: Card, tone: str) -> Iterator[_Line]:
    context = f" · {card.context}" if card.context else ""
    yield _Line(f"{card.label}: ", f"bold {tone}", indent=2).add(card.heading, "bold").add(context)
    for remark in card.notes:
        yield _Line(f"{remark.level}: {remark.message} ", indent=4).add(f"({remark.rule})", "dim")
    for reading in card.first(_PASSAGES):
        yield from _reading(reading)
    if left := len(card.rest(_PASSAGES)) + card.left_off:
        yield _Line(f"and {words.count(left, 'more passage')}", "dim", 4)
    yield from _diff(card)
    for reason in card.reasons:
        label = f"{reason.label}, " if reason.label != card.label else ""
        between = f"{label}{reason.between}: " if reason.between else ""
        yield _Line("Why: ", "bold", indent=4).add(f"{between}{reason.text}")
    if card.voices:
        yield _Line(card.voices, "dim", indent=4)
    yield _Line()


def _brief(card: Card) -> Iterator[_Line]:
    line = _Line(f"{card.heading}", "bold", indent=2)
    if card.context:
        line.add(f" · {card.context}")
    yield line
    said = "; ".join(f"{outlets} “{says}”" for says, outlets in card.by_words)
    yield _Line(said, indent=4)
    reason = card.reasons[0].text if card.reasons and len(card.by_words) > 1 else ""
    note = " · ".join(part for part in (reason, card.voices) if part)
    if note:
        yield _Line(note, "dim", indent=4)


def _listed(section: Section) -> Iterator[_Line]:
    for heading, reason, cards in section.groups:
        head = f"{heading} ({len(cards)})"
        yield _Line(f"{head}: " if reason else head, "bold", indent=2).add(reason)
        for card in cards[:_BRIEF]:
            for reading in card.readings[:1]:
                yield _passage(reading.passage, 6)
                source = f" · {reading.passage.source}" if reading.passage.source else ""
                yield _Line(f"{_byline(reading)}{source}", "dim", indent=6)
        if len(cards) > _BRIEF:
            yield _Line(f"and {len(cards) - _BRIEF} more", "dim", indent=6)


def _section(section: Section) -> Iterator[_Line]:
    title, tone = section.heading.title, _TONES.get(section.key)
    if section.heading.style == "folded":
        yield _Line(f"{title}: {section.total}", "dim")
        return
    yield _Line(f"{title} ({section.total})", f"bold {tone or 'cyan'}")
    if section.heading.style == "passages":
        yield from _listed(section)
        shown = section.cards
    else:
        shown = section.cards if tone else section.cards[:_BRIEF]
        for card in shown:
            yield from _full(card, tone) if tone else _brief(card)
    if left := section.total - len(shown):
        yield _Line(f"and {left} more in the full report", "dim", indent=2)
    if not tone or left:
        yield _Line()


def _article(line: ArticleLine) -> _Line:
    when = f"{line.published}{f' ({line.published_from})' if line.published_from else ''}"
    why = f" · {line.why}" if line.why else ""
    return _Line(line.outlet, "bold", indent=2).add(f" · {line.title} · {when}{why}")


def _story(story: StoryPage) -> Iterator[_Line]:
    yield _Line(story.heading, "bold underline")
    yield _Line(story.why)
    for article in story.articles[:_BRIEF]:
        yield _article(article)
    left = len(story.articles) + story.articles_left_off - _BRIEF
    if left > 0:
        yield _Line(f"and {words.count(left, 'more article')}", "dim", indent=2)
    for copies in story.copies:
        yield _Line(copies, indent=2)
    yield _Line()
    for section in story.sections:
        yield from _section(section)
    left = len(story.left) + story.left_left_off
    if left:
        yield _Line(f"Not compared ({left})", "bold cyan")
        for each in story.left[:_BRIEF]:
            said = "; ".join(f"{p.outlet} “{words.cut(p.text, 70)}”" for p in each.passages)
            yield _Line(each.reason, indent=2).add(f" {said}", "dim")
        yield _Line()


def _page(page: Page) -> Iterator[_Line]:
    yield _Line(page.title, "bold")
    yield _Line(" · ".join(page.counts))
    if page.needs:
        yield _Line("To look at: " if page.urgent else "Listed below: ", "bold").add(
            words.listed(page.needs)
        )
    if page.verdict:
        yield _Line(page.verdict, "green")
    if page.note:
        yield _Line(page.note, "dim")
    yield _Line()
    for story in page.stories:
        yield from _story(story)
    for heading in page.brief:
        yield _Line(f"Also one story: {heading}", "dim")
    if page.brief_left_off:
        yield _Line(f"and {words.count(page.brief_left_off, 'more story', 'more stories')}", "dim")
    if page.alone:
        yield from _story(page.alone)
    if page.skipped:
        yield _Line(f"Skipped ({len(page.skipped)})", "bold yellow")
        for path, reason in page.skipped:
            yield _Line(f"{path}: {reason}", indent=2)
    if page.beside:
        yield _Line(page.beside, "dim")
    if page.suppressed:
        yield _Line(f"{words.count(page.suppressed, 'finding')} suppressed", "dim")


def render(report: Report, options: Options) -> str:
    """The summary of `report`, wrapped to ``options.width`` columns, coloured if asked."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        legacy_windows=False,
        _environ={},
    )
    brief = replace(options, limit=min(options.limit, _LIMIT))
    for line in _page(build(report, brief)):
        console.print(Padding(line, (0, 0, 0, line.indent)) if line.indent else line)
    lines = out.getvalue().split("\n")
    return "\n".join(each.rstrip() for each in lines).rstrip("\n") + "\n"
