"""The ladder of relations, from the most innocent to the worst."""

from collections.abc import Callable

from xref.compare.case import Case, Holds, compare_readings
from xref.compare.policy import DEFAULT, Policy
from xref.compare.reading import Reading
from xref.compare.relations import (
    agree,
    attributed,
    compatible,
    conflict,
    correction,
    denial,
    internal,
    scope,
    update,
)
from xref.model.relation import Kind, Relation, Tried

LADDER: tuple[tuple[Kind, Callable[[Case], Holds | str]], ...] = (
    (Kind.AGREE, agree.holds),
    (Kind.COMPATIBLE, compatible.holds),
    (Kind.UPDATE, update.holds),
    (Kind.CORRECTION, correction.holds),
    (Kind.SCOPE, scope.holds),
    (Kind.ATTRIBUTED, attributed.holds),
    (Kind.DENIAL, denial.holds),
    (Kind.INTERNAL, internal.holds),
    (Kind.CONFLICT, conflict.holds),
)
"""Every relation with its test, in the order of trying; a test gives the reason or why it fails."""


_DENIED = "one reports as denied what the other asserts"


def relate(a: Reading, b: Reading, policy: Policy = DEFAULT) -> Relation:
    """The first relation of the ladder that the text of two readings supports.

    Symmetric: the readings are put in one order first, so both ways give the same words.
    `tried` of the result names each relation that comes before, with the test that it failed.

    Raises:
        TypeError: when one reading is a figure and the other a date, or either is neither.
    """
    first, second = sorted((a, b), key=_order)
    case = Case(first, second, compare_readings(first, second, policy), policy)
    tried: list[Tried] = []
    # Whether it is so comes before how much: to deny what another asserts is no agreement on it.
    denied = isinstance(denial.holds(case), Holds)
    for kind, test in LADDER:
        found = _DENIED if denied and kind is not Kind.DENIAL else test(case)
        if isinstance(found, Holds):
            return Relation(kind, found.reason, found.words, tuple(tried), found.firm)
        tried.append(Tried(kind.value, found))
    raise AssertionError("the last relation always holds")


def _order(reading: Reading) -> tuple[str, str, str, int, str]:
    day = reading.published[0].isoformat() if reading.published else ""
    claim = reading.claim
    return day, reading.article, claim.field, claim.span.start, claim.id
