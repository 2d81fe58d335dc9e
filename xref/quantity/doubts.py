"""When a number that was read is no figure after all: pronouns, years, adjectives, names."""

from xref.model.amount import Bound
from xref.quantity import labels, nouns, refusals
from xref.quantity.draft import Draft
from xref.quantity.figure import Part
from xref.quantity.grammar import Grammar
from xref.quantity.numeral import Measure
from xref.quantity.tokens import Tokens

_COUNTING = frozenset({"only", "exactly", "precisely", "just"})
"""Before these "one" is a number, whatever noun stands behind."""


def refused(t: Tokens, d: Draft, g: Grammar, paired: bool = False) -> bool:
    """Whether what stands around a number takes away that it measures or counts.

    `paired`: it is one end of a change.
    """
    n = d.numeral
    if n.form == "small":
        counts = d.headed or d.unit is not None or n.scale > 1
        return d.dimension == "multiple" or not counts or t.words[n.last - 1] == "few"
    if d.unit is not None:
        return n.form == "words" and _pronoun(t, d, g)
    if n.form == "share":
        return _no_share(t, d, g)
    if n.form == "vague":
        alone = n.last == n.first + 1 and t.ahead(n.last) != "of"
        return alone and t.words[n.first] in g.numbers.only_of
    if n.form == "pair":
        after = n.last + (t.ahead(n.last) == "of")
        return t.joined(after) and not d.headed and n.scale == 1 and d.part is None
    if n.form == "words":
        return _word(t, d, g)
    return n.form == "digits" and _digits(t, d, g, paired)


def _word(t: Tokens, d: Draft, g: Grammar) -> bool:
    if d.numeral.nominal == 0 and _nothing(t, d, g):
        return True
    return _pronoun(t, d, g) or _pointing(t, d, g) or _adjective(t, d, g)


def _digits(t: Tokens, d: Draft, g: Grammar, paired: bool) -> bool:
    n = d.numeral
    yearly = refusals.year_like(n, t) and d.bound is Bound.EXACT and not paired
    if yearly and _year(t, d, g):
        return True
    if _adjective(t, d, g) or _bore(t, d, g):
        return True
    if d.headed:
        assert d.noun is not None
        head = t.words[d.noun.head]
        if head in g.refusals.bores or (head in g.refusals.uncounted and t.spaced(n.last)):
            return True
        capital = t.capital(d.noun.start) and d.bound is Bound.EXACT
        return capital and refusals.bare_name(t, n, g.refusals)
    if d.bound is not Bound.EXACT or d.part is not None:
        return False
    if t.words[n.first] in g.refusals.calls or (
        t.spaced(n.first) and t.front(n.first) in g.refusals.calling
    ):
        return True
    if labels.named(t, Measure(n, d.unit, d.first, d.last), g):
        return True
    grouped = "," in t.words[n.first]  # "12,400 Maple Leaf": no name is written so
    named = t.capital(n.last) and t.spaced(n.last) and n.scale == 1 and not grouped
    return named or refusals.listed(t, n) or refusals.bare_name(t, n, g.refusals)


def _year(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Whether four digits that no date was made of are a year nevertheless."""
    low, prev = d.numeral.low, t.words[d.numeral.first - 1] if d.numeral.first else ""
    if d.headed:
        assert d.noun is not None
        if t.words[d.noun.head] in g.nouns.zero_nouns:
            return False
        return 1900 <= low <= 2050 or prev in g.calendar.year_leads
    return 1800 <= low <= 2100 or (prev in g.calendar.year_leads and prev not in ("of", "the"))


def _pronoun(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Whether "one" is a pronoun here, or part of a phrase."""
    n = d.numeral
    if t.words[n.first] != "one" or n.last != n.first + 1:
        return False
    following, front = t.ahead(n.last), t.front(n.first)
    if d.unit is not None:
        if front in _COUNTING:
            return False
        if following == "day" and t.spaced(n.last):
            return not (front in g.units.one_after or t.words[n.last + 1] in g.units.one_before)
        return following in g.nouns.one_never_before or front in g.nouns.one_never_unit
    if not d.headed or t.hyphened(n.last) or d.part is Part.OF:
        return True
    assert d.noun is not None
    head = t.words[d.noun.head]
    if front in _COUNTING and head not in g.nouns.one_never_only:
        return head not in g.nouns.plurals and nouns.plural(head, g.nouns)
    if following in g.nouns.one_never_before or head in g.nouns.one_never_before:
        return True
    return front in g.nouns.one_never_after and t.spaced(n.first)


def _nothing(t: Tokens, d: Draft, g: Grammar) -> bool:
    """As in "zero resistance", "zero-interest": a zero that counts nothing."""
    j = d.numeral.last
    if t.words[d.numeral.first] not in g.refusals.zeros or (d.headed and t.spaced(j)):
        return False
    return t.joined(j) and (t.hyphened(j) or t.words[j] not in g.nouns.ends)


def _pointing(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Number words that only point back ("the two met again")."""
    n = d.numeral
    if d.headed or d.part is not None or d.bound is not Bound.EXACT or n.scale != 1:
        return False
    return t.front(n.first) in g.refusals.pointers


def _adjective(t: Tokens, d: Draft, g: Grammar) -> bool:
    """As in "two-way", "three-part", "4-D": a hyphened word that counts nothing."""
    j = d.numeral.last
    return t.hyphened(j) and t.words[j] in g.refusals.hyphened


def _bore(t: Tokens, d: Draft, g: Grammar) -> bool:
    """As in "a .22 rifle": a decimal without its nought that names a bore."""
    n = d.numeral
    if t.text[n.start] != "." or d.headed or not t.spaced(n.last):
        return False
    return t.words[n.last] in g.refusals.uncounted


def _no_share(t: Tokens, d: Draft, g: Grammar) -> bool:
    """As in "half time", "a third man", "an eighth-grader": no share of anything."""
    n = d.numeral
    word, following = t.words[n.last - 1], t.ahead(n.last)
    if t.hyphened(n.last):
        return True
    if d.bound is not Bound.EXACT or not word.isalpha():
        return False
    alone = n.last - n.first == 1
    if word == "half":
        if not t.joined(n.last):
            return alone
        return following not in g.refusals.half_before
    if alone:
        return following != "of"
    if not t.joined(n.last):
        return False
    articled = t.words[n.first] in ("a", "an")
    if articled and t.front(n.first) in ("by", "up", "down") and following in g.nouns.ends:
        return False  # "rose by a fifth to 1,204"
    if articled or word in ("quarter", "quarters"):
        return following not in g.refusals.share_before and not t.hyphened(n.last - 1)
    return False
