"""Units of measurement and money beside a number, and what a rate is per."""

from decimal import Context, Decimal
from typing import NamedTuple

from xref.model.amount import Unit
from xref.quantity.tokens import DASHES, Tokens, is_digits
from xref.quantity.unit_words import Readings, UnitWords, power_of

_WIDE = Context(prec=60)
_HOUR = Decimal(3600)
_SPACES = ("", " ", "\u00a0")
_VOWELS = frozenset("aeiouy")
_AROUND = 9
"""How many words on either side of a symbol may tell which of its units it stands for."""
_QUOTED = 200
"""How far back on its line a quotation may have been opened that a mark behind a number closes."""


class Measured(NamedTuple):
    """A unit and the token after it."""

    unit: Unit
    last: int


class Per(NamedTuple):
    """What a rate is per: its name, the token after it, and its unit where it is one."""

    name: str
    last: int
    unit: Unit | None = None


def money_before(t: Tokens, i: int, g: UnitWords) -> tuple[Unit, int] | None:
    """The currency that stands before the number at token `i`, with the token it begins at."""
    prev, gap = t.words[i - 1], t.gaps[i]
    if not i or not prev or "\n" in gap or gap.strip() not in ("", "-", "−", ".", "~", "-."):
        return None
    unit = g.signs.get(prev)
    if unit is not None:
        return _of_land(t, i - 1, prev, unit, g)
    if i > 1 and t.gaps[i - 1] == "":
        # "$US160m"
        unit = g.signs.get(t.words[i - 2] + prev)
        return None if unit is None else (unit, i - 2)
    unit = g.codes.get(t.written(i - 1))
    if unit is None or (i > 1 and t.gaps[i - 1] in DASHES):
        return None
    if (len(prev) < 3 and gap not in (*_SPACES, ".", ". ")) or (prev == "r" and gap):
        return None
    return unit, i - 1


def _of_land(t: Tokens, i: int, sign: str, unit: Unit, g: UnitWords) -> tuple[Unit, int]:
    """A sign with the letters of its country before it: "US$", "C $", "AU $"."""
    land = t.words[i - 1] if i else ""
    free = i == 1 or t.gaps[i - 1] != ""
    if land and free and t.gaps[i] in _SPACES and t.capital(i - 1):
        named = g.signs.get(land + sign)
        # "A $600 million fund": at the head of a sentence, a word is a capital for that alone.
        letters = len(land) <= 3 and not t.opens_sentence(i - 1)
        if named is not None and (t.gaps[i] == "" or letters):
            return named, i - 1
    return unit, i


def read(
    t: Tokens, j: int, g: UnitWords, digits: bool, money: Unit | None = None
) -> Measured | None:
    """The unit that stands after a number, at token `j`, with its rate ("per hour").

    `digits`: the number is written in digits, so that a symbol may follow. `money` is the
    currency before it.
    """
    found = _plain(t, j, g, digits) if money is None else _said_again(t, j, g, money)
    return None if found is None else _rate(t, found, g)


def _said_again(t: Tokens, j: int, g: UnitWords, money: Unit) -> Measured:
    """A currency, or the one that is said after the number: "$31.20 US", "$5 AUD", "$4 dollars"."""
    if t.spaced(j):
        named = words_at(t, j, g)
        if named is not None and named.unit.dimension == "money":
            return named
        if money.name == "dollar":
            unit = g.codes.get(t.written(j)) if len(t.words[j]) == 3 else None
            if t.written(j) in ("US", "U.S"):
                unit = money
            if unit is not None:
                return Measured(unit, j + 1)
    return Measured(money, j)


def _plain(t: Tokens, j: int, g: UnitWords, digits: bool) -> Measured | None:
    if t.added(j):
        return words_at(t, j, g)
    if not t.joined(j):
        return _primed(t, j, g) if digits else None
    found = words_at(t, j, g)
    if found is None and digits and t.gaps[j] not in ("–", "—"):
        found = _symbol(t, j, g)
    return found or _money_after(t, j, g)


