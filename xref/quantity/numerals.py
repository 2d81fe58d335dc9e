"""Numerals: digits, words, and both mixed, with signs, shares and scales."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from xref.quantity.tokens import DASHES, Tokens

_LONGEST = 36
_LONGEST_PLAIN = 15
"""More digits than this without a comma are a code."""
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"\d+,\d{1,2}")
_TRIPLE = re.compile(r"\d{3}(?:\.\d+)?")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_GROUP_GAPS = frozenset({" ", "\u00a0", "\u2009", "\u202f"})
_MINUS = ("-", "−", "–", "‑")
_ONE = Decimal(1)
_LARGE = Decimal(10) ** 24
_LARGEST_SCALE = Decimal(10) ** 18
_TEN = Decimal(10)


class Numeral(NamedTuple):
    """A number as written.

    Tokens ``first`` to ``last`` (exclusive), characters ``start`` to ``end``; the sign is inside. A
    vague number is an interval without `nominal`. `form` is digits, words, share ("two-thirds"), vague, small
    ("several") or pair ("a couple"). `scale` is the power that was said in words or letters.
    """

    first: int
    last: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    nominal: Decimal | None
    step: Decimal | None
    form: str
    scale: Decimal = _ONE
    scaled_by_letter: bool = False

    def times(self, factor: Decimal) -> "Numeral":
        """The same numeral of a `factor` times larger unit."""
        return self._replace(
            low=_tidy(self.low * factor),
            high=_tidy(self.high * factor),
            nominal=None if self.nominal is None else _tidy(self.nominal * factor),
            step=None if self.step is None else self.step * factor,
        )


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number lexicon, compiled."""

    cardinals: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, Decimal]
    final: Mapping[str, Decimal]
    letters: Mapping[str, Decimal]
    money_letters: Mapping[str, Decimal]
    capital_letters: Mapping[str, Decimal]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    signs: Mapping[str, Decimal]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    small: Mapping[str, tuple[Decimal, Decimal]]
    pairs: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    folds: Mapping[str, Decimal]
    only_of: frozenset[str]
    bare_multiples: frozenset[str]
    growing: frozenset[str]
    shrinking: frozenset[str]
    doubling_after: frozenset[str]
    never_before: frozenset[str]
    minus: frozenset[str]
    starters: frozenset[str]


def compile_numbers(table: Mapping[str, Any]) -> NumberWords:
    """Compile the lexicon `numbers`."""
    ordinals = dict(table["ordinals"])
    denominators = {word: value for word, value in ordinals.items() if value > 2}
    denominators |= {word + "s": value for word, value in denominators.items()}
    denominators |= table["shares"]
    denominators |= {word + "s": value for word, value in table["shares"].items()}
    denominators["firsts"] = 1
    scales = _decimals(table["scales"])
    scales |= {word + "s": value for word, value in scales.items()}
    letters = table["letters"]
    vague = {word: (Decimal(a), Decimal(b)) for word, (a, b) in table["vague"].items()}
    small = {word: (Decimal(a), Decimal(b)) for word, (a, b) in table["small"].items()}
    return NumberWords(
        cardinals=table["cardinals"],
        tens=table["tens"],
        scales=scales,
        final=_decimals(table["final"]),
        letters=_decimals(letters["bare"]),
        money_letters=_decimals(letters["money"]),
        capital_letters=_decimals(letters["capital"]),
        ordinals=ordinals,
        denominators=denominators,
        signs={sign: Decimal(a) / Decimal(b) for sign, (a, b) in table["signs"].items()},
        vague=vague,
        small=small,
        pairs=_decimals(table["pairs"]),
        multiples=_decimals(table["multiples"]),
        folds=_decimals(table["folds"]),
        only_of=frozenset(table["only_of"]),
        bare_multiples=frozenset(table["bare_multiples"]),
        growing=frozenset(table["growing"]),
        shrinking=frozenset(table["shrinking"]),
        doubling_after=frozenset(table["doubling_after"]),
        never_before=frozenset(table["never_before"]),
        minus=frozenset(table["minus"]),
        starters=frozenset(
            [*table["cardinals"], *table["tens"], *scales, *vague, *table["small"]]
            + [*table["pairs"], *table["shares"], *table["signs"], "quarters", "halves"]
        ),
    )


