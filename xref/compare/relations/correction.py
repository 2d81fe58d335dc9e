"""A figure that its own outlet declares corrected."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds, compare_readings, quoted, value_words
from xref.compare.reading import Reading
from xref.model.relation import Place


def holds(case: Case) -> Holds | str:
    """Whether one article carries a correction that names the other's figure."""
    for later, earlier in case.both_ways:
        words = _declared(case, later, earlier)
        if words:
            return Holds(
                f"{case.says}: {case.name(later)} declares a correction ({quoted(words[0])}).",
                words,
            )
    return "neither article declares a correction of the figure"


def _declared(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    for notice in later.notices:
        if notice.role != "correction":
            continue
        for other in later.others:
            inside = other.claim.text in notice.line
            if inside and compare_readings(other, earlier, case.policy).fit is not Fit.APART:
                return (notice.place, other.figure)
        if value_words(earlier) in notice.line.split():
            return (notice.place,)
    return ()
