"""One outlet reports as denied what another asserts."""

from xref.compare.amounts import Fit
from xref.compare.case import Case, Holds, quoted
from xref.compare.standing import denial, standing_words


def holds(case: Case) -> Holds | str:
    """Whether one reading reports a figure as denied that the other asserts."""
    found = denial(case)
    if found is None or case.comparison.fit is Fit.APART:
        return "neither reports as denied what the other asserts"
    denying, asserting = found
    words = (*standing_words(denying), asserting.figure)
    verb = quoted(words[0])
    return Holds(
        f"{case.name(denying)} reports “{denying.claim.text}” as denied ({verb}), "
        f"{case.name(asserting)} as a fact.",
        words,
    )