def words_at(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """The longest phrase of a unit at token `j`."""
    for phrase, unit in g.words.get(t.words[j], ()):
        if t.follows(j, phrase):
            sterling = unit.name == "pound" and _of_money(t, j, g)
            found = g.named["pound sterling"] if sterling else unit
            return Measured(found, j + len(phrase))
    return None


def _of_money(t: Tokens, j: int, g: UnitWords) -> bool:
    """Whether words of paying stand before a "pound", or a number that is too high for a mass."""
    if t.words[j - 1] in g.money_scales and t.words[j + 1] != "of":
        return True
    return any(word in g.money_verbs for word in t.near(j, 6))


def _primed(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """Feet and inches by their marks ("6'2"), where the mark closes no quotation."""
    gap = t.gaps[j]
    if gap[:2] in ("''", "’’"):
        mark, name = gap[:2], "inch"
    elif gap[:1] in ('"', "'"):
        mark, name = gap[:1], "inch" if gap[0] == '"' else "foot"
    else:
        return None
    rest = gap[len(mark) :][:1]
    if rest not in ("", " ", ",", ".", ")", "-"):
        return None
    if rest == "" and t.words[j] and not is_digits(t.words[j]):
        # "14's"
        return None
    start = t.starts[j - 1]
    line = t.text[max(start - _QUOTED, 0) : start].rpartition("\n")[2]
    opened = line.count(mark) % 2 or "“" in line or "‘" in line
    after_feet = name == "inch" and t.gaps[j - 1] == "'"
    return None if opened and not after_feet else Measured(g.named[name], j)


def _money_after(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """A currency's sign or code behind the number, or a sign of per cent: "20€", "10 EUR", "5%"."""
    word = t.words[j]
    landed = g.signs.get(word + t.words[j + 1]) if t.gaps[j + 1] == "" else None
    if landed is not None:
        # "3.2US$"
        return Measured(landed, j + 2)
    unit = g.signs.get(word)
    if unit is not None and not is_digits(t.words[j + 1]):
        return Measured(unit, j + 1)
    if word in ("%", "‰"):
        point = t.words[j + 1] in ("point", "points", "pts") and t.joined(j + 1)
        return (
            Measured(g.named["percentage point"], j + 2)
            if point
            else Measured(g.symbols[word], j + 1)
        )
    if len(word) < 2 or t.gaps[j] not in _SPACES or not _ends(t, j + 1):
        return None
    unit = g.codes.get(t.written(j))
    return None if unit is None else Measured(unit, j + 1)


def _symbol(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """The symbol of a unit at token `j`: "km", "m.p.h.", "lb-ft", "°C", "p"."""
    word, written, glued = t.words[j], t.written(j), t.gaps[j] == ""
    if word in ("°", "º"):
        return _degrees(t, j, g)
    found = _dotted(t, j, g) or _compound(t, j, written, g)
    if found is not None:
        return found
    readings = g.readings.get(written) or g.readings.get(written.removesuffix("s"))
    if readings is not None and (glued or _ends(t, j + 1)):
        return Measured(_by_context(t, j, readings), j + 1)
    unit = g.symbols.get(written) or _plural_symbol(written, g)
    if unit is not None:
        return _raised(t, j, unit, g)
    if word == "in" and (glued or not t.joined(j + 1) or t.words[j + 1] in g.inch_before):
        return Measured(g.named["inch"], j + 1)
    unit = g.glued.get(written) if glued and _ends(t, j + 1) else None
    if unit is not None and t.words[j - 1] not in g.lines:
        return Measured(unit, j + 1)
    unit = g.short.get(written)
    alone = glued or (t.gaps[j] in (" ", "\u00a0", "-") and t.gaps[j + 1][:1] != "'")
    if unit is None or not alone or (t.gaps[j + 1] in DASHES and is_digits(t.words[j + 1])):
        # "16 F-18s"
        return None
    return _raised(t, j, unit, g) if _ends(t, j + 1) or t.words[j + 1] in g.powered else None


def _by_context(t: Tokens, j: int, readings: Readings) -> Unit:
    """The unit of a symbol of several, by the words of its sentence on either side."""
    around = {*t.near(j, _AROUND), *t.words[j + 1 : j + 1 + _AROUND]}
    return next((unit for unit, words in readings if words & around), readings[0][0])


def _plural_symbol(written: str, g: UnitWords) -> Unit | None:
    """The unit of a symbol with an "s" behind it ("12 kms"): no word has that form."""
    if written[-1:] != "s" or not written.islower():
        return None
    stem = written[:-1]
    formed = len(stem) > 1 and _VOWELS.isdisjoint(stem)
    return g.symbols.get(stem) if formed else None


def _ends(t: Tokens, j: int) -> bool:
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


def _raised(t: Tokens, j: int, unit: Unit, g: UnitWords) -> Measured:
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


def _rate(t: Tokens, found: Measured, g: UnitWords) -> Measured:
    """The unit with what it is per: "dollar" then "an hour" is "dollar per hour"."""
    for _ in range(2):
        per = per_what(t, found.last, g, found.unit.dimension == "money")
        if per is None:
            break
        found = Measured(_divided(found.unit, per, g), per.last)
    return found


def _divided(unit: Unit, per: Per, g: UnitWords) -> Unit:
    """The unit of a rate; metres per second and the like are speeds."""
    name = f"{unit.name} per {per.name}"
    known = g.named.get(name)
    if known is not None:
        return known
    below = per.unit
    if below is None or unit.factor is None or below.factor is None:
        return Unit(name, "rate")
    factor = _WIDE.divide(unit.factor, below.factor)
    if unit.dimension == "length" and below.dimension == "duration":
        return Unit(name, "speed", _WIDE.multiply(factor, _HOUR))
    return Unit(name, "rate", factor, family=f"{unit.dimension}{unit.family}/{below.dimension}")


def per_what(t: Tokens, j: int, g: UnitWords, money: bool = False) -> Per | None:
    """What a rate at token `j` is per; ``None`` where none is told.

    `money`: an amount of money is divided, which may be by any noun of the lexicon ("$52 a
    barrel").
    """
    word = t.words[j]
    if t.gaps[j] == "/":
        return _over(t, j, g)
    if not t.joined(j) and not (t.gaps[j] == ". " and t.words[j - 1] == "u.s"):
        return None
    if word in g.per:
        return _per(t, j + 1, g)
    if word not in g.per_article or not (t.spaced(j) and t.spaced(j + 1)):
        return None
    named = words_at(t, j + 1, g)
    timed = named is not None and named.unit.dimension in g.per_dimensions
    if named is not None and timed and t.words[named.last] not in g.per_never_before:
        return Per(named.unit.name, named.last, named.unit)
    return Per(t.words[j + 1], j + 2) if money and _piece(t, j + 1, g) else None


def _piece(t: Tokens, k: int, g: UnitWords) -> bool:
    """Whether one thing that is paid for stands at token `k`, and ends its phrase ("$52 a box")."""
    word = t.words[k]
    if word in g.per_nouns:
        return True
    whole = word.isalpha() and not t.capital(k) and word not in g.per_never
    return whole and (not t.joined(k + 1) or t.words[k + 1] in g.per_ends)


def _over(t: Tokens, j: int, g: UnitWords) -> Per | None:
    """As in "/h", "/cm", "/hour"."""
    written = t.written(j)
    unit = g.symbols.get(written) or g.short.get(written)
    found = words_at(t, j, g) if unit is None else _raised(t, j, unit, g)
    return None if found is None else Per(found.unit.name, found.last, found.unit)


def _per(t: Tokens, j: int, g: UnitWords) -> Per | None:
    """As in "per hour", "per 100,000 people", "per sq m", "per voter"."""
    if not t.joined(j):
        return None
    count = ""
    if is_digits(t.words[j]):
        count = t.words[j].replace(",", "") + " "
        j += 1
    if t.words[j] in ("hundred", "thousand", "million", "billion") and t.joined(j):
        count += t.words[j] + " "
        j += 1
    if not t.joined(j):
        return Per(count.strip(), j) if count else None
    named = words_at(t, j, g)
    symbol = g.symbols.get(t.written(j))
    if named is None and symbol is not None:
        named = _raised(t, j, symbol, g)
    if named is not None:
        return Per(count + named.unit.name, named.last, None if count else named.unit)
    if t.words[j].isalpha():
        return Per(count + t.words[j], j + 1)
    return Per(count.strip(), j) if count else None
