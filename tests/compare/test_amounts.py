"""Two figures as such: equal, both possible, or apart; in which order; and how each is told."""

import pytest

from xref.compare.amounts import OPEN, Comparison, Fit, compare_quantities, figure
from xref.compare.policy import Policy
from xref.model.claim import Quantity
from xref.quantity import parse


def quantity(text: str) -> Quantity:
    found = parse(text)[0]
    return Quantity(amount=found.amount, dimension=found.dimension, parts=found.parts)


def compared(one: str, other: str) -> Comparison:
    return compare_quantities(quantity(one), quantity(other), Policy())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("won 3-1", "lost 1-3", (Fit.EQUAL, "the same result", 0)),
        ("won 3-1", "won 3-2", (Fit.APART, "", -1)),
        ("won 3-2", "won 3-1", (Fit.APART, "", 1)),
        ("12 boats", "12 boats", (Fit.EQUAL, "the same", 0)),
        ("12 boats", "30 boats", (Fit.APART, "", -1)),
        ("30 boats", "12 boats", (Fit.APART, "", 1)),
        ("at least 12 boats", "30 boats", (Fit.OVERLAP, OPEN, 0)),
        ("more than 12 boats", "30 boats", (Fit.OVERLAP, OPEN, 0)),
        ("30 boats", "at least 12 boats", (Fit.OVERLAP, OPEN, 0)),
        ("at most 30 boats", "12 boats", (Fit.OVERLAP, "one is stated more loosely than the other, and both can hold", 0)),
    ],
)  # fmt: skip
def test_two_figures(one: str, other: str, expected: tuple[Fit, str, int]) -> None:
    assert compared(one, other) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3 boats", "3"),
        ("about 40 boats", "about 40"),
        ("nearly 40 boats", "nearly 40"),
        ("more than 40 boats", "more than 40"),
        ("at least 40 boats", "at least 40"),
        ("fewer than 40 boats", "less than 40"),
        ("at most 40 boats", "at most 40"),
        ("30 to 40 boats", "30 to 40"),
        ("104,300 boats", "104,300"),
        ("7.25 km", "7.25 kilometre"),
        ("$30", "30 dollar"),
    ],
)
def test_a_figure_is_told_in_figures(text: str, told: str) -> None:
    assert figure(quantity(text).amount) == told
