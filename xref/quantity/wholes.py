"""Numbers in words, and the scales of words and digits: "three hundred and two", "4bn"."""

from decimal import Decimal

from xref.quantity import digits
from xref.quantity.number_words import NumberWords
from xref.quantity.numeral import Whole
from xref.quantity.tokens import Tokens, is_digits

_ONE = Decimal(1)
_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_LARGEST_SCALE = Decimal(10) ** 18
_LETTER_GAPS = frozenset({"", " ", "  ", "\u00a0", "\u2009", "\u202f"})
_MOST_PLACES = 8


def in_words(t: Tokens, i: int, g: NumberWords, tied: bool) -> Whole | None:
    """A number in words, with scales: "three hundred and forty-two", "two point five million".

    `tied`: "and" may join its parts.
    """
    word = t.words[i]
    if word in g.scales:
        base = None if word.endswith("s") else Whole(_ONE, i, _ONE, _ONE, False)
    else:
        base = below_hundred(t, i, g, tied)
    if base is None:
        return None
    piece = scaled(t, hundreds(t, base, g, tied), g)
    return None if piece.last == i else continued(t, pointed(t, piece, g), g, tied)


def below_hundred(t: Tokens, i: int, g: NumberWords, tied: bool) -> Whole | None:
    """A number up to 99 in words: "seven", "forty-two", "twenty and four"."""
    word = t.words[i]
    value = g.cardinals.get(word)
    if value is not None:
        return _spoken(t, i, value, g) or Whole(Decimal(value), i + 1, _ONE, _ONE, False)
    value = g.tens.get(word)
    if value is None:
        return None
    unit = g.cardinals.get(t.words[i + 1], 0)
    if 0 < unit < 10 and (t.joined(i + 1) or t.gaps[i + 1] == " - "):
        return Whole(Decimal(value + unit), i + 2, _ONE, _ONE, False)
    unit = g.cardinals.get(t.words[i + 2], 0) if tied and t.words[i + 1] == "and" else 0
    # "twenty and three fifths" adds a share, no unit.
    shared = t.words[i + 3] in g.denominators if unit else False
    if 0 < unit < 10 and not shared and t.spaced(i + 1) and t.spaced(i + 2):
        return Whole(Decimal(value + unit), i + 3, _ONE, _ONE, False)
    return Whole(Decimal(value), i + 1, _ONE, _TEN, False)


def _spoken(t: Tokens, i: int, value: int, g: NumberWords) -> Whole | None:
    """A number said without its hundred: "one twenty two", not "two thirty-minute talks"."""
    if not 0 < value < 10 or t.words[i + 1] not in g.tens or not t.spaced(i + 1):
        return None
    rest = below_hundred(t, i + 1, g, False)
    if rest is None or t.joined(rest.last):
        return None
    return rest._replace(value=value * 100 + rest.value)


def hundreds(t: Tokens, base: Whole, g: NumberWords, tied: bool) -> Whole:
    """A number with the hundreds that it counts: "three hundred [and two]"."""
    j = base.last
    if t.words[j] not in ("hundred", "hundreds") or not (t.joined(j) or j == 0):
        return base
    whole = base.times(_HUNDRED, j + 1)
    rest = _rest(t, whole, g, tied)
    return whole if rest is None else whole.plus(rest)


def continued(t: Tokens, whole: Whole, g: NumberWords, tied: bool) -> Whole:
    """A number goes on below its scale: "two thousand [and] ten", "three crore twelve lakh"."""
    for _ in range(6):
        if whole.scale <= 1 or whole.letter:
            break
        rest = _rest(t, whole, g, tied)
        if rest is None:
            break
        whole = whole.plus(rest)
    return whole


