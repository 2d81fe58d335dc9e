"""Votes told side by side, which are one figure: "31 votes to 24", "eight for, five against"."""

from xref.model.amount import Bound
from xref.model.claim import Mode
from xref.quantity.draft import Draft
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_FOR = (("in", "favour"), ("in", "favor"), ("for",), ("in", "support"))
_AGAINST = (("against",), ("opposed",))
_VOTING = frozenset(
    {"was", "were", "voted", "voting", "votes", "vote", "are", "with", "coming", "cast", "ballots"}
)
"""Words between a number or its noun and the side that it took."""
_BETWEEN = frozenset({"and", "to", "with", "while", "but", "only"})


def join(t: Tokens, drafts: list[Draft], g: Grammar) -> list[Draft]:
    """The figures of a text, both sides of a vote made one score."""
    out: list[Draft] = []
    for d in drafts:
        a = out[-1] if out else None
        if a is not None and _countable(a) and _countable(d) and _one_vote(t, a, d, g):
            _score(t, a, d)
        else:
            out.append(d)
    return out


def _countable(d: Draft) -> bool:
    plain = d.dimension == "count" and d.unit is None and not d.parts and d.part is None
    return plain and d.nominal is not None and d.bound is Bound.EXACT and d.pair is None


def _one_vote(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    if b.first - a.last > 8 or any(t.opens_sentence(k) for k in range(a.last, b.first + 1)):
        return False
    if a.headed and a.noun is not None and t.words[a.noun.head] in ("votes", "vote"):
        between = t.words[a.last : b.first]
        if between in (["to"], ["against"]) and (b.bare or not b.headed):
            return True
    one = _side(t, a.last, g)
    if one is None or b.first - one[1] > 2:
        return False
    if any(word not in _BETWEEN for word in t.words[one[1] : b.first]):
        return False
    two = _side(t, b.last, g)
    return two is not None and one[0] != two[0]


def _side(t: Tokens, k: int, g: Grammar) -> tuple[bool, int] | None:
    """Whether the side at token `k` is the one in favour, and the token after it."""
    for _ in range(3):
        if t.words[k] not in _VOTING or not t.spaced(k):
            break
        k += 1
    if not t.spaced(k):
        return None
    for phrases, favours in ((_FOR, True), (_AGAINST, False)):
        for phrase in phrases:
            if not t.follows(k, phrase):
                continue
            last = k + len(phrase)
            # "for the plan": what was voted on stands behind, "for three years" is another thing.
            plain = not t.joined(last) or t.words[last] in g.nouns.ends or t.words[last] in _BETWEEN
            return (favours, last) if plain else None
    return None


def _score(t: Tokens, a: Draft, b: Draft) -> None:
    """Make one score of the figures of both sides."""
    assert a.nominal is not None and b.nominal is not None
    a.parts = (a.nominal, b.nominal)
    a.low, a.high, a.nominal = min(a.parts), max(a.parts), None
    a.bound, a.dimension, a.noun, a.mode, a.trend = Bound.RANGE, "score", None, Mode.LEVEL, None
    a.last, a.end, a.number_end = b.last, b.end, b.number_end
