"""None of what news counts, which is zero: "no soldiers", "no one was killed", "none of them"."""

from decimal import Decimal

from xref.quantity import nouns
from xref.quantity.draft import Draft, add, draft
from xref.quantity.figure import Part
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens, is_digits

_ZERO, _ONE = Decimal(0), Decimal(1)
_REACH = 4
"""How many words on, the verb of "no one has been killed" may stand."""


def read(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """The zero whose word stands at token `i`; the token to go on from."""
    word = t.words[i]
    if word in ("none", "neither") and t.words[i + 1] == "of" and t.spaced(i + 1):
        return _of(t, i, g, drafts)
    if word == "no" and not (t.words[i + 1] == "one" and t.joined(i + 1)):
        return _no(t, i, g, drafts)
    last = i + 2 if word == "no" else i + 1
    if word == "neither" or not _harmed(t, last, g):
        return last
    d = _zero(t, i, last)
    if word != "none":
        d.noun = Counted(last - 1, last, last - 1)
    return add(d, drafts)


def _zero(t: Tokens, i: int, last: int) -> Draft:
    n = Numeral(i, last, t.starts[i], t.ends[last - 1], _ZERO, _ZERO, _ZERO, _ONE, "words")
    return draft(t, Measure(n, None, i, last))


def _no(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """As in "No soldiers were hurt": none of what news counts."""
    noun = nouns.read(t, i + 1, g.nouns)
    if noun is None or noun.head < 0 or noun.part or noun.head > i + 3:
        return i + 1
    if t.words[noun.head] not in g.nouns.zero_nouns:
        return i + 1
    d = _zero(t, i, i + 1)
    d.noun = noun
    d.reach(t, noun.last)
    return add(d, drafts)


def _of(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """As in "none of the passengers", "neither of them"."""
    noun = nouns.read(t, i + 1, g.nouns)
    if noun is None or noun.part is not Part.OF:
        whole = i + 3 if t.words[i + 2] in g.nouns.whole else i + 2
        if not is_digits(t.words[whole]) and t.words[whole] not in g.numbers.cardinals:
            return i + 1
        # "none of the 14 stations": the whole has the noun.
        return add(_zero(t, i, i + 1), drafts)
    d = _zero(t, i, i + 1)
    d.noun, d.part = noun, noun.part
    d.reach(t, noun.last)
    return add(d, drafts)


def _harmed(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a fate is told at token `k` that news counts people by: "was killed", "died"."""
    for at in range(k, k + _REACH):
        word = t.ahead(at)
        if word in g.nouns.participles or word in g.nouns.fates:
            return True
        if word not in g.nouns.passives:
            return False
    return False
