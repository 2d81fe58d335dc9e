"""What one article answers to one question: all its statements, and the one that stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from xref.compare import Policy, Reading, reading_of, relate
from xref.compare.relations.update import superseded
from xref.model.article import Article, Zone
from xref.model.claim import Claim, Date, Quantity, Scope
from xref.model.link import Cell, Pair
from xref.model.relation import Kind

_RANK = {Zone.BODY: 0, Zone.LIST: 1, Zone.STANDFIRST: 2, Zone.HEADLINE: 3, Zone.CAPTION: 4}
"""Detail in the body stands before a summary of it; a caption is often an older text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One article's cell, with the reading that stands for it and its quarrel with itself."""

    cell: Cell
    reading: Reading
    internal: Pair | None


def answer(article: Article, claims: Sequence[Claim], policy: Policy) -> Answer:
    """The answer that an article's statements of one figure come down to; `claims` is not empty."""
    alone = [reading_of(claim, article) for claim in claims]
    standing = [r for r in alone if superseded(r) is None] or alone
    chosen = min(standing, key=lambda r: (r.claim.repeats is not None, _RANK.get(r.claim.zone, 5)))
    others = tuple(c for c in claims if c.id != chosen.claim.id and c.repeats is None)
    reading = reading_of(chosen.claim, article, others)
    return Answer(_cell(article, claims, chosen.claim), reading, _internal(reading, policy))


def _internal(reading: Reading, policy: Policy) -> Pair | None:
    for other in reading.others:
        relation = relate(reading, other, policy)
        if relation.kind is Kind.INTERNAL:
            return Pair(reading.article, reading.article, relation)
    return None


def _cell(article: Article, claims: Sequence[Claim], current: Claim) -> Cell:
    value = current.value
    low = high = as_of = None
    scope = Scope()
    if isinstance(value, Quantity):
        low, high, scope, as_of = value.amount.low, value.amount.high, value.scope, value.as_of
    assert isinstance(value, Quantity | Date)
    return Cell(
        article=article.id,
        claims=tuple(c.id for c in claims),
        current=current.id,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        scope=scope,
        as_of=as_of,
    )
