"""Ratios: "one in five", "nine out of 10", "one of every four", "one case in nine", "1 over 3"."""

from xref.quantity import measures, nouns
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.refusals import year_like
from xref.quantity.tokens import Tokens, is_digits

_NOUN_REACH = 5
"""How many words behind the first number "in" may stand, where its noun is said between."""
_FINITE_REACH = 6
_FINITE = frozenset("bfHmz")


def ratio(t: Tokens, m: Measure, g: Grammar) -> tuple[Measure, Counted | None] | None:
    """The number that `m` is a share of, and the noun between the two if one is."""
    k, n = m.last, m.numeral
    if m.unit is not None or n.nominal is None or n.scale != 1 or n.form == "share":
        return None
    word = t.words[k]
    if word == "over":
        other = _quotient(t, m, k + 1, g)
        return None if other is None else (other, None)
    j = _past_of(t, k)
    if j:
        leads = word != "in" or n.nominal == 1 or _leads(t, m, g)
        other = _whole(t, n, j, g)
        # "a two-in-three chance"
        if other is None or not (leads or t.words[other.numeral.last] in g.changes.share_nouns):
            return None
        return other, None
    return _of_noun(t, m, g)


def _past_of(t: Tokens, k: int) -> int:
    """The token after "in", "in every", "out of", "of every" at token `k`; 0 for none."""
    if t.words[k] == "in":
        return k + (2 if t.words[k + 1] == "every" else 1)
    if t.follows(k, ("out", "of")):
        return k + (3 if t.words[k + 2] == "every" else 2)
    return k + 2 if t.follows(k, ("of", "every")) else 0


def _whole(t: Tokens, n: Numeral, k: int, g: Grammar) -> Measure | None:
    """The second number of a ratio, at token `k`."""
    if t.words[k] in ("a", "an") and t.words[k + 1] in g.numbers.scales and t.spaced(k + 1):
        # "one in a thousand"
        k += 1
    if not t.joined(k) or not (is_digits(t.words[k]) or t.words[k] in g.numbers.starters):
        return None
    other = measures.measure(t, k, g)
    if other is None or other.unit is not None or other.numeral.nominal is None:
        return None
    if year_like(other.numeral, t) or n.nominal is None:
        return None
    return other if 0 < n.nominal < other.numeral.nominal else None


def _of_noun(t: Tokens, m: Measure, g: Grammar) -> tuple[Measure, Counted | None] | None:
    """As in "one case in nine", "two homes out of five": the second number counts nothing else.

    "One goal in nine games" and "two boats in five hours" have a noun or unit of their own there.
    """
    k, n = m.last, m.numeral
    near = t.words[k + 1 : k + 1 + _NOUN_REACH]
    if ("in" not in near and "out" not in near) or not t.spaced(k):
        return None
    one = n.nominal == 1
    noun = nouns.read(t, k, g.nouns, one)
    if noun is None or noun.head < 0 or noun.part is not None or t.capital(noun.head):
        return None
    j = _past_of(t, noun.last) if t.spaced(noun.last) else 0
    other = _whole(t, n, j, g) if j else None
    if other is None or not (one or _leads(t, m, g)):
        return None
    if other.first != other.numeral.first or t.capital(other.first):
        return None
    after = nouns.read(t, other.last, g.nouns)
    if after is not None and not (one and _predicate(t, other.last, g)):
        return None
    return other, noun


def _predicate(t: Tokens, k: int, g: Grammar) -> bool:
    """As in "one case in nine ends in court": the word in -s is the verb, and no other follows."""
    form = g.classes.verbs.form(t.words[k])
    if form is None or "z" not in form.kinds or not t.spaced(k) or not t.spaced(k + 1):
        return False
    for at in range(k + 1, k + 1 + _FINITE_REACH):
        if not t.joined(at):
            break
        if g.classes.of(t.words[at]) in _FINITE:
            return False
    return True


def _quotient(t: Tokens, m: Measure, k: int, g: Grammar) -> Measure | None:
    """As in "1 over 20": only where nothing follows that the second number could count."""
    word = t.words[k]
    if not (is_digits(word) or word in g.numbers.cardinals or word in g.numbers.tens):
        return None
    other = measures.measure(t, k, g)
    if other is None or other.unit is not None or not other.numeral.nominal:
        return None
    return None if t.joined(other.last) and t.words[other.last] else other


def _leads(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether "N in M" can be a share here, and not "scored three in 10 games"."""
    if m.first == 0 or t.opens_sentence(m.first) or not t.spaced(m.first):
        return True
    return t.front(m.first) in g.changes.share_leads
