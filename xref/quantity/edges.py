"""Days at the ends of longer periods: "the last five days of May", "the first Sunday of 2024"."""

from dataclasses import replace

from xref.quantity import calendar, full_dates, years
from xref.quantity.calendar import Edge, Rule
from xref.quantity.date_words import Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_PRECISE = {"day": "day", "week": "week", "month": "month"}


def weekday_of(t: Tokens, i: int, number: int, g: Grammar) -> Mention | None:
    """As in "the second Sunday of May 2024", "the last Friday in June": a weekday at token `i`."""
    front = t.front(i)
    count = g.calendar.ends.get(front) or g.numbers.ordinals.get(front, 0)
    if not count or abs(count) > 5 or not t.spaced(i) or t.ahead(i + 1) not in ("of", "in"):
        return None
    whole = _whole(t, i + 2, g)
    if whole is None or whole.precision not in ("month", "year"):
        return None
    first = i - 1 - (t.front(i - 1) == "the")
    return _at_end(whole, Edge(count, weekday=number), first, "day", number)


def stretch_of(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "the last five days of May", "the first week of 2024": its "first" at token `i`."""
    c, k = g.calendar, i + 1
    end = c.ends.get(t.words[i])
    if end is None or not t.spaced(k):
        return None
    count = 1
    word = t.words[k]
    if word not in c.units:
        count = int(word) if word.isdecimal() and len(word) <= 3 else c.numbers.get(word, 0)
        k += 1
    unit = c.units.get(t.words[k])
    if not count or unit not in ("day", "week", "month") or not t.joined(k):
        return None
    if t.ahead(k + 1) != "of" or (unit == "month" and count == 1):
        return None
    whole = _whole(t, k + 2, g)
    if whole is None:
        return None
    first = i - (t.front(i) == "the")
    precision = _PRECISE[unit] if count == 1 else "period"
    return _at_end(whole, Edge(end * count, unit), first, precision)


def _at_end(
    whole: Mention, edge: Edge, first: int, precision: str, weekday: int = -1
) -> Mention | None:
    if whole.days is not None:
        days = calendar.edge_of(whole.days, edge)
        return None if days is None else Mention(first, whole.last, days, None, precision, weekday)
    if whole.rule is None:
        return None
    return Mention(first, whole.last, None, replace(whole.rule, edge=edge), precision, weekday)


def _whole(t: Tokens, k: int, g: Grammar) -> Mention | None:
    """The month, quarter or year at token `k`: "May 2024", "2019", "last year", "the year"."""
    c, word = g.calendar, t.words[k].removesuffix("'s")
    if not t.spaced(k):
        return None
    if word in c.months:
        found = full_dates.month(t, k, word, g)
        return found if found is not None and found.precision == "month" else None
    year = years.year_number(t, k)
    if year is not None:
        return Mention(k, k + 1, calendar.year_of(year), None, "year")
    way = c.offsets.get(word, 0 if word == "the" else None)
    unit = t.words[k + 1].removesuffix("'s")
    if way is None or unit not in ("month", "quarter", "year") or not t.spaced(k + 1):
        return None
    return Mention(k, k + 2, None, Rule("period", way, unit), unit)
