"""The same digits with another noun: 1,264 homes here, 1,264 dead there."""

from collections.abc import Iterator
from decimal import Decimal

from xref.link.checks.desk import Desk, exact, plain
from xref.model.claim import Claim, Mode, Quantity
from xref.model.link import Check

_RARE = 3
"""Significant digits from which on two figures are not alike by chance."""


def check(desk: Desk) -> Iterator[Check]:
    """A rare number that counts one thing here and another there, and never both."""
    told: dict[Decimal, dict[str, list[Claim]]] = {}
    for id_, mine in desk.claims.items():
        for claim in mine:
            number = _rare(claim)
            if number is not None:
                told.setdefault(number, {}).setdefault(id_, []).append(claim)
    for number, by_article in sorted(told.items()):
        if len(by_article) < 2:
            continue
        firsts = [mine[0] for _, mine in sorted(by_article.items())]
        measures = [{_measure(c) for c in mine} for _, mine in sorted(by_article.items())]
        for k, other in enumerate(firsts[1:], start=1):
            if measures[0].isdisjoint(measures[k]):
                yield desk.failed(
                    "noun",
                    f"the same digits with another noun: {plain(number)} is “{firsts[0].text}” in "
                    f"{firsts[0].outlet}, “{other.text}” in {other.outlet}",
                    firsts[0],
                    other,
                )
                break


def _measure(claim: Claim) -> str | None:
    assert isinstance(claim.value, Quantity)
    return claim.value.measure


def _rare(claim: Claim) -> Decimal | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.dimension != "count" or value.measure is None:
        return None
    if value.mode is not Mode.LEVEL or claim.repeats is not None or claim.derived_from:
        return None
    number = exact(value)
    if number is None or number != number.to_integral_value():
        return None
    return number if len(str(int(number)).rstrip("0")) >= _RARE else None
