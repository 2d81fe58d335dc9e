"""Figures as intervals, and their algebra.

"At least 40", "about 40", "3-5" and "tens of thousands" are one type. Values are exact
(`Decimal`); a soft end is convention, not a limit, and is marked as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

_WIDE = Context(prec=60)
_KEPT = Context(prec=40)
_SHORT = Context(prec=25)
_SNAP = Decimal("1e-30")
_EXACT = Context(prec=400)


class Bound(StrEnum):
    """How a figure was hedged; the values are those of the published JSON."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit of measurement.

    `name` is lower case and singular ("hour", "dollar", "mile per hour"). One of it is
    `factor` of the dimension's base unit (second, metre, kilogram, ...), after `offset` was added
    (temperatures only). A `factor` of ``None`` says that the unit converts to no other.
    Where a dimension falls into parts that do not convert (currencies), `family` names the part.
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)
    family: str = ""

    def convertible(self, other: "Unit") -> bool:
        """Whether a value in this unit can be stated in `other`."""
        if self.name == other.name:
            return True
        return (
            self.dimension == other.dimension
            and self.family == other.family
            and self.factor is not None
            and other.factor is not None
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """An interval ``[low, high]`` in `unit`, either end open (``None``), never empty.

    `nominal` is the number said, scaled to `unit`; ``None`` where no number was said.
    `step` is the place value of the last significant digit as written: 100,000 said
    in digits has step 100000, "104,300" has 100, "7.25" 0.01; ``None`` where nothing was written.
    `unit` is ``None`` for a plain count.

    Raises:
        ValueError: when `low` is above `high`.
    """

    low: Decimal | None
    high: Decimal | None
    nominal: Decimal | None
    bound: Bound
    unit: Unit | None = None
    step: Decimal | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an empty interval: {self.low} to {self.high}")

    @property
    def soft(self) -> bool:
        """Whether an end of the interval is convention (about, nearly, vague), not a limit."""
        return self.bound in (Bound.ABOUT, Bound.NEARLY, Bound.VAGUE)

    def overlaps(self, other: "Amount") -> bool:
        """Whether one value can satisfy both; units must be the same."""
        below = self.high is None or other.low is None or other.low <= self.high
        above = self.low is None or other.high is None or self.low <= other.high
        return below and above

    def contains(self, other: "Amount") -> bool:
        """Whether every value of `other` lies inside; units must be the same."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def to(self, unit: Unit) -> "Amount":
        """The same amount stated in `unit`, exactly.

        Raises:
            ValueError: when the units do not convert.
        """
        mine = self.unit
        if mine is None or not mine.convertible(unit):
            raise ValueError(f"{mine.name if mine else 'a count'} does not convert to {unit.name}")
        if mine.name == unit.name:
            return replace(self, unit=unit)
        assert mine.factor is not None and unit.factor is not None
        ours, theirs = mine.factor, unit.factor

        def scaled(value: Decimal | None) -> Decimal | None:
            if value is None:
                return None
            shifted = _WIDE.multiply(_WIDE.add(value, mine.offset), ours)
            told = _WIDE.subtract(_WIDE.divide(shifted, theirs), unit.offset)
            # What two offsets leave of nought is no value.
            return Decimal(0) if unit.offset and abs(told) < _SNAP else _snapped(told)

        step = self.step
        if step is not None:
            step = _snapped(_WIDE.divide(_WIDE.multiply(step, ours), theirs))
        return Amount(
            low=scaled(self.low),
            high=scaled(self.high),
            nominal=scaled(self.nominal),
            bound=self.bound,
            unit=unit,
            step=step,
        )

    def convertible(self, other: "Amount") -> bool:
        """Whether the two can be stated in one unit; two plain counts can."""
        if self.unit is None or other.unit is None:
            return self.unit is other.unit
        return self.unit.convertible(other.unit)

    def like(self, other: "Amount") -> "Amount":
        """The same amount stated in the unit of `other`.

        Raises:
            ValueError: when the units do not convert, or only one of the two is a plain count.
        """
        if other.unit is None:
            if self.unit is None:
                return self
            raise ValueError(f"{self.unit.name} does not convert to a count")
        return self.to(other.unit)

    def scaled(self, factor: Decimal) -> "Amount":
        """`factor` times the amount; a negative factor turns the interval and its bound round."""
        ends = [None if e is None else _EXACT.multiply(e, factor) for e in (self.low, self.high)]
        bound = self.bound
        if factor < 0:
            ends.reverse()
            bound = _TURNED.get(bound, bound)
        return Amount(
            low=ends[0],
            high=ends[1],
            nominal=None if self.nominal is None else _EXACT.multiply(self.nominal, factor),
            bound=bound,
            unit=self.unit,
            step=None if self.step is None else _EXACT.multiply(self.step, abs(factor)),
        )

    def widened(self, by: Decimal = Decimal(0), rel: Decimal = Decimal(0)) -> "Amount":
        """The interval with both closed ends moved out, by `by` units and `rel` of the end's size.

        `nominal` and `bound` stay what was said. Widening never makes two amounts disjoint.

        Raises:
            ValueError: when `by` or `rel` is negative.
        """
        if by < 0 or rel < 0:
            raise ValueError("an interval is widened by something, not narrowed")
        low, high = self.low, self.high
        return replace(
            self,
            low=None if low is None else _EXACT.subtract(low, _margin(low, by, rel)),
            high=None if high is None else _EXACT.add(high, _margin(high, by, rel)),
        )

    def plus(self, other: "Amount") -> "Amount":
        """The sum, in this amount's unit: ends add up, an open end stays open.

        The bound is the one that both share or that the only inexact part has; parts hedged on
        opposite sides give a vague sum. `step` is the coarser of the two.

        Raises:
            ValueError: when the units do not convert.
        """
        other = other.like(self)
        return Amount(
            low=_sum(self.low, other.low),
            high=_sum(self.high, other.high),
            nominal=_sum(self.nominal, other.nominal),
            bound=_joint(self.bound, other.bound),
            unit=self.unit,
            step=max((s for s in (self.step, other.step) if s is not None), default=None),
        )

    def rounds_to(self, other: "Amount") -> bool:
        """Whether this number, rounded to the last place that `other` was written to, is `other`.

        104,300 rounds to 104,000 and to 100,000, but 100,000 does not round to 104,300.
        Halves round away from zero, as newsrooms do, or down. False where a number is missing or
        the units do not convert.
        """
        if not self.convertible(other):
            return False
        mine = self.like(other).nominal
        if mine is None or other.nominal is None or not other.step:
            return mine is not None and mine == other.nominal
        places = abs(_WIDE.divide(mine, other.step))
        whole = abs(_WIDE.divide(other.nominal, other.step))
        if mine * other.nominal < 0:
            return False
        return whole in (
            places.quantize(Decimal(1), ROUND_HALF_UP, _EXACT),
            (places - Decimal("0.5")).to_integral_value("ROUND_CEILING"),
        )

    def equal_as_rounded(self, other: "Amount") -> bool:
        """Whether the two numbers are one after rounding the finer to the coarser; symmetric."""
        return self.rounds_to(other) or other.rounds_to(self)


_TURNED = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
}
_FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_CEILINGS = frozenset({Bound.LESS_THAN, Bound.AT_MOST})


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of one amount or more, in the unit of the first.

    Raises:
        ValueError: when there is none, or units do not convert.
    """
    parts = list(amounts)
    if not parts:
        raise ValueError("a sum of nothing")
    result = parts[0]
    for part in parts[1:]:
        result = result.plus(part)
    return result


def _snapped(value: Decimal) -> Decimal:
    """`value` without the dust of a division, so that a conversion there and back is exact.

    Exact for values of up to 25 significant digits.
    """
    short = _SHORT.plus(value)
    if abs(_WIDE.subtract(value, short)) <= _WIDE.multiply(abs(value), _SNAP):
        return short
    return _KEPT.plus(value)


def _margin(end: Decimal, by: Decimal, rel: Decimal) -> Decimal:
    return _EXACT.add(by, _EXACT.multiply(abs(end), rel))


def _sum(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else _EXACT.add(a, b)


def _joint(a: Bound, b: Bound) -> Bound:
    kinds = {a, b} - {Bound.EXACT}
    if not kinds:
        return Bound.EXACT
    if len(kinds) == 1:
        return kinds.pop()
    if kinds == _FLOORS:
        return Bound.MORE_THAN
    if kinds == _CEILINGS:
        return Bound.LESS_THAN
    return Bound.VAGUE
