"""What a person reads after a run: the counts, the worst findings, a line for each story."""

from collections.abc import Iterator
from dataclasses import replace

from xref.model.report import Report
from xref.render import words
from xref.render.console import TONES, Line, byline, differences, passage, printed, reasons
from xref.render.options import Options
from xref.render.page.build import build
from xref.render.page.cards import Card
from xref.render.page.page import Page, StoryPage

_STORIES = 8
_LISTED = 5
_LEVELS = {"error": "bold red", "warning": "bold yellow"}


def _what(card: Card) -> str:
    """What a finding is about: the words themselves where they stand without a source."""
    if card.section in ("claim", "support") and card.readings and card.readings[0].says:
        return f"“{words.cut(card.readings[0].says, 90)}”"
    return card.heading


def _finding(card: Card, story: str) -> Iterator[Line]:
    """A finding: what it is, at most two passages, the words that differ, and why."""
    tone = TONES.get(card.section, "yellow")
    head = Line(f"{card.label}: ", f"bold {tone}").add(_what(card), "bold")
    head.add(f" · {card.context}" if card.context else "")
    if card.remarks:
        worst = card.remarks[0]
        head.add(" · ").add(worst.level, _LEVELS.get(worst.level, "")).add_id(worst.id)
    yield head
    if story:
        yield Line(f"in “{story}”", "dim", indent=2)
    for reading in card.facing:
        source = f" · {reading.passage.source}" if reading.passage.source else ""
        yield Line(byline(reading), "bold", indent=2).add(source, "dim")
        yield passage(reading.passage, 4)
    if left := len(card.readings) - len(card.facing) + card.left_off:
        yield Line(f"and {words.count(left, 'more passage')}", "dim", 2)
    yield from list(differences(card, 2))[:1]
    yield from reasons(card, card.reasons[:1], 2)
    yield Line()


def _story(story: StoryPage) -> Iterator[Line]:
    articles = len(story.articles) + story.articles_left_off
    yield Line(story.heading, "bold", indent=2)
    parts = [words.count(articles, "article")]
    parts += [words.count(each.total, *each.heading.nouns) for each in story.sections]
    yield Line(", ".join(parts), indent=4)


def _since(page: Page) -> Iterator[Line]:
    """How much is new, changed and settled since an earlier report."""
    if page.since:
        counts = ", ".join(heading.lower() for heading, _ in page.since)
        yield Line(f"Since the earlier report: {counts}", "bold")
        yield Line()


def _listed(title: str, lines: list[str], left: int) -> Iterator[Line]:
    """A list of names, its first few."""
    if not lines:
        return
    yield Line(f"{title} ({len(lines) + left})", "bold")
    for line in lines[:_LISTED]:
        yield Line(line, indent=2)
    if more := max(0, len(lines) - _LISTED) + left:
        yield Line(f"… and {more:,} more", "dim", indent=2)


def _page(page: Page, worst: int) -> Iterator[Line]:
    yield Line(page.title, "bold")
    yield Line(" · ".join(page.counts))
    if page.needs:
        yield Line("To look at: ", "bold").add(words.listed(page.needs))
    if page.verdict:
        yield Line(page.verdict, "green")
    if page.note:
        yield Line(page.note, "dim")
    yield Line()
    yield from _since(page)
    several = len(page.stories) + len(page.brief) > 1
    shown = page.gravest[:worst]
    for card, story in shown:
        yield from _finding(card, story if several else "")
    if left := page.to_look_at - len(shown):
        more = f"… and {left:,} more to look at: --limit {page.to_look_at} shows them here"
        yield Line(f"{more}, the JSON report holds everything", "dim")
        yield Line()
    stories = len(page.stories) + len(page.brief) + page.brief_left_off
    if stories:
        yield Line(f"Stories ({stories:,})", "bold")
    for each in page.stories[:_STORIES]:
        yield from _story(each)
    if left := stories - len(page.stories[:_STORIES]):
        yield Line(f"… and {words.count(left, 'more story', 'more stories')}", "dim", indent=2)
    if page.alone and (alone := page.alone.articles):
        lines = [f"{each.outlet} · {each.title} · {each.published}" for each in alone]
        yield from _listed("Compared with nothing", lines, page.alone.articles_left_off)
    skipped = [f"{path}: {reason}" for path, reason in page.skipped]
    yield from _listed("Skipped", skipped, page.skipped_left_off)
    if page.suppressed:
        yield Line(f"{words.count(page.suppressed, 'finding')} suppressed", "dim")


def render(report: Report, options: Options) -> str:
    """The summary of `report`: at most ``options.worst`` findings, the gravest first."""
    page = build(report, replace(options, limit=max(options.worst, _STORIES)))
    return printed(_page(page, options.worst), options)