def _decimals(values: Mapping[str, Any]) -> dict[str, Decimal]:
    return {str(word): Decimal(str(value)) for word, value in values.items()}


class _Whole(NamedTuple):
    """A whole or decimal number: its value, the token after it, its scale, its smallest place."""

    value: Decimal
    last: int
    scale: Decimal
    step: Decimal
    digits: bool
    letter: bool = False


def _tidy(value: Decimal) -> Decimal:
    """A whole number without the zeros behind the point that a scale left ("0.75 million")."""
    whole = value == value.to_integral_value() and abs(value) < _LARGE
    return value.quantize(_ONE) if whole else value


def is_digits(word: str) -> bool:
    """Whether a token is a number in digits."""
    return word != "" and word[0].isdigit() and word[0].isdecimal()


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
        return _share_sign(t, i, g)
    if word in g.vague and not (i and t.spaced(i) and _counts(t, i - 1, g)):
        return _vague(t, i, g)
    if word in g.small or word in g.pairs:
        return _small(t, i, g)
    share = _share(t, i, g, tied)
    if share is not None:
        return _signed(t, share, g)
    whole = _whole(t, i, g, tied)
    if whole is None:
        return None
    if word in g.scales and i and t.words[i - 1] in ("a", "an") and t.joined(i):
        # "a hundred": the article is the number.
        i -= 1
    return _signed(t, _mixed(t, i, whole, g), g)


def _counts(t: Tokens, i: int, g: NumberWords) -> bool:
    word = t.words[i]
    return is_digits(word) or word in g.cardinals or word in g.tens or word in g.scales


def _numeral(t: Tokens, first: int, whole: _Whole, form: str) -> Numeral:
    value = whole.value
    if whole.scale > 1:
        value = _tidy(value)
    return Numeral(
        first, whole.last, t.starts[first], t.ends[whole.last - 1], value, value, value, whole.step,
        form, whole.scale, whole.letter,
    )  # fmt: skip


def digit_value(word: str) -> tuple[Decimal, Decimal] | None:
    """Value and place of the last significant digit of a number in digits; ``None`` for no number."""
    if len(word) > _LONGEST or (len(word) > _LONGEST_PLAIN and word.isdecimal()):
        return None
    if _PLAIN.fullmatch(word):
        plain = word
    elif _GROUPED.fullmatch(word) or _INDIAN.fullmatch(word):
        plain = word.replace(",", "")
    elif _CONTINENTAL.fullmatch(word):
        plain = word.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(word):
        plain = word.replace(",", ".")
    else:
        return None
    return Decimal(plain), _place(plain)


def _place(plain: str) -> Decimal:
    whole, _, rest = plain.partition(".")
    if rest:
        return _TEN ** -len(rest)
    kept = whole.rstrip("0")
    return _TEN ** (len(whole) - len(kept)) if kept else _ONE


def _digits(t: Tokens, i: int, g: NumberWords, money: bool) -> Numeral | None:
    read_one = _digit_run(t, i)
    if read_one is None:
        return None
    value, step, last = read_one
    fraction = _slashed(t, i, last, value)
    if fraction is not None:
        return fraction
    raised = _exponent(t, i, last, value, step)
    if raised is not None:
        value, step, last = raised
    sign = g.signs.get(t.words[last])
    if sign is not None and t.gaps[last] in ("", " "):
        value, step, last = value + sign, sign, last + 1
    whole = _pointed(t, _Whole(value, last, _ONE, step, True), g)
    whole = _scaled(t, _hundreds(t, whole, g, True), g, money)
    whole = _continued(t, whole, g, True)
    # ".25" and "$.25": the point is no token.
    if t.gaps[i].endswith(".") and "." not in t.words[i] and _leads_decimal(t, i):
        places = Decimal(10) ** -len(t.words[i])
        small = whole._replace(value=whole.value * places, step=whole.step * places)
        return _numeral(t, i, small, "digits")._replace(start=t.starts[i] - 1)
    return _mixed(t, i, whole, g)


