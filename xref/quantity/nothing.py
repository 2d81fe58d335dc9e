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
_PLACING = frozenset({"in", "at", "on", "from", "for"})
_HEADING = 8
"""The words of a heading."""
_REACH = 4
"""How many words on, the verb of "no one has been killed" may stand."""


def read(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """The zero whose word stands at token `i`; the token to go on from."""
    word = t.words[i]
    if word in ("none", "neither") and t.words[i + 1] == "of" and t.spaced(i + 1):
        return _of(t, i, g, drafts)
    if word == "no" and not (t.words[i + 1] == "one" and t.joined(i + 1)):
        return _no(t, i, g, drafts)
    if word == "none" and _placed(t, i):
        return _left(t, i, g, drafts)
    last = i + 2 if word == "no" else i + 1
    if word == "neither" or not _harmed(t, last, g):
        return last
    d = zero(t, i, last)
    if word != "none":
        d.noun = Counted(last - 1, last, last - 1)
    return add(d, drafts)


def zero(t: Tokens, i: int, last: int) -> Draft:
    """The zero that the tokens from `i` to `last` say."""
    n = Numeral(i, last, t.starts[i], t.ends[last - 1], _ZERO, _ZERO, _ZERO, _ONE, "words")
    return draft(t, Measure(n, None, i, last))


def _no(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """As in "No soldiers were hurt": none of what news counts."""
    noun = nouns.read(t, i + 1, g.nouns)
    if noun is None or noun.head < 0 or noun.part or noun.head > i + 3:
        return i + 1
    if t.words[noun.head] not in g.nouns.zero_nouns:
        return i + 1
    d = zero(t, i, i + 1)
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
        return add(zero(t, i, i + 1), drafts)
    d = zero(t, i, i + 1)
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


def _placed(t: Tokens, i: int) -> bool:
    """As in "Two homes burned in Orra, none in the Vale.": only a place stands behind "none"."""
    k = i + 1
    if t.ahead(k) in _PLACING:
        k += 1
        k += t.ahead(k) == "the"
        if not t.capital(k):
            return False
        while t.ahead(k) and t.capital(k) and t.joined(k):
            k += 1
    return not t.joined(k) and t.ahead(i - 1 if i else 0) not in ("is", "was", "are", "were")


def _left(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """The zero of a list: it counts what the count before it does, or what the line above names."""
    before = drafts[-1] if drafts else None
    d = zero(t, i, i + 1)
    apart = sum(t.opens_sentence(k) for k in range(before.last, i + 1)) if before else 2
    listed = t.opens_sentence(i) or t.gaps[i] != " " or t.words[i - 1] in ("and", "but")
    apart += 2 * (before is not None and "\n\n" in t.text[before.end : t.starts[i]])
    if before is not None and before.dimension == "count" and apart < 2 and listed:
        d.noun, d.unit = before.noun, before.unit
        return add(d, drafts)
    head = _above(t, i, g) if t.opens_sentence(i) else -1
    if head < 0:
        return i + 1
    d.noun = Counted(head, head + 1, head)
    return add(d, drafts)


def _above(t: Tokens, i: int, g: Grammar) -> int:
    """The plural that the heading names which stands on the line above token `i`; -1 for none."""
    if "\n" not in t.gaps[i] or t.gaps[i].lstrip(" ")[:1] not in ("\n", ":"):
        return -1
    for k in range(i - 1, max(i - _HEADING, 0) - 1, -1):
        if nouns.plural_at(t, k, g.nouns):
            return k
        if "\n" in t.gaps[k]:
            break
    return -1
