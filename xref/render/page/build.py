"""The page: what was read, what needs a look, story by story, and what was left out."""

from hashlib import blake2b

from xref import __version__
from xref.model.report import Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.page.budget import sections_of
from xref.render.page.cards import Card
from xref.render.page.page import Page
from xref.render.page.profiles import outlet_line
from xref.render.page.sections import HEADINGS, Piles, shared, sort
from xref.render.page.stories import StoryPages, story_heading
from xref.render.places import Index, relative

_AGREE = (
    "“Agree” means that outlets agree, not that it is true. Copies of one text count as one voice."
)
_NEEDS = ("conflict", "denial", "quotes", "internal", "sanity", "claim", "support")
"""The sections that hold what needs a look, the gravest first."""


def _needs(piles: Piles) -> tuple[str, ...]:
    totals = {key: sum(len(pile.get(key, ())) for pile in piles.values()) for key in _NEEDS}
    return tuple(words.count(totals[key], *HEADINGS[key].nouns) for key in _NEEDS if totals[key])


def gravity(told: tuple[Card, str]) -> tuple[int, int, int]:
    """What cards that need a look are ordered by: level, kind, and how many outlets it concerns."""
    card, _ = told
    level = Level[card.remarks[0].level.upper()] if card.remarks else Level.INFO
    outlets = len({name for reading in card.readings for name in reading.outlets})
    return -level, _NEEDS.index(card.section), -outlets


def _verdict(report: Report, urgent: bool) -> str:
    if urgent:
        return ""
    if not shared(report):
        return "No two articles cover the same event, so there was nothing to compare."
    compared = any(slot.pairs for slot in report.linked.slots)
    if not (compared or any(utterance.pairs for utterance in report.linked.utterances)):
        return (
            "The articles of a story share no figure and no quotation, so none could be compared."
        )
    coverage = report.linked.coverage
    held = sum(each.compared for each in coverage)
    candidates = sum(each.candidates for each in coverage)
    perhaps = sum(each.perhaps for each in coverage)
    told = f"{held:,} of {words.count(candidates, 'figure')} with a like in another article"
    unsure = f"; {perhaps:,} are perhaps the same and were not" if perhaps else ""
    return (
        f"Nothing to look at among what was compared: {told} were held against each other{unsure}. "
        "Those that were agree, can hold together, or differ for a reason that the articles give."
    )


def _counts(report: Report) -> tuple[str, ...]:
    articles = len(report.articles)
    copies = sum(max(0, len(origin.articles) - 1) for origin in report.linked.origins)
    return (
        words.count(articles, "article"),
        words.count(len({article.outlet for article in report.articles}), "outlet"),
        *([words.count(articles - copies, "independent text")] if copies else []),
        words.count(len(shared(report)), "story", "stories"),
        words.count(len(report.claims), "claim"),
    )


def build(report: Report, options: Options) -> Page:
    """The page of `report`; stories with something to look at come first."""
    index = Index(report, options.root)
    limit = options.limit
    piles = sort(report, index)
    urgent = {story for story, pile in piles.items() if any(HEADINGS[key].urgent for key in pile)}
    ordered = sorted(shared(report), key=lambda story: story.id not in urgent)
    shown, rest = ordered[:limit], ordered[limit:]
    anchors: dict[str | None, str] = {story.id: f"s{n}" for n, story in enumerate(shown, 1)}
    anchors[None] = "alone"
    sections = sections_of(piles, anchors, limit)
    parts = StoryPages(report, index, options)
    stories = tuple(
        parts.story(story, f"s{n}", sections[story.id]) for n, story in enumerate(shown, 1)
    )
    alone = parts.alone(sections[None])
    pages = (*stories, *([alone] if alone else []))
    looked = [
        (card, page.heading)
        for page in pages
        for section in page.sections
        if section.key in _NEEDS
        for card in section.cards
    ]
    looked.sort(key=gravity)
    return Page(
        title=options.title,
        counts=_counts(report),
        needs=_needs(piles),
        urgent=tuple(each for each in looked if HEADINGS[each[0].section].urgent),
        gravest=tuple(looked),
        to_look_at=sum(len(pile.get(key, ())) for pile in piles.values() for key in _NEEDS),
        verdict=_verdict(report, bool(urgent)),
        note=_AGREE if any("agree" in pile for pile in piles.values()) else "",
        stories=stories,
        brief=tuple(
            f"{story_heading(index, story)} ({words.count(len(story.articles), 'article')})"
            for story in rest[: limit * 10]
        ),
        brief_left_off=max(0, len(rest) - limit * 10),
        alone=alone,
        skipped=tuple(
            (words.one_line(relative(each.path, options.root)), words.one_line(each.reason))
            for each in report.unread[: limit * 10]
        ),
        skipped_left_off=max(0, len(report.unread) - limit * 10),
        beside=words.other_files(report),
        suppressed=len(report.suppressed),
        outlets=tuple(
            outlet_line(index, each) for each in report.outlets if len(each.articles) > 1
        )[:limit],
        made=_made(report, options),
        since=_since(report, limit),
        where={line.article: line.anchor for page in pages for line in page.articles},
    )


def _since(report: Report, limit: int) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What is new, changed and settled since an earlier report: a heading, and (id, words) each."""
    if report.since is None:
        return ()
    said = {each.id: words.one_line(each.message) for each in report.findings}
    changed = (
        (id_, f"{said[id_]} (before: {words.one_line(before.message)})")
        for id_, before in report.since.changed
    )
    parts = {
        "New": tuple((id_, said[id_]) for id_ in report.since.new),
        "Changed": tuple(changed),
        "Settled": tuple((each.id, words.one_line(each.message)) for each in report.since.settled),
    }
    return tuple((f"{name} ({len(told)})", told[:limit]) for name, told in parts.items())


def _made(report: Report, options: Options) -> tuple[tuple[str, str], ...]:
    """How the report was made: from which inputs, with which options and rules."""
    contents = "".join(sorted(article.content_id for article in report.articles))
    rules = [words.one_line(each.id) for each in report.rules]
    return (
        ("version", f"xref {__version__}"),
        ("inputs", f"{words.count(len(report.articles), 'article')}, together {_digest(contents)}"),
        *([("options", words.one_line(" ".join(options.asked)))] if options.asked else []),
        *([("rules", f"{len(rules)}: {', '.join(rules)}")] if rules else []),
    )


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
