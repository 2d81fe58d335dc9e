"""Whether the words of a case say that its two figures count different parts."""

from xref.compare.amounts import OPEN
from xref.compare.case import Case
from xref.compare.restrictions import both_restricted, part_of, restricted
from xref.compare.wholes import parts_of_sum
from xref.model.claim import Quantity
from xref.model.relation import Place


def restrictions(case: Case) -> tuple[Place, ...]:
    """The words that restrict one of the figures, or both, to other parts of one whole."""
    mine, theirs = case.a.claim.value, case.b.claim.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return ()
    adds_up = part_of(mine) and part_of(theirs) and mine.dimension == theirs.dimension
    return restricted(case.a, case.b, case.lower if adds_up else None) or parts_of_sum(
        case.lower, case.higher
    )


def counted_apart(case: Case) -> tuple[Place, ...]:
    """The words of both articles that set two figures apart, where a bound alone joins them."""
    mine, theirs = case.a.claim.value, case.b.claim.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return ()
    if mine.amount.nominal is None or theirs.amount.nominal is None:
        return ()
    if mine.amount.equal_as_rounded(theirs.amount) or case.comparison.how != OPEN:
        return ()
    return both_restricted(case.a, case.b, None)
