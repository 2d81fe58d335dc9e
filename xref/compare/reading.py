"""A claim with as much of its article as a comparison needs."""

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any

from xref.compare.deciding import Notice, notices
from xref.model.article import Article, Field
from xref.model.claim import Claim, Date, Quantity
from xref.model.relation import Place
from xref.model.span import Span


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One article's answer to a question, in its context.

    `context` is the claim's sentence with the sentence before and behind it; it starts at
    `context_start` of the article's `field`, and `sentence` counts there too. `published` is an
    interval of days. `others` are the article's further statements of the same figure, each a
    reading without others of its own; `apart` are figures that it tells apart from this one (the
    dead, beside the injured). `notices` are what the article says of its own
    state: that the story is developing, that it was corrected. `beside` are the other figures and
    dates of the context, in the order of the text. `known` is what its words were found to tell.
    """

    claim: Claim
    article: str
    outlet: str
    published: tuple[date, date] | None
    field: Field
    context: str
    context_start: int
    sentence: Span
    notices: tuple[Notice, ...] = ()
    others: tuple["Reading", ...] = ()
    apart: tuple["Reading", ...] = ()
    beside: tuple[Claim, ...] = ()
    known: dict[Hashable, Any] = dataclasses.field(default_factory=dict, init=False, repr=False)

    def place(self, span: Span, note: str = "", claim: str | None = None) -> Place:
        """The words at `span` of the article's field; `span` must lie within the context."""
        cut = span.start - self.context_start, span.end - self.context_start
        return Place(self.article, self.field, span, self.context[cut[0] : cut[1]], claim, note)

    @property
    def figure(self) -> Place:
        """The figure itself, as written."""
        claim = self.claim
        return Place(self.article, claim.field, claim.span, claim.text, claim.id)


class Beside:
    """The figures and dates of one article, kept so that those of a stretch are found at once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        told = [c for c in claims if isinstance(c.value, Quantity | Date)]
        self._told: dict[Field, list[Claim]] = {"text": [], "title": []}
        for claim in sorted(told, key=lambda c: (c.span, c.id)):
            self._told[claim.field].append(claim)

    def within(self, field: Field, stretch: Span) -> tuple[Claim, ...]:
        """Those that start within a stretch of a field, in the order of the text."""
        told = self._told[field]
        first = bisect_left(told, stretch.start, key=lambda claim: claim.span.start)
        last = bisect_left(told, stretch.end, key=lambda claim: claim.span.start)
        return tuple(told[first:last])


def reading_of(
    claim: Claim,
    article: Article,
    others: tuple[Claim, ...] = (),
    apart: tuple[Claim, ...] = (),
    beside: Beside | None = None,
) -> Reading:
    """The reading of a claim of `article`.

    `others` are its other statements of the same figure, `apart` figures told apart from it,
    `beside` keeps the figures and dates of the whole article.
    """
    before, after = _around(claim, article)
    near = beside.within(claim.field, Span(before, after)) if beside else ()
    return Reading(
        claim=claim,
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        field=claim.field,
        context=article.part(claim.field)[before:after],
        context_start=before,
        sentence=claim.sentence,
        notices=notices(article),
        others=tuple(reading_of(other, article) for other in others if other.id != claim.id),
        apart=tuple(reading_of(other, article) for other in apart),
        beside=tuple(other for other in near if other.id != claim.id),
    )


def _around(claim: Claim, article: Article) -> tuple[int, int]:
    """Where the sentence before the claim's starts, and where the one behind it ends."""
    blocks = article.blocks_of(claim.field)
    at = bisect_right(blocks, claim.sentence.start, key=lambda block: block.span.start) - 1
    start, end = claim.sentence
    sentences = [
        sentence
        for block in blocks[max(0, at - 1) : at + 2]
        for sentence in block.sentences or (block.span,)
    ]
    before = [s for s in sentences if s.end <= start]
    after = [s for s in sentences if s.start >= end]
    return (before[-1].start if before else start), (after[0].end if after else end)
