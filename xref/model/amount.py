"""Figures as intervals.

"At least 40", "about 40", "3-5" and "tens of thousands" are one type. Values are exact
(`Decimal`); a soft end is convention, not a limit, and is marked as such.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


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
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)

    def convertible(self, other: "Unit") -> bool:
        """Whether a value in this unit can be stated in `other`."""
        if self.name == other.name:
            return True
        return (
            self.dimension == other.dimension
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
            return (value + mine.offset) * ours / theirs - unit.offset

        return Amount(
            low=scaled(self.low),
            high=scaled(self.high),
            nominal=scaled(self.nominal),
            bound=self.bound,
            unit=unit,
            step=None if self.step is None else self.step * ours / theirs,
        )
