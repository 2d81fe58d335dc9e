"""Calendar arithmetic: what a day, week, month or decade is, seen from a day of publication."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date, date]
"""A stretch of days, both ends included."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Edge:
    """Days at the beginning of a longer period, or at its end where `count` is negative.

    `weekday` names the day of the week that is counted ("the second Sunday of May"); with -1 it is
    the `count` days, weeks or months (`unit`) at that end ("the last five days of May").
    """

    count: int
    unit: str = "day"
    weekday: int = -1


@dataclass(frozen=True, slots=True)
class Rule:
    """How a date that is not complete in itself follows from another day.

    `kind` names the rule; the other fields are what it needs: days (`offset` from the day),
    night (the day before and the day), weekday (`weekday`, `offset` -1 last, 0 unsaid, 1 next),
    date (`month`, `day`, `until`), month, period (`unit`, `offset`, `part`), ago (`offset` in
    `unit`), span (the `offset` units up to the day), shift (`offset` days from a day that is told
    elsewhere), quarter (`month` is its number), season (`unit`, `offset`). A weekday with the
    `unit` week is the one a week after the next ("Friday week"). `edge` is the end of the found
    period that is meant.
    """

    kind: str
    offset: int = 0
    unit: str = "day"
    month: int = 0
    day: int = 0
    until: int = 0
    weekday: int = -1
    part: str | None = None
    edge: Edge | None = None


def clamp(year: int) -> int:
    """The nearest year that a date can have."""
    return min(max(year, 1), 9999)


def year_of(year: int, last: int | None = None) -> Days:
    """The days of a year, or of the years up to `last`."""
    return date(clamp(year), 1, 1), date(clamp(last if last is not None else year), 12, 31)


def month_of(year: int, month: int) -> Days:
    """The days of a month."""
    year = clamp(year)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def quarter_of(year: int, quarter: int) -> Days:
    """The days of a quarter, 1 to 4."""
    return month_of(year, quarter * 3 - 2)[0], month_of(year, quarter * 3)[1]


def season_of(year: int, months: tuple[int, int]) -> Days:
    """The days of a season that begins in `year`; winter ends in the next."""
    first, last = months
    return month_of(year, first)[0], month_of(year + (last < first), last)[1]


