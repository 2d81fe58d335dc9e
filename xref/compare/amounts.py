"""Whether two amounts are the same, can both hold, or lie apart."""

from dataclasses import replace
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import NamedTuple

from xref.compare.policy import Policy
from xref.compare.units import Same, allowed, in_one_unit, named
from xref.lexicon import table
from xref.model.amount import Amount, Bound
from xref.model.claim import Quantity

_NOTHING = Decimal(0)
_EXACT_COUNTS = Decimal(100)
"""Below this, a plain count is never taken for a rounded one."""
COUNTED = frozenset({"count", "money"})
UNROUNDED = frozenset({"age", "ordinal"})
HEDGED = frozenset({Bound.ABOUT, Bound.NEARLY})
_SAYS_THE_NUMBER = frozenset({Bound.EXACT, Bound.ABOUT, Bound.AT_MOST})
"""Bounds of which "about 7", "up to 7" and "7" say one number."""
OPEN = "a lower bound leaves room for both"
"""How two values fit where one is only known not to lie below."""


class Fit(Enum):
    """How two values lie to each other."""

    EQUAL = "equal"
    OVERLAP = "overlap"
    APART = "apart"


class Comparison(NamedTuple):
    """How two values fit, how that was found (in words), and which is the greater.

    `order` is -1 where the first lies below the second, 1 where above, 0 where neither.
    """

    fit: Fit
    how: str
    order: int = 0


def compare_quantities(a: Quantity, b: Quantity, policy: Policy) -> Comparison:
    """Two figures in one unit, as far as they convert or one leaves its unit out."""
    return compare_in_unit(a, b, in_one_unit(a, b), policy)


def compare_in_unit(a: Quantity, b: Quantity, same: Same | None, policy: Policy) -> Comparison:
    """Two figures of which it is known how they are in one unit, if they are."""
    if a.parts and b.parts:
        return _scores(sorted(a.parts), sorted(b.parts))
    if same is None:
        return Comparison(
            Fit.OVERLAP, f"{named(a.amount)} and {named(b.amount)} do not convert without a rate"
        )
    return _compare(same, policy)


def _scores(a: list[Decimal], b: list[Decimal]) -> Comparison:
    """Two results: of one game or vote they are equal, whichever side is named first."""
    if a == b:
        return Comparison(Fit.EQUAL, "the same result")
    return Comparison(Fit.APART, "", -1 if a < b else 1)


def _compare(same: Same, policy: Policy) -> Comparison:
    a, b = same.a, same.b
    if (a.low, a.high) == (b.low, b.high) and a.nominal == b.nominal:
        return Comparison(Fit.EQUAL, f"the same{same.how}")
    if _one_number(a, b):
        return Comparison(Fit.EQUAL, f"the same number{same.how}, hedged in one")
    said = _point(a) and _point(b)
    if said and _gap(a, b)[0] <= _tolerance(a, b, policy):
        return Comparison(Fit.EQUAL, "within the tolerance")
    exact = said or ("conversion" in same.how and _about(a, b))
    if policy.rounding and exact and _rounds(same, _near(a, b)):
        return Comparison(Fit.EQUAL, f"the same{same.how} once rounded")
    if policy.soft:
        a, b = _told(a), _told(b)
    gap, order = _gap(a, b)
    if order == 0:
        return Comparison(Fit.OVERLAP, _why_both(same.a, same.b))
    if gap <= _tolerance(a, b, policy) or (policy.rounding and _rounds(same, gap)):
        return Comparison(Fit.OVERLAP, "the distance is one of rounding")
    return Comparison(Fit.APART, "", order)


def _one_number(a: Amount, b: Amount) -> bool:
    """Whether both say one number, the one rounding it or naming it as the most there can be."""
    if a.nominal is None or a.nominal != b.nominal:
        return False
    return {a.bound, b.bound} <= _SAYS_THE_NUMBER


def _about(a: Amount, b: Amount) -> bool:
    """Whether two amounts say a number each, the one or both as about so much."""
    return {a.bound, b.bound} <= {Bound.EXACT, Bound.ABOUT}


