"""Whether two dates are the same, can both hold, or lie apart."""

from datetime import date, timedelta

from xref.compare.amounts import Comparison, Fit
from xref.compare.policy import Policy
from xref.model.claim import When


def compare_dates(a: When, b: When, policy: Policy) -> Comparison:
    """Two dates as intervals of days; an open end leaves room. `policy.abs` counts days."""
    if (a.earliest, a.latest) == (b.earliest, b.latest) and a.earliest is not None:
        return Comparison(
            Fit.EQUAL, "the same day" if a.earliest == a.latest else "the same period"
        )
    gap, order = _gap(a, b)
    if order == 0:
        unknown = a.earliest is None or b.earliest is None
        why = "one of them cannot be dated" if unknown else "one is more precise than the other"
        return Comparison(Fit.OVERLAP, why)
    if gap <= timedelta(days=int(policy.abs)):
        return Comparison(Fit.EQUAL, "within the tolerance")
    return Comparison(Fit.APART, "", order)


def _gap(a: When, b: When) -> tuple[timedelta, int]:
    if _before(a.latest, b.earliest):
        assert a.latest is not None and b.earliest is not None
        return b.earliest - a.latest, -1
    if _before(b.latest, a.earliest):
        assert b.latest is not None and a.earliest is not None
        return a.earliest - b.latest, 1
    return timedelta(0), 0


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start