def _rest(t: Tokens, whole: Whole, g: NumberWords, tied: bool) -> Whole | None:
    """What is added to a number that ended in a scale, and is less than that scale."""
    j, limit = whole.last, whole.scale
    said_and = t.words[j] == "and" and (t.spaced(j) or (t.hyphened(j) and t.hyphened(j + 1)))
    if said_and and not tied:
        return None
    j += said_and
    comma = t.gaps[j] == ", " and not said_and and limit >= _THOUSAND and not whole.digits
    if not t.joined(j) and not comma:
        return None
    rest = _below(t, j, whole, g, tied)
    if rest is None:
        return None
    following = t.words[rest.last]
    if limit == _HUNDRED and following in ("dozen", "dozens") and t.joined(rest.last):
        # "three hundred and two dozen": the dozens are added.
        return scaled(t, rest, g)
    if limit > _HUNDRED:
        rest = scaled(t, hundreds(t, rest, g, tied), g)
    if not 0 < rest.value < limit or t.words[rest.last] == "hundred":
        return None
    if comma and (rest.value < _HUNDRED or t.words[rest.last] == "of"):
        # "one thousand, two hundred and five", not "a million, ten of them"
        return None
    share = denominator(t, rest.last, g) if said_and else None
    # "one hundred and three quarters": a share follows, not a rest.
    return None if share is not None and rest.value < share[0] else rest


def _below(t: Tokens, j: int, whole: Whole, g: NumberWords, tied: bool) -> Whole | None:
    """The plain number that may be added: in digits only after digits ("3 hundred and 21")."""
    word = t.words[j]
    if not is_digits(word):
        return None if word in g.scales else below_hundred(t, j, g, tied)
    run = digits.run(t, j) if whole.digits and whole.scale <= _THOUSAND else None
    if run is None or run.step < 1:
        return None
    return Whole(run.value, run.last, _ONE, run.step, True)


def denominator(t: Tokens, j: int, g: NumberWords) -> tuple[int, int] | None:
    """The part that a share is counted in, with the token after it: "fifths", "twenty-firsts"."""
    if not (t.joined(j) or t.gaps[j] == " - "):
        return None
    word = t.words[j]
    value = g.denominators.get(word)
    if value is not None and value > 1:
        return value, j + 1
    tens = g.tens.get(word)
    if tens is not None and t.joined(j + 1):
        unit = g.denominators.get(t.words[j + 1], 0) or g.ordinals.get(t.words[j + 1], 0)
        if 0 < unit < 10:
            return tens + unit, j + 2
    return None


def pointed(t: Tokens, whole: Whole, g: NumberWords) -> Whole:
    """A number with decimals in words: "two point five", "nought point one four million"."""
    j = whole.last
    if t.words[j] != "point" or not t.joined(j):
        return whole
    places, k = "", j + 1
    while len(places) < _MOST_PLACES and t.joined(k):
        below = below_hundred(t, k, g, False)
        if below is None:
            break
        places += str(below.value)
        k = below.last
    if not places:
        return whole
    step = _TEN ** -len(places)
    value = whole.value + Decimal(places) * step
    return scaled(t, whole._replace(value=value, last=k, step=step), g)


def scaled(t: Tokens, whole: Whole, g: NumberWords, money: bool = False) -> Whole:
    """A number with the letters or words of its scale: "4bn", "1.2 million", "3 lakh crore".

    `money`: a currency stands before it, so that "m" and "b" are scales.
    """
    last = whole.last
    if t.gaps[last] in _LETTER_GAPS:
        factor = _letter(t, last, whole, g, money)
        if factor is not None:
            return whole.times(factor, last + 1)._replace(letter=True)
    factor, word = _ONE, t.words[last]
    while word in g.scales and t.joined(last) and factor * g.scales[word] <= _LARGEST_SCALE:
        factor *= g.scales[word]
        last += 1
        word = t.words[last]
    return whole if last == whole.last else whole.times(factor, last)


def _letter(t: Tokens, i: int, whole: Whole, g: NumberWords, money: bool) -> Decimal | None:
    """The scale that a letter or two behind a number stands for, if they do."""
    word, glued, following = t.words[i], t.gaps[i] == "", t.gaps[i + 1]
    if not word or (following[:1] == "." and following[1:2].isalnum()):
        return None
    factor = g.letters.get(word)
    if factor is not None:
        # "300 K" is a temperature.
        return None if word == "k" and not glued and not t.written(i).islower() else factor
    if t.words[i + 1] and following in ("", "/", "-", ".", "'"):
        return None
    if money and word in g.money_letters and (glued or word != "t"):
        return g.money_letters[word]
    written = t.written(i)
    factor = g.capital_letters.get(written)
    if factor is None or not whole.digits:
        return None
    if written == "b":
        return factor if whole.step < 1 else None
    if written == "G" and whole.value < 6 and whole.step >= 1:
        # "5G"
        return None
    ends = glued or written in ("M", "G") or t.spaced(i + 1)
    return factor if ends else None
