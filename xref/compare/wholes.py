"""Two figures of one whole: a share and its count, two shares of all, parts and their sum."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from xref.compare.around import Phrases, found, text_of
from xref.compare.reading import Reading
from xref.compare.units import percent
from xref.lexicon import table
from xref.model.claim import Claim, Quantity
from xref.model.relation import Place
from xref.model.span import Span

_ALL = Decimal(100)
_APART = 60
"""How far apart two parts of one sum may stand, in characters."""


def share_of_whole(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The whole, if told, of which the one figure is a share and the other the count."""
    for share, count in ((a, b), (b, a)):
        mine, theirs = _quantity(share.claim), _quantity(count.claim)
        if mine is None or theirs is None or theirs.dimension not in ("count", "money"):
            continue
        told = percent(mine)
        if mine.dimension not in ("share", "percentage") or not told.nominal or not told.step:
            continue
        if theirs.amount.nominal is None:
            continue
        for reading in (share, count):
            for whole in reading.beside:
                value = _quantity(whole)
                if value is None or value.dimension != theirs.dimension or not value.amount.nominal:
                    continue
                part = _ALL * theirs.amount.nominal / value.amount.nominal
                if abs(part - told.nominal) <= min(told.step, Decimal(1)) / 2:
                    return (_place(reading, whole, "the whole"),)
    return ()


def complement(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The words for two sides of one whole ("full", "empty"), whose shares make up all of it."""
    one, two = _quantity(a.claim), _quantity(b.claim)
    if one is None or two is None:
        return ()
    if not {one.dimension, two.dimension} <= {"share", "percentage"}:
        return ()
    mine, theirs = percent(one).nominal, percent(two).nominal
    if mine is None or theirs is None or abs(mine + theirs - _ALL) > 1:
        return ()
    for side, other in _sides():
        for first, second in ((side, other), (other, side)):
            x, y = found(a, a.sentence, first), found(b, b.sentence, second)
            if x and y:
                return (a.place(x[0], "one side"), b.place(y[0], "the other side"))
    return ()


@cache
def _sides() -> tuple[tuple[Phrases, Phrases], ...]:
    return tuple((Phrases(side), Phrases(other)) for side, other in table("sides")["sides"])


def parts_of_sum(lesser: Reading, greater: Reading) -> tuple[Place, ...]:
    """The figures beside the lesser one, joined to it, that make up the greater with it."""
    mine, theirs = _quantity(lesser.claim), _quantity(greater.claim)
    if mine is None or theirs is None or mine.amount.nominal is None:
        return ()
    whole = theirs.amount
    if whole.nominal is None or mine.dimension != theirs.dimension:
        return ()
    total, parts = mine.amount.nominal, []
    for other in _joined(lesser):
        value = _quantity(other)
        if value is None or value.amount.nominal is None or value.dimension != mine.dimension:
            continue
        if value.measure != mine.measure and value.measure and mine.measure:
            continue  # the dead are no part of the injured
        total += value.amount.nominal
        parts.append(_place(lesser, other, "another part"))
        if total == whole.nominal:
            return (lesser.figure, *parts)
    return ()


def _joined(reading: Reading) -> Iterator[Claim]:
    """The figures of the same sentence that "and", "plus" or a comma joins to the reading's own."""
    joins = table("sides")["joins"]
    figure = reading.claim.span
    for other in reading.beside:
        if not reading.sentence.covers(other.span) or other.span.overlaps(figure):
            continue
        first, second = sorted((other.span, figure))
        if second.start - first.end > _APART:
            continue
        between = text_of(reading, Span(first.end, second.start))
        if any(f" {join} " in f" {between} ".replace(",", " ") for join in joins):
            yield other


def _quantity(claim: Claim) -> Quantity | None:
    return claim.value if isinstance(claim.value, Quantity) else None


def _place(reading: Reading, claim: Claim, note: str) -> Place:
    return Place(reading.article, claim.field, claim.span, claim.text, claim.id, note)
