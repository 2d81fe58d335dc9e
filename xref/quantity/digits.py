"""Numbers in digits: groups, decimal points and commas, fractions, powers."""

import re
from decimal import Decimal
from typing import NamedTuple

from xref.quantity.numeral import Numeral
from xref.quantity.tokens import DASHES, Tokens, is_digits

_ONE = Decimal(1)
_TEN = Decimal(10)
_LONGEST = 36
_LONGEST_PLAIN = 15
"""More digits than this without a comma are a code."""

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"\d+,\d{1,2}")
_EITHER = re.compile(r"\d{1,3}([.,])\d{3}")
"""A decimal with three places or a number in one group: the others of its text tell which."""
_SHORTEST = 5
"""The characters of the shortest of these."""
_POINT = re.compile(r"\d+(?:,\d{3})*\.\d|\d+(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
"""Numbers that only a writer of points writes."""
_TRIPLE = re.compile(r"\d{3}(?:\.\d+)?")
_GROUP_GAPS = frozenset({" ", "\u00a0", "\u2007", "\u2009", "\u202f"})
_GROUP_MARKS = frozenset({"'", "’"})
_LINES = frozenset({"/", "⁄", "∕"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MINUSES = ("-", "−", "⁻")


class Run(NamedTuple):
    """A number in digits, the place of its last significant digit, and the token after it."""

    value: Decimal
    step: Decimal
    last: int


def run(t: Tokens, i: int) -> Run | None:
    """The number in digits at token `i` with its groups: "43 000", "1'450", "12,34,567"."""
    word = t.words[i]
    plain = _plain(word)
    if plain is None:
        return None
    either = _EITHER.fullmatch(word) if len(word) >= _SHORTEST and not word.isdecimal() else None
    if either is not None and (word[:2] == "0," or t.told(_with_commas)):
        plain = word.replace(",", ".") if either[1] == "," else word.replace(".", "")
    last = i + 1
    if len(word) <= 3 and word.isdecimal() and word[0] != "0":
        joint, k = word, last
        gaps = _GROUP_MARKS if t.gaps[k] in _GROUP_MARKS else _GROUP_GAPS
        while t.gaps[k] in gaps and _TRIPLE.fullmatch(t.words[k]) and len(joint) < _LONGEST:
            joint += t.words[k]
            k += 1
            if "." in joint:
                break
        # "12 500-pound bombs" are two numbers.
        if k > last and not (t.gaps[k] in DASHES and t.gaps[k - 1] == " "):
            plain, last = joint, k
    return Run(Decimal(plain), _place(plain), last)


def _plain(word: str) -> str | None:
    """A number with a point for its decimals and without groups; ``None`` for no number."""
    if len(word) > _LONGEST or (len(word) > _LONGEST_PLAIN and word.isdecimal()):
        return None
    if _PLAIN.fullmatch(word):
        return word
    if _GROUPED.fullmatch(word) or _INDIAN.fullmatch(word):
        return word.replace(",", "")
    if _CONTINENTAL.fullmatch(word):
        return word.replace(".", "").replace(",", ".")
    return word.replace(",", ".") if _COMMA.fullmatch(word) else None


def _with_commas(t: Tokens) -> bool:
    """Whether the decimals of a text have a comma ("4,5 km"), and none has a point."""
    told = False
    for word in t.numbers():
        if _POINT.fullmatch(word):
            return False
        told = told or _COMMA.fullmatch(word) is not None
    return told


def _place(plain: str) -> Decimal:
    """The place value of the last significant digit; a whole number's last zeros do not count."""
    whole, _, rest = plain.partition(".")
    if rest:
        return _TEN ** -len(rest)
    kept = whole.rstrip("0")
    return _TEN ** (len(whole) - len(kept)) if kept else _ONE


def fraction(t: Tokens, i: int, first: Run) -> Numeral | None:
    """A common fraction: "3/4", "3⁄4", "2 1/2"."""
    top, over, whole = first.last - 1, first.last, Decimal(0)
    if t.gaps[over] not in _LINES and first.last == i + 1 and t.joined(over):
        # "2 1/2": the whole stands before the fraction.
        top, over, whole = over, over + 1, first.value
    if t.gaps[over] not in _LINES or t.gaps[over + 1] in _LINES or t.gaps[top] in _LINES:
        return None
    above, below = t.words[top], t.words[over]
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 4 or len(below) > 6:
        return None
    if len(below) > 3 and below.strip("0") != "1":
        return None  # "reference 31/88402"
    if not int(above) < int(below):
        return None
    value = whole + Decimal(above) / Decimal(below)
    form = "digits" if whole else "share"
    step = _ONE / Decimal(below)
    return Numeral(i, over + 1, t.starts[i], t.ends[over], value, value, value, step, form)


def powered(t: Tokens, base: Run) -> Run:
    """A number with its power: "1e10", "1.3x10^6", "2 × 10⁵", "1.1^23"; without one as it was."""
    words, gaps, k = t.words, t.gaps, base.last
    gap = gaps[k]
    if words[k] == "e" and gap == "" and gaps[k + 1] in ("", "+", "-", "−"):
        return _of_ten(base, _power(words[k + 1], gaps[k + 1]), k + 2)
    if words[k] == "x" and words[k + 1] == "10" and gaps[k + 1].strip() == "":
        return _times_ten(t, base, k + 1)
    if words[k] == "10" and gap.strip() == "×":
        return _times_ten(t, base, k)
    if gap.startswith("^") and len(gap) <= 3 and is_digits(words[k]):
        power = _power(words[k], gap[1:])
        if power is not None and base.value:
            return Run(base.value**power, base.step, k + 1)
    return base


def _times_ten(t: Tokens, base: Run, ten: int) -> Run:
    """As in "x 10^6", "× 10⁵": the power of the ten at token `ten`."""
    gap, word = t.gaps[ten + 1], t.words[ten + 1]
    if gap == "" and word[:1] in tuple("⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return _of_ten(base, _power(word.translate(_RAISED), ""), ten + 2)
    if gap and gap.strip("^+-−⁻") == "":
        return _of_ten(base, _power(word, gap), ten + 2)
    return base


def _of_ten(base: Run, power: int | None, last: int) -> Run:
    if power is None:
        return base
    factor = _TEN**power
    return Run(base.value * factor, base.step * factor, last)


def _power(word: str, sign: str) -> int | None:
    """A power of up to two digits with the signs before it."""
    if not word.isdecimal() or len(word) > 2:
        return None
    turned = sum(sign.count(mark) for mark in _MINUSES) % 2
    return -int(word) if turned else int(word)
