"""Dates of a text: absolute, partial and relative, each as an interval of days or a rule for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from xref.model.claim import When
from xref.model.span import Span
from xref.quantity import calendar, nouns
from xref.quantity.calendar import WEEKDAYS, Days, Rule
from xref.quantity.numerals import is_digits
from xref.quantity.tokens import DASHES, Tokens

if TYPE_CHECKING:
    from xref.quantity.grammar import Grammar

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The lexicon of dates, compiled."""

    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    leading: frozenset[str]
    weekdays: Mapping[str, int]
    ambiguous_weekdays: frozenset[str]
    named_days: frozenset[str]
    days: Mapping[str, int]
    units: Mapping[str, str]
    nights: frozenset[str]
    seasons: Mapping[str, tuple[int, int]]
    offsets: Mapping[str, int]
    parts: Mapping[str, str]
    halves: Mapping[str, int]
    quarters: Mapping[str, int]
    from_anchor: Mapping[str, int]
    numbers: Mapping[str, int]
    holidays: tuple[tuple[tuple[str, ...], int, int], ...]
    year_leads: frozenset[str]
    amount_nouns: frozenset[str]
    future: frozenset[str]
    planned: frozenset[str]
    past: frozenset[str]
    triggers: frozenset[str]


class Mention(NamedTuple):
    """A date over tokens ``first`` to ``last`` (exclusive): its days where they are plain, else a rule."""

    first: int
    last: int
    days: Days | None
    rule: Rule | None
    precision: str
    weekday: int = -1
    forward: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written.

    `when` holds what is known without a reference: a full date is resolved, a relative one has
    no days yet. `rule` says how the rest follows from the day of publication (``None`` where nothing
    is left to find); `forward` that the sentence speaks of the future. `near` is the closest
    full date told before it in the same text.
    """

    span: Span
    when: When
    rule: Rule | None = None
    forward: bool = False
    near: date | None = None


def compile_calendar(table: Mapping[str, Any]) -> CalendarWords:
    """Compile the lexicon `calendar`."""
    units = {unit: unit for unit in table["periods"]}
    units |= {unit + "s": unit for unit in table["periods"]} | {"centuries": "century"}
    holidays = sorted(
        ((tuple(name.split()), month, day) for name, (month, day) in table["holidays"].items()),
        key=lambda each: -len(each[0]),
    )
    triggers = [
        *table["months"], *table["weekdays"], *table["days"], *table["offsets"], *table["seasons"],
        *table["ago"], *table["from_anchor"], *table["quarters"], "century", "quarter", "year", "month", "week", "decade",
        *(words[0] for words, _, _ in holidays),
    ]  # fmt: skip
    return CalendarWords(
        months=table["months"],
        ambiguous_months=frozenset(table["ambiguous_months"]),
        leading=frozenset(table["leading"]),
        weekdays=table["weekdays"],
        ambiguous_weekdays=frozenset(table["ambiguous_weekdays"]),
        named_days=frozenset(table["named_days"]),
        days=table["days"],
        units=units,
        nights=frozenset(table["nights"]),
        seasons={word: (a, b) for word, (a, b) in table["seasons"].items()},
        offsets=table["offsets"],
        parts=table["parts"],
        halves=table["halves"],
        quarters=table["quarters"],
        from_anchor=table["from_anchor"],
        numbers=table["numbers"],
        holidays=tuple(holidays),
        year_leads=frozenset(table["year_leads"]),
        amount_nouns=frozenset(table["amount_nouns"]),
        future=frozenset(table["future"]),
        planned=frozenset(table["planned"]),
        past=frozenset(table["past"]),
        triggers=frozenset([*triggers, *(word + "'s" for word in triggers)]),
    )


def mentions(t: Tokens, g: "Grammar") -> list[Mention]:
    """The dates of a text, in order, none overlapping another."""
    found: list[Mention] = []
    c, done = g.calendar, 0
    triggers = c.triggers
    for i, word in enumerate(t.words):
        if i < done or not (word in triggers or word[:1].isdecimal()):
            continue
        m = _at(t, i, g)
        if m is None or m.first < done:
            continue
        m = _told_elsewhere(t, m)
        m = _in_part(t, m, c, done)
        if m.rule is not None and m.rule.kind in ("weekday", "date", "month", "holiday"):
            m = m._replace(forward=_forward(t, m.first, c))
        found.append(m)
        done = m.last
    return found


def _told_elsewhere(t: Tokens, m: Mention) -> Mention:
    """ "that November", "October of that year": only another sentence knows the year."""
    if m.rule is None or m.rule.kind not in ("month", "date"):
        return m
    for phrase in (("of", "that", "year"), ("that", "year"), ("of", "the", "same", "year")):
        if t.follows(m.last, phrase):
            return m._replace(last=m.last + len(phrase), rule=None)
    return m._replace(rule=None) if t.precedes(m.first, ("that",)) else m


def _at(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    word = t.words[i]
    c = g.calendar
    if word[:1].isdecimal():
        return _digits(t, i, g)
    bare = word[:-2] if word.endswith("'s") else word
    if bare in c.weekdays:
        return _weekday(t, i, bare, g)
    if bare in c.months:
        return _month(t, i, i, bare, g)
    if bare in c.days:
        return Mention(i, i + 1, None, Rule("days", c.days[bare]), "day")
    if word == "ago":
        return _ago(t, i, c)
    holiday = _holiday(t, i, g)
    if holiday is not None:
        return holiday
    if word in c.offsets:
        return _offset(t, i, g) or _quarter(t, i, g)
    if bare in c.seasons:
        return _season(t, i, bare, c)
    if word in c.from_anchor:
        return _shift(t, i, c)
    if word in c.quarters:
        return _quarter(t, i, g)
    if bare in ("year", "month", "week", "decade", "century"):
        return _the_period(t, i, bare, c)
    return None


def _weekday(t: Tokens, i: int, word: str, g: "Grammar") -> Mention | None:
    c = g.calendar
    prev = t.words[i - 1] if i else ""
    if not t.capital(i) or (prev in c.named_days and t.spaced(i)):
        return None
    if prev == "the" and t.capital(i + 1) and t.spaced(i + 1) and t.words[i + 1] not in c.months:
        return None
    number = c.weekdays[word]
    dated = _date_after(t, i, g)
    if dated is not None:
        return dated._replace(first=i, weekday=number)
    if word in c.ambiguous_weekdays and not (
        t.gaps[i + 1].startswith(".") and prev in ("on", "last", "next")
    ):
        return None
    if t.words[i] != word and not t.words[i].endswith("'s"):
        return None
    offset, first = 0, i
    if prev in c.offsets and t.spaced(i):
        offset, first = c.offsets[prev], i - 1
        if prev == "past" and t.words[i - 2] == "this":
            first = i - 2
    return Mention(first, i + 1, None, Rule("weekday", offset, weekday=number), "day", number)


def _date_after(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    """The date that follows a weekday: "Monday, Jan. 12", "Monday 12 January"."""
    k = i + 1
    if t.gaps[k].strip() not in ("", ",", ".", ".,", "(") or "\n" in t.gaps[k]:
        return None
    if t.words[k] == "the" or t.words[k] == "on":
        k += 1
    if t.words[k] in g.calendar.months and is_digits(t.words[k + 1]):
        return _month(t, k, k, t.words[k], g)
    if is_digits(t.words[k]) and len(t.words[k]) <= 2:
        found = _digits(t, k, g)
        return found if found is not None and found.precision == "day" else None
    return None


def _month(t: Tokens, i: int, first: int, word: str, g: "Grammar") -> Mention | None:
    """A month with what follows it: day, days, year."""
    c = g.calendar
    if not t.capital(i) and not (i and is_digits(t.words[i - 1])):
        return None
    month = c.months[word]
    k = i + 1
    if t.words[i] == word and t.gaps[k].strip() in ("", ".", "-", ",") and "\n\n" not in t.gaps[k]:
        day = _day_number(t, k)
        if day is not None and t.gaps[k].strip() != ",":
            return _day_of(t, i, first, month, day, g)
        year = _year_number(t, k)
        if year is not None:
            return Mention(first, k + 1, calendar.month_of(year, month), None, "month")
    if t.words[k] == "of" and _year_number(t, k + 1) is not None:
        year = _year_number(t, k + 1) or 1
        return Mention(first, k + 2, calendar.month_of(year, month), None, "month")
    prev = t.words[i - 1] if i else ""
    if t.words[k] in ("last", "this", "next") and t.words[k + 1] == "year" and t.spaced(k):
        rule = Rule(
            "month", {"last": -1, "this": 0, "next": 1}[t.words[k]], month=month, part="year"
        )
        return Mention(first, k + 2, None, rule, "month")
    if word in c.ambiguous_months or (len(word) <= 4 and word not in ("june", "july")):
        if prev not in c.leading or not (t.spaced(i) or t.hyphened(i)):
            return None
        if word in ("may", "march", "august") and t.opens_sentence(i):
            return None
        if word not in ("may", "march", "august") and not t.gaps[k].startswith("."):
            return None
    offset = 0
    if prev in c.offsets and t.spaced(i):
        offset, first = c.offsets[prev], i - 1
        if prev == "past" and t.words[i - 2] == "this":
            first = i - 2
    return Mention(first, i + 1, None, Rule("month", offset, month=month), "month")


def _day_number(t: Tokens, k: int) -> int | None:
    """A day of the month at token `k`, with or without its suffix."""
    word = t.words[k]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    if t.gaps[k + 1] == ":" or t.gaps[k + 1] == "/" or t.words[k + 1] in ("%", "percent"):
        return None
    return int(word)


def _year_number(t: Tokens, k: int) -> int | None:
    word = t.words[k]
    if len(word) != 4 or not word.isdecimal():
        return None
    value = int(word)
    return value if 1000 <= value <= 2199 else None


def _skip_suffix(t: Tokens, k: int) -> int:
    """The token after a day and its suffix."""
    return k + 2 if t.gaps[k + 1] == "" and t.words[k + 1] in _SUFFIXES else k + 1


def _day_of(t: Tokens, i: int, first: int, month: int, day: int, g: "Grammar") -> Mention | None:
    k = _skip_suffix(t, i + 1)
    until = day
    if t.gaps[k] in DASHES or t.gaps[k].strip() in DASHES and t.gaps[k].strip():
        other = _day_number(t, k)
        if other is not None and other > day:
            until, k = other, _skip_suffix(t, k)
    elif t.words[k] in ("to", "and", "through", "or") and t.spaced(k):
        other = _day_number(t, k + 1)
        after = _skip_suffix(t, k + 1)
        if other is not None and other > day and t.words[k] != "and" and not _counts(t, after, g):
            until, k = other, after
    year = _year_number(t, k) if t.gaps[k].strip() in (",", "", ".,", "of") else None
    if t.words[k] == "of" and _year_number(t, k + 1):
        year, k = _year_number(t, k + 1), k + 1
    if year is not None and (t.gaps[k].strip() == "," or not _counts(t, k + 1, g)):
        return _full(first, k + 1, year, month, day, until)
    rule = Rule("date", month=month, day=day, until=until)
    offset = {"last": -1, "this": 0, "next": 1}.get(t.words[k])
    if offset is not None and t.words[k + 1] == "year" and t.spaced(k):
        return Mention(
            first,
            k + 2,
            None,
            Rule("date", offset, month=month, day=day, until=until, part="year"),
            "day",
        )
    return Mention(first, k, None, rule, "day")


def _counts(t: Tokens, k: int, g: "Grammar") -> bool:
    """Whether the number before token `k` counts people or the like, and so is no year or day."""
    return t.joined(k) and t.words[k] in g.nouns.zero_nouns


def _full(first: int, last: int, year: int, month: int, day: int, until: int) -> Mention | None:
    start, end = calendar.day_of(year, month, day), calendar.day_of(year, month, until)
    if start is None or end is None:
        return None
    return Mention(first, last, (start, end), None, "day")


def _digits(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    """Dates that begin with digits: "12 January", "2022-01-12", "2018", "the 1990s", "19th century"."""
    word = t.words[i]
    if not word.isdecimal():
        return _dotted(t, i)
    if len(word) == 4:
        numeric = _iso(t, i)
        return numeric or _year(t, i, g)
    if len(word) > 2:
        return None
    k = _skip_suffix(t, i)
    if k > i + 1 and t.words[k] in ("century", "centuries") and t.joined(k):
        return _century(int(word), i, k)
    if t.gaps[i].endswith(("$", "€", "£")) or t.gaps[i] == "" and i:
        return None
    return _day_month(t, i, k, g) or _slashed(t, i) or _short_decade(t, i, word, g)


def _day_month(t: Tokens, i: int, k: int, g: "Grammar") -> Mention | None:
    """ "12 January 2022", "12th of January", "12-14 January"."""
    day = _day_number(t, i)
    if day is None:
        return None
    until = day
    if (t.gaps[k] in DASHES or t.words[k] in ("to", "and")) and _day_number(
        t, k if t.gaps[k] in DASHES else k + 1
    ):
        at = k if t.gaps[k] in DASHES else k + 1
        until, k = _day_number(t, at) or day, _skip_suffix(t, at)
    if t.words[k] == "of" and t.spaced(k):
        k += 1
    month = g.calendar.months.get(t.words[k])
    if month is None or not t.joined(k) or not t.capital(k):
        return None
    if t.words[k] in g.calendar.ambiguous_months and t.gaps[k + 1] == "" and t.words[k + 1]:
        return None
    if until < day:
        return None
    last = k + 1
    year = _year_number(t, last) if t.gaps[last].strip() in ("", ",", ".", "-", "of") else None
    if year is not None and not _counts(t, last + 1, g):
        return _full(i, last + 1, year, month, day, until)
    offset = {"last": -1, "this": 0, "next": 1}.get(t.words[last])
    if offset is not None and t.words[last + 1] == "year" and t.spaced(last):
        rule = Rule("date", offset, month=month, day=day, until=until, part="year")
        return Mention(i, last + 2, None, rule, "day")
    return Mention(i, last, None, Rule("date", month=month, day=day, until=until), "day")


def _iso(t: Tokens, i: int) -> Mention | None:
    """ "2022-01-12", "2022/01/12"."""
    year, month, day = t.words[i], t.words[i + 1], t.words[i + 2]
    mark = t.gaps[i + 1]
    if (
        mark not in ("-", "/", "–")
        or t.gaps[i + 2] != mark
        or len(month) != 2
        or not month.isdecimal()
    ):
        return None
    if not day[:2].isdecimal() or len(day) != 2 or not 1 <= int(month) <= 12:
        return None
    return _full(i, i + 3, int(year), int(month), int(day), int(day))


def _slashed(t: Tokens, i: int) -> Mention | None:
    """ "31/12/2021", "12/31/2021"; where day and month could change places neither is known."""
    one, two, three = t.words[i], t.words[i + 1], t.words[i + 2]
    mark = t.gaps[i + 1]
    if (
        mark not in ("/", "-")
        or t.gaps[i + 2] != mark
        or not (two.isdecimal() and three.isdecimal())
    ):
        return None
    if len(two) > 2 or len(three) not in (2, 4) or mark == "-" and len(three) == 2:
        return None
    year = int(three) + (2000 if len(three) == 2 else 0)
    return _numeric(i, i + 3, int(one), int(two), year)


def _numeric(first: int, last: int, one: int, two: int, year: int) -> Mention | None:
    readings = [d for d in (calendar.day_of(year, two, one), calendar.day_of(year, one, two)) if d]
    if not readings:
        return None
    return Mention(first, last, (min(readings), max(readings)), None, "day")


def _dotted(t: Tokens, i: int) -> Mention | None:
    """ "12.01.2022"."""
    parts = t.words[i].split(".")
    if len(parts) != 3 or not all(p.isdecimal() for p in parts) or len(parts[2]) != 4:
        return None
    if len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    day = calendar.day_of(int(parts[2]), int(parts[1]), int(parts[0]))
    return None if day is None else Mention(i, i + 1, (day, day), None, "day")


def _short_decade(t: Tokens, i: int, word: str, g: "Grammar") -> Mention | None:
    """ "the '90s", "the 60s": not "in his 60s"."""
    if t.gaps[i + 1] != "" or t.words[i + 1] != "s" or len(word) != 2 or word[1] != "0":
        return None
    if t.words[i - 2] in g.ages.life_leads and i > 1:
        return None
    marked = t.gaps[i].endswith(("'", "’", "‘"))
    if not marked and t.words[i - 1] not in ("the", "early", "late", "mid"):
        return None
    if int(word) < 20 and not marked:
        return None
    start = (1900 if int(word) >= 30 else 2000) + int(word)
    return Mention(i, i + 2, calendar.year_of(start, start + 9), None, "decade")


def _century(number: int, first: int, at: int) -> Mention | None:
    if not 1 <= number <= 30:
        return None
    start = (number - 1) * 100 + 1
    return Mention(first, at + 1, calendar.year_of(start, start + 99), None, "period")


def _year(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    """A year, years ("2018-19"), or a decade."""
    value = _year_number(t, i)
    if value is None:
        return None
    if t.gaps[i + 1] == "" and t.words[i + 1] == "s" and value % 10 == 0:
        end = value + (99 if value % 100 == 0 and value != 2000 else 9)
        return Mention(i, i + 2, calendar.year_of(value, end), None, "decade")
    if not is_year(t, i, value, g):
        return None
    other = t.words[i + 1]
    if t.gaps[i + 1] in DASHES and other.isdecimal() and len(other) in (2, 4):
        until = int(other) if len(other) == 4 else value // 100 * 100 + int(other)
        if value < until <= value + 60 and t.gaps[i + 2] not in DASHES:
            return Mention(i, i + 2, calendar.year_of(value, until), None, "period")
    return Mention(i, i + 1, calendar.year_of(value), None, "year")


def is_year(t: Tokens, i: int, value: int, g: "Grammar") -> bool:
    """Whether four digits at token `i` are a year, by what stands around them."""
    gap, following = t.gaps[i], t.words[i + 1]
    prev = t.words[i - 1] if i else ""
    spaced = t.spaced(i + 1)
    if gap == "" and i or gap.endswith(("$", "€", "£", "#", "/", "+")) or prev in g.units.signs:
        return False
    if (
        t.gaps[i + 1] in (":", "/")
        and is_digits(following)
        or t.gaps[i + 1] == ""
        and following not in ("", "s", "′")
    ):
        return False
    if following in ("%", "°") or (
        t.gaps[i + 1] in DASHES and not is_digits(following) and following in g.units.words
    ):
        return False
    if prev in g.refusals.names and t.spaced(i) and prev not in g.calendar.year_leads:
        return False
    lead = prev in g.calendar.year_leads or prev in g.calendar.months or prev.endswith("'s")
    if spaced and (following in g.units.words or t.written(i + 1) in g.units.symbols):
        return lead and t.capital(i + 1) and following in g.units.words
    if spaced and prev not in ("in", "since") and _counts_people(t, i + 1, g):
        return False
    if (
        spaced
        and following in g.numbers.scales
        or gap in DASHES
        and is_digits(prev)
        and not len(prev) == 4
    ):
        return False
    if following == "over" and not lead and is_digits(t.words[i + 2]):
        return False
    front = g.bounds.before.get(prev)
    if front and prev not in g.calendar.year_leads:
        return False
    if prev == "of":
        lead = t.words[i - 2] not in g.calendar.amount_nouns
        if not lead:
            return False
    if 1800 <= value <= 2100:
        return prev not in ("number", "total")
    if prev == "the" and spaced and value >= 1100 and _names_one(t, i + 1, g):
        return True
    lead = lead and prev not in ("the", "to", "by", "around", "through")
    return lead and t.spaced(i) and not (spaced and following.endswith("s") and following.isalpha())


def _counts_people(t: Tokens, k: int, g: "Grammar") -> bool:
    """Whether what follows at token `k` is what news counts: "2047 registered voters"."""
    noun = nouns.read(t, k, g.nouns)
    if noun is None or noun.head < 0 or noun.head > k + 2 or t.capital(k):
        return False
    return t.words[noun.head] in g.nouns.zero_nouns


def _names_one(t: Tokens, k: int, g: "Grammar") -> bool:
    """Whether one thing follows at token `k` ("the 1648 treaty"), not several."""
    word = t.words[k]
    return word.isalpha() and word not in g.nouns.ends and nouns.read(t, k, g.nouns) is None


def _ago(t: Tokens, i: int, c: CalendarWords) -> Mention | None:
    """ "two days ago", "a year ago"."""
    counted = _count_before(t, i, c)
    if counted is None:
        return None
    first, unit, count = counted
    return Mention(first, i + 1, None, Rule("ago", -count, unit), unit)


def _count_before(t: Tokens, i: int, c: CalendarWords) -> tuple[int, str, int] | None:
    """The number and the unit that end just before token `i`: (first token, unit, count)."""
    unit = c.units.get(t.words[i - 1]) if i > 1 and t.spaced(i) else None
    if unit is None or not t.joined(i - 1):
        return None
    k = i - 2
    word = t.words[k]
    if word == "of" and t.words[k - 1] == "couple":
        return (k - 2 if t.words[k - 2] == "a" else k - 1), unit, 2
    if is_digits(word) and word.isdecimal() and len(word) <= 4 and not t.words[k - 1] == "point":
        if t.gaps[k].endswith((".", ",", "$")) and t.gaps[k] != " ":
            return None
        return k, unit, int(word)
    count = c.numbers.get(word)
    if count is None:
        return None
    if (
        count < 10
        and t.words[k - 1]
        in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        and t.joined(k)
    ):
        tens = c.numbers.get(t.words[k - 1])
        return None if tens is None else (k - 1, unit, tens + count)
    if word == "hundred":
        return (k - 1, unit, 100) if t.words[k - 1] in ("a", "one") else None
    return k, unit, count


def _shift(t: Tokens, i: int, c: CalendarWords) -> Mention | None:
    """ "two days earlier", "a week later", "the day before": so far from a day told elsewhere."""
    word = t.words[i]
    if word == "on":
        return None
    if (
        word in ("later", "earlier")
        and t.words[i + 1] in ("this", "that", "in", "today")
        and t.spaced(i + 1)
    ):
        return None
    sign = c.from_anchor[word]
    if (
        t.words[i - 1] == "day"
        and t.words[i - 2] == "the"
        and word in ("before", "after")
        and i > 1
    ):
        return Mention(i - 2, i + 1, None, Rule("shift", sign, "day"), "day")
    counted = _count_before(t, i, c)
    if counted is None or word in ("prior", "on", "previously"):
        return None
    first, unit, count = counted
    return Mention(first, i + 1, None, Rule("shift", sign * count, unit), unit)


def _offset(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    """ "last week", "this year", "the past two years", "next March"."""
    c = g.calendar
    word, offset = t.words[i], c.offsets[t.words[i]]
    k = i + 1
    if (
        not t.spaced(k)
        or word in ("following", "past", "coming")
        and t.words[i - 1] not in ("the", "this", "over", "in", "of")
    ):
        return None
    if word == "this" and t.words[k] in ("past", "coming"):
        offset, k = c.offsets[t.words[k]], k + 1
    following = t.words[k]
    bare = following[:-2] if following.endswith("'s") else following
    if bare in c.months and t.capital(k):
        month = _month(t, k, i, bare, g)
        return None if month is None else month._replace(first=i)
    if bare in c.weekdays and t.capital(k):
        found = _weekday(t, k, bare, g)
        return (
            None
            if found is None
            else found._replace(
                first=i, rule=found.rule and Rule("weekday", offset, weekday=found.weekday)
            )
        )
    if bare in c.seasons:
        return Mention(i, k + 1, None, Rule("season", offset, bare), "season")
    if bare in ("night", "evening", "morning", "afternoon") and word in ("last", "this"):
        return Mention(i, k + 1, None, Rule("days", offset), "day")
    unit = c.units.get(bare)
    if unit is not None and not following.endswith("ys") and bare == unit:
        if unit == "day":
            if word in ("next", "following", "previous", "preceding"):
                return Mention(i, k + 1, None, Rule("shift", 1 if offset > 0 else -1, "day"), "day")
            return None
        if word in ("past", "coming"):
            return Mention(i, k + 1, None, Rule("span", offset, unit), "period")
        if word in ("previous", "following", "preceding"):
            return Mention(i, k + 1, None, Rule("shift", offset, unit), unit)
        if unit == "quarter" and word == "last" and t.words[i - 1] == "the":
            return None
        return Mention(i, k + 1, None, Rule("period", offset, unit), unit)
    return _span(t, i, k, offset, c)


def _span(t: Tokens, i: int, k: int, offset: int, c: CalendarWords) -> Mention | None:
    """ "the last two weeks", "over the past 30 years"."""
    word = t.words[k]
    count = int(word) if word.isdecimal() and len(word) <= 3 else c.numbers.get(word)
    if offset == 0 or count is None or not t.spaced(k):
        return None
    unit = c.units.get(t.words[k + 1])
    if unit is None or not t.joined(k + 1) or t.words[k + 1] == unit and count != 1:
        return None
    return Mention(i, k + 2, None, Rule("span", offset * count, unit), "period")


def _season(t: Tokens, i: int, word: str, c: CalendarWords) -> Mention | None:
    k = i + 1
    if t.words[k] == "of":
        k += 1
    year = _year_number(t, k)
    if year is not None and t.spaced(k):
        return Mention(i, k + 1, calendar.season_of(year, c.seasons[word]), None, "season")
    prev = t.words[i - 1] if i else ""
    lead = t.words[i - 2] if i > 1 else ""
    if word in ("spring", "fall") and prev != "the":
        return None
    if (
        prev == "the" and lead in ("in", "during", "until", "by", "since", "of", "for", "over")
    ) or prev in ("in", "since"):
        return Mention(i, i + 1, None, Rule("season", 0, word), "season")
    return None


def _quarter(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    """ "the third quarter of 2019", "Q3 2019", "the fourth quarter"."""
    c = g.calendar
    word = t.words[i]
    number = c.quarters.get(word)
    if word == "q":
        if t.gaps[i + 1] != "" or t.words[i + 1] not in ("1", "2", "3", "4"):
            return None
        number = int(t.words[i + 1])
        last = i + 2
    elif number is not None and t.words[i + 1] == "quarter" and t.joined(i + 1):
        last = i + 2
        if t.words[last] in ("final", "finals") or t.words[last] in ("with", "when", "as"):
            return None
    elif (
        number is not None
        and word in g.numbers.ordinals
        and t.words[i + 1] == "half"
        and t.spaced(i + 1)
    ):
        return _half(t, i, number)
    elif word in g.numbers.ordinals and t.words[i + 1] == "century" and t.joined(i + 1):
        tens = g.numbers.tens.get(t.words[i - 1], 0) if t.joined(i) else 0
        return _century(tens + g.numbers.ordinals[word], i - bool(tens), i + 1)
    else:
        return None
    k = last + 1 if t.words[last] == "of" else last
    year = _year_number(t, k) if t.spaced(k) else None
    if year is not None:
        return Mention(i, k + 1, calendar.quarter_of(year, number), None, "quarter")
    offset = {"last": -1, "this": 0, "next": 1}.get(t.words[k])
    if offset is not None and t.words[k + 1] == "year":
        return Mention(
            i, k + 2, None, Rule("quarter", offset, month=number, part="year"), "quarter"
        )
    return Mention(i, last, None, Rule("quarter", 0, month=number), "quarter")


def _half(t: Tokens, i: int, number: int) -> Mention | None:
    if number > 2:
        return None
    k = i + 2
    if t.words[k] != "of":
        return None
    k += 1
    part = f"half{number}"
    year = _year_number(t, k)
    if year is not None:
        return Mention(i, k + 1, calendar.part_of(calendar.year_of(year), part), None, "period")
    offset = {"last": -1, "this": 0, "next": 1, "the": 0}.get(t.words[k])
    if offset is not None and t.words[k + 1] in ("year", "month", "decade"):
        return Mention(i, k + 2, None, Rule("period", offset, t.words[k + 1], part=part), "period")
    return None


def _the_period(t: Tokens, i: int, unit: str, c: CalendarWords) -> Mention | None:
    """ "the end of the year", "later in the month"."""
    if t.words[i - 1] != "the" or t.words[i - 2] not in ("of", "in") or i < 3:
        return None
    if t.words[i - 3] not in c.parts or not t.spaced(i):
        return None
    return Mention(i - 1, i + 1, None, Rule("period", 0, unit), unit)


def _holiday(t: Tokens, i: int, g: "Grammar") -> Mention | None:
    c = g.calendar
    for words, month, day in c.holidays:
        if words[0] != t.words[i].removesuffix("'s") and words[0] != t.words[i]:
            continue
        if not t.capital(i):
            return None
        k = i + len(words)
        if all(t.words[i + n] == w for n, w in enumerate(words)):
            year = _year_number(t, k)
            if year is not None and t.spaced(k):
                return _full(i, k + 1, year, month, day, day)
            return Mention(i, k, None, Rule("date", month=month, day=day, until=day), "day")
    return None


def _in_part(t: Tokens, m: Mention, c: CalendarWords, done: int) -> Mention:
    """The part of a longer period that is meant: "early 2018", "the end of last year"."""
    if m.precision == "day" or m.first == 0 or (m.rule and m.rule.kind in ("ago", "shift", "span")):
        return m
    k = m.first - 1
    prev = t.words[k]
    joined = t.spaced(m.first) or t.gaps[m.first] in ("-", "‑")
    if prev == "the" and m.days is not None and m.precision in ("decade", "period"):
        k -= 1
        prev = t.words[k]
    if prev in ("of", "in") and joined:
        k -= 1
        prev = t.words[k]
        if prev in ("early", "late") and t.words[k + 1] == "of":
            return m
    part = c.parts.get(prev)
    if (
        part is None
        or k < done
        or not joined
        or (
            prev in ("end", "start", "middle", "beginning", "close", "opening")
            and t.words[k + 1] != "of"
        )
    ):
        return m
    if t.words[k - 1] == "the" and k > done:
        k -= 1
    if m.days is not None:
        return m._replace(first=k, days=calendar.part_of(m.days, part), precision="period")
    assert m.rule is not None
    rule = m.rule
    if rule.part is not None and rule.kind != "month":
        return m
    made = Rule(
        rule.kind, rule.offset, rule.unit, rule.month, rule.day, rule.until, rule.weekday, part
    )
    return m._replace(first=k, rule=made, precision="period")


def _forward(t: Tokens, first: int, c: CalendarWords) -> bool:
    """Whether the words before a date put it into the future."""
    for k in range(first - 1, max(first - 10, -1), -1):
        word = t.words[k]
        if t.opens_sentence(k + 1) and not t.gaps[k + 1].startswith(","):
            return False
        if word in c.future or word.endswith("'ll"):
            return True
        if word in c.planned and t.words[k + 1] in ("to", "for"):
            return True
        if word in c.past and t.words[k - 1] not in ("be", "is", "are", "been"):
            return False
    return False


def date_mentions(text: str, t: Tokens, g: "Grammar") -> list[DateMention]:
    """The dates of a text as values."""
    out: list[DateMention] = []
    near: date | None = None
    for m in mentions(t, g):
        end = t.ends[m.last - 1]
        if t.words[m.last - 1].endswith("'s"):
            end -= 2
        name = WEEKDAYS[m.weekday] if m.weekday >= 0 else None
        shift = (
            m.rule.offset if m.rule and m.rule.kind == "shift" and m.rule.unit == "day" else None
        )
        when = When(
            m.days[0] if m.days else None, m.days[1] if m.days else None, m.precision, name, None, shift
        )  # fmt: skip
        out.append(DateMention(Span(t.starts[m.first], end), when, m.rule, m.forward, near))
        if m.days is not None and m.days[0] == m.days[1]:
            near = m.days[0]
    return out
