"""Results of games and votes, which are figures of their own kind: "24-17", "52 to 48"."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xref.quantity.numeral import Measure
from xref.quantity.tokens import DASHES, Tokens, is_digits

_BEFORE, _BEHIND = 9, 5
"""How many words before and behind two numbers may tell of a contest."""
_HOURS, _WICKETS = 12, 10
_OPENING = frozenset({"open", "opens", "opened", "opening", "close", "closes", "hours", "works"})


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """The lexicon of scores, compiled."""

    contest: frozenset[str]
    verbs: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    sides: frozenset[str]
    cricket: frozenset[str]
    largest: Decimal


def compile_scores(table: Mapping[str, Any]) -> ScoreWords:
    """Compile the lexicon `scores`."""
    verbs, nouns = (frozenset(table["contest"][key].split()) for key in ("verbs", "nouns"))
    return ScoreWords(
        contest=verbs | nouns,
        verbs=verbs,
        before=frozenset(table["before"]),
        behind=frozenset(table["behind"]),
        sides=frozenset(table["sides"]),
        cricket=frozenset(table["cricket"]),
        largest=Decimal(table["largest"]),
    )


def dashed(t: Tokens, one: Measure, two: Measure, counts: bool, g: ScoreWords) -> bool:
    """Whether two numbers with a dash between them are a score.

    `counts`: a plural that two numbers can count stands behind them, so that only a contest
    whose noun it is makes them one.
    """
    if not _plain(t, one, g) or not _plain(t, two, g) or _longer(t, one, two):
        return False
    behind = t.words[two.last] if t.joined(two.last) else ""
    if counts:
        return behind in g.behind
    if behind in g.behind and (t.words[one.first - 1] in g.contest or not t.hyphened(two.last)):
        return behind not in ("on", "against", "to") or _contest(t, one.first, two.last, g)
    if t.front(one.first) in g.before and t.words[one.first - 1] not in ("to", "at", "is", "was"):
        return True
    if _sided(t, two.last, g) or _between_names(t, one, two) or _alone(t, one, two):
        return True
    return _contest(t, one.first, two.last, g)


def said(t: Tokens, one: Measure, two: Measure, g: ScoreWords, falls: bool = False) -> bool:
    """Whether "A to B" without a noun behind it is a score: "won 3 to 2", "split 5 to 4".

    `falls`: the first is the larger, and no movement is told of.
    """
    if not (_plain(t, one, g) and _plain(t, two, g)):
        return False
    near, before = t.front(one.first), t.front(one.first - 1)
    if near == "of" and before in g.contest:
        return True  # "by a majority of ten to two"
    if near in g.verbs or (near != "" and before in g.verbs) or near in ("split", "ruled"):
        return True
    if _sided(t, two.last, g):
        return True
    if falls and one.numeral.low > _HOURS and two.numeral.low > 1:
        return True  # "backed it 120 to 58": neither a range nor hours nor a ratio
    return (falls or near == "by") and _contest(t, one.first, two.last, g)


def innings(t: Tokens, one: Measure, two: Measure, g: ScoreWords) -> bool:
    """Whether "A for B" is a score of cricket: "were 87 for six at tea"."""
    if not (_plain(t, one, g) and _plain(t, two, g)) or two.numeral.high > _WICKETS:
        return False
    return _told(t, one.first, two.last, g.cricket)


def timed(t: Tokens, one: Measure, two: Measure) -> bool:
    """As in "open ten to four": hours, which are no score."""
    early = max(one.numeral.high, two.numeral.high) <= _HOURS
    return early and not _OPENING.isdisjoint(t.near(one.first, 4))


def _sided(t: Tokens, k: int, g: ScoreWords) -> bool:
    """Whether "in favour", "against" or "for" stands at token `k`, behind the numbers of a vote."""
    return t.spaced(k) and (
        t.words[k] in g.sides or t.follows(k, ("in", "favour")) or t.follows(k, ("in", "favor"))
    )


def _plain(t: Tokens, m: Measure, g: ScoreWords) -> bool:
    n = m.numeral
    whole = n.nominal is not None and n.step is not None and n.step >= 1 and n.scale == 1
    return whole and m.unit is None and n.nominal is not None and 0 <= n.nominal <= g.largest


def _longer(t: Tokens, one: Measure, two: Measure) -> bool:
    """As in "4-4-2": more than two numbers."""
    before = t.gaps[one.first] in DASHES and is_digits(t.words[one.first - 1])
    return before or (t.gaps[two.last] in DASHES and is_digits(t.words[two.last]))


def _between_names(t: Tokens, one: Measure, two: Measure) -> bool:
    """As in the headline "Halden 2-1 Merrick: late goal": the sides stand around the numbers."""
    i, k = one.first, two.last
    beside = t.spaced(i) and t.spaced(k) and t.capital(i - 1) and t.capital(k)
    first = t.opens_sentence(i - 1) or t.gaps[i - 1].strip() in ("", ",", ";", ":")
    return beside and first and t.words[i - 1].isalpha() and t.words[k].isalpha()


def _alone(t: Tokens, one: Measure, two: Measure) -> bool:
    """As in "They took the derby, 31-24.", "Three-one.": all that a clause holds, at its end."""
    opens = t.opens_sentence(one.first) and not t.opens_sentence(two.first)
    ended = t.opens_sentence(two.last) or not t.words[two.last]
    if t.text[t.ends[two.last - 1] : t.ends[two.last - 1] + 1] not in (".", "!", ";", "?", ")"):
        return False
    words = one.numeral.form == two.numeral.form == "words"
    return ended and ((opens and words) or t.gaps[one.first] == ", ")


def _contest(t: Tokens, first: int, last: int, g: ScoreWords) -> bool:
    """Whether words of a contest stand near in the sentence."""
    return _told(t, first, last, g.contest)


def _told(t: Tokens, first: int, last: int, words: frozenset[str]) -> bool:
    for k in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        if t.opens_sentence(k + 1):
            break
        if t.words[k] in words:
            return True
    for k in range(last, last + _BEHIND):
        if t.opens_sentence(k):
            break
        if t.words[k] in words:
            return True
    return False
