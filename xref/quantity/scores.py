"""Results of games and votes, which are figures of their own kind: "24-17", "52 to 48"."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xref.quantity.numeral import Measure
from xref.quantity.tokens import DASHES, Tokens, is_digits

_BEFORE, _BEHIND = 9, 5
"""How many words before and behind two numbers may tell of a contest."""


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """The lexicon of scores, compiled."""

    contest: frozenset[str]
    verbs: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    largest: Decimal


def compile_scores(table: Mapping[str, Any]) -> ScoreWords:
    """Compile the lexicon `scores`."""
    verbs, nouns = (frozenset(table["contest"][key].split()) for key in ("verbs", "nouns"))
    return ScoreWords(
        contest=verbs | nouns,
        verbs=verbs,
        before=frozenset(table["before"]),
        behind=frozenset(table["behind"]),
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
    return _contest(t, one.first, two.last, g)


def said(t: Tokens, one: Measure, two: Measure, g: ScoreWords) -> bool:
    """Whether "A to B" without a noun behind it is a score: "won 3 to 2", "split 5 to 4"."""
    near, before = t.front(one.first), t.front(one.first - 1)
    verbal = near in g.verbs or (near != "" and before in g.verbs) or near in ("split", "ruled")
    return verbal and _plain(t, one, g) and _plain(t, two, g)


def _plain(t: Tokens, m: Measure, g: ScoreWords) -> bool:
    n = m.numeral
    whole = n.nominal is not None and n.step is not None and n.step >= 1 and n.scale == 1
    return whole and m.unit is None and n.nominal is not None and 0 <= n.nominal <= g.largest


def _longer(t: Tokens, one: Measure, two: Measure) -> bool:
    """As in "4-4-2": more than two numbers."""
    before = t.gaps[one.first] in DASHES and is_digits(t.words[one.first - 1])
    return before or (t.gaps[two.last] in DASHES and is_digits(t.words[two.last]))


def _contest(t: Tokens, first: int, last: int, g: ScoreWords) -> bool:
    """Whether words of a contest stand near in the sentence."""
    for k in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        if t.opens_sentence(k + 1):
            break
        if t.words[k] in g.contest:
            return True
    for k in range(last, last + _BEHIND):
        if t.opens_sentence(k):
            break
        if t.words[k] in g.contest:
            return True
    return False
