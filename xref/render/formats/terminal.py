"""The whole report for a terminal, or as plain text where there is none."""

from collections.abc import Iterator
from dataclasses import replace

from xref.model.report import Report
from xref.render import words
from xref.render.console import TONES, Line, byline, differences, passage, printed, reasons
from xref.render.options import Options
from xref.render.page.build import build
from xref.render.page.cards import Card, Reading
from xref.render.page.lines import ArticleLine
from xref.render.page.page import Page, StoryPage
from xref.render.page.sections import Section

_LIMIT = 20
"""Stories, and items of each section, that a summary shows at most."""

_PASSAGES = 8
"""Passages shown of one card."""

_BRIEF = 12
"""Items shown of a list that is not urgent."""


def _reading(reading: Reading) -> Iterator[Line]:
    shown = reading.passage
    head = Line(byline(reading), "bold", indent=4)
    if shown.standing:
        head.add(f" · {shown.standing}", "bold")
    if shown.source:
        head.add(f" · {shown.source}", "dim")
    if reading.meaning:
        head.add(f" · read as {reading.meaning}", "dim")
    for other in reading.others:
        head.add(f" · also says “{other}”", "dim")
    yield head
    yield passage(shown, 6)


def _full(card: Card, tone: str) -> Iterator[Line]:
    context = f" · {card.context}" if card.context else ""
    yield Line(f"{card.label}: ", f"bold {tone}", indent=2).add(card.heading, "bold").add(context)
    for remark in card.notes:
        line = Line(f"{remark.level}: {remark.message} ", indent=4)
        yield line.add(f"({remark.rule})", "dim").add_id(remark.id)
    for reading in card.first(_PASSAGES):
        yield from _reading(reading)
    if left := len(card.rest(_PASSAGES)) + card.left_off:
        yield Line(f"and {words.count(left, 'more passage')}", "dim", 4)
    yield from differences(card)
    yield from reasons(card, card.why)
    if card.settle:
        yield Line(f"→ {card.settle}", indent=4)
    if card.voices:
        yield Line(card.voices, "dim", indent=4).add_id("" if card.notes else card.id)
    yield Line()


def _brief(card: Card) -> Iterator[Line]:
    line = Line(f"{card.heading}", "bold", indent=2)
    if card.context:
        line.add(f" · {card.context}")
    yield line
    said = "; ".join(f"{outlets} “{says}”" for says, outlets in card.by_words)
    yield Line(said, indent=4)
    reason = card.reasons[0].text if card.reasons and len(card.by_words) > 1 else ""
    note = " · ".join(part for part in (reason, card.voices) if part)
    if note:
        yield Line(note, "dim", indent=4).add_id(card.id)


def _listed(section: Section) -> Iterator[Line]:
    for heading, reason, cards in section.groups:
        head = f"{heading} ({len(cards)})"
        yield Line(f"{head}: " if reason else head, "bold", indent=2).add(reason)
        for card in cards[:_BRIEF]:
            for reading in card.readings[:1]:
                yield passage(reading.passage, 6)
                source = f" · {reading.passage.source}" if reading.passage.source else ""
                yield Line(f"{byline(reading)}{source}", "dim", indent=6).add_id(card.id)
        if len(cards) > _BRIEF:
            yield Line(f"and {len(cards) - _BRIEF} more", "dim", indent=6)


def _section(section: Section) -> Iterator[Line]:
    title, tone = section.heading.title, TONES.get(section.key)
    if section.heading.style == "folded":
        yield Line(f"{title}: {section.total}", "dim")
        return
    yield Line(f"{title} ({section.total})", f"bold {tone or 'cyan'}")
    if section.heading.style == "passages":
        yield from _listed(section)
        shown = section.cards
    else:
        shown = section.cards if tone else section.cards[:_BRIEF]
        for card in shown:
            yield from _full(card, tone) if tone else _brief(card)
    if left := section.total - len(shown):
        yield Line(f"and {left} more in the full report", "dim", indent=2)
    if not tone or left:
        yield Line()


def _article(line: ArticleLine) -> Line:
    when = f"{line.published}{f' ({line.published_from})' if line.published_from else ''}"
    why = f" · {line.why}" if line.why else ""
    return Line(line.outlet, "bold", indent=2).add(f" · {line.title} · {when}{why}")


def _story(story: StoryPage) -> Iterator[Line]:
    yield Line(story.heading, "bold underline")
    yield Line(story.why)
    for article in story.articles[:_BRIEF]:
        yield _article(article)
    left = len(story.articles) + story.articles_left_off - _BRIEF
    if left > 0:
        yield Line(f"and {words.count(left, 'more article')}", "dim", indent=2)
    for copies in story.copies:
        yield Line(copies, indent=2)
    yield Line()
    for section in story.sections:
        yield from _section(section)
    if story.stood:
        yield Line("What nobody asserts", "bold cyan")
        for stood in story.stood:
            yield Line(
                f"{stood.heading} ({len(stood.passages) + stood.left_off})", "bold", indent=2
            )
            for shown in stood.passages[:_BRIEF]:
                yield passage(shown, 6)
                yield Line(f"{shown.outlet} · {shown.source}", "dim", indent=6)
        yield Line()
    if story.left:
        yield Line(f"Not compared ({story.left_total})", "bold cyan")
        for each in story.left[:_BRIEF]:
            yield Line(each.reason, indent=2)
            for passages in each.items[:_BRIEF]:
                said = "; ".join(f"{p.outlet} “{words.cut(p.text, 70)}”" for p in passages)
                yield Line(said, "dim", indent=4)
        yield Line()


def _page(page: Page) -> Iterator[Line]:
    yield Line(page.title, "bold")
    yield Line(" · ".join(page.counts))
    if page.needs:
        yield Line("To look at: " if page.urgent else "Listed below: ", "bold").add(
            words.listed(page.needs)
        )
    if page.verdict:
        yield Line(page.verdict, "green")
    if page.note:
        yield Line(page.note, "dim")
    yield Line()
    for story in page.stories:
        yield from _story(story)
    for heading in page.brief:
        yield Line(f"Also one story: {heading}", "dim")
    if page.brief_left_off:
        yield Line(f"and {words.count(page.brief_left_off, 'more story', 'more stories')}", "dim")
    if page.alone:
        yield from _story(page.alone)
    if page.skipped:
        yield Line(f"Skipped ({len(page.skipped)})", "bold yellow")
        for path, reason in page.skipped:
            yield Line(f"{path}: {reason}", indent=2)
    if page.beside:
        yield Line(page.beside, "dim")
    if page.suppressed:
        yield Line(f"{words.count(page.suppressed, 'finding')} suppressed", "dim")


def render(report: Report, options: Options) -> str:
    """The page of `report`, wrapped to ``options.width`` columns, coloured if asked."""
    brief = replace(options, limit=min(options.limit, _LIMIT))
    return printed(_page(build(report, brief)), options)
