"""One figure for each quake: magnitudes too far apart to be of one tell quakes apart."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.lexicon import table
from xref.link.filled import Filled, Told
from xref.link.questions import size
from xref.link.said import Said, by_question, standings
from xref.link.same_event import joined
from xref.link.statements import Statement

_RANK = 0
_EQUAL = 5.0
_OWN = 4.0
"""How much must speak for two figures that differ being each article's own, to be of one event."""


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each event that figures of a measure tell apart by their size."""
    asked = by_question(told, "telling")
    for about in sorted(asked):
        said = sorted(asked[about], key=lambda x: (size(x[1].value.amount), x[1].claim.id))
        for group in joined(said, _touch, _clash):
            found = standings(group)
            if found:
                named = about._replace(subset=f"{size(group[0][1].value.amount):f}")
                why = f"{about.what}, near enough to be of one event"
                yield Filled(named, why, found, _RANK)


def _touch(a: Said, b: Said) -> float:
    if _fits(a[1], b[1]):
        return _EQUAL
    if min(a[1].weight, b[1].weight) < _OWN:
        return 0.0
    return 1.0 if _apart(a[1], b[1]) <= _most(a[1]) else 0.0


def _clash(a: Said, b: Said) -> bool:
    """Whether two figures are of two events: too far apart, or told apart by one article."""
    return not _fits(a[1], b[1]) and (a[0] == b[0] or _apart(a[1], b[1]) > _most(a[1]))


def _fits(a: Statement, b: Statement) -> bool:
    return compare_quantities(a.value, b.value, DEFAULT).fit is not Fit.APART


def _apart(a: Statement, b: Statement) -> Decimal:
    return abs(size(a.value.amount) - size(b.value.amount))


def _most(s: Statement) -> Decimal:
    limits: Mapping[str, float] = table("questions")["telling"]
    return Decimal(str(limits[s.value.measure or ""]))
