"""Whether two dates are the same, can both hold, or lie apart."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from xref.compare.amounts import Comparison, Fit
from xref.compare.policy import Policy
from xref.lexicon import table
from xref.model.claim import When
from xref.text.days import MONTHS, WEEKDAYS

_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_DAY_APART = timedelta(days=1)
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{1,2}")
_WORD = re.compile(r"[a-z]+")


class Dated(NamedTuple):
    """A date as written: when it is, its words, and the words right before and behind it."""

    when: When
    text: str
    before: str = ""
    after: str = ""


class _Written(NamedTuple):
    """What a date without its year says of a day: weekday and month count from 0."""

    weekday: int | None
    month: int | None
    day: int | None


def compare_dates(a: When, b: When, policy: Policy) -> Comparison:
    """Two dates as intervals of days; an open end leaves room. `policy.abs` counts days."""
    if (a.earliest, a.latest) == (b.earliest, b.latest) and a.earliest is not None:
        return Comparison(
            Fit.EQUAL, "the same day" if a.earliest == a.latest else "the same period"
        )
    gap, order = _gap(a, b)
    if order == 0:
        if a.earliest is None or b.earliest is None:
            return Comparison(Fit.OVERLAP, "one of them cannot be dated")
        if _within_a_month(a, b):
            return Comparison(Fit.EQUAL, "the one lies within the other")
        return Comparison(Fit.OVERLAP, "one is more precise than the other")
    if gap <= timedelta(days=int(policy.abs)):
        return Comparison(Fit.EQUAL, "within the tolerance")
    return Comparison(Fit.APART, "", order)


def compare_dated(a: Dated, b: Dated, policy: Policy) -> Comparison:
    """Two dates as written; what the words leave open is read as the other has it.

    A date without its year, or a weekday alone, was given the year or the week that its sentence
    makes likely, and may be of the next or the one before. Of articles without a date, weekdays and
    days of the month are compared as written. "By June" leaves room for what came before it.
    """
    if a.when.earliest is None or b.when.earliest is None:
        written = _as_written(a, b)
        if written is not None:
            return written
    taken = compare_dates(a.when, b.when, policy)
    if taken.fit is not Fit.APART:
        return _at_the_edge(a, b, taken)
    moved = _moved(a, b)
    for one, two in moved:
        found = compare_dates(one, two, policy)
        if found.fit is not Fit.APART:
            return _at_the_edge(a, b, found)
    if _room(a, b, [(a.when, b.when), *moved]):
        return Comparison(Fit.OVERLAP, "a last day leaves room for an earlier one")
    return _at_the_edge(a, b, taken)


def _moved(a: Dated, b: Dated) -> list[tuple[When, When]]:
    """The two dates, the one moved by the year or week that its words do not tell."""
    return [
        *((when, b.when) for when in _elsewhere(a.when, a.text)),
        *((a.when, when) for when in _elsewhere(b.when, b.text)),
    ]


@lru_cache(maxsize=10_000)
def _elsewhere(when: When, text: str) -> tuple[When, ...]:
    """Where a date may lie as well, as it tells no year or is a weekday alone."""
    if when.anchor is None or when.earliest is None or when.latest is None:
        return ()
    words = _WORD.findall(text.lower())
    if _YEAR.search(text) or not _anchored().isdisjoint(words):
        return ()
    weekday_alone = when.weekday is not None and not _DAY.search(text)
    out = []
    for way in (1, -1):
        ends = [
            end + way * _WEEK if weekday_alone else _in_year(end, end.year + way)
            for end in (when.earliest, when.latest)
        ]
        out.append(replace(when, earliest=ends[0], latest=ends[1]))
    return tuple(out)


@cache
def _anchored() -> frozenset[str]:
    return frozenset(table("relations")["anchored"])


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is the 28th of most."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=year, day=28) if leap else day.replace(year=year)


def _room(a: Dated, b: Dated, read: Sequence[tuple[When, When]]) -> bool:
    """Whether one of the two is a last day ("by Friday"), and the other comes before it."""
    mine, theirs = _deadline(a), _deadline(b)
    if mine == theirs:
        return False
    pairs = read if mine else [(two, one) for one, two in read]
    return any(
        last.latest is not None and day.earliest is not None and day.earliest <= last.latest
        for last, day in pairs
    )


def _as_written(a: Dated, b: Dated) -> Comparison | None:
    """Two dates by their months and days, else by their weekdays; ``None`` where neither tells."""
    one, two = _written(a), _written(b)
    if one.month is not None and two.month is not None:
        if one.month != two.month:
            return Comparison(Fit.APART, "", -1 if one.month < two.month else 1)
        if one.day is not None and two.day is not None and one.day != two.day:
            return Comparison(Fit.APART, "", -1 if one.day < two.day else 1)
        return Comparison(Fit.EQUAL, "the same day or month as written")
    if one.weekday is None or two.weekday is None:
        return None
    if one.weekday == two.weekday:
        return Comparison(Fit.EQUAL, "the same day of the week as written")
    return Comparison(Fit.APART, "", -1 if one.weekday < two.weekday else 1)


def _written(dated: Dated) -> _Written:
    """Weekday, month and day as the words tell them, the weekday of a known day added."""
    when = dated.when
    known = when.earliest if when.earliest == when.latest else None
    weekday = known.weekday() if known else None
    if when.weekday is not None:
        weekday = WEEKDAYS.index(when.weekday)
    words = _WORD.findall(dated.text.lower())
    month = next((n for n, name in enumerate(MONTHS) for w in words if _names(w, name)), None)
    day = None if month is None else _DAY.search(_YEAR.sub("", dated.text))
    return _Written(weekday, month, int(day[0]) if day else None)


def _names(word: str, month: str) -> bool:
    return word == month or (len(word) in (3, 4) and month.startswith(word))


def _at_the_edge(a: Dated, b: Dated, found: Comparison) -> Comparison:
    """What words beside a date make of it: "midnight" on it, "the end of" a month."""
    if found.fit is Fit.OVERLAP:
        for one, other in ((a, b), (b, a)):
            day = one.when.earliest if one.when.earliest == one.when.latest else None
            words = other.text.lower().split()
            if day and day == other.when.latest and "end" in words:
                return Comparison(Fit.EQUAL, "the last day of the period")
    if found.fit is not Fit.APART:
        return found
    if _gap(a.when, b.when)[0] != _DAY_APART:
        return found
    beside = f"{a.before} {a.after} {b.before} {b.after}".lower()
    if any(w in beside for w in table("relations")["midnight"]):
        return Comparison(Fit.EQUAL, "midnight parts the two days")
    return found


def _deadline(dated: Dated) -> bool:
    """Whether a date is the last of those meant ("by Friday")."""
    before = " ".join(dated.before.lower().split())
    return before.endswith(tuple(f" {word}" for word in table("relations")["deadline"]))


def _within_a_month(a: When, b: When) -> bool:
    """Whether the one lies within the other, and that is a month, a week or less."""
    for one, other in ((a, b), (b, a)):
        if None in (one.earliest, one.latest, other.earliest, other.latest):
            return False
        assert one.earliest and one.latest and other.earliest and other.latest
        inside = other.earliest <= one.earliest and one.latest <= other.latest
        if inside and other.latest - other.earliest < _MONTH:
            return True
    weeks = a.precision == b.precision == "week"
    return (
        weeks
        and a.earliest is not None
        and b.earliest is not None
        and (abs(a.earliest - b.earliest) < _WEEK / 2)
    )


def _gap(a: When, b: When) -> tuple[timedelta, int]:
    if _before(a.latest, b.earliest):
        assert a.latest is not None and b.earliest is not None
        return b.earliest - a.latest, -1
    if _before(b.latest, a.earliest):
        assert b.latest is not None and a.earliest is not None
        return a.earliest - b.latest, 1
    return timedelta(0), 0


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start
