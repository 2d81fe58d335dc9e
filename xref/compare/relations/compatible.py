"""Bounds and vague figures that can both hold; one may refine the other."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds, quoted
from xref.compare.counted_apart import counted_apart
from xref.compare.reading import Reading
from xref.compare.relations.update import declared
from xref.compare.standing import unasserted
from xref.compare.wholes import complement
from xref.model.amount import Bound
from xref.model.claim import Quantity


def holds(case: Case) -> Holds | str:
    """Whether a bound, a range or a vague word leaves room for both values."""
    sides = complement(case.a, case.b)
    if sides:
        both = " and ".join(quoted(side) for side in sides)
        return Holds(f"{case.says}: the two sides of one whole ({both}).", sides)
    open_ = unasserted(case) if case.apart else ()
    if open_:
        said = " and ".join(quoted(word) for word in open_)
        return Holds(f"{case.says}: nobody stands behind one of them ({said}).", open_)
    if case.comparison.fit is not Fit.OVERLAP:
        return "no bound or vague word leaves room for both values"
    if declared(case):
        return "a bound leaves room for both, but words say that the count moved"
    parts = counted_apart(case)
    if parts:
        return f"a bound leaves room for both, but they count different parts ({quoted(parts[0])})"
    words = tuple(r.figure for r in (case.a, case.b) if _loose(r)) or (case.a.figure, case.b.figure)
    return Holds(f"{case.says}: {case.comparison.how}.", words)


def _loose(reading: Reading) -> bool:
    value = reading.claim.value
    return not isinstance(value, Quantity) or value.amount.bound is not Bound.EXACT
