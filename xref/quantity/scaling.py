"""Scales that only what follows tells: "2.7m sales", "3.5m ha", "5 K dollars", "41 grand"."""

from decimal import Decimal

from xref.quantity import nouns, units
from xref.quantity.grammar import Grammar
from xref.quantity.numeral import Numeral
from xref.quantity.tokens import Tokens

_THOUSAND = Decimal(1000)
_MILLION = Decimal(1_000_000)
_PAYING = 4
"""How many words before a number a word of paying may stand."""


def scaled(t: Tokens, n: Numeral, g: Grammar) -> Numeral:
    """The numeral with the scale behind it that is one by what stands behind that."""
    j = n.last
    factor = g.numbers.final.get(t.words[j])
    if factor is not None:
        return _times(t, n, factor) if _counts_none(t, n, g) else n
    written = t.written(j) if t.words[j] in ("m", "k") else ""
    if n.form != "digits" or written not in ("m", "K"):
        return n
    if written == "m":
        many = t.gaps[j] == "" and (_paid(t, n, g) or _many(t, j + 1, g))
        return _times(t, n, _MILLION) if many else n
    return _times(t, n, _THOUSAND) if t.spaced(j) and _many(t, j + 1, g) else n


def _times(t: Tokens, n: Numeral, factor: Decimal) -> Numeral:
    j = n.last
    scale = n.scale * factor
    return n.times(factor)._replace(last=j + 1, end=t.ends[j], scale=scale)


def _counts_none(t: Tokens, n: Numeral, g: Grammar) -> bool:
    """Whether "grand" is the scale of its number, and no adjective ("two grand pianos")."""
    j = n.last
    if not t.spaced(j) or t.capital(j) or n.scale != 1 or n.nominal is None:
        return False
    noun = nouns.read(t, j, g.nouns)
    return noun is None or noun.head <= j


def _paid(t: Tokens, n: Numeral, g: Grammar) -> bool:
    """As in "the bridge cost 4m": a length costs nothing."""
    k = n.last + 1
    if g.units.money_verbs.isdisjoint(t.near(n.first, _PAYING)) or t.gaps[k][:1] in ("/", "-"):
        return False
    following = t.words[k]
    return not t.joined(k) or (following in g.nouns.ends and following not in g.units.sizes)


def _many(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a unit or a plural stands at token `k`, which a letter before it multiplies."""
    following = t.words[k]
    if not t.spaced(k) or following in g.units.sizes or following in g.units.powered:
        return False
    if following != "in" and units.read(t, k, g.units, True) is not None:
        return True
    noun = nouns.read(t, k, g.nouns)
    return noun is not None and noun.head >= 0 and nouns.plural(t.words[noun.head], g.nouns)
