"""A slip by ten: the same digits, a zero or a decimal point apart, in two outlets."""

from collections.abc import Iterator
from decimal import Decimal

from xref.link.checks.desk import Desk, exact, plain
from xref.model.claim import Quantity
from xref.model.link import Check

_FACTORS = (10, 100, 1000)


def check(desk: Desk) -> Iterator[Check]:
    """Figures of one question that differ, with no reason told, by a power of ten."""
    for a, b in desk.conflicts():
        if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
            continue
        low, high = sorted((exact(a.value) or Decimal(0), exact(b.value) or Decimal(0)))
        if low and a.value.amount.unit == b.value.amount.unit and high / low in _FACTORS:
            yield desk.failed(
                "slip",
                f"a slip by a zero or a decimal point: {plain(high)} is "
                f"{plain(high / low)} times {plain(low)}",
                a,
                b,
            )
