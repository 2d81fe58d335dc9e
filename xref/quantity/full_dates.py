"""Days and months of the calendar, with or without their year."""

from xref.quantity import calendar, years
from xref.quantity.calendar import Rule
from xref.quantity.date_words import Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import DASHES, Tokens, is_digits

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_THIS_CENTURY = 50
"""Of years in two digits, those below this are taken for ours."""
_YEAR_GAPS = ("", ",", ".", ".,", "-", "of")


def month(t: Tokens, i: int, word: str, g: Grammar) -> Mention | None:
    """A month at token `i` with what follows it: day, days, year."""
    c = g.calendar
    if not t.capital(i) and not (i and is_digits(t.words[i - 1])):
        return None
    number, k = c.months[word], i + 1
    gap = t.gaps[k].strip()
    numbered = "\n" in t.gaps[k] and t.gaps[k + 1][:1] in (".", ")")  # "in June.", "2. Fares"
    if t.words[i] == word and gap in ("", ".", "-", ",") and not (numbered or "\n\n" in t.gaps[k]):
        day = _day_number(t, k)
        if day is not None and gap != ",":
            return _month_day(t, i, number, day, g)
        if years.year_number(t, k) is not None:
            return _month_year(t, i, k, number)
    if t.words[k] == "of" and years.year_number(t, k + 1) is not None:
        return _month_year(t, i, k + 1, number)
    shift = c.period_years.get(t.words[k]) if t.spaced(k) else None
    if shift is not None and t.words[k + 1] == "year":
        rule = Rule("month", shift, month=number, part="year")
        return Mention(i, k + 2, None, rule, "month")
    if _other_word(t, i, word, g):
        return None
    first, offset = led(t, i, g)
    return Mention(first, i + 1, None, Rule("month", offset, month=number), "month")


def _month_year(t: Tokens, first: int, k: int, number: int) -> Mention:
    return Mention(first, k + 1, calendar.month_of(int(t.words[k]), number), None, "month")


def _other_word(t: Tokens, i: int, word: str, g: Grammar) -> bool:
    """Whether a month's name alone is more likely another word ("May", "March", "Dec")."""
    c = g.calendar
    short = len(word) <= 4 and word not in ("june", "july")
    if word not in c.ambiguous_months and not short:
        return False
    if t.front(i) not in c.leading or not t.joined(i):
        return True
    return short and word != "may" and not t.gaps[i + 1].startswith(".")


def led(t: Tokens, i: int, g: Grammar) -> tuple[int, int]:
    """Where a name begins with the "last" or "next" before it, and which way that points."""
    c = g.calendar
    prev = t.words[i - 1]
    if not i or prev not in c.offsets or not t.spaced(i):
        return i, 0
    longer = t.words[i - 2] == "this" and prev in c.led_offsets
    return i - 1 - longer, c.offsets[prev]


