"""How the values of two records lie to each other, as a ladder of levels."""

import math
from decimal import Decimal
from functools import lru_cache

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_in_unit
from xref.compare.dates import Dated, compare_dated
from xref.compare.units import in_one_unit
from xref.link.match.bands import band
from xref.link.match.rarity import Rarity
from xref.link.match.side import Side
from xref.model.amount import Amount, Bound
from xref.model.claim import Date, Quantity


def value(a: Side, b: Side, _: Rarity) -> str:
    """How the values lie to each other; digits that slipped tell more than a distance."""
    one, two = a.claim.value, b.claim.value
    if isinstance(one, Date) and isinstance(two, Date):
        return _of_dates(Dated(one.when, a.claim.text), Dated(two.when, b.claim.text))
    assert isinstance(one, Quantity) and isinstance(two, Quantity)
    same = in_one_unit(one, two)
    fit = compare_in_unit(one, two, same, DEFAULT).fit
    if same is None:
        return _apart_in_unit(one.amount.nominal, two.amount.nominal)
    x, y = _middle(same.a), _middle(same.b)
    if fit is Fit.APART and one.amount.nominal and one.amount.nominal == two.amount.nominal:
        return _apart_in_unit(one.amount.nominal, two.amount.nominal)
    if fit is Fit.EQUAL:
        return f"equal, {_telling(x, two.amount.nominal)}"
    if not x or not y:
        return "can both hold" if fit is Fit.OVERLAP else "apart"
    distance = abs(math.log(float(abs(x / y))))
    if fit is Fit.OVERLAP:
        return "can both hold, near" if distance < _NEAR else "can both hold"
    if sorted(_said(x)) == sorted(_said(y)):
        if _digits(x) == 1:
            return "a nought more"
        return "a point slipped" if _said(x) == _said(y) else "digits slipped"
    if a.dimension == b.dimension and max(x, y) <= _SMALL and abs(x - y) <= _A_FEW:
        return "a few apart"
    return band(distance, (0.35, 1.1, 2.3), ("near", "apart", "far", "very far"))


_NEAR = 0.2
_SMALL, _A_FEW = 20, 3
"""Of small numbers the distance tells more than the share: 2 and 5 lie as near as 17 and 20."""


def _middle(amount: Amount) -> Decimal | None:
    """The number said; of a range the middle. Vague words say none."""
    if amount.bound is Bound.RANGE and amount.low is not None and amount.high is not None:
        return (amount.low + amount.high) / 2
    return amount.nominal


def _of_dates(a: Dated, b: Dated) -> str:
    """The level of two dates: how sharp they are where they agree, how near where they do not."""
    fit = compare_dated(a, b, DEFAULT).fit
    one, two = a.when, b.when
    sharp = one.precision == two.precision == "day"
    if fit is Fit.EQUAL:
        return "equal, days" if sharp else "equal, periods"
    if fit is Fit.OVERLAP:
        return "can both hold"
    if not sharp:
        return "apart, periods" if one.precision == two.precision else "apart"
    if one.earliest is None or two.earliest is None:
        return "days apart"
    gap = abs(one.earliest - two.earliest).days
    if gap <= 1:
        return "a day apart"
    same = (one.earliest.day == two.earliest.day) + (one.earliest.month == two.earliest.month)
    return "days apart" if gap < _WEEK else "a part slipped" if same else "apart"


_WEEK = 7


def _telling(x: Decimal | None, y: Decimal | None) -> str:
    digits = max(_digits(x), _digits(y))
    return "one digit" if digits <= 1 else "two digits" if digits == 2 else "three digits"


def _apart_in_unit(x: Decimal | None, y: Decimal | None) -> str:
    """The level of two numbers in units that do not convert."""
    if x and x == y:
        return f"one number in two units, {_telling(x, y)}"
    return "no common unit"


@lru_cache(maxsize=10_000)
def _said(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits)).strip("0")


def _digits(number: Decimal | None) -> int:
    return len(_said(number)) if number else 0
