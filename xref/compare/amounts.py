"""Whether two amounts are the same, can both hold, or lie apart."""

from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from xref.compare.policy import Policy
from xref.model.amount import Amount, Bound, Unit
from xref.model.claim import Quantity

_EXACT_COUNTS = Decimal(100)
"""Below this, a plain count is never taken for a rounded one."""
_ROUND_COUNT = Decimal("0.05")
_ROUND_MEASURE = Decimal("0.1")
"""How far, as a share of itself, a round figure can stand from the one that it rounds."""
_PERCENT = Unit("percentage", "percentage")
_COUNTED = frozenset({"count", "money"})
_UNROUNDED = frozenset({"age", "ordinal"})
_NEAR = Decimal("0.25")
"""How far "about" and "nearly" excuse, as a share of the number said."""
_VAGUE = Decimal(3)
"""By which factor a vague figure's ends excuse."""


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
    """Two figures, after conversion to one unit; a conversion given in brackets serves too."""
    for mine in (percent(a), a.also):
        for theirs in (percent(b), b.also):
            if mine is None or theirs is None:
                continue
            same = _to_one_unit(mine, theirs)
            if same is not None:
                return _compare(*same, policy, converted=_named(mine) != _named(theirs), of=a)
    return Comparison(
        Fit.OVERLAP, f"{_named(a.amount)} and {_named(b.amount)} do not convert without a rate"
    )


def percent(quantity: Quantity) -> Amount:
    """The amount, a share of a whole ("nine-tenths") stated in per cent."""
    amount = quantity.amount
    if quantity.dimension != "share" or amount.unit is not None:
        return amount
    return replace(amount.scaled(Decimal(100)), unit=_PERCENT)


def _named(amount: Amount) -> str:
    return amount.unit.name if amount.unit else "a plain number"


def _to_one_unit(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    if a.unit is None or b.unit is None:
        return (a, b) if a.unit is b.unit else None
    if a.unit.name == b.unit.name:
        return a, b
    if not a.unit.convertible(b.unit):
        return None
    # The finer unit, so that the order of the two changes nothing.
    fine = min(a.unit, b.unit, key=lambda unit: (unit.factor or Decimal(0), unit.name))
    return a.to(fine), b.to(fine)


def _compare(a: Amount, b: Amount, policy: Policy, *, converted: bool, of: Quantity) -> Comparison:
    after = " after conversion" if converted else ""
    if (a.low, a.high) == (b.low, b.high) and a.nominal == b.nominal:
        return Comparison(Fit.EQUAL, f"the same{after}")
    gap, order = _gap(a, b)
    said = _point(a) and _point(b)
    if said and gap <= _tolerance(a, b, policy):
        return Comparison(Fit.EQUAL, "within the tolerance")
    if said and policy.rounding and gap <= max(_slack(a, of), _slack(b, of)):
        return Comparison(Fit.EQUAL, f"the same{after} once rounded")
    if order == 0:
        return Comparison(Fit.OVERLAP, _why_both(a, b))
    if gap <= _tolerance(a, b, policy) or (
        policy.rounding and gap <= max(_slack(a, of), _slack(b, of))
    ):
        return Comparison(Fit.OVERLAP, "the distance is one of rounding")
    if policy.soft and (a.soft or b.soft) and _gap(_excused(a), _excused(b))[1] == 0:
        return Comparison(Fit.OVERLAP, "the end of a loose figure is no limit")
    return Comparison(Fit.APART, "", order)


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
    return max(ends, default=Decimal(0))


def _tolerance(a: Amount, b: Amount, policy: Policy) -> Decimal:
    return max(policy.abs, policy.rel * max(_size(a), _size(b)))


def _slack(amount: Amount, of: Quantity) -> Decimal:
    """Half the place value of the last digit said, but never much of the figure itself."""
    if amount.step is None or of.dimension in _UNROUNDED:
        return Decimal(0)
    size = _size(amount)
    step = min(amount.step, Decimal(1)) if of.dimension == "percentage" else amount.step
    if of.dimension in _COUNTED:
        share = Decimal(0) if size < _EXACT_COUNTS else _ROUND_COUNT
    else:
        share = _ROUND_MEASURE
    return min(step / 2, share * size)


def _excused(amount: Amount) -> Amount:
    """The amount with its soft ends widened as far as convention can excuse."""
    if not amount.soft or amount.low is None or amount.high is None:
        return amount
    if amount.bound is Bound.VAGUE:
        low, high = amount.low / _VAGUE, amount.high * _VAGUE
    else:
        said = abs(amount.nominal) if amount.nominal is not None else _size(amount)
        low, high = said * (1 - _NEAR), said * (1 + _NEAR)
    return Amount(min(low, amount.low), max(high, amount.high), None, amount.bound, amount.unit)


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
