"""Units of measurement and money beside a number, and what a rate is per."""

from decimal import Context, Decimal
from typing import NamedTuple
from unicodedata import category

from xref.model.amount import Unit
from xref.quantity import symbols
from xref.quantity.tokens import DASHES, Tokens, is_digits
from xref.quantity.unit_phrases import Measured, words_at
from xref.quantity.unit_words import UnitWords

_WIDE = Context(prec=60)
_HOUR = Decimal(3600)
_SPACES = ("", " ", "\u00a0")
_PAYING = 6
"""How many words before a code a word of paying may stand."""
_QUOTED = 200
"""How far back on its line a quotation may have been opened that a mark behind a number closes."""


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
    unit = _signed(prev, g)
    if unit is not None:
        return _of_land(t, i - 1, prev, unit, g)
    if i > 1 and t.gaps[i - 1] == "":
        # "$US160m"
        unit = g.signs.get(t.words[i - 2] + prev)
        return None if unit is None else (unit, i - 2)
    unit = g.codes.get(t.written(i - 1)) or (_uncoined(t, i - 1, g) if len(prev) == 3 else None)
    if unit is None or (i > 1 and t.gaps[i - 1] in DASHES):
        return None
    if (len(prev) < 3 and gap not in (*_SPACES, ".", ". ")) or (prev == "r" and gap):
        return None
    return unit, i - 1


def _signed(word: str, g: UnitWords) -> Unit | None:
    """The currency of a sign; one that no lexicon knows is its own."""
    unit = g.signs.get(word)
    if unit is None and len(word) == 1 and category(word) == "Sc":
        unit = Unit(word, "money", Decimal(1), family=word)
    return unit


def _uncoined(t: Tokens, j: int, g: UnitWords) -> Unit | None:
    """A code of three capitals that no lexicon knows, where something is paid or costs."""
    written = t.written(j)
    if len(written) != 3 or not (written.isascii() and written.isalpha() and written.isupper()):
        return None
    if written in g.symbols or g.money_verbs.isdisjoint(t.near(j, _PAYING)):
        return None
    return Unit(written, "money", Decimal(1), family=written)


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
        found = symbols.symbol(t, j, g)
    return found or _money_after(t, j, g)


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
    unit = _signed(word, g)
    if unit is not None and not (is_digits(t.words[j + 1]) and t.gaps[j + 1] in _SPACES):
        return Measured(unit, j + 1)
    if word in ("%", "‰"):
        point = t.words[j + 1] in ("point", "points", "pts") and t.joined(j + 1)
        return (
            Measured(g.named["percentage point"], j + 2)
            if point
            else Measured(g.symbols[word], j + 1)
        )
    if len(word) < 2 or t.gaps[j] not in _SPACES or not symbols.ends(t, j + 1):
        return None
    unit = g.codes.get(t.written(j))
    if unit is None and (not t.joined(j + 1) or t.words[j + 1] in g.per_ends | g.per_article):
        unit = _uncoined(t, j, g)
    return None if unit is None else Measured(unit, j + 1)


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
    found = words_at(t, j, g) if unit is None else symbols.raised(t, j, unit, g)
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
        named = symbols.raised(t, j, symbol, g)
    if named is not None:
        return Per(count + named.unit.name, named.last, None if count else named.unit)
    if t.hyphened(j + 1):
        # "per forty-foot box", "per full-time worker"
        while t.hyphened(j + 1):
            j += 1
        j += t.spaced(j + 1)
    if t.words[j].isalpha():
        return Per(count + t.words[j], j + 1)
    return Per(count.strip(), j) if count else None