def _near(a: Amount, b: Amount) -> Decimal:
    """How far two numbers lie apart: those said, where both are."""
    if a.nominal is None or b.nominal is None:
        return _gap(a, b)[0]
    return abs(a.nominal - b.nominal)


def _point(amount: Amount) -> bool:
    """Whether the figure names one value and says nothing of its precision."""
    return amount.low is not None and amount.low == amount.high


def _gap(a: Amount, b: Amount) -> tuple[Decimal, int]:
    """The distance between two intervals, and the order of the first to the second."""
    if a.high is not None and b.low is not None and a.high < b.low:
        return b.low - a.high, -1
    if b.high is not None and a.low is not None and b.high < a.low:
        return a.low - b.high, 1
    return Decimal(0), 0


def _size(amount: Amount) -> Decimal:
    ends = [abs(end) for end in (amount.low, amount.high) if end is not None]
    return max(ends, default=_NOTHING)


def _tolerance(a: Amount, b: Amount, policy: Policy) -> Decimal:
    least = allowed(policy, a.unit) if policy.abs else _NOTHING
    return max(least, policy.rel * max(_size(a), _size(b))) if policy.rel else least


def _rounds(same: Same, gap: Decimal) -> bool:
    """Whether a gap is no more than what rounding one of the figures can make."""
    steps = same.a.step or _NOTHING, same.b.step or _NOTHING
    if gap + gap > max(steps):  # as of most figures
        return False
    return gap <= max(map(_slack, (same.a, same.b), same.dimensions))


def _slack(amount: Amount, dimension: str) -> Decimal:
    """Half the place value of the last digit said, but never much of the figure itself."""
    size = _size(amount)
    if dimension in UNROUNDED or (dimension in COUNTED and size < _EXACT_COUNTS):
        return Decimal(0)
    share = _limits("counted" if dimension in COUNTED else "measured", "share")
    step = amount.step or Decimal(0)
    if dimension == "percentage":
        step = min(step, Decimal(1))  # told to the point at least: "70 per cent" rounds no 67
    return min(step / 2, share * size)


def _told(amount: Amount) -> Amount:
    """The amount as far as its words reach.

    "About 300" and "nearly 300" are told to the hundred; "dozens" and "thousands" say how many
    there are at least.
    """
    if amount.bound is Bound.VAGUE:
        return replace(amount, high=None)
    nominal = amount.nominal
    if amount.bound not in HEDGED or nominal is None or amount.step is None:
        return amount
    steps, share = (_limits("hedged", name) for name in ("steps", "share"))
    reach = min(amount.step * steps, abs(nominal) * share)
    high = nominal if amount.bound is Bound.NEARLY else nominal + reach
    return replace(amount, low=nominal - reach, high=high)


@cache
def _limits(kind: str, name: str) -> Decimal:
    return Decimal(str(table("rounding")[kind][name]))


def _why_both(a: Amount, b: Amount) -> str:
    if Bound.AT_LEAST in (a.bound, b.bound) or Bound.MORE_THAN in (a.bound, b.bound):
        return OPEN
    if a.contains(b) or b.contains(a):
        return "one is stated more loosely than the other, and both can hold"
    return "a bound leaves room for both"


def figure(amount: Amount) -> str:
    """An amount in figures, for a reason ("3", "at least 40", "10000 to 100000")."""
    unit = f" {amount.unit.name}" if amount.unit else ""
    words = {
        Bound.EXACT: "",
        Bound.ABOUT: "about ",
        Bound.NEARLY: "nearly ",
        Bound.MORE_THAN: "more than ",
        Bound.AT_LEAST: "at least ",
        Bound.LESS_THAN: "less than ",
        Bound.AT_MOST: "at most ",
    }
    if amount.nominal is not None and amount.bound in words:
        return f"{words[amount.bound]}{plain(amount.nominal)}{unit}"
    ends = [plain(end) for end in (amount.low, amount.high) if end is not None]
    return " to ".join(ends) + unit


def plain(value: Decimal) -> str:
    """A value without an exponent or trailing zeros behind the point, thousands grouped."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