def _leads_decimal(t: Tokens, i: int) -> bool:
    at = t.starts[i] - 2
    return at < 0 or t.text[at] in " \n\u00a0($€£-~<>=,"


def _digit_run(t: Tokens, i: int) -> tuple[Decimal, Decimal, int] | None:
    """Digits with their groups, also when spaces part them ("43 000")."""
    word = t.words[i]
    read_one = digit_value(word)
    if read_one is None:
        return None
    last = i + 1
    if len(word) <= 3 and word.isdecimal() and word[0] != "0":
        plain = word
        while (
            t.gaps[last] in _GROUP_GAPS
            and _TRIPLE.fullmatch(t.words[last])
            and len(plain) < _LONGEST
        ):
            plain += t.words[last]
            last += 1
            if "." in plain:
                break
        if last > i + 1 and not (t.gaps[last] in DASHES and t.gaps[last - 1] == " "):
            return Decimal(plain), _place(plain), last
    return read_one[0], read_one[1], i + 1


def _slashed(t: Tokens, i: int, last: int, value: Decimal) -> Numeral | None:
    """A common fraction in digits: "3/4", "2 1/2"."""
    top, over = last - 1, last
    whole = Decimal(0)
    if t.gaps[over] != "/" and last == i + 1 and t.gaps[last].strip() in ("", "-"):
        # "2 1/2": the whole stands before the fraction.
        top, over, whole = last, last + 1, value
        if not t.joined(last):
            return None
    if t.gaps[over] != "/" or t.gaps[over + 1] == "/" or t.gaps[top] == "/":
        return None
    above, below = t.words[top], t.words[over]
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 4 or len(below) > 6:
        return None
    share, of = Decimal(above), Decimal(below)
    if of == 0 or share >= of:
        return None
    result = whole + share / of
    step = _ONE / of
    form = "digits" if whole else "share"
    return Numeral(i, over + 1, t.starts[i], t.ends[over], result, result, result, step, form)


def _exponent(
    t: Tokens, i: int, last: int, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int] | None:
    """Scientific notation: "1e10", "1.3x10^6", "2 × 10⁵", "1.1^23"."""
    power: Decimal | None = None
    words, gaps = t.words, t.gaps
    end = last
    if words[last] == "e" and gaps[last] == "" and gaps[last + 1] in ("", "+", "-", "−"):
        power, end = _small_int(words[last + 1], gaps[last + 1]), last + 2
    elif words[last] == "x" and words[last + 1] == "10" and gaps[last + 1].strip() == "":
        power, end = _power_of_ten(t, last + 1)
    elif gaps[last].strip() == "×" and words[last] == "10":
        power, end = _power_of_ten(t, last)
    elif gaps[last].startswith("^") and len(gaps[last]) <= 3 and is_digits(words[last]):
        power = _small_int(words[last], gaps[last][1:])
        if power is None or value == 0:
            return None
        return value ** int(power), step, last + 1
    if power is None:
        return None
    factor = _TEN ** int(power)
    return value * factor, step * factor, end


