"""What one article answers to one question, as a cell of a slot and as a reading."""

from collections.abc import Mapping, Sequence

from xref.compare import DEFAULT, Beside, Policy, Reading, reading_of, relate
from xref.link.current import Standing
from xref.link.match.entries import Entry
from xref.model.article import Article
from xref.model.claim import Claim, Date, Quantity, Scope
from xref.model.link import Cell, Pair
from xref.model.relation import Kind


def reading_of_entry(article: Article, entry: Entry, beside: Beside) -> Reading:
    """The reading that stands for an entry, with all that the article says besides.

    `beside` keeps the figures and dates of the article.
    """
    others = tuple(side.claim for side in entry.others)
    return reading_of(entry.side.claim, article, others, entry.apart, beside)


def cell_of(article: Article, entry: Entry) -> Cell:
    """The cell of an entry."""
    current = entry.side.claim
    held = tuple(side.claim for side in (*entry.mentions, *entry.others))
    value = current.value
    low: float | None = None
    high: float | None = None
    if isinstance(value, Quantity):
        amount = value.amount
        low = None if amount.low is None else float(amount.low)
        high = None if amount.high is None else float(amount.high)
    elif isinstance(value, Date):
        low = value.when.earliest.toordinal() if value.when.earliest else None
        high = value.when.latest.toordinal() if value.when.latest else None
    return Cell(
        article=article.id,
        claims=_in_order(held),
        current=current.id,
        low=low,
        high=high,
        scope=value.scope if isinstance(value, Quantity) else Scope(),
        as_of=value.as_of if isinstance(value, Quantity) else None,
    )


def _in_order(held: Sequence[Claim]) -> tuple[str, ...]:
    spans = {claim.id: (claim.field == "text", claim.span) for claim in held}
    return tuple(sorted(spans, key=lambda id_: spans[id_]))


def internal(
    article: Article,
    entry: Entry,
    standings: Mapping[str, Standing],
    beside: Beside,
    policy: Policy = DEFAULT,
) -> Pair | None:
    """An article's quarrel with itself: two figures of one rank for one question."""
    standing = standings.get(entry.id)
    if standing is None or not standing.rivals:
        return None
    rivals = {s.claim.id for s in standing.rivals}
    reading = reading_of_entry(article, entry, beside)
    for other in reading.others:
        if other.claim.id in rivals:
            relation = relate(reading, other, policy)
            if relation.kind is Kind.INTERNAL:
                return Pair(article.id, article.id, relation)
    return None
