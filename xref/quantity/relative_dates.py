"""Dates that follow from another day: weekdays, "last week", "two days ago"."""

from dataclasses import replace
from typing import NamedTuple

from xref.quantity import calendar, edges, full_dates, month_days, tense, years
from xref.quantity.calendar import Rule
from xref.quantity.date_words import CalendarWords, Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_VAGUE_SPANS = {"couple": 2, "few": 3, "several": 5}
"""How many units "the next few weeks" reaches over: of a vague number, its middle."""
_ELSEWHERE = (("of", "that", "year"), ("that", "year"), ("of", "the", "same", "year"))


def weekday(t: Tokens, i: int, word: str, g: Grammar) -> Mention | None:
    """A day of the week at token `i`, with the date that may follow it."""
    c = g.calendar
    prev = t.front(i)
    if not t.capital(i) or (prev in c.named_days and t.spaced(i)):
        return None
    if prev == "the" and t.capital(i + 1) and t.spaced(i + 1) and t.words[i + 1] not in c.months:
        # "the Sunday Times"
        return None
    number = c.weekdays[word]
    dated = full_dates.date_after(t, i, g)
    if dated is not None:
        return dated._replace(first=i, weekday=number)
    if _any_day(t, i, g):
        return None
    of_month = month_days.behind(t, i, number)
    if of_month is not None:
        return of_month
    shortened = t.gaps[i + 1].startswith(".") and prev in ("on", "last", "next")
    if word in c.ambiguous_weekdays and not shortened:
        return None
    of = edges.weekday_of(t, i, number, g)
    if of is not None:
        return of
    first, offset = full_dates.led(t, i, g)
    later = _week_on(t, i, first, c)
    if later is not None:
        rule = Rule("weekday", unit=later.unit, weekday=number)
        return Mention(later.first, later.last, None, rule, "day", number)
    return Mention(first, i + 1, None, Rule("weekday", offset, weekday=number), "day", number)


def _any_day(t: Tokens, i: int, g: Grammar) -> bool:
    """As in "on a Saturday", "on an ordinary Saturday"; "a Saturday storm" was on one day."""
    front = t.front(i)
    # "in a statement Thursday" names the day.
    described = bool(front) and t.front(i - 1) in ("a", "an") and g.classes.of(front) == "J"
    if not (front in ("a", "an") or described) or not t.spaced(i) or t.capital(i - 1):
        return False
    return not t.joined(i + 1) or t.words[i + 1] in g.nouns.ends


class _Later(NamedTuple):
    """The unit of "Friday week" or "a week on Friday", and the tokens of the whole."""

    unit: str
    first: int
    last: int


def _week_on(t: Tokens, i: int, first: int, c: CalendarWords) -> _Later | None:
    """As in "Friday week", "Monday fortnight", "a week on Tuesday", "two weeks from Friday"."""
    unit = t.words[i + 1]
    if unit in ("week", "fortnight") and t.spaced(i + 1) and first == i and t.front(i) != "the":
        noun = t.joined(i + 2) and t.words[i + 2] == "long"
        return None if noun else _Later(unit, i, i + 2)
    unit = t.words[i - 2]
    led = t.words[i - 1] in ("on", "from") and t.spaced(i) and t.words[i - 3] in ("a", "one")
    return _Later(unit, i - 3, i + 1) if led and i > 2 and unit in ("week", "fortnight") else None


def near_day(t: Tokens, i: int, word: str, c: CalendarWords) -> Mention:
    """As in "yesterday", "the day before yesterday", "the day after tomorrow"."""
    away = c.days[word]
    turn = {"before": -1, "after": 1}.get(t.words[i - 1], 0) if i > 1 and t.spaced(i) else 0
    if not turn or t.words[i - 2] != "day" or not t.spaced(i - 1):
        return Mention(i, i + 1, None, Rule("days", away), "day")
    first = i - 2 - (t.front(i - 2) == "the")
    return Mention(first, i + 1, None, Rule("days", away + turn), "day")


