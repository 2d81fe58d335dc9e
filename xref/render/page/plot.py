"""Where a slot's figures lie on one axis: the geometry of a small picture.

A point is a dot, a range a bar, an open end an arrow to the edge. The picture stands beside a
table with the same figures, so that nothing in it is only to be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, log10

from xref.model.relation import SEVERITY
from xref.render import words

WIDTH = 340.0
_LEFT, _RIGHT = 10.0, 330.0
_TOP, _ROW = 10.0, 40.0
_LETTER = 6.6
_ROWS = 12
_LOG_FROM = 60
_LOG_ABOVE = 1e-6


@dataclass(frozen=True, slots=True)
class Interval:
    """One outlet's interval; an open end is ``None``. `soft`: its ends are convention.

    `says` are the outlet's words, `read_as` what they were read as; `when` is the day, where the
    figure moved in time.
    """

    outlet: str
    low: float | None
    high: float | None
    relation: str
    says: str
    read_as: str
    soft: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the picture in its own coordinates; `left` and `right` say which ends are open."""

    outlet: str
    says: str
    read_as: str
    relation: str
    y: float
    x1: float
    x2: float
    left: bool
    right: bool
    soft: bool
    when: str = ""

    @property
    def point(self) -> bool:
        """Whether the row is a single value."""
        return not (self.left or self.right) and self.x2 - self.x1 < 1


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis; `anchor` is SVG's text-anchor."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture: rows from top to bottom, ticks from left to right."""

    title: str
    desc: str
    height: float
    axis: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    width: float = WIDTH
    left: float = _LEFT
    right: float = _RIGHT

    @property
    def in_time(self) -> bool:
        """Whether the rows go from the earliest to the latest."""
        return any(row.when for row in self.rows)

    @property
    def mixed(self) -> bool:
        """Whether the rows bear different relations."""
        return len({row.relation for row in self.rows}) > 1


def _gathered(intervals: Sequence[Interval]) -> list[Interval]:
    """`intervals`; where they are too many for a picture, one for all outlets that say the same."""
    if len(intervals) <= _ROWS:
        return list(intervals)
    alike: dict[tuple[object, ...], list[Interval]] = {}
    for each in intervals:
        alike.setdefault((each.low, each.high, each.soft), []).append(each)
    out = []
    for same in list(alike.values())[:_ROWS]:
        worst = max(same, key=lambda each: SEVERITY.get(each.relation, 0))
        more = f" and {len(same) - 1} more" if len(same) > 1 else ""
        out.append(replace(worst, outlet=f"{same[0].outlet}{more}", when=same[0].when))
    return out


def worth_plotting(intervals: Sequence[Interval]) -> bool:
    """Whether looking beats reading: unlike figures, and three of them or one with an extent."""
    bounds = {(each.low, each.high) for each in intervals}
    extended = any(low != high for low, high in bounds)
    known = any(end is not None for pair in bounds for end in pair)
    return known and len(bounds) > 1 and (extended or len(intervals) > 2)


def _steps(low: float, high: float) -> list[float]:
    """Three to six round numbers between `low` and `high`, in steps of 1, 2 or 5 × 10ⁿ."""
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    size = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first, last = ceil(low / size - 1e-9), floor(high / size + 1e-9)
    return [round(number * size, 10) for number in range(first, last + 1)]


def _powers(low: float, high: float) -> list[float]:
    """Powers of ten between `low` and `high`, thinned to at most six."""
    first, last = ceil(log10(low) - 1e-9), floor(log10(high) + 1e-9)
    every = max(1, ceil((last - first + 1) / 6))
    return [10.0**power for power in range(first, last + 1, every)]


def _day(ordinal: float) -> str:
    """A day as "3 Mar 2031"."""
    number, month, year = words.day(date.fromordinal(int(ordinal))).split()
    return f"{number} {month[:3]} {year}"


def _days(low: float, high: float) -> list[float]:
    """Two to five days between `low` and `high`, both given as ordinals."""
    every = max(1, ceil((high - low) / 4))
    return [float(day) for day in range(ceil(low), floor(high) + 1, every)]


class _Axis:
    """Numbers to horizontal places, linear or logarithmic."""

    def __init__(self, values: Sequence[float], of_days: bool) -> None:
        low, high = min(values), max(values)
        self.log = not of_days and low >= _LOG_ABOVE and high / low >= _LOG_FROM
        if self.log:
            self.low, self.high = low / 1.6, high * 1.6
        else:
            margin = (high - low) * 0.12 or max(abs(low) * 0.2, 1.0)
            self.low, self.high = low - margin, high + margin
            if low >= 0 > self.low and not of_days:
                self.low = 0.0
        self.of_days = of_days

    def x(self, value: float) -> float:
        if self.log:
            share = log10(value / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def ticks(self, unit: str | None) -> tuple[Tick, ...]:
        """Labels that do not touch; the first one names the unit."""
        if self.of_days:
            marks = [(at, _day(at)) for at in _days(self.low, self.high)]
        else:
            steps = _powers if self.log else _steps
            marks = [(at, words.plain(round(at, 6))) for at in steps(self.low, self.high)]
            marks[:1] = [(at, words.in_unit(label, unit)) for at, label in marks[:1]]
        ticks, free = [], 0.0
        for at, label in marks:
            x, half = self.x(at), len(label) * _LETTER / 2
            anchor = "start" if x - half < 0 else "end" if x + half > WIDTH else "middle"
            left = x if anchor == "start" else x - 2 * half if anchor == "end" else x - half
            if left >= free:
                ticks.append(Tick(x, label, anchor))
                free = left + 2 * half + _LETTER
        return tuple(ticks)


def plot_of(
    title: str, intervals: Sequence[Interval], of_days: bool = False, unit: str | None = None
) -> Plot | None:
    """The picture of `intervals`, in their order; ``None`` where it would show nothing.

    All ends are in `unit`, or ordinals of days (`of_days`). Past twelve, outlets that say the same
    share a row.
    """
    values = [end for each in intervals for end in (each.low, each.high) if end is not None]
    if not worth_plotting(intervals) or max(abs(value) for value in values) > 1e300:
        return None
    axis = _Axis(values, of_days)
    intervals, rows = _gathered(intervals), []
    for number, each in enumerate(intervals):
        rows.append(
            Row(
                outlet=each.outlet,
                says=each.says,
                read_as=each.read_as,
                relation=each.relation,
                y=_TOP + number * _ROW + 26,
                x1=_LEFT if each.low is None else axis.x(each.low),
                x2=_RIGHT if each.high is None else axis.x(each.high),
                left=each.low is None,
                right=each.high is None,
                soft=each.soft,
                when=each.when,
            )
        )
    bottom = _TOP + len(rows) * _ROW + 4
    desc = "; ".join(f"{each.outlet}: {each.read_as}" for each in intervals)
    scale = " (logarithmic scale)" if axis.log else ""
    scale += ", from the earliest to the latest" if any(each.when for each in intervals) else ""
    ticks = axis.ticks(unit)
    return Plot(f"{title}{scale}", desc, bottom + 24, bottom, tuple(rows), ticks)
