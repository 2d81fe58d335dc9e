"""What reading an article's quoting yields: sayings, persons, and who stands behind each place."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from xref.model.article import Field
from xref.model.claim import NO_SOURCE, Attribution, QuotationType
from xref.model.span import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """Reported words and whose they are.

    `segments` lie inside quote marks, marks left out; `content` is the whole of what is
    reported, quoted or not. A quotation that its cue interrupts is one saying in several segments.
    `sentence` runs from the first to the last sentence that the saying touches.
    """

    field: Field
    type: QuotationType
    segments: tuple[Span, ...]
    content: tuple[Span, ...]
    attribution: Attribution
    sentence: Span
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person of an article: the fullest name, other forms, titles with their places, mentions.

    `gender` is ``"f"`` or ``"m"`` where the article or the given name tells, else ``None``.
    """

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[tuple[str, Field, Span], ...] = ()
    mentions: tuple[tuple[Field, Span], ...] = ()
    gender: str | None = None


class Stretch(NamedTuple):
    """A stretch ``[start, end)`` that one attribution stands behind."""

    start: int
    end: int
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in one article.

    `stretches` lie in order and without overlap, one tuple each for text and title.
    """

    sayings: tuple[Saying, ...] = ()
    persons: tuple[Mentioned, ...] = ()
    stretches: dict[Field, tuple[Stretch, ...]] = field(default_factory=dict)
    starts: dict[Field, tuple[int, ...]] = field(default_factory=dict)

    def attribution_at(self, field: Field, span: Span) -> Attribution:
        """Who stands behind the words at `span`; ``NO_SOURCE`` where the outlet itself does."""
        k = bisect_right(self.starts.get(field, ()), span.start) - 1
        if k < 0:
            return NO_SOURCE
        stretch = self.stretches[field][k]
        return stretch.attribution if span.start < stretch.end else NO_SOURCE
