"""Symbols of units behind a number: "km", "m.p.h.", "lb-ft", "°C", "km2", "12 kms"."""

from xref.model.amount import Unit
from xref.quantity.tokens import DASHES, Tokens, is_digits
from xref.quantity.unit_phrases import Measured, words_at
from xref.quantity.unit_words import Readings, UnitWords, power_of

_SPACES = ("", " ", "\u00a0")
_VOWELS = frozenset("aeiouy")
_AROUND = 9
"""How many words on either side of a symbol may tell which of its units it stands for."""


def symbol(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """The symbol of a unit at token `j`: "km", "m.p.h.", "lb-ft", "°C", "p"."""
    word, written, glued = t.words[j], t.written(j), t.gaps[j] == ""
    if word in ("°", "º"):
        return _degrees(t, j, g)
    found = _dotted(t, j, g) or _compound(t, j, written, g)
    if found is not None:
        return found
    readings = g.readings.get(written) or g.readings.get(written.removesuffix("s"))
    model = t.gaps[j + 1] in DASHES and is_digits(t.words[j + 1])  # "16 F-18s"
    if readings is not None and not model and (glued or ends(t, j + 1)):
        told = _by_context(t, j, readings)
        if told is not None:
            return Measured(told, j + 1)
    unit = g.symbols.get(written) or _plural_symbol(written, g)
    if unit is not None:
        return raised(t, j, unit, g)
    if word == "in" and (glued or not t.joined(j + 1) or t.words[j + 1] in g.inch_before):
        return Measured(g.named["inch"], j + 1)
    unit = g.glued.get(written) if glued and ends(t, j + 1) else None
    if unit is not None and (t.words[j - 1] not in g.lines or _again(t, j)):
        return Measured(unit, j + 1)
    unit = g.short.get(written)
    alone = glued or (t.gaps[j] in (" ", "\u00a0", "-") and t.gaps[j + 1][:1] != "'")
    if unit is None or not alone or model:
        return None
    return raised(t, j, unit, g) if ends(t, j + 1) or t.words[j + 1] in g.powered else None


def _again(t: Tokens, j: int) -> bool:
    """As in "240p to 290p": the symbol at token `j` stands behind the next number as well."""
    k = j + 2 if t.words[j + 1] in ("to", "and", "or") else j + 1
    return is_digits(t.words[k]) and t.words[k + 1] == t.words[j] and t.gaps[k + 1] == ""


def _by_context(t: Tokens, j: int, readings: Readings) -> Unit | None:
    """The unit of a symbol of several, by the words of its sentence on either side.

    Where none decides it is the one that needs no word, if there is one.
    """
    first, last = j, j + 1
    while first > max(j - _AROUND, 0) and not t.opens_sentence(first):
        first -= 1
    while last <= j + _AROUND and not t.opens_sentence(last):
        last += 1
    around = {*t.words[first:j], *t.words[j + 1 : last]}
    told = next((unit for unit, words in readings if words & around), None)
    return told or next((unit for unit, words in readings if not words), None)


def _plural_symbol(written: str, g: UnitWords) -> Unit | None:
    """The unit of a symbol with an "s" behind it ("12 kms"): no word has that form."""
    if written[-1:] != "s" or not written.islower():
        return None
    stem = written[:-1]
    formed = len(stem) > 1 and _VOWELS.isdisjoint(stem)
    return g.symbols.get(stem) if formed else None


def ends(t: Tokens, j: int) -> bool:
    """Whether token `j` does not hang on the one before."""
    return t.gaps[j] != "" or t.words[j] == ""


def _dotted(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """As in "m.p.h.", "k.g.": letters parted by points."""
    joint, last = t.words[j], j
    if len(joint) != 1 or not joint.isalpha():
        return None
    while t.gaps[last + 1] == "." and 0 < len(t.words[last + 1]) <= 2 and last - j < 3:
        last += 1
        joint += t.words[last]
    unit = g.symbols.get(joint) or g.symbols.get(joint.removesuffix("s"))
    return None if unit is None or last == j else Measured(unit, last + 1)


def _compound(t: Tokens, j: int, written: str, g: UnitWords) -> Measured | None:
    """As in "lb-ft", "b/d": two symbols that are one."""
    gap = t.gaps[j + 1]
    if gap not in ("-", "/", " ", "·"):
        return None
    unit = g.symbols.get(f"{written}{gap}{t.written(j + 1)}")
    return None if unit is None else Measured(unit, j + 2)


def raised(t: Tokens, j: int, unit: Unit, g: UnitWords) -> Measured:
    """A length with its power: "km2", "m^3"."""
    power = g.powered.get(t.words[j + 1]) if t.gaps[j + 1] in ("", "^") else None
    if power is None or unit.dimension != "length" or unit.factor is None:
        return Measured(unit, j + 1)
    return Measured(power_of(unit, power), j + 2)


def _degrees(t: Tokens, j: int, g: UnitWords) -> Measured:
    """As in "°C", "° F", "° Celsius", "°"."""
    letter = t.words[j + 1]
    unit = g.symbols.get("°" + letter) if t.gaps[j + 1] in _SPACES else None
    if unit is not None and letter:
        return Measured(unit, j + 2)
    named = words_at(t, j + 1, g) if t.joined(j + 1) else None
    if named is not None and named.unit.dimension == "temperature":
        return named
    return Measured(g.symbols["°"], j + 1)
