"""What one article answers to one question: all its statements, and the one that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xref.compare import Policy, Reading, reading_of, relate
from xref.link.current import Standing
from xref.link.statements import Statement
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import Cell, Pair
from xref.model.relation import Kind

_NEARLY = 1.5
"""How much less may speak for another figure of an article that it gives besides."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One article's cell, with the reading that stands for it and its quarrel with itself.

    `weight` is how much speaks for its being the article's figure of its own event; 0 where no
    number is written, for what was added up may be a part ("a woman was killed"). `seconds` are
    the article's other figures for the question, each as a cell of its own; `also` the numbers that
    it gives besides, of its own event and of the whole.
    """

    cell: Cell
    reading: Reading
    internal: Pair | None
    weight: float
    seconds: tuple[tuple[Cell, Reading], ...]
    also: frozenset[Decimal]


def answer(
    article: Article, standing: Standing, policy: Policy, apart: tuple[Claim, ...] = ()
) -> Answer:
    """The answer that an article's statements of one figure come down to.

    `apart` are the figures that the article tells apart from it (the dead, beside the injured).
    """
    current = standing.current.claim
    others = (*standing.outdated, *standing.rivals)
    reading = reading_of(current, article, tuple(s.claim for s in others), apart)
    internal = _internal(reading, {s.claim.id for s in standing.rivals}, policy)
    weight = 0.0 if standing.current.derived else standing.weight
    seconds = tuple(
        (_cell(article, s, (s,)), reading_of(s.claim, article)) for s in standing.second
    )
    stated = standing.current.nominal
    also = frozenset(
        s.nominal
        for s in standing.aside
        if s.nominal is not None
        and not s.derived
        and not s.part
        and s.elsewhere is None
        and s.weight >= standing.current.weight - _NEARLY
    )
    also |= {
        s.nominal + stated
        for s in standing.aside
        if stated and s.nominal is not None and _with(s, standing.current)
    }
    held = (standing.current, *standing.same, *standing.outdated, *standing.rivals)
    return Answer(_cell(article, standing.current, held), reading, internal, weight, seconds, also)


def _with(s: Statement, current: Statement) -> bool:
    """Whether one sentence gives both figures, so that their sum may be the whole."""
    return (
        (s.claim.field, s.claim.sentence) == (current.claim.field, current.claim.sentence)
        and not s.claim.derived_from
        and s.claim.span != current.claim.span
    )


def _internal(reading: Reading, rivals: set[str], policy: Policy) -> Pair | None:
    for other in reading.others:
        if other.claim.id not in rivals:
            continue
        relation = relate(reading, other, policy)
        if relation.kind is Kind.INTERNAL:
            return Pair(reading.article, reading.article, relation)
    return None


def _cell(article: Article, current: Statement, held: Sequence[Statement]) -> Cell:
    value = current.value
    amount = value.amount
    spans = {s.claim.id: (s.claim.field, s.claim.span) for s in held}
    return Cell(
        article=article.id,
        claims=tuple(sorted(spans, key=lambda id_: (spans[id_][0] == "text", spans[id_][1]))),
        current=current.claim.id,
        low=None if amount.low is None else float(amount.low),
        high=None if amount.high is None else float(amount.high),
        scope=value.scope,
        as_of=value.as_of,
    )
