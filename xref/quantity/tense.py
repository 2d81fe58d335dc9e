"""Whether a sentence puts a date that it names into the future."""

from xref.quantity.date_words import CalendarWords
from xref.quantity.tokens import Tokens

_REACH = 9
"""How many words before a date, or behind one that opens its sentence, may tell the tense."""
_BESIDE = 3
"""How many words before a date a verb stands that is said of a schedule ("opens on Friday")."""
_HEAD = 4
"""How many words may stand before the "to" of a headline."""
_BEING = frozenset(["be", "is", "are", "been", "was", "were"])


def forward(t: Tokens, first: int, last: int, c: CalendarWords) -> bool:
    """Whether a date at tokens ``first:last`` lies ahead of whoever writes of it."""
    for k in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if t.opens_sentence(k + 1):
            if k + 1 >= first - 1:
                return _told_behind(t, last, c)
            return t.front(first) in c.deadlines
        tense = _tense(t, k, c)
        if tense is not None:
            return tense
        if t.words[k] in c.scheduled and first - k <= _BESIDE:
            return True
        if t.words[k] in ("is", "are") and k == first - 2 and t.words[k + 1] == "on":
            return True
    if first <= 1:
        return _told_behind(t, last, c)
    return t.front(first) in c.deadlines


def _headed(t: Tokens, k: int, c: CalendarWords) -> bool:
    """As in the headline "Bridge to open Tuesday": no verb stands before its "to"."""
    front = t.front(k)
    if not front.isalpha() or front in c.scheduled:
        return False
    first = k
    while first > k - _HEAD and not t.opens_sentence(first):
        first -= 1
    before = t.words[first:k]
    told = any(w in c.past or w in _BEING or w.endswith(("ed", "ing")) for w in before)
    return t.opens_sentence(first) and not told and c.doers.isdisjoint(before)


def _told_behind(t: Tokens, last: int, c: CalendarWords) -> bool:
    """As in "On Tuesday, the council will vote"."""
    for k in range(last, min(last + _REACH, len(t.words))):
        if k > last and t.opens_sentence(k):
            return False
        tense = _tense(t, k, c)
        if tense is not None:
            return tense
    return False


def _tense(t: Tokens, k: int, c: CalendarWords) -> bool | None:
    """Whether the word at `k` tells the future (true) or the past (false); else nothing."""
    word = t.words[k]
    if word in c.future or word.endswith("'ll"):
        return True
    if word in c.planned:
        return True if t.ahead(k + 1) in ("to", "for") else None
    if word == "would":
        return True if t.ahead(k + 1) != "have" else None
    if word == "to":
        planned = t.front(k) in _BEING or _headed(t, k, c)
        return True if planned and t.ahead(k + 1) not in c.never_ahead else None
    if word == "last" and t.ahead(k + 1) not in {**c.units, **c.weekdays, **c.months}:
        return None  # "will lend their last books on June 30"
    if word in c.past:
        front = t.front(k)
        if front == "to":  # "Storm to hit coast"
            return None
        if front not in _BEING:
            return False
    elif not word.endswith("ed"):
        # "who will resign on Friday, spoke on Monday": that future was another day's.
        return False if word in c.weekdays and "," in t.gaps[k + 1] else None
    if word.endswith("ed") and (t.front(k) in c.doers or t.capital(k - 1)):
        return False
    return None
