"""The page: what was read, what needs a look, story by story, and what was left out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from xref import __version__
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Origin, Perhaps, Person, Slot, Story, Utterance
from xref.model.report import Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.page.agreement import Matrix, matrix_of
from xref.render.page.cards import Card
from xref.render.page.lines import (
    ArticleLine,
    Left,
    PersonLine,
    Stood,
    Unsure,
    article_line,
    copies,
    left_lines,
    person_lines,
    stood_lines,
    title_of,
    unsure_lines,
)
from xref.render.page.profiles import ProfileLine, outlet_line, profile_line
from xref.render.page.sections import HEADINGS, Piles, Section, shared, sort
from xref.render.places import Index, relative

BUDGET = 25
"""Cards on one page, in multiples of a section's limit; the urgent ones are served first."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story, or the articles that stand alone (`story` is empty)."""

    anchor: str
    story: str
    heading: str
    why: str
    articles: tuple[ArticleLine, ...]
    articles_left_off: int
    copies: tuple[str, ...]
    sections: tuple[Section, ...]
    matrix: Matrix | None
    persons: tuple[PersonLine, ...]
    profiles: tuple[ProfileLine, ...]
    left: tuple[Left, ...]
    left_left_off: int
    perhaps: tuple[Unsure, ...] = ()
    perhaps_left_off: int = 0
    stood: tuple[Stood, ...] = ()

    @property
    def views(self) -> str:
        """The views of the page that show a part of it."""
        found = {section.heading.view: None for section in self.sections}
        found |= dict.fromkeys(["outlets"] if self.articles else [])
        found |= dict.fromkeys(["sourcing"] if self.stood else [])
        found |= dict.fromkeys(["rest"] if self.left or self.perhaps else [])
        return " ".join(found)

    @property
    def left_total(self) -> int:
        """How many near misses there are, shown or not."""
        return sum(len(each.items) for each in self.left) + self.left_left_off

    @property
    def urgent(self) -> tuple[str, ...]:
        """How much in it needs a look, by kind."""
        return tuple(
            words.count(each.total, *each.heading.nouns)
            for each in self.sections
            if each.heading.urgent
        )

    @property
    def clear(self) -> bool:
        """Whether nothing in it needs a look."""
        return not any(section.heading.urgent for section in self.sections)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the human formats show.

    `gravest` pairs each card that needs a look with its story's heading, the gravest first;
    `urgent` are those of them that differ or do not add up. `to_look_at` counts them all, shown
    or not.
    """

    title: str
    counts: tuple[str, ...]
    needs: tuple[str, ...]
    urgent: tuple[tuple[Card, str], ...]
    gravest: tuple[tuple[Card, str], ...]
    to_look_at: int
    verdict: str
    note: str
    stories: tuple[StoryPage, ...]
    brief: tuple[str, ...]
    brief_left_off: int
    alone: StoryPage | None
    skipped: tuple[tuple[str, str], ...]
    skipped_left_off: int
    beside: str
    suppressed: int
    outlets: tuple[ProfileLine, ...] = ()
    made: tuple[tuple[str, str], ...] = ()
    since: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)

    @property
    def cards(self) -> Iterator[Card]:
        """Every card of the page."""
        for story in (*self.stories, *([self.alone] if self.alone else [])):
            for section in story.sections:
                yield from section.cards


def _story_heading(index: Index, story: Story) -> str:
    """The title of the story's first dated article that has one."""
    titled = [index.articles[name] for name in story.articles if name in index.articles]
    titled = [each for each in titled if title_of(each) != each.id] or titled
    if not titled:
        return story.id
    first = min(
        titled,
        key=lambda each: (each.published_on is None, each.published or (), each.id),
    )
    return title_of(first)


class _Budget:
    """How many cards may still be made."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.rest = limit * BUDGET

    def take(self, wanted: int) -> int:
        taken = min(wanted, self.limit, self.rest)
        self.rest -= taken
        return taken


def _sections(
    piles: Piles, anchors: dict[str | None, str], limit: int
) -> dict[str | None, list[Section]]:
    """The sections of every story, the urgent ones served first from one budget."""
    budget = _Budget(limit)
    made: dict[tuple[str | None, str], Section] = {}
    for key in sorted(HEADINGS, key=lambda each: not HEADINGS[each].urgent):
        for story, anchor in anchors.items():
            makers = piles.get(story, {}).get(key, [])
            if not makers:
                continue
            taken = budget.take(len(makers))
            here = f"{anchor}-{key}"
            cards = tuple(
                _placed(make(f"{here}-{n}"), key) for n, make in enumerate(makers[:taken], 1)
            )
            made[story, key] = Section(key, here, HEADINGS[key], cards, len(makers) - taken)
    return {
        story: [made[story, key] for key in HEADINGS if (story, key) in made] for story in anchors
    }


_ANCHOR = re.compile(r"[^\w.:-]+", re.ASCII)


def _placed(card: Card, section: str) -> Card:
    """A card in its section. Its anchor is the finding's id, else that of what it is about."""
    name = f"f-{card.id}" if card.id else f"q-{card.subject}" if card.subject else card.anchor
    return replace(card, section=section, anchor=_ANCHOR.sub("-", name))


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
    sections = _sections(piles, anchors, limit)
    parts = _Parts(report, index, options)
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
            f"{_story_heading(index, story)} ({words.count(len(story.articles), 'article')})"
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


