"""Relative dates made days: against the day of publication, or the nearest full date."""

from dataclasses import replace
from datetime import date, timedelta

from xref.model.claim import When
from xref.quantity import calendar
from xref.quantity.calendar import Days, Rule
from xref.quantity.date_words import CalendarWords, DateMention

_WIDEST = 31
"""A publication known no closer than this many days resolves no weekday."""
_MONTHS = 12
"""How many months away a weekday that is such a day of a month may lie."""
_LATER = {"week": 7, "fortnight": 14}
"""Days after the next such day of the week: "Friday week"."""


def settle(mention: DateMention, published: Days | None, words: CalendarWords) -> When:
    """The days of a mention, as far as they can be known.

    `published` is the stretch of days in which the article appeared. Where it is longer
    than a day, the answer covers every day that it allows. Without it a weekday is looked
    for next to the nearest full date of the text. `anchor` says what was used. What cannot
    be known stays ``None``.
    """
    rule = mention.rule
    if rule is None or mention.when.earliest is not None:
        return mention.when
    if rule.kind == "shift":
        return _shifted(mention, rule)
    if published is None:
        return _near(mention, rule)
    first, last = published
    ends = [_days(rule, day, mention.forward, words) for day in dict.fromkeys((first, last))]
    if any(end is None for end in ends):
        return mention.when
    days = [end for end in ends if end is not None]
    fine = mention.when.precision in ("day", "week")
    if fine and (last - first).days > (6 if rule.kind == "weekday" else _WIDEST):
        return mention.when
    low, high = min(d[0] for d in days), max(d[1] for d in days)
    anchor = f"published {first}" if first == last else f"published {first} to {last}"
    return replace(mention.when, earliest=low, latest=high, anchor=anchor)


def _near(mention: DateMention, rule: Rule) -> When:
    near = mention.near
    if near is None:
        return mention.when
    if rule.kind == "weekday" and not rule.offset:
        ahead = (rule.weekday - near.weekday()) % 7
        day = near + timedelta(days=ahead if ahead <= 3 else ahead - 7)
        return replace(mention.when, earliest=day, latest=day, anchor=f"beside {near}")
    return mention.when


def _shifted(mention: DateMention, rule: Rule) -> When:
    near = mention.near
    if near is None or rule.unit not in ("day", "week"):
        return mention.when
    try:
        day = near + timedelta(days=rule.offset * (7 if rule.unit == "week" else 1))
    except OverflowError:
        return mention.when
    slack = timedelta(days=3 if rule.unit == "week" else 0)
    return replace(
        mention.when, earliest=day - slack, latest=day + slack, anchor=f"counted from {near}"
    )


def _days(rule: Rule, today: date, forward: bool, words: CalendarWords) -> Days | None:
    """The days that a rule gives on one day of publication."""
    try:
        days = _ruled(rule, today, forward, words)
        return days if rule.edge is None or days is None else calendar.edge_of(days, rule.edge)
    except (OverflowError, ValueError):
        return None


def _ruled(rule: Rule, today: date, forward: bool, words: CalendarWords) -> Days | None:
    kind = rule.kind
    if kind == "days":
        day = today + timedelta(days=rule.offset)
        return day, day
    if kind == "night":
        return today - timedelta(days=1), today
    if kind == "weekday":
        later = _LATER.get(rule.unit, 0)
        day = calendar.weekday_near(today, rule.weekday, rule.offset, forward or later > 0)
        return day + timedelta(later), day + timedelta(later)
    if kind == "monthday":
        return _month_day(rule, today, forward)
    if kind == "date":
        return _date(rule, today, forward)
    if kind == "month":
        return _month(rule, today, forward)
    if kind == "period":
        days = calendar.period(today, rule.unit, rule.offset)
        return None if days is None else calendar.part_of(days, rule.part, today)
    if kind == "ago":
        found = calendar.ago(today, rule.unit, rule.offset)
        return None if found is None else found[0]
    if kind in ("span", "stretch"):
        return calendar.span_to(today, rule.unit, rule.offset)
    if kind == "quarter":
        return _quarter(rule, today)
    if kind == "season":
        return _season(rule, today, words)
    return None


def _date(rule: Rule, today: date, forward: bool) -> Days | None:
    if rule.part == "year":
        years = [today.year + rule.offset]
    elif forward:
        years = [today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4]
    else:
        years = [today.year - n for n in range(5)]
    for year in years:
        day = calendar.day_of(year, rule.month, rule.day)
        until = calendar.day_of(year, rule.month, rule.until)
        if day is None or until is None:
            continue
        if rule.part == "year" or (until >= today if forward else day <= today):
            return day, until
    return None


def _month_day(rule: Rule, today: date, forward: bool) -> Days | None:
    """The nearest such day of a month that is not named; with its weekday on either side."""
    if rule.part == "month":
        first = calendar.period(today, "month", rule.offset)
        found = None if first is None else calendar.day_of(first[0].year, first[0].month, rule.day)
        return None if found is None else (found, found)
    days: list[date] = []
    for away in range(-_MONTHS, _MONTHS + 1):
        month = calendar.period(today, "month", away)
        day = None if month is None else calendar.day_of(month[0].year, month[0].month, rule.day)
        if day is not None and rule.weekday in (-1, day.weekday()):
            days.append(day)
    if rule.weekday < 0:
        days = [day for day in days if (day >= today if forward else day <= today)]
    nearest = min(days, key=lambda day: abs((day - today).days), default=None)
    return None if nearest is None else (nearest, nearest)


def _month(rule: Rule, today: date, forward: bool) -> Days:
    part = None if rule.part == "year" else rule.part
    if rule.part == "year":
        year = today.year + rule.offset
    elif rule.offset < 0:
        year = today.year - (rule.month >= today.month)
    elif rule.offset > 0:
        year = today.year + (rule.month <= today.month)
    elif forward:
        year = today.year + (rule.month < today.month)
    else:
        year = today.year - (rule.month > today.month)
    return calendar.part_of(calendar.month_of(year, rule.month), part, today)


def _quarter(rule: Rule, today: date) -> Days:
    if rule.part == "year":
        return calendar.quarter_of(today.year + rule.offset, rule.month)
    days = calendar.quarter_of(today.year, rule.month)
    return days if days[0] <= today else calendar.quarter_of(today.year - 1, rule.month)


def _season(rule: Rule, today: date, words: CalendarWords) -> Days | None:
    months = words.seasons.get(rule.unit)
    if months is None:
        return None
    this = calendar.season_of(today.year, months)
    if rule.offset < 0:
        days = this if this[1] < today else calendar.season_of(today.year - 1, months)
    elif rule.offset > 0:
        days = this if this[0] > today else calendar.season_of(today.year + 1, months)
    else:
        days = this
        if today < this[0] and months[0] > months[1] and today.month <= months[1]:
            days = calendar.season_of(today.year - 1, months)
    return calendar.part_of(days, rule.part, today)
