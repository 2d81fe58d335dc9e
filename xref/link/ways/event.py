"""One figure for each meeting, sentence or delay: its people, place and day tell which."""

from collections import defaultdict
from collections.abc import Iterator

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.current import standing
from xref.link.filled import Filled, Told
from xref.link.questions import Question, question, way
from xref.link.same_event import event_evidence, joined
from xref.link.statements import Statement
from xref.model.claim import Mode

_RANK = 0
_DIFFERING = 2
"""How much must tie two lengths that differ to one event; for equal ones 1 is enough."""
_EQUAL = 5

_Said = tuple[str, Statement]


def fill(told: Told) -> Iterator[Filled]:
    """One slot for each event that a length is told of."""
    asked: dict[Question, list[_Said]] = defaultdict(list)
    for id_, found in told.stated.items():
        for s in found:
            if s.value.mode is Mode.LEVEL and way(s.value.measure) == "event":
                asked[question(s.value)].append((id_, s))
    for about in sorted(asked):
        for group in joined(asked[about], _touch, _clash):
            own: dict[str, list[Statement]] = defaultdict(list)
            for id_, s in group:
                own[id_].append(s)
            standings = {id_: one for id_, mine in own.items() if (one := standing(mine))}
            if standings:
                named = about._replace(subset=_name(group[0][1]))
                yield Filled(named, "one event, by its people, place and day", standings, _RANK)


def _name(s: Statement) -> str:
    event = s.value.event
    if event is None:
        return ""
    return " ".join(filter(None, (event.kind, event.weekday, event.place)))


def _fits(a: Statement, b: Statement) -> bool:
    return compare_quantities(a.value, b.value, DEFAULT).fit is not Fit.APART


def _touch(a: _Said, b: _Said) -> float:
    found = event_evidence(a[1].value.event, b[1].value.event)
    if _fits(a[1], b[1]):
        return found + _EQUAL if found >= 1 else 0.0
    return found if found >= _DIFFERING else 0.0


def _clash(a: _Said, b: _Said) -> bool:
    if event_evidence(a[1].value.event, b[1].value.event) < 0:
        return True
    return a[0] == b[0] and not _fits(a[1], b[1])  # one article tells the two apart
