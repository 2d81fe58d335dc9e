"""Equal, also after rounding or conversion."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds


def holds(case: Case) -> Holds | str:
    """Whether both readings give one value."""
    if case.comparison.fit is Fit.EQUAL:
        return Holds(f"{case.says}: {case.comparison.how}.")
    return "the values are not equal, neither as written nor rounded or converted"
