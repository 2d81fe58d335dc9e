"""Two amounts stated in one unit, also where one leaves its unit out."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from xref.compare.policy import Policy
from xref.lexicon import table
from xref.model.amount import Amount, Unit
from xref.model.claim import Quantity

_PERCENT = Unit("percentage", "percentage")
_HUNDRED = Decimal(100)


class Same(NamedTuple):
    """Two amounts in one unit, each with its dimension, and how they came to it (in words)."""

    a: Amount
    b: Amount
    dimensions: tuple[str, str]
    how: str = ""


def in_one_unit(a: Quantity, b: Quantity) -> Same | None:
    """Both amounts in one unit, or ``None`` where they do not convert without a rate.

    Tried in this order: as stated (a share of a whole as per cent, a conversion in brackets for the
    figure itself); a rate beside a figure that leaves out what it is per ("$22 per share", "$22");
    a bare number beside one with a unit ("seven years", "jailed for seven").
    """
    dimensions = a.dimension, b.dimension
    if _stated_alike(a, b):
        return Same(a.amount, b.amount, dimensions)
    for mine in (percent(a), a.also):
        for theirs in (percent(b), b.also):
            if mine is None or theirs is None:
                continue
            same = _converted(mine, theirs)
            if same is not None:
                how = "" if named(mine) == named(theirs) else " after conversion"
                return Same(*same, dimensions, how)
    rate = _of_rates(a, b)
    if rate is not None:
        return rate
    for bare, other in ((a, b), (b, a)):
        if other.amount.unit is None or not _bare(bare, other.amount.unit):
            continue
        amount = replace(bare.amount, unit=other.amount.unit)
        pair = (amount, other.amount) if bare is a else (other.amount, amount)
        return Same(*pair, (other.dimension, other.dimension), ", the unit left out in one")
    return None


def _stated_alike(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are in one unit as they stand, as most are."""
    one, two = a.amount.unit, b.amount.unit
    if one is None or two is None:
        return one is two and "share" not in (a.dimension, b.dimension)
    return one.name == two.name


def allowed(policy: Policy, unit: Unit | None) -> Decimal:
    """The distance `policy.abs` between figures in a unit; 0 where it does not convert to that."""
    own = policy.unit
    if own is None or unit is None:
        return policy.abs if own is unit else Decimal(0)
    one, two = _alike(own, unit), _alike(unit, own)
    if one.name == two.name:
        return policy.abs
    if not one.convertible(two):
        return Decimal(0)
    assert one.factor is not None and two.factor is not None
    return policy.abs * one.factor / two.factor


def percent(quantity: Quantity) -> Amount:
    """The amount, a share of a whole ("nine-tenths") stated in per cent."""
    amount = quantity.amount
    if quantity.dimension != "share" or amount.unit is not None:
        return amount
    return replace(amount.scaled(_HUNDRED), unit=_PERCENT)


def named(amount: Amount) -> str:
    """The name of an amount's unit."""
    return amount.unit.name if amount.unit else "a plain number"


def _bare(quantity: Quantity, unit: Unit | None = None) -> bool:
    """Whether a number tells neither its unit nor what it counts, or counts just that unit.

    "Three more years" are three years, and "the 35th day" comes after 35 days.
    """
    if unit is not None and quantity.counted == unit.name:
        return quantity.dimension in ("count", "ordinal")
    return (
        quantity.dimension == "count"
        and quantity.amount.unit is None
        and quantity.counted is None
        and quantity.measure is None
    )


def _converted(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    if a.unit is None or b.unit is None:
        return (a, b) if a.unit is b.unit else None
    if a.unit.name == b.unit.name:
        return a, b
    one, two = _alike(a.unit, b.unit), _alike(b.unit, a.unit)
    if not one.convertible(two):
        return None
    # The finer unit, so that the order of the two changes nothing.
    fine = min(one, two, key=lambda unit: (unit.factor or Decimal(0), unit.name))
    return replace(a, unit=one).to(fine), replace(b, unit=two).to(fine)


def _alike(unit: Unit, other: Unit) -> Unit:
    """The unit, read as what it says beside the other.

    An age is a time, a point beside a percentage point is one, a degree is of the other's scale
    and a cent of the other's currency.
    """
    if {unit.dimension, other.dimension} == {"age", "duration"}:
        return replace(unit, dimension="duration")
    if unit.dimension == "points" and other.family == "point":
        return Unit("percentage point", "percentage", Decimal(1), family="point")
    if unit.dimension == other.dimension == "temperature" and unit.factor is None:
        return other
    minor = unit.name in table("relations")["minor"] and other.dimension == unit.dimension
    if minor and other.family and other.factor is not None:
        return replace(unit, family=other.family)
    return unit


def _of_rates(a: Quantity, b: Quantity) -> Same | None:
    """The two, where at least one is a rate, without what they are per."""
    mine, theirs = _numerator(a, b), _numerator(b, a)
    if mine is None and theirs is None:
        return None
    same = _converted(mine or a.amount, theirs or b.amount)
    if same is None:
        return None
    dimension = same[0].unit.dimension if same[0].unit else "count"
    how = ", what it is per left out in one" if mine is None or theirs is None else ""
    return Same(*same, (dimension, dimension), how)


def _numerator(quantity: Quantity, other: Quantity) -> Amount | None:
    """What a rate counts ("dollar per year": dollar), ``None`` where it is no rate."""
    amount, beside = quantity.amount, other.amount.unit
    if amount.unit is None or quantity.dimension != "rate":
        return None
    head = amount.unit.name.partition(" per ")[0]
    if beside is None:
        return replace(amount, unit=None) if _bare(other) or other.counted == head else None
    if beside.name == head:
        return replace(amount, unit=beside)
    factor = Decimal(str(table("relations")["minor"].get(head, 1)))
    return replace(amount, unit=Unit(head, "money", factor, family=head))
