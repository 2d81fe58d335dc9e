"""Killed and wounded the other way round in two outlets."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from xref.link.checks.desk import Desk, exact, plain
from xref.model.claim import Claim, Quantity
from xref.model.link import Check

_DEAD, _HURT = "people.killed", "people.injured"
_LEAST = 5
"""Dead and wounded together, from which on two articles do not have them crossed by chance."""
_MOST = 12
"""Articles with both figures that are held against each other."""


def check(desk: Desk) -> Iterator[Check]:
    """Two articles of which one has as many dead as the other has wounded, and back."""
    told: dict[str, dict[str, tuple[Decimal, Claim]]] = {}
    for slot in desk.slots:
        if slot.measure not in (_DEAD, _HURT):
            continue
        for cell in slot.cells:
            claim = desk.by_id.get(cell.current)
            # What was added up may be a part.
            if claim is None or claim.derived_from or not isinstance(claim.value, Quantity):
                continue
            if claim.value.amount.step is not None:
                number = exact(claim.value)
                if number:
                    # The first slot of a measure is the event's own.
                    mine = told.setdefault(cell.article, {})
                    mine.setdefault(slot.measure, (number, claim))
    yield from _one_fate(desk, told)
    full = {a: t for a, t in told.items() if sum(n for n, _ in t.values()) >= _LEAST}
    both = [(a, t[_DEAD], t[_HURT]) for a, t in sorted(full.items()) if len(t) == 2][:_MOST]
    for (_, dead, hurt), (_, other_dead, other_hurt) in combinations(both, 2):
        crossed = dead[0] == other_hurt[0] and hurt[0] == other_dead[0]
        if crossed and dead[0] != hurt[0]:
            yield desk.failed(
                "swap",
                f"killed and wounded the other way round: {plain(dead[0])} dead and "
                f"{plain(hurt[0])} hurt in one, {plain(other_dead[0])} and "
                f"{plain(other_hurt[0])} in the other",
                dead[1],
                hurt[1],
                other_dead[1],
                other_hurt[1],
            )


def _one_fate(
    desk: Desk, told: Mapping[str, Mapping[str, tuple[Decimal, Claim]]]
) -> Iterator[Check]:
    """As many dead in one article as hurt in another, where neither tells of the other fate."""
    alone = [(a, *next(iter(t.items()))) for a, t in sorted(told.items()) if len(t) == 1]
    dead = {n: claim for a, fate, (n, claim) in reversed(alone) if fate == _DEAD and n >= _LEAST}
    for article, fate, (number, claim) in alone:
        other = dead.get(number)
        if fate != _HURT or other is None or any(map(_of_dead, desk.claims[article])):
            continue
        yield desk.failed(
            "swap",
            f"as many killed in one article as hurt in the other: “{other.text}” in "
            f"{other.outlet}, “{claim.text}” in {claim.outlet}",
            other,
            claim,
        )
        return


def _of_dead(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.measure == _DEAD
