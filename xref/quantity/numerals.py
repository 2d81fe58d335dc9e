"""Numerals: digits, words, and both mixed, with signs, shares and scales."""

from decimal import Decimal

from xref.quantity import digits, shares, wholes
from xref.quantity.number_words import NumberWords
from xref.quantity.numeral import Numeral, Whole
from xref.quantity.tokens import Tokens, is_digits

_ONE = Decimal(1)
_TEN = Decimal(10)
_MINUSES = ("-", "−", "–", "‑")
_BEFORE_POINT = frozenset(" \n\u00a0($€£-~<>=,")
_BEFORE_MINUS = frozenset({"", " ", "(", "\n", "\u00a0", "=", "<", ">", "~"})


def read(
    t: Tokens, i: int, g: NumberWords, money: bool = False, tied: bool = True
) -> Numeral | None:
    """The numeral that begins at token `i`; ``None`` where none does.

    `money`: a currency stands before it, so that "m" and "b" are scales. `tied`: "and" may join
    numbers ("two hundred and ten"); not where "between" asks for two.
    """
    word = t.words[i]
    if is_digits(word):
        return _signed(t, _digits(t, i, g, money), g)
    if word in g.signs:
        return shares.in_sign(t, i, g)
    if word in g.vague and not (t.spaced(i) and _number(t.words[i - 1], g)):
        return _vague(t, i, g)
    if word in g.small or word in g.pairs:
        return _small(t, i, g)
    return _signed(t, shares.alone(t, i, g) or _words(t, i, g, tied), g)


def _number(word: str, g: NumberWords) -> bool:
    return is_digits(word) or word in g.cardinals or word in g.tens or word in g.scales


def _words(t: Tokens, i: int, g: NumberWords, tied: bool) -> Numeral | None:
    whole = wholes.in_words(t, i, g, tied)
    if whole is None:
        return None
    if i and t.words[i] in g.scales and t.words[i - 1] in ("a", "an") and t.joined(i):
        # "a hundred": the article is the number.
        i -= 1
    return shares.mixed(t, i, whole, g)


def _digits(t: Tokens, i: int, g: NumberWords, money: bool) -> Numeral | None:
    run = digits.run(t, i)
    if run is None:
        return None
    fraction = digits.fraction(t, i, run)
    if fraction is not None:
        return fraction
    value, step, last = digits.powered(t, run)
    sign = g.signs.get(t.words[last])
    if sign is not None and t.gaps[last] in ("", " "):
        # "2½"; of "7.84½" the sign halves the last place.
        place = step if step < 1 else _ONE
        value, step, last = value + sign * place, sign * place, last + 1
    led = t.gaps[i].endswith(".") and "." not in t.words[i] and _leads(t, i)
    if led:
        # ".25": the point is no token.
        places = _TEN ** -len(t.words[i])
        value, step = value * places, step * places
    whole = wholes.pointed(t, Whole(value, last, _ONE, step, True), g)
    whole = wholes.scaled(t, wholes.hundreds(t, whole, g, True), g, money)
    found = shares.mixed(t, i, wholes.continued(t, whole, g, True), g)
    return found._replace(start=found.start - 1) if led else found


def _leads(t: Tokens, i: int) -> bool:
    """Whether the point before token `i` begins a decimal and ends no sentence."""
    at = t.starts[i] - 2
    return at < 0 or t.text[at] in _BEFORE_POINT


def _vague(t: Tokens, i: int, g: NumberWords) -> Numeral:
    """Plural number words: "dozens", "tens of thousands", "thousands upon thousands"."""
    low, high = g.vague[t.words[i]]
    spread, last = high / low, i + 1
    for _ in range(3):
        if t.words[last] == "of" and t.words[last + 1] in g.vague and t.spaced(last):
            low *= g.vague[t.words[last + 1]][0]
        elif t.words[last] not in ("upon", "and") or t.words[last + 1] != t.words[i]:
            break
        last += 2
    return Numeral(i, last, t.starts[i], t.ends[last - 1], low, low * spread, None, None, "vague")


def _small(t: Tokens, i: int, g: NumberWords) -> Numeral | None:
    """Words for a small number, which may multiply a scale: "several hundred", "a couple of"."""
    word = t.words[i]
    first = i - (i > 0 and t.words[i - 1] == "a" and t.joined(i))
    pair = g.pairs.get(word)
    if pair is not None and first == i and t.ahead(i + 1) != "of":
        # "the couple said"
        return None
    low, high = (pair, pair) if pair is not None else g.small[word]
    last = i + 1
    after = last + (t.words[last] == "of" and t.spaced(last))
    scale = _ONE
    if t.words[after] in g.scales and t.joined(after):
        _, last, scale, *_ = wholes.scaled(t, Whole(_ONE, after, _ONE, _ONE, False), g)
    low, high = low * scale, high * scale
    nominal, step, form = (low, scale, "pair") if pair is not None else (None, None, "small")
    return Numeral(
        first, last, t.starts[first], t.ends[last - 1], low, high, nominal, step, form, scale
    )


def _signed(t: Tokens, n: Numeral | None, g: NumberWords) -> Numeral | None:
    """The numeral with the minus before it, in a word or a sign."""
    if n is None or n.nominal is None:
        return n
    i = n.first
    gap = t.gaps[i]
    if i and t.words[i - 1] in g.minus and t.joined(i):
        if t.precedes(i - 1, ("plus", "or")):
            return n
        return n.negative()._replace(first=i - 1, start=t.starts[i - 1])
    if not gap or gap == " " or len(gap) > 40:
        return n
    bare = gap[:-1] if n.start < t.starts[i] else gap
    if bare.endswith(_MINUSES) and (len(bare) > 1 or i == 0 or t.words[i - 1] in "$€£¥₹"):
        if bare[-2:-1] in _BEFORE_MINUS:
            return n.negative()._replace(start=n.start - 1)
    elif (
        i == 0
        and is_digits(t.words[0])
        and (bare.lstrip() if t.words[n.last] else bare.strip()) in _MINUSES
    ):
        return n.negative()._replace(start=t.starts[i] - len(bare.lstrip()))
    return n
