"""One figure for each meeting, sentence or delay: its people, place and day tell which."""

from collections.abc import Iterator

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.filled import Filled, Told
from xref.link.said import Said, by_question, standings
from xref.link.same_event import event_evidence, joined
from xref.link.statements import Statement

_RANK = 0
_DIFFERING = 2
"""How much must tie two lengths that differ to one event; for equal ones 1 is enough."""
_EQUAL = 5


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each event that a length is told of."""
    asked = by_question(told, "event")
    for about in sorted(asked):
        for group in joined(asked[about], _touch, _clash):
            found = standings(group)
            if found:
                named = about._replace(subset=_name(group[0][1]))
                yield Filled(named, "one event, by its people, place and day", found, _RANK)


def _name(s: Statement) -> str:
    event = s.value.event
    if event is None:
        return ""
    return " ".join(filter(None, (event.kind, event.weekday, event.place)))


def _fits(a: Statement, b: Statement) -> bool:
    return compare_quantities(a.value, b.value, DEFAULT).fit is not Fit.APART


def _touch(a: Said, b: Said) -> float:
    found = event_evidence(a[1].value.event, b[1].value.event)
    if _fits(a[1], b[1]):
        return found + _EQUAL if found >= 1 else 0.0
    return found if found >= _DIFFERING else 0.0


def _clash(a: Said, b: Said) -> bool:
    if event_evidence(a[1].value.event, b[1].value.event) < 0:
        return True
    return a[0] == b[0] and not _fits(a[1], b[1])  # one article tells the two apart