def overnight(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """The night that ends on the day of publication; not "an overnight stay"."""
    if t.joined(i + 1) and t.words[i + 1] not in g.nouns.ends:
        return None
    return Mention(i, i + 1, None, Rule("night"), "period")


def ago(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "two days ago", "a year ago"."""
    counted = _count_before(t, i, g)
    if counted is None:
        return None
    first, unit, count = counted
    return Mention(first, i + 1, None, Rule("ago", -count, unit), unit)


def hence(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "in two years' time", "in a week's time": counted on from publication."""
    unit = g.calendar.units.get(t.words[i - 1].removesuffix("'s")) if i > 2 else None
    owned = t.words[i - 1].endswith("'s") or t.gaps[i] in ("' ", "’ ")
    if unit is None or not owned or not t.joined(i - 1):
        return None
    counted = _number_before(t, i - 1, g)
    if counted is None or t.front(counted[0]) not in ("in", "within"):
        return None
    return Mention(counted[0], i + 1, None, Rule("ago", counted[1], unit), unit)


def _count_before(t: Tokens, i: int, g: Grammar) -> tuple[int, str, int] | None:
    """The number and the unit that end just before token `i`: (first token, unit, count)."""
    unit = g.calendar.units.get(t.words[i - 1]) if i > 1 and t.spaced(i) else None
    if unit is None or not t.joined(i - 1):
        return None
    counted = _number_before(t, i - 1, g)
    return None if counted is None else (counted[0], unit, counted[1])


def _number_before(t: Tokens, at: int, g: Grammar) -> tuple[int, int] | None:
    """The number that ends just before the unit at token `at`: (first token, count)."""
    k = at - 1
    word = t.words[k]
    if word == "of" and t.words[k - 1] == "couple":
        return (k - 2 if t.words[k - 2] == "a" else k - 1), 2
    if word.isdecimal() and len(word) <= 4:
        plain = t.gaps[k] == "" or t.gaps[k][-1:] in (" ", "(", "\n", "—", "-")
        return (k, int(word)) if plain else None
    count = g.calendar.numbers.get(word)
    if count is None:
        return None
    tens = g.numbers.tens.get(t.words[k - 1], 0) if t.joined(k) else 0
    if tens and count < 10:
        return k - 1, tens + count
    if word == "hundred":
        return (k - 1, 100) if t.words[k - 1] in ("a", "one") else None
    return k, count


def shift(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "two days earlier", "the day before": so far from a day told elsewhere."""
    c = g.calendar
    if t.words[i + 1] in c.never_from_anchor and t.spaced(i + 1):
        return None
    if t.words[i + 1].removesuffix("'s") in c.days:
        return None
    sign = c.from_anchor[t.words[i]]
    if t.precedes(i, ("the", "day")) and t.spaced(i):
        return Mention(i - 2, i + 1, None, Rule("shift", sign, "day"), "day")
    counted = _count_before(t, i, g)
    if counted is None:
        return None
    first, unit, count = counted
    if t.words[i] in ("after", "before") and t.front(first) in g.changes.lengths:
        return None  # "had been inside for 12 days before anyone saw them"
    return Mention(first, i + 1, None, Rule("shift", sign * count, unit), unit)


def offset(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "last week", "this year", "the past two years", "next March"."""
    c = g.calendar
    word, way, k = t.words[i], c.offsets[t.words[i]], i + 1
    if not t.spaced(k) or (word in c.led_offsets and t.front(i) not in c.offset_leads):
        return None
    of = edges.stretch_of(t, i, g)
    if of is not None:
        return of
    if word == "this" and t.words[k] in c.led_offsets:
        way, k = c.offsets[t.words[k]], k + 1
    bare = t.words[k].removesuffix("'s")
    if t.capital(k) and (bare in c.months or bare in c.weekdays):
        found = full_dates.month(t, k, bare, g) if bare in c.months else weekday(t, k, bare, g)
        return None if found is None else found._replace(first=min(i, found.first))
    if bare in c.seasons:
        return Mention(i, k + 1, None, Rule("season", way, bare), "season")
    if bare in c.nights and word in ("last", "this"):
        return Mention(i, k + 1, None, Rule("days", way), "day")
    if c.units.get(bare) == bare:
        return _period(t, i, k, bare, way, c)
    return _span(t, i, k, way, c)


def _period(t: Tokens, i: int, k: int, unit: str, way: int, c: CalendarWords) -> Mention | None:
    """As in "last week", "the past decade", "the following year"."""
    word = t.words[k - 1]
    if unit == "day":
        shifted = word in c.shifts
        return Mention(i, k + 1, None, Rule("shift", way, "day"), "day") if shifted else None
    if word in c.shifts and word != "next":
        return Mention(i, k + 1, None, Rule("shift", way, unit), unit)
    if word in c.led_offsets:
        return Mention(i, k + 1, None, Rule("span", way, unit), "period")
    if unit == "quarter" and word == "last" and t.front(i) == "the":
        return None
    return Mention(i, k + 1, None, Rule("period", way, unit), unit)


def _span(t: Tokens, i: int, k: int, way: int, c: CalendarWords) -> Mention | None:
    """As in "the last two weeks", "over the past 30 years"."""
    vague = _VAGUE_SPANS.get(t.words[k]) or _VAGUE_SPANS.get(t.words[k + 1], 0)
    if way and vague:
        at = k + 1 + (t.words[k] == "a") + (t.words[k + 1] == "of" or t.words[k + 2] == "of")
        period = c.units.get(t.words[at])
        whole = period is not None and t.joined(at) and t.spaced(k)
        return (
            Mention(i, at + 1, None, Rule("stretch", way * vague, period or ""), "period")
            if whole
            else None
        )
    word, unit = t.words[k], c.units.get(t.words[k + 1])
    count = int(word) if word.isdecimal() and len(word) <= 3 else c.numbers.get(word)
    if not way or count is None or unit is None or not (t.spaced(k) and t.joined(k + 1)):
        return None
    if t.words[k + 1] == unit and count != 1:
        return None
    return Mention(i, k + 2, None, Rule("span", way * count, unit), "period")


def season(t: Tokens, i: int, word: str, c: CalendarWords) -> Mention | None:
    """As in "summer 2018", "the spring of 2019", "in the autumn"."""
    k = i + 2 if t.ahead(i + 1) == "of" else i + 1
    year = years.year_number(t, k) or years.short_year(t, k)
    if year is not None and (t.spaced(k) or t.joined(k - 1)):
        return Mention(i, k + 1, calendar.season_of(year, c.seasons[word]), None, "season")
    prev = t.front(i)
    articled = prev == "the" and t.front(i - 1) in c.season_leads
    if articled or (prev in ("in", "since") and word not in ("spring", "fall")):
        return Mention(i, i + 1, None, Rule("season", 0, word), "season")
    return None


def quarter(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "the third quarter of 2019", "Q3 2019", "the first half of the year"."""
    of = edges.stretch_of(t, i, g)
    if of is not None:
        return of
    word = t.words[i]
    number, last = g.calendar.quarters.get(word, 0), i + 2
    following = t.words[i + 1]
    if word == "q":
        if t.gaps[i + 1] != "" or following not in ("1", "2", "3", "4"):
            return None
        number = int(following)
    elif not t.joined(i + 1):
        return None
    elif following == "century" and word in g.numbers.ordinals:
        tens = g.numbers.tens.get(t.words[i - 1], 0) if t.joined(i) else 0
        return years.century(tens + g.numbers.ordinals[word], i - bool(tens), i + 1)
    elif following == "half" and t.ahead(last) == "of":
        return _half(t, i, g.numbers.ordinals.get(word, 0), g)
    elif following != "quarter" or not number or t.words[last] in ("final", "finals"):
        return None
    k = last + 1 if t.ahead(last) == "of" else last
    while k > last and t.words[k] in g.calendar.fiscal and t.spaced(k + 1):
        k += 1
    year = years.year_number(t, k) if t.spaced(k) else None
    if year is not None:
        return Mention(i, k + 1, calendar.quarter_of(year, number), None, "quarter")
    way = g.calendar.period_years.get(t.words[k]) if t.spaced(k) else None
    if way is not None and t.words[k + 1] == "year":
        rule = Rule("quarter", way, month=number, part="year")
        return Mention(i, k + 2, None, rule, "quarter")
    return Mention(i, last, None, Rule("quarter", 0, month=number), "quarter")


def _half(t: Tokens, i: int, number: int, g: Grammar) -> Mention | None:
    """As in "the first half of 2018", "the second half of last year"."""
    if number not in (1, 2):
        return None
    k, part = i + 3, f"half{number}"
    year = years.year_number(t, k)
    if year is not None:
        return Mention(i, k + 1, calendar.part_of(calendar.year_of(year), part), None, "period")
    way = 0 if t.words[k] == "the" else g.calendar.period_years.get(t.words[k])
    if way is None or t.words[k + 1] not in ("year", "month", "decade"):
        return None
    return Mention(i, k + 2, None, Rule("period", way, t.words[k + 1], part=part), "period")


def the_period(t: Tokens, i: int, unit: str, c: CalendarWords) -> Mention | None:
    """The year in "the end of the year", "later in the year"; "over the weekend"."""
    if unit == "weekend" and t.words[i - 1] == "the" and t.spaced(i):
        if t.front(i - 1) not in c.weekend_leads or t.ahead(i + 1) in ("of", "before", "after"):
            return None
        offset = 0 if tense.forward(t, i - 1, i + 1, c) else -1
        return Mention(i - 1, i + 1, None, Rule("period", offset, unit), unit)
    if i < 3 or t.words[i - 1] != "the" or t.words[i - 2] not in ("of", "in") or not t.spaced(i):
        return None
    if t.words[i - 3] not in c.parts:
        return None
    return Mention(i - 1, i + 1, None, Rule("period", 0, unit), unit)


def in_part(t: Tokens, m: Mention, c: CalendarWords, done: int) -> Mention:
    """The part of a longer period that is meant: "early 2018", "the end of last year".

    `done` is the token that the date before ended at.
    """
    rule = m.rule
    if m.precision == "day" or (rule is not None and rule.kind in ("ago", "shift", "span")):
        return m
    if rule is not None and rule.part is not None and rule.kind != "month":
        return m
    if not (t.spaced(m.first) or t.gaps[m.first] in ("-", "‑")):
        return m
    k = m.first - 1
    if t.words[k] == "the" and m.days is not None and m.precision in ("decade", "period"):
        k -= 1
    said_of = t.words[k] in ("of", "in")
    k -= said_of
    word = t.words[k]
    part = c.parts.get(word)
    if part is None or k < done:
        return m
    of = said_of and t.words[k + 1] == "of"
    if (word in c.parts_of) != of and part not in ("rest", "gone"):
        return m
    if t.words[k - 1] == "the" and k > done:
        k -= 1
    if m.days is not None:
        return m._replace(first=k, days=calendar.part_of(m.days, part), precision="period")
    if rule is None:
        return m
    return m._replace(first=k, rule=replace(rule, part=part), precision="period")


def told_elsewhere(t: Tokens, m: Mention) -> Mention:
    """As in "that November", "October of that year": only another sentence knows the year."""
    if m.rule is None or m.rule.kind not in ("month", "date"):
        return m
    for phrase in _ELSEWHERE:
        if t.follows(m.last, phrase):
            return m._replace(last=m.last + len(phrase), rule=None)
    return m._replace(rule=None) if t.front(m.first) == "that" else m
