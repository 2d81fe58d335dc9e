"""One article against itself."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds, compare_readings


def holds(case: Case) -> Holds | str:
    """Whether both readings are one article's, or one article also gives the other's figure."""
    if case.a.article == case.b.article:
        return Holds(f"{case.says}: one article gives both.", (case.a.figure, case.b.figure))
    for mine, theirs in case.both_ways:
        for other in mine.others:
            if compare_readings(other, theirs, case.policy).fit is not Fit.APART:
                return Holds(
                    f"{case.says}: {case.name(mine)} also says “{other.claim.text}”.",
                    (mine.figure, other.figure),
                )
    return "neither article gives both figures"
