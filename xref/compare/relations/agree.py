"""Equal, also after rounding or conversion, or as the share of a whole that is told."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds, quoted
from xref.compare.wholes import share_of_whole


def holds(case: Case) -> Holds | str:
    """Whether both readings give one value."""
    if case.comparison.fit is Fit.EQUAL:
        return Holds(f"{case.says}: {case.comparison.how}.")
    whole = share_of_whole(case.a, case.b)
    if whole:
        return Holds(f"{case.says}: the same, of {quoted(whole[0])}.", whole)
    return "the values are not equal, neither as written nor rounded or converted"
