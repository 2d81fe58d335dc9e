"""Years, decades and centuries, and when four digits are a year."""

from xref.quantity import calendar, nouns
from xref.quantity.date_words import Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import DASHES, Tokens, is_digits

_EARLIEST, _LATEST = 1000, 2199
_THIS_CENTURY = 50
"""Of years in two digits, those below this are taken for ours."""
_MARKED = (" '", " ’", " ‘")
_SHORT_LEADS = frozenset(
    {"in", "since", "of", "from", "until", "till", "by", "before", "after", "circa"}
)
_LIKELY = range(1800, 2101)
"""Four digits in this range are a year unless something says otherwise."""


def year_number(t: Tokens, k: int) -> int | None:
    """The number at token `k` where it could be a year."""
    word = t.words[k]
    if len(word) != 4 or not word.isdecimal():
        return None
    value = int(word)
    return value if _EARLIEST <= value <= _LATEST else None


def century(number: int, first: int, at: int) -> Mention | None:
    """The century of a number, said from token `first` to the word "century" at token `at`."""
    if not 1 <= number <= 30:
        return None
    start = (number - 1) * 100 + 1
    return Mention(first, at + 1, calendar.year_of(start, start + 99), None, "period")


def short_decade(t: Tokens, i: int, word: str, g: Grammar) -> Mention | None:
    """As in "the '90s", "the 60s": not "in his 60s"."""
    if t.gaps[i + 1] != "" or t.words[i + 1] != "s" or len(word) != 2 or word[1] != "0":
        return None
    if i > 1 and t.words[i - 2] in g.ages.life_leads:
        return None
    marked = t.gaps[i].endswith(("'", "’", "‘"))
    led = int(word) >= 20 and t.front(i) in ("the", "early", "late", "mid")
    if not marked and not led:
        return None
    start = (1900 if int(word) >= 30 else 2000) + int(word)
    return Mention(i, i + 2, calendar.year_of(start, start + 9), None, "decade")


def short_year(t: Tokens, k: int) -> int | None:
    """The year of two digits at token `k` behind their mark: "'19", "’07"."""
    word = t.words[k]
    if len(word) != 2 or not word.isdecimal() or t.gaps[k] not in _MARKED:
        return None
    if t.gaps[k + 1][:1] in ("'", "’") or (t.gaps[k + 1] == "" and t.words[k + 1]):
        return None
    return int(word) + (2000 if int(word) < _THIS_CENTURY else 1900)


def marked_year(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """As in "in '19", "back in ’07"."""
    value = short_year(t, i)
    if value is None or t.front(i) not in _SHORT_LEADS:
        return None
    return Mention(i, i + 1, calendar.year_of(value), None, "year")


def year(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """A year, years ("2018-19"), or a decade."""
    value = year_number(t, i)
    if value is None:
        return None
    if t.gaps[i + 1] == "" and t.words[i + 1] == "s" and value % 10 == 0:
        end = value + (99 if value % 100 == 0 and value != 2000 else 9)
        return Mention(i, i + 2, calendar.year_of(value, end), None, "decade")
    if not _is_year(t, i, value, g):
        return None
    other = t.words[i + 1]
    if t.gaps[i + 1] in DASHES and other.isdecimal() and len(other) in (2, 4):
        until = int(other) if len(other) == 4 else value // 100 * 100 + int(other)
        if value < until <= value + 60 and t.gaps[i + 2] not in DASHES:
            return Mention(i, i + 2, calendar.year_of(value, until), None, "period")
    return Mention(i, i + 1, calendar.year_of(value), None, "year")


def _is_year(t: Tokens, i: int, value: int, g: Grammar) -> bool:
    """Whether four digits at token `i` are a year, by what stands around them."""
    if _part_of_code(t, i) or _measures(t, i, g) or _levels(t, i, g):
        return False
    prev, words = t.front(i), g.calendar
    lead = prev in words.year_leads or prev in words.months or prev.endswith("'s")
    if prev in g.refusals.names and prev not in words.year_leads:
        return False
    if not lead and (g.bounds.before.get(prev) or prev in words.amount_nouns):
        return False
    if prev not in ("in", "since") and _counts_people(t, i + 1, g):
        return False
    if prev == "of" and t.words[i - 2] in words.amount_nouns:
        # "an average of 1500"
        return False
    if value in _LIKELY:
        return lead or t.words[i + 1] != "over"
    if prev == "the" and value >= 1100 and _names_one(t, i + 1, g):
        return True
    several = t.spaced(i + 1) and nouns.plural(t.words[i + 1], g.nouns)
    return lead and prev not in ("the", "to", "by", "around", "through") and not several


def _part_of_code(t: Tokens, i: int) -> bool:
    """Digits glued to something, in money, or in a code."""
    gap, after, following = t.gaps[i], t.gaps[i + 1], t.words[i + 1]
    if (gap == "" and i) or gap.endswith(("$", "€", "£", "#", "/", "+", "|")):
        return True
    if after in (":", "/") and is_digits(following):
        return True
    if after == "" and following not in ("", "s", "′"):
        return True
    return gap in DASHES and is_digits(t.words[i - 1]) and len(t.words[i - 1]) != 4


def _measures(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether a currency, a scale or a unit stands beside the digits ("1800 metres")."""
    following = t.words[i + 1]
    if t.words[i - 1] in g.units.signs or following in ("%", "°"):
        return True
    if not t.joined(i + 1):
        return False
    if following in g.numbers.scales:
        return True
    if following in g.units.words:
        name = t.capital(i + 1) and t.front(i) in g.calendar.year_leads
        return not name
    return t.spaced(i + 1) and t.written(i + 1) in g.units.symbols


def _levels(t: Tokens, i: int, g: Grammar) -> bool:
    """As in "from 1500 to 1950 units a week": counted things with a rate behind one or both."""
    if t.words[i + 1] == "to" and t.front(i) == "from" and year_number(t, i + 2) is not None:
        return _rated(t, i + 3, g)
    return _rated(t, i + 1, g)


def _rated(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a plural with what it is per stands at token `k`: "units a week"."""
    if not t.spaced(k) or not nouns.plural(t.words[k], g.nouns) or t.capital(k):
        return False
    per = t.words[k + 1] in g.units.per_article or t.words[k + 1] in g.units.per
    timed = g.calendar.units.get(t.words[k + 2])
    return per and (timed is not None or t.words[k + 2] in ("hour", "minute", "second"))


def _counts_people(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether what follows at token `k` is what news counts: "2047 registered voters"."""
    noun = nouns.read(t, k, g.nouns)
    if noun is None or noun.head < 0 or noun.head > k + 2 or t.capital(k):
        return False
    return t.words[noun.head] in g.nouns.zero_nouns


def _names_one(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether one thing follows at token `k` ("the 1648 treaty"), not several."""
    word = t.words[k]
    plain = t.spaced(k) and word.isalpha() and word not in g.nouns.ends
    return plain and nouns.read(t, k, g.nouns) is None