def date_after(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """The date that follows a weekday at token `i`: "Monday, Jan. 12", "Monday 12 January"."""
    k = i + 1
    if t.gaps[k].strip() not in ("", ",", ".", ".,", "(") or "\n" in t.gaps[k]:
        return None
    if t.words[k] in ("the", "on"):
        k += 1
    if t.words[k] in g.calendar.months and is_digits(t.words[k + 1]):
        return month(t, k, t.words[k], g)
    return day_month(t, k, g)


def _day_number(t: Tokens, k: int) -> int | None:
    """A day of the month at token `k`, with or without its suffix."""
    word = t.words[k]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    return None if t.gaps[k + 1] in (":", "/") or t.words[k + 1] in ("%", "percent") else int(word)


def past_suffix(t: Tokens, k: int) -> int:
    """The token after a number and its suffix ("3rd")."""
    return k + 2 if t.gaps[k + 1] == "" and t.words[k + 1] in _SUFFIXES else k + 1


def _month_day(t: Tokens, i: int, number: int, day: int, g: Grammar) -> Mention | None:
    """As in "January 12, 2022", "Sept. 20-24", "Jan. 3 to 5"."""
    until, k = _until(t, past_suffix(t, i + 1), day, g)
    return _with_year(t, i, k, number, day, until, g)


def day_month(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "12 January 2022", "12th of January", "12-14 January"."""
    day = _day_number(t, i)
    if day is None:
        return None
    until, k = _until(t, past_suffix(t, i), day, g)
    if t.words[k] == "of" and t.spaced(k):
        k += 1
    number = g.calendar.months.get(t.words[k])
    if number is None or not t.joined(k) or not t.capital(k):
        return None
    if t.gaps[k + 1] == "" and t.words[k + 1]:
        return None
    return _with_year(t, i, k + 1, number, day, until, g)


def _until(t: Tokens, k: int, day: int, g: Grammar) -> tuple[int, int]:
    """The last day of "20-24" or "3 to 9", and the token after it."""
    dash = t.gaps[k].strip() in DASHES
    at = k if dash else k + 1
    if not dash and not (t.words[k] in ("to", "and", "through") and t.spaced(k)):
        return day, k
    other, after = _day_number(t, at), past_suffix(t, at)
    if other is None or other <= day or _counts(t, after, g):
        return day, k
    if t.words[k] == "and" and t.words[after] not in g.calendar.months:
        return day, k
    return other, after


def _with_year(
    t: Tokens, first: int, k: int, number: int, day: int, until: int, g: Grammar
) -> Mention | None:
    """A day of a month with the year that may follow at token `k`."""
    at = k + 1 if t.words[k] == "of" else k
    gap = t.gaps[k].strip()
    year = years.year_number(t, at) if gap in _YEAR_GAPS else None
    if year is not None and (gap == "," or not _counts(t, at + 1, g)):
        return _full(first, at + 1, year, number, day, until)
    short = _short_year(t, k)
    if short is not None:
        return _full(first, k + 1, short, number, day, until)
    shift = g.calendar.period_years.get(t.words[k]) if t.spaced(k) else None
    if shift is not None and t.words[k + 1] == "year":
        rule = Rule("date", shift, month=number, day=day, until=until, part="year")
        return Mention(first, k + 2, None, rule, "day")
    return Mention(first, k, None, Rule("date", month=number, day=day, until=until), "day")


def _short_year(t: Tokens, k: int) -> int | None:
    """A year in two digits: "19-Nov-12", "12 Nov '19"."""
    word, gap = t.words[k], t.gaps[k]
    if len(word) != 2 or not word.isdecimal():
        return None
    tied = gap in DASHES and t.gaps[k - 1] == gap and is_digits(t.words[k - 2])
    if not tied and gap.strip(" ,") not in ("'", "’", "‘"):
        return None
    return int(word) + (2000 if int(word) < _THIS_CENTURY else 1900)


def _counts(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether the number before token `k` counts people or the like, and so is no year or day."""
    return t.joined(k) and t.words[k] in g.nouns.zero_nouns


def _full(first: int, last: int, year: int, number: int, day: int, until: int) -> Mention | None:
    start, end = calendar.day_of(year, number, day), calendar.day_of(year, number, until)
    if start is None or end is None:
        return None
    return Mention(first, last, (start, end), None, "day")


def iso(t: Tokens, i: int) -> Mention | None:
    """As in "2022-01-12", "2022/01/12"."""
    year, number, day = t.words[i : i + 3]
    mark = t.gaps[i + 1]
    if mark not in ("-", "/", "–") or t.gaps[i + 2] != mark:
        return None
    if not (len(number) == len(day) == 2 and number.isdecimal() and day.isdecimal()):
        return None
    return _full(i, i + 3, int(year), int(number), int(day), int(day))


def slashed(t: Tokens, i: int) -> Mention | None:
    """As in "31/12/2021"; where day and month could change places both are allowed for."""
    one, two, three = t.words[i : i + 3]
    mark = t.gaps[i + 1]
    if mark not in ("/", "-") or t.gaps[i + 2] != mark:
        return None
    if not (two.isdecimal() and three.isdecimal() and len(two) <= 2):
        return None
    if len(three) != 4 and (len(three) != 2 or mark == "-"):
        return None
    year = int(three) + (2000 if len(three) == 2 else 0)
    readings = [
        d
        for d in (
            calendar.day_of(year, int(two), int(one)),
            calendar.day_of(year, int(one), int(two)),
        )
        if d
    ]
    return Mention(i, i + 3, (min(readings), max(readings)), None, "day") if readings else None


def dotted(t: Tokens, i: int) -> Mention | None:
    """As in "12.01.2022"."""
    if len(t.words[i]) > 10:
        return None
    parts = t.words[i].split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return None
    day = calendar.day_of(int(parts[2]), int(parts[1]), int(parts[0]))
    return None if day is None else Mention(i, i + 1, (day, day), None, "day")


def holiday(t: Tokens, i: int, bare: str, g: Grammar) -> Mention | None:
    """As in "Christmas Day", "New Year's Eve 1999"."""
    if not t.capital(i):
        return None
    for word in (t.words[i], bare):
        for words, number, day in g.calendar.holidays.get(word, ()):
            k = i + len(words)
            if not all(t.words[i + n] in (w, w + "'s") for n, w in enumerate(words)):
                continue
            year = years.year_number(t, k)
            if year is not None and t.spaced(k):
                return _full(i, k + 1, year, number, day, day)
            return Mention(i, k, None, Rule("date", month=number, day=day, until=day), "day")
    return None