def part_of(days: Days, part: str | None, today: date | None = None) -> Days:
    """The third, or the rest, of a stretch of days.

    "early" is its first third, "mid" the middle, "late" and "the end of" the last third;
    "earlier this year" what is gone of it by `today`, "later this year" what is left.
    """
    first, last = days
    if part == "gone" and today is not None and first <= today:
        return first, min(today, last)
    if part == "rest" and today is not None and today <= last:
        return max(today, first), last
    length = (last - first).days + 1
    if first.day == 1 and first.month == 1 and last.month == 12 and first.year == last.year:
        bounds = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}.get(part or "")
        if bounds:
            return month_of(first.year, bounds[0])[0], month_of(first.year, bounds[1])[1]
    if _whole_years(first, last):
        return _part_of_years(first.year, last.year, part)
    third = length // 3
    if part == "first":
        return first, first + third * _DAY
    if part == "middle":
        return first + third * _DAY, last - third * _DAY
    if part == "last":
        return last - third * _DAY, last
    if part in ("half1", "half2"):
        middle = first + (length // 2) * _DAY
        if first.day == 1 and first.month == 1 and last.month == 12:
            middle = date(first.year, 7, 1)
        return (first, middle - _DAY) if part == "half1" else (middle, last)
    return days


def edge_of(days: Days, edge: Edge) -> Days | None:
    """The days at an end of a period; ``None`` where it holds no such day."""
    first, last = days
    if edge.weekday >= 0:
        if edge.count > 0:
            ahead = (edge.weekday - first.weekday()) % 7 + 7 * (edge.count - 1)
            day = first + ahead * _DAY
        else:
            day = last - ((last.weekday() - edge.weekday) % 7 + 7 * (-edge.count - 1)) * _DAY
        return (day, day) if first <= day <= last else None
    if edge.unit == "month" and first.day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if abs(edge.count) > months:
            return None
        if edge.count > 0:
            index = first.year * 12 + first.month - 2 + edge.count
            return first, month_of(index // 12, index % 12 + 1)[1]
        index = last.year * 12 + last.month + edge.count
        return month_of(index // 12, index % 12 + 1)[0], last
    length = round(abs(edge.count) * _DAYS_IN[edge.unit]) - 1
    if length > (last - first).days:
        return None
    return (first, first + length * _DAY) if edge.count > 0 else (last - length * _DAY, last)


def _whole_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (
        1,
        1,
        12,
        31,
    ) and first.year < last.year


def _part_of_years(first: int, last: int, part: str | None) -> Days:
    """The part of a decade or century, in whole years: the early 2000s are 2000 to 2003."""
    third = (last - first + 1) // 3
    starts = {"first": first, "middle": last + 1 - 2 * third, "last": last + 1 - third}
    ends = {"first": last - 2 * third, "middle": last - third, "last": last}
    if part in starts:
        return year_of(starts[part], ends[part])
    return year_of(first, last)


def period(today: date, unit: str, offset: int) -> Days | None:
    """The calendar period `offset` units away from the one that `today` lies in."""
    try:
        return _period(today, unit, offset)
    except (OverflowError, ValueError):
        return None


def _period(today: date, unit: str, offset: int) -> Days | None:
    if unit == "day":
        day = today + offset * _DAY
        return day, day
    if unit in ("week", "fortnight"):
        monday = today - today.weekday() * _DAY + offset * 7 * _DAY
        return monday, monday + 6 * _DAY
    if unit == "weekend":
        saturday = today - today.weekday() * _DAY + 5 * _DAY + offset * 7 * _DAY
        if offset == -1 and today.weekday() >= 5:
            return saturday, saturday + _DAY
        return saturday, saturday + _DAY
    if unit == "month":
        index = today.year * 12 + today.month - 1 + offset
        return month_of(index // 12, index % 12 + 1)
    if unit == "quarter":
        index = today.year * 4 + (today.month - 1) // 3 + offset
        return quarter_of(index // 4, index % 4 + 1)
    if unit == "year":
        return year_of(today.year + offset)
    if unit == "decade":
        start = (today.year // 10 + offset) * 10
        return year_of(start, start + 9)
    if unit == "century":
        start = ((today.year - 1) // 100 + offset) * 100 + 1
        return year_of(start, start + 99)
    return None


def weekday_near(today: date, weekday: int, offset: int, forward: bool) -> date:
    """The day of the week that a news story of `today` means.

    Without "last" or "next" it is the nearest on or before publication; with a future tense the
    nearest on or after it; "last" and "next" leave out the day itself.
    """
    back = (today.weekday() - weekday) % 7
    ahead = (weekday - today.weekday()) % 7
    if offset < 0:
        return today - (back or 7) * _DAY
    if offset > 0:
        return today + (ahead or 7) * _DAY
    return today + ahead * _DAY if forward else today - back * _DAY


def ago(today: date, unit: str, count: int) -> tuple[Days, str] | None:
    """The days that so many units ago (negative) or from now may mean, and how precise that is."""
    try:
        if unit == "day":
            day = today + count * _DAY
            return (day, day), "day"
        if unit in ("week", "fortnight", "weekend"):
            day = today + count * (14 if unit == "fortnight" else 7) * _DAY
            return (day - 3 * _DAY, day + 3 * _DAY), "week"
        if unit in ("month", "year"):
            days = _period(today, unit, count)
            return None if days is None else (days, unit)
        if unit == "quarter":
            days = _period(today, "quarter", count)
            return None if days is None else (days, "quarter")
        if unit in ("decade", "century"):
            years = count * (10 if unit == "decade" else 100)
            around = abs(years) // 10
            return year_of(today.year + years - around, today.year + years + around), "period"
    except (OverflowError, ValueError):
        return None
    return None


_DAYS_IN = {
    "day": 1,
    "week": 7,
    "weekend": 7,
    "fortnight": 14,
    "month": 30.4375,
    "quarter": 91.3125,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525,
}


def span_to(today: date, unit: str, count: int) -> Days | None:
    """The `count` units up to today (negative) or from today on."""
    length = _DAYS_IN.get(unit)
    if length is None:
        return None
    try:
        other = today + timedelta(days=round(count * length))
    except OverflowError:
        return None
    return (other, today) if count < 0 else (today, other)
