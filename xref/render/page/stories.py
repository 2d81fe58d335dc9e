"""The parts of a page by story, and the part of what stands alone."""

from collections.abc import Iterable, Iterator, Sequence

from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Origin, Perhaps, Person, Slot, Story, Utterance
from xref.model.report import Report
from xref.render import words
from xref.render.options import Options
from xref.render.page.agreement import matrix_of
from xref.render.page.lines import (
    ArticleLine,
    Left,
    article_line,
    copies,
    left_lines,
    person_lines,
    stood_lines,
    title_of,
    unsure_lines,
)
from xref.render.page.page import StoryPage
from xref.render.page.profiles import ProfileLine, profile_line
from xref.render.page.sections import Section, shared
from xref.render.places import Index


def story_heading(index: Index, story: Story) -> str:
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


class StoryPages:
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
        """A story's part of the page."""
        mine = [self.index.articles[a] for a in story.articles if a in self.index.articles]
        mine.sort(key=lambda a: (a.published is None, a.published or (), a.outlet, a.id))
        lines, profiles, left, left_left_off = self._common(story.id, anchor, mine)
        unsure = sorted(self.perhaps.get(story.id, []), key=lambda p: -p.match.probability)
        return StoryPage(
            anchor=anchor,
            story=words.one_line(story.id),
            heading=story_heading(self.index, story),
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
