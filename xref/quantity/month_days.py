"""A day of a month that is not named: "on the 7th", "Friday the 20th", "the 14th of this month"."""

from xref.quantity import full_dates
from xref.quantity.calendar import Rule
from xref.quantity.date_words import Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_LEADS = frozenset(
    {"on", "of", "by", "until", "till", "since", "from", "before", "after", "through", "to", "and"}
)
_ALONE = frozenset({"on", "by", "until", "till", "since", "before", "after"})
"""Behind these a bare ordinal is a day; behind the others only with a word of time before."""
_MONTHS_ON = {"this": 0, "last": -1, "next": 1}


def bare(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """The day that the ordinal in digits at token `i` names, if it counts nothing."""
    k = full_dates.past_suffix(t, i)
    day = int(t.words[i])
    if k != i + 2 or not 1 <= day <= 31 or t.front(i) != "the" or not t.spaced(i):
        return None
    front = t.front(i - 1)
    if t.ahead(k) == "of" and t.words[k + 2] == "month" and t.words[k + 1] in _MONTHS_ON:
        rule = Rule("monthday", _MONTHS_ON[t.words[k + 1]], "month", day=day, part="month")
        return Mention(i - 1, k + 3, None, rule, "day")
    if front not in _LEADS or _counts(t, k, g):
        return None
    timed = t.front(i - 2) in g.calendar.nights or t.front(i - 2) in g.calendar.units
    if front not in _ALONE and not timed:
        return None
    return Mention(i - 1, k, None, _rule(day), "day")


def behind(t: Tokens, i: int, weekday: int) -> Mention | None:
    """As in "Friday the 20th", whose weekday stands at token `i`."""
    if t.words[i + 1] != "the" or not t.spaced(i + 1) or not t.words[i + 2].isdecimal():
        return None
    last = full_dates.past_suffix(t, i + 2)
    day = int(t.words[i + 2])
    if last != i + 4 or not 1 <= day <= 31:
        return None
    return Mention(i, last, None, _rule(day, weekday), "day", weekday)


def _rule(day: int, weekday: int = -1) -> Rule:
    return Rule("monthday", unit="month", day=day, weekday=weekday)


def _counts(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a noun that the ordinal counts may stand at token `k`."""
    return t.joined(k) and t.words[k] not in g.nouns.ends and t.words[k] not in g.nouns.past
