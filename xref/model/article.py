"""What was read: the document as it came, and the article it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from xref.model.given import Given
from xref.model.span import Span

Field = Literal["text", "title"]
"""The part of an article that an offset counts in."""


class Zone(StrEnum):
    """What a block of an article is for. `FURNITURE` yields no claims."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    LIST = "list"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Marked:
    """A block of a document, with the zone that its format tells (a caption, a list item)."""

    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its record, before anything was judged.

    `text` is the decoded input, unchanged; `notes` say what a reader should know
    of the decoding ("read as windows-1252"). `published` is as the record wrote it.
    `first_line` is the line of the file, counted from 1, on which `text` or its record starts;
    `as_file` says that the file shows `text` as it is from there on (false for a JSON record).
    `marked` are the blocks that its format tells, in order, without overlap; empty where it tells
    none. `told_by` says for a field where in its file it was found ("JSON-LD datePublished").
    `cut` is what its page shows beside the article, in order: menus, teasers, comments.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None
    origin: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    first_line: int = 1
    as_file: bool = True
    marked: tuple[Marked, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict)
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and why.

    `expected` is true for a file that lies beside the articles of a folder and by its name is
    none: a picture, a style sheet. Everything else should have been read and could not be.
    """

    path: str
    reason: str
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of an article with its zone and its sentences, in order.

    `repeats` is the span of the earlier stretch of the article that this block prints
    again (a standfirst that equals the lead, a doubled paragraph), else ``None``.
    """

    span: Span
    zone: Zone
    sentences: tuple[Span, ...]
    repeats: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact about an article was found.

    `source` is ``record`` or the kind of place in the text (``copyright line``, ``dateline``,
    ``full date near the head``, ``caption``, ``file name``);
    `span` counts in the text, ``None`` outside it.
    """

    source: str
    span: Span | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: its text, cut into blocks.

    `content_id` is a hash of title and text, equal for equal articles wherever they came from.
    `published` is an interval of days, both ends included: one day where the day is known, a
    year where only "© 2022" is; ``None`` where nothing tells.
    `blocks` cover `text`, `title_blocks` cover `title`; both in order, without overlap.
    `first_line` and `as_file` are those of the document: where in its file the text stands.
    Where the text holds marks that reading sees through, `text` is the form that was read, and
    `given` (`title_given`) the text as it came; what leaves a run is the text as it came.
    `modified` is when its file says that it was changed, as written there; `told_by` says for a
    field where in the file it was found, as in `Document`. `cut` is what its page shows and `text`
    does not hold, in order.
    """

    id: str
    content_id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    outlet: str
    outlet_from: Evidence
    title: str | None = None
    title_blocks: tuple[Block, ...] = ()
    author: str | None = None
    author_from: Evidence | None = None
    published: tuple[date, date] | None = None
    published_from: Evidence | None = None
    url: str | None = None
    story: str | None = None
    origin: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    first_line: int = 1
    as_file: bool = True
    given: Given | None = None
    title_given: Given | None = None
    modified: str | None = None
    told_by: Mapping[str, str] = field(default_factory=dict)
    cut: tuple[str, ...] = ()

    def part(self, field: Field) -> str:
        """The text that offsets of `field` count in."""
        return self.text if field == "text" else self.title or ""

    def blocks_of(self, field: Field) -> tuple[Block, ...]:
        """The blocks of `field`."""
        return self.blocks if field == "text" else self.title_blocks

    @property
    def headline(self) -> str:
        """The title, else the headline in the text; empty where there is neither."""
        lines = (b.span.of(self.text) for b in self.blocks if b.zone is Zone.HEADLINE)
        return self.title or next(lines, "")

    @property
    def running(self) -> tuple[Span, ...]:
        """The sentences of the running text, in order: no headline, no byline, no furniture.

        Places in an article are counted in them, so that it says the same whether its headline is
        a field of its record or the first line of its text.
        """
        beside = (Zone.HEADLINE, Zone.CREDIT, Zone.FURNITURE)
        return tuple(
            sentence
            for block in self.blocks
            if block.zone not in beside
            for sentence in block.sentences or (block.span,)
        )

    @property
    def published_on(self) -> date | None:
        """The day of publication where exactly one is known."""
        if self.published is not None and self.published[0] == self.published[1]:
            return self.published[0]
        return None