def _power_of_ten(t: Tokens, ten: int) -> tuple[Decimal | None, int]:
    gap, word = t.gaps[ten + 1], t.words[ten + 1]
    if gap == "" and word and word[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return _small_int(word.translate(_RAISED), ""), ten + 2
    if gap.strip("^+-−⁻") == "" and gap != "" and is_digits(word):
        return _small_int(word, gap.lstrip("^")), ten + 2
    return None, ten


def _small_int(word: str, sign: str) -> Decimal | None:
    if not word.isdecimal() or len(word) > 2:
        return None
    turned = sum(sign.count(mark) for mark in ("-", "−", "⁻")) % 2
    return -Decimal(word) if turned else Decimal(word)


def _scaled(t: Tokens, whole: _Whole, g: NumberWords, money: bool) -> _Whole:
    """A number with the letters or words of its scale ("4bn", "1.2 million", "3 lakh crore")."""
    last = whole.last
    gap, word = t.gaps[last], t.words[last]
    if gap == "" or gap in _GROUP_GAPS or gap == "-" or gap == "  ":
        factor = _letter(t, last, g, money, whole) if gap != "-" else None
        if factor is not None:
            step = whole.step * factor
            return whole._replace(
                value=whole.value * factor, last=last + 1, scale=factor, step=step, letter=True
            )
    factor = _ONE
    while (word in g.scales) and t.joined(last) and factor * g.scales[word] <= _LARGEST_SCALE:
        factor *= g.scales[word]
        last += 1
        word = t.words[last]
    if word in g.final and t.spaced(last) and not t.joined(last + 1):
        factor *= g.final[word]
        last += 1
    if last == whole.last:
        return whole
    return whole._replace(
        value=whole.value * factor, last=last, scale=factor, step=whole.step * factor
    )


def _letter(t: Tokens, i: int, g: NumberWords, money: bool, whole: _Whole) -> Decimal | None:
    word, gap = t.words[i], t.gaps[i]
    if len(word) > 4 or not t.words[i]:
        return None
    following = t.gaps[i + 1]
    if following[:1] in (".", "'", "’") and following[1:2].isalnum():
        return None
    if t.words[i + 1] and following in ("", "/", "-") and word not in g.letters:
        return None
    factor = g.letters.get(word)
    if factor is not None:
        if word == "cr" or word == "k":
            return factor if gap == "" or t.written(i).islower() or word == "cr" else None
        return factor
    if money and word in g.money_letters and (gap == "" or word != "t"):
        return g.money_letters[word]
    written = t.written(i)
    factor = g.capital_letters.get(written)
    if factor is None or not whole.digits:
        return None
    if written == "b":
        return factor if whole.step < 1 else None
    if written == "G" and (whole.value < 6 and whole.step >= 1):
        return None
    if gap != "" and written != "M" and t.spaced(i + 1) is False and written != "G":
        return None
    return factor


def _whole(t: Tokens, i: int, g: NumberWords, tied: bool) -> _Whole | None:
    """A number in words, with scales: "three hundred and forty-two", "two point five million"."""
    piece = _piece(t, i, g, tied)
    if piece is None:
        return None
    return _continued(t, _pointed(t, piece, g), g, tied)


def _piece(t: Tokens, i: int, g: NumberWords, tied: bool) -> _Whole | None:
    """A number below a thousand, times its scale."""
    word = t.words[i]
    if word in g.scales:
        if word.endswith("s"):
            return None
        base = _Whole(_ONE, i, _ONE, _ONE, False)
    else:
        below = _below_hundred(t, i, g, tied)
        if below is None:
            return None
        base = below
    base = _hundreds(t, base, g, tied)
    scaled = _scaled(t, base, g, False)
    return scaled if scaled.last > i else None


def _below_hundred(t: Tokens, i: int, g: NumberWords, tied: bool) -> _Whole | None:
    word = t.words[i]
    value = g.cardinals.get(word)
    if value is not None:
        return _spoken(t, i, value, g) or _Whole(Decimal(value), i + 1, _ONE, _ONE, False)
    value = g.tens.get(word)
    if value is None:
        return None
    unit = g.cardinals.get(t.words[i + 1], 0)
    if 0 < unit < 10 and (t.joined(i + 1) or t.gaps[i + 1] == " - "):
        return _Whole(Decimal(value + unit), i + 2, _ONE, _ONE, False)
    unit = g.cardinals.get(t.words[i + 2], 0)
    if (
        tied
        and 0 < unit < 10
        and t.words[i + 1] == "and"
        and t.spaced(i + 1)
        and t.spaced(i + 2)
        and t.words[i + 3] not in g.denominators
    ):
        return _Whole(Decimal(value + unit), i + 3, _ONE, _ONE, False)
    return _Whole(Decimal(value), i + 1, _ONE, _TEN, False)


def _spoken(t: Tokens, i: int, value: int, g: NumberWords) -> _Whole | None:
    """A number said without its hundred: "one twenty two"; not before a noun ("two thirty-minute talks")."""
    if not 0 < value < 10 or t.words[i + 1] not in g.tens or not t.spaced(i + 1):
        return None
    rest = _below_hundred(t, i + 1, g, False)
    if rest is None or t.joined(rest.last):
        return None
    return rest._replace(value=value * 100 + rest.value)


def _hundreds(t: Tokens, base: _Whole, g: NumberWords, tied: bool) -> _Whole:
    """ "... hundred [and] ...": the hundreds of a number below a thousand."""
    j = base.last
    if t.words[j] not in ("hundred", "hundreds") or not (t.joined(j) or base.last == j == 0):
        return base
    hundred = Decimal(100)
    whole = base._replace(
        value=base.value * hundred, last=j + 1, step=base.step * hundred, scale=hundred
    )
    rest = _rest(t, j + 1, g, tied, Decimal(100), base.digits)
    return whole if rest is None else _added(whole, rest)


def _rest(
    t: Tokens, j: int, g: NumberWords, tied: bool, limit: Decimal, digits: bool
) -> _Whole | None:
    """What is added to a number that ended in a scale: "[and] forty-two", below `limit`."""
    said_and = t.words[j] == "and" and t.spaced(j)
    if said_and:
        if not tied:
            return None
        j += 1
    comma = t.gaps[j] == ", " and not said_and and limit >= 1000 and not digits
    if not t.joined(j) and not comma:
        return None
    rest: _Whole | None
    if is_digits(t.words[j]):
        read_one = _digit_run(t, j) if digits and limit <= 1000 else None
        rest = None if read_one is None else _Whole(*_reordered(read_one), True)
        if rest is not None and rest.step < 1:
            return None
    elif t.words[j] in g.scales:
        return None
    else:
        rest = _below_hundred(t, j, g, tied)
    if rest is None:
        return None
    if limit == 100 and t.words[rest.last] in ("dozen", "dozens") and t.joined(rest.last):
        # "three hundred and two dozen": the dozens are added.
        return _scaled(t, rest, g, False)
    if limit > 100:
        rest = _scaled(t, _hundreds(t, rest, g, tied), g, False)
    if not 0 < rest.value < limit:
        return None
    if comma and (rest.value < 100 or t.words[rest.last] == "of"):
        # "one thousand, two hundred and five", not "a million, ten of them"
        return None
    following = t.words[rest.last]
    if following == "hundred":
        return None
    share = _denominator(t, rest.last, g) if said_and else None
    # "one hundred and three quarters": a share follows, not a rest.
    return None if share is not None and rest.value < share[0] else rest


def _reordered(read_one: tuple[Decimal, Decimal, int]) -> tuple[Decimal, int, Decimal, Decimal]:
    value, step, last = read_one
    return value, last, _ONE, step


def _added(whole: _Whole, rest: _Whole) -> _Whole:
    return whole._replace(
        value=whole.value + rest.value, last=rest.last, step=rest.step, scale=rest.scale
    )  # fmt: skip


def _continued(t: Tokens, whole: _Whole, g: NumberWords, tied: bool) -> _Whole:
    """A number in words or digits goes on below its scale: "two thousand [and] ten"."""
    limit = whole.scale
    for _ in range(6):
        if limit <= 1 or whole.letter:
            break
        rest = _rest(t, whole.last, g, tied, limit, whole.digits)
        if rest is None or (limit == 100 and rest.value >= 100):
            break
        limit = rest.scale
        whole = _added(whole, rest)
    return whole


def _pointed(t: Tokens, whole: _Whole, g: NumberWords) -> _Whole:
    """ "two point five", "nought point one four million"."""
    j = whole.last
    if t.words[j] != "point" or not t.spaced(j):
        return whole
    places = ""
    k = j + 1
    while len(places) < 8 and t.spaced(k):
        word = t.words[k]
        if word in g.cardinals:
            places += str(g.cardinals[word])
        elif word in g.tens:
            below = _below_hundred(t, k, g, False)
            assert below is not None
            places += str(below.value)
            k = below.last - 1
        else:
            break
        k += 1
    if not places:
        return whole
    step = _TEN ** -len(places)
    return _scaled(
        t, whole._replace(value=whole.value + Decimal(places) * step, last=k, step=step), g, False
    )


def _mixed(t: Tokens, i: int, whole: _Whole, g: NumberWords) -> Numeral:
    """A number that a share may follow: "two and a half", "six million and two thirds"."""
    form = "digits" if whole.digits else "words"
    j = whole.last
    improper = _denominator(t, j, g) if not whole.digits else None
    if improper is not None and whole.value > 1:
        return _over(t, i, whole, improper, g)
    if t.words[j] == "and" and t.joined(j):
        share = _added_share(t, j + 1, g)
        if share is not None:
            value, last, step = share
            return _with_share(t, i, whole, value, last, step, form, g)
    sign = g.signs.get(t.words[j])
    if sign is not None and t.joined(j) and whole.scale == 1 and not whole.digits:
        return _with_share(t, i, whole, sign, j + 1, sign, form, g)
    return _numeral(t, i, whole, form)


def _with_share(
    t: Tokens, i: int, whole: _Whole, share: Decimal, last: int, step: Decimal, form: str, g: NumberWords
) -> Numeral:  # fmt: skip
    own = _scaled(t, _Whole(share, last, _ONE, step, False), g, False)
    if own.last > last and whole.scale == 1:
        value = (whole.value + share) * own.scale
        joint = whole._replace(value=value, last=own.last, scale=own.scale, step=own.step)
    elif own.last > last:
        joint = whole._replace(value=whole.value + own.value, last=own.last, step=own.step)
    else:
        factor = whole.scale if whole.scale >= 1000 else _ONE
        value = whole.value + share * factor
        joint = whole._replace(value=value, last=last, step=step * factor)
    return _numeral(t, i, joint, form)


def _added_share(t: Tokens, j: int, g: NumberWords) -> tuple[Decimal, int, Decimal] | None:
    """The share after "and": "a half", "two thirds", "quarter", "½"."""
    if not t.joined(j):
        return None
    top = 1
    articled = t.words[j] in ("a", "an")
    if articled:
        j += 1
    elif t.words[j] in g.cardinals or t.words[j] in g.tens:
        below = _below_hundred(t, j, g, False)
        assert below is not None
        top, j = int(below.value), below.last
    word = t.words[j]
    sign = g.signs.get(word)
    if sign is not None:
        return sign, j + 1, sign
    found = _denominator(t, j, g)
    if found is None or top == 0 or not t.joined(j):
        return None
    below_line, last = found
    plain = word in ("half", "quarter", "quarters") or word.endswith("s")
    if not plain and t.joined(last) and t.words[last] not in ("of", "", "per", "percent"):
        return None
    if top >= below_line:
        return None
    return Decimal(top) / below_line, last, _ONE / below_line


def _denominator(t: Tokens, j: int, g: NumberWords) -> tuple[int, int] | None:
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


def _over(t: Tokens, i: int, whole: _Whole, found: tuple[int, int], g: NumberWords) -> Numeral:
    """A share with its count: "two thirds", "twenty-three fifths", "one hundred and three quarters"."""
    below, last = found
    word = t.words[last - 1]
    value = whole.value
    if not word.endswith("s") and t.gaps[last - 1] != "-" and whole.value != 1:
        # "two hundredth", "twenty fifth" are ordinals.
        return _numeral(t, i, whole, "words")
    ten = g.tens.get(t.words[whole.last - 1])
    if ten and below < 10 and value > ten and t.words[whole.last - 2] != "and":
        value, below = value - ten, below + ten
    joint = whole._replace(value=value / below, last=last, step=_ONE / below, scale=_ONE)
    scaled = _of_scale(t, joint, g)
    return _numeral(t, i, scaled, "words" if scaled.scale > 1 else "share")


def _of_scale(t: Tokens, share: _Whole, g: NumberWords) -> _Whole:
    """A share of a scale: "half a million", "two thirds of a million", "quarter million"."""
    j = share.last
    if t.words[j] == "of" and t.words[j + 1] in ("a", "an") and t.joined(j):
        j += 2
    elif t.words[j] in ("a", "an") and t.joined(j):
        j += 1
    if t.words[j] not in g.scales or not t.joined(j) or t.words[j].endswith("s"):
        return share
    scaled = _scaled(t, share._replace(last=j), g, False)
    return scaled


def _share(t: Tokens, i: int, g: NumberWords, tied: bool) -> Numeral | None:
    """A share that begins at token `i`: "half", "a third" (from its noun), "one fifth"."""
    word = t.words[i]
    article = 1 if i and t.words[i - 1] in ("a", "an") and t.joined(i) else 0
    found: tuple[int, int] | None = None
    first = i
    if word in ("half", "quarter") or (article and word in g.denominators):
        found = (g.denominators[word], i + 1)
        first = i - article
    elif word == "one" or (article and word in g.tens):
        found = _denominator(t, i + 1 if word == "one" else i, g)
        if word == "one" and found is not None and t.words[found[1] - 1].endswith("s"):
            found = None
        first = i - article if word != "one" else i
    if found is None:
        return None
    below, last = found
    whole = _Whole(_ONE / below, last, _ONE, _ONE / below, False)
    scaled = _of_scale(t, whole, g)
    return _numeral(t, first, scaled, "words" if scaled.scale > 1 else "share")


def _share_sign(t: Tokens, i: int, g: NumberWords) -> Numeral:
    value = g.signs[t.words[i]]
    whole = _of_scale(t, _Whole(value, i + 1, _ONE, value, False), g)
    return _numeral(t, i, whole, "words" if whole.scale > 1 else "share")


def _vague(t: Tokens, i: int, g: NumberWords) -> Numeral:
    """Plural number words: "dozens", "tens of thousands", "hundreds of millions"."""
    low, high = g.vague[t.words[i]]
    last = i + 1
    spread = high / low
    for _ in range(3):
        if t.words[last] == "of" and t.words[last + 1] in g.vague and t.spaced(last):
            low *= g.vague[t.words[last + 1]][0]
            last += 2
        elif t.words[last] in ("upon", "and") and t.words[last + 1] == t.words[i]:
            last += 2
        else:
            break
    return Numeral(i, last, t.starts[i], t.ends[last - 1], low, low * spread, None, None, "vague")


def _small(t: Tokens, i: int, g: NumberWords) -> Numeral | None:
    """Words for a small number, which may multiply a scale: "several hundred", "a couple of"."""
    word = t.words[i]
    article = 1 if i and t.words[i - 1] == "a" and t.joined(i) else 0
    pair = word in g.pairs
    if pair and not article and t.words[i + 1] != "of":
        # "the couple said"
        return None
    low, high = (g.pairs[word],) * 2 if pair else g.small[word]
    last = i + 1
    after = last + 1 if t.words[last] == "of" and t.spaced(last) else last
    factor = _ONE
    if t.words[after] in g.scales and t.joined(after):
        scaled = _scaled(t, _Whole(_ONE, after, _ONE, _ONE, False), g, False)
        factor, last = scaled.scale, scaled.last
    nominal = low * factor if pair else None
    return Numeral(
        i - article, last, t.starts[i - article], t.ends[last - 1], low * factor, high * factor,
        nominal, factor if pair else None, "pair" if pair else "small", factor,
    )  # fmt: skip


def _signed(t: Tokens, numeral: Numeral | None, g: NumberWords) -> Numeral | None:
    """The numeral with the minus before it, in a word or a sign."""
    if numeral is None or numeral.nominal is None:
        return numeral
    i = numeral.first
    if i and t.words[i - 1] in g.minus and t.joined(i):
        return _negative(numeral, i - 1, t.starts[i - 1])
    gap = t.gaps[i]
    if not gap or len(gap) > 40:
        return numeral
    bare = gap[:-1] if numeral.start < t.starts[i] else gap
    if bare.endswith(_MINUS) and (len(bare) > 1 or i == 0 or t.words[i - 1] in "$€£¥₹"):
        before = bare[-2:-1]
        if before in ("", " ", "(", "\n", "\u00a0", "=", "<", ">", "~"):
            return _negative(numeral, i, numeral.start - 1)
    elif i == 0 and bare.strip() in _MINUS:
        return _negative(numeral, i, t.starts[i] - len(bare.lstrip()))
    return numeral


def _negative(numeral: Numeral, first: int, start: int) -> Numeral:
    return numeral.times(Decimal(-1))._replace(
        first=first, start=start, step=numeral.step, low=-numeral.high, high=-numeral.low
    )
