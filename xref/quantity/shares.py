"""Shares: "half", "two thirds", "a fifth", alone or added to a number ("two and a half")."""

from decimal import Decimal
from typing import NamedTuple

from xref.quantity import wholes
from xref.quantity.number_words import NumberWords
from xref.quantity.numeral import Numeral, Whole, numeral
from xref.quantity.tokens import Tokens

_ONE = Decimal(1)
_WHOLES = frozenset({"the", "its", "his", "her", "their", "our", "that", "this"})
_DOZEN, _THOUSAND = Decimal(12), Decimal(1000)


class _Share(NamedTuple):
    """A share with the token after it and its smallest part."""

    value: Decimal
    last: int
    step: Decimal


def mixed(t: Tokens, i: int, whole: Whole, g: NumberWords) -> Numeral:
    """A number that a share may follow: "two and a half", "six million and two thirds"."""
    form = "digits" if whole.digits else "words"
    j = whole.last
    if not whole.digits:
        found = wholes.denominator(t, j, g)
        if found is not None and whole.value > 1:
            return _counted(t, i, whole, found[0], found[1], g)
        sign = g.signs.get(t.words[j]) if t.joined(j) and whole.scale == 1 else None
        if sign is not None:
            return numeral(t, i, _plus(t, whole, _Share(sign, j + 1, sign), g), form)
    if t.words[j] == "and" and t.joined(j):
        share = _after_and(t, j + 1, g)
        if share is not None:
            return numeral(t, i, _plus(t, whole, share, g), form)
    return numeral(t, i, whole, form)


def _plus(t: Tokens, whole: Whole, share: _Share, g: NumberWords) -> Whole:
    """A number and a share: of one, or of the scale that the number or the share has."""
    own = wholes.scaled(t, Whole(share.value, share.last, _ONE, share.step, False), g)
    if own.last > share.last and whole.scale == 1:
        # "two and a half million"
        return own._replace(value=(whole.value + share.value) * own.scale, digits=whole.digits)
    if own.last > share.last:
        # "a billion and a half million"
        return whole._replace(value=whole.value + own.value, last=own.last, step=own.step)
    factor = whole.scale if whole.scale >= _THOUSAND or whole.scale == _DOZEN else _ONE
    return whole._replace(
        value=whole.value + share.value * factor, last=share.last, step=share.step * factor
    )


def _after_and(t: Tokens, j: int, g: NumberWords) -> _Share | None:
    """The share after "and": "a half", "two thirds", "quarter", "½"."""
    if not t.joined(j):
        return None
    top = 1
    if t.words[j] in ("half", "quarter") and t.words[j + 1] in _WHOLES and t.spaced(j + 1):
        return None  # "twice the length of the old one and half its width"
    if t.words[j] in ("a", "an"):
        j += 1
    elif t.words[j] in g.cardinals or t.words[j] in g.tens:
        below = wholes.below_hundred(t, j, g, False)
        assert below is not None
        top, j = int(below.value), below.last
    word = t.words[j]
    if word in g.signs:
        return _Share(g.signs[word], j + 1, g.signs[word])
    found = wholes.denominator(t, j, g)
    if found is None or not 0 < top < found[0] or not t.joined(j):
        return None
    below_line, last = found
    plain = word in ("half", "quarter") or word.endswith("s")
    if not plain and t.joined(last) and t.words[last] not in ("of", "per", "percent"):
        # "and a third man"
        return None
    return _Share(Decimal(top) / below_line, last, _ONE / below_line)


def _counted(t: Tokens, i: int, whole: Whole, below: int, last: int, g: NumberWords) -> Numeral:
    """A share with its count: "two thirds", "twenty-three fifths"; "two hundredth" is none."""
    word, value = t.words[last - 1], whole.value
    if not word.endswith("s") and t.gaps[last - 1] != "-":
        return numeral(t, i, whole, "words")
    ten = g.tens.get(t.words[whole.last - 1])
    if ten and below < 10 and value > ten and t.words[whole.last - 2] != "and":
        # "one hundred thirty-fifths"
        value, below = value - ten, below + ten
    return _of_scale(t, i, Whole(value / below, last, _ONE, _ONE / below, False), g)


def alone(t: Tokens, i: int, g: NumberWords) -> Numeral | None:
    """A share whose first number word stands at token `i`: "half", "a third", "one fifth"."""
    word = t.words[i]
    article = int(i > 0 and t.words[i - 1] in ("a", "an") and t.joined(i))
    if word in ("half", "quarter") or (article and word in g.denominators):
        below, last = g.denominators[word], i + 1
    elif word == "one" or (article and word in g.tens):
        found = wholes.denominator(t, i + (word == "one"), g)
        if found is None or (word == "one" and t.words[found[1] - 1].endswith("s")):
            return None
        if word == "one" and found[0] >= _THOUSAND and t.spaced(found[1] - 1):
            # "the one millionth visitor"
            return None
        below, last = found
    else:
        return None
    first = i if word == "one" else i - article
    return _of_scale(t, first, Whole(_ONE / below, last, _ONE, _ONE / below, False), g)


def in_sign(t: Tokens, i: int, g: NumberWords) -> Numeral:
    """A share in one sign: "½", "¾ of a million"."""
    value = g.signs[t.words[i]]
    return _of_scale(t, i, Whole(value, i + 1, _ONE, value, False), g)


def _of_scale(t: Tokens, first: int, share: Whole, g: NumberWords) -> Numeral:
    """A share, or a number where it is a share of a scale: "two thirds of a million"."""
    j = share.last
    if t.words[j] == "of" and t.joined(j):
        j += 1
    if t.words[j] in ("a", "an") and t.joined(j):
        j += 1
    if t.words[j] in g.scales and t.joined(j) and not t.words[j].endswith("s"):
        whole = wholes.scaled(t, share._replace(last=j), g)
        return numeral(t, first, whole, "words")
    return numeral(t, first, share, "share")
