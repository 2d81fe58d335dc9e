"""The page as all formats for people show it: stories, and what is said of the whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xref.render import words
from xref.render.page.agreement import Matrix
from xref.render.page.cards import Card
from xref.render.page.lines import ArticleLine, Left, PersonLine, Stood, Unsure
from xref.render.page.profiles import ProfileLine
from xref.render.page.sections import Section


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