class _Parts:
    """The parts of a report by story."""

    def __init__(self, report: Report, index: Index, options: Options) -> None:
        self.index, self.root, self.limit = index, options.root, options.limit
        self.articles = report.articles
        self.persons: dict[str, list[Person]] = {}
        for person in report.linked.persons:
            self.persons.setdefault(person.story, []).append(person)
        self.profiles = {profile.subject: profile for profile in report.profiles}
        self.story_of = {a: each.id for each in shared(report) for a in each.articles}
        self.why = {a: each.why for each in report.linked.stories for a in each.articles}
        self.origins: dict[str | None, list[Origin]] = {}
        for origin in report.linked.origins:
            self.origins.setdefault(self._home(origin.articles), []).append(origin)
        self.slots: dict[str, list[Slot]] = {}
        for slot in report.linked.slots:
            self.slots.setdefault(slot.story, []).append(slot)
        self.utterances: dict[str, list[Utterance]] = {}
        for utterance in report.linked.utterances:
            self.utterances.setdefault(utterance.story, []).append(utterance)
        self.perhaps: dict[str, list[Perhaps]] = {}
        for perhaps in report.linked.perhaps:
            self.perhaps.setdefault(perhaps.story, []).append(perhaps)
        self.claims: dict[str, list[Claim]] = {}
        for claim in report.claims:
            self.claims.setdefault(claim.article, []).append(claim)
        self.left: dict[str | None, list[NotCompared]] = {}
        for each in report.linked.not_compared:
            claims = (index.claims[claim] for claim in each.claims if claim in index.claims)
            self.left.setdefault(self._home(c.article for c in claims), []).append(each)

    def _claims(self, articles: Iterable[Article]) -> Iterator[Claim]:
        return (claim for each in articles for claim in self.claims.get(each.id, ()))

    def _home(self, articles: Iterable[str]) -> str | None:
        """The story that all of `articles` belong to, if it is one."""
        homes = {self.story_of.get(article) for article in articles}
        return homes.pop() if len(homes) == 1 else None

    def _common(
        self, story: str | None, anchor: str, articles: Sequence[Article]
    ) -> tuple[tuple[ArticleLine, ...], tuple[ProfileLine, ...], tuple[Left, ...], int]:
        shown = articles[: self.limit]
        why = self.why if story is None else {}
        lines = tuple(
            article_line(a, f"{anchor}-a{n}", self.root, why.get(a.id, ""))
            for n, a in enumerate(shown, 1)
        )
        profiles = tuple(
            profile_line(self.index, self.profiles[a.id]) for a in shown if a.id in self.profiles
        )
        left = self.left.get(story, [])
        return (
            lines,
            profiles,
            left_lines(self.index, left, self.limit),
            max(0, len(left) - self.limit),
        )

    def story(self, story: Story, anchor: str, sections: list[Section]) -> StoryPage:
        mine = [self.index.articles[a] for a in story.articles if a in self.index.articles]
        mine.sort(key=lambda a: (a.published is None, a.published or (), a.outlet, a.id))
        lines, profiles, left, left_left_off = self._common(story.id, anchor, mine)
        unsure = sorted(self.perhaps.get(story.id, []), key=lambda p: -p.match.probability)
        return StoryPage(
            anchor=anchor,
            story=words.one_line(story.id),
            heading=_story_heading(self.index, story),
            why=words.capital(words.dated(words.one_line(story.why))),
            articles=lines,
            articles_left_off=len(mine) - len(lines),
            copies=copies(self.index, self.origins.get(story.id, [])),
            sections=tuple(sections),
            matrix=matrix_of(
                self.index,
                [each.id for each in mine],
                self.slots.get(story.id, ()),
                self.utterances.get(story.id, ()),
            ),
            persons=person_lines(self.index, self.persons.get(story.id, []), self.limit),
            profiles=profiles,
            left=left,
            left_left_off=left_left_off,
            perhaps=unsure_lines(self.index, unsure[: self.limit]),
            perhaps_left_off=max(0, len(unsure) - self.limit),
            stood=stood_lines(self.index, self._claims(mine), self.limit),
        )

    def alone(self, sections: list[Section]) -> StoryPage | None:
        """The articles of no story, and what belongs to no one story."""
        mine = [a for a in self.articles if a.id not in self.story_of]
        lines, profiles, left, left_left_off = self._common(None, "alone", mine)
        if not (mine or sections or left):
            return None
        return StoryPage(
            anchor="alone",
            story="",
            heading="Articles that stand alone",
            why="No other article covers the same event; they were compared with nothing.",
            articles=lines,
            articles_left_off=len(mine) - len(lines),
            copies=copies(self.index, self.origins.get(None, [])),
            sections=tuple(sections),
            matrix=None,
            persons=(),
            profiles=profiles,
            left=left,
            left_left_off=left_left_off,
            stood=stood_lines(self.index, self._claims(mine), self.limit),
        )
