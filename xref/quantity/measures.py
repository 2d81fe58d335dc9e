"""A number with its unit: "$4bn", "an hour and 20 minutes", "half a mile", "15 years old"."""

from decimal import Decimal

from xref.model.amount import Unit
from xref.quantity import ages, numerals, scaling, units
from xref.quantity.compounds import and_a_share, compound
from xref.quantity.grammar import Grammar
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens, is_digits
from xref.quantity.unit_phrases import Measured

_ONE = Decimal(1)


def measure(t: Tokens, i: int, g: Grammar, tied: bool = True) -> Measure | None:
    """The number that begins at token `i` with its unit or currency, if it has one."""
    money = units.money_before(t, i, g.units)
    n = numerals.read(t, i, g.numbers, money is not None, tied)
    if n is None:
        return None
    if money is not None:
        return _paid(t, n, money[0], money[1], g)
    if n.form == "share":
        shared = _share_of_unit(t, n, g)
        if shared is not None:
            return shared
    coded = _coded(t, n, g)
    if coded is not None:
        return coded
    n = scaling.scaled(t, n, g)
    after = n.last
    if n.form in ("pair", "small", "vague") and t.words[after] == "of":
        # "a couple of weeks", "tens of millions of dollars"
        after += 1
    found = (
        units.read(t, after, g.units, n.form == "digits")
        or _of_unit(t, n, g)
        or _added(t, after, g)
    )
    if found is not None and t.spaced(n.last) and _tied(t, n, found, g):
        found = None
    if found is None:
        mark = ages.marked(t, n, g.ages)
        found = Measured(ages.YEAR_OF_AGE, mark) if mark else None
    if found is None and n.scale == 1 and t.follows(n.last, g.units.below_zero):
        found = Measured(g.units.named["degree"], n.last)
    if found is None:
        return _per(t, n, g) or Measure(n, _before(t, n, g), n.first, n.last)
    if found.unit.dimension in ("temperature", "angle") and t.follows(
        found.last, g.units.below_zero
    ):
        n = n.negative()
        found = Measured(found.unit, found.last + 2)
    if found.unit.dimension == "duration":
        aged = ages.unit_of(t, n, found.unit, found.last, g)
        if aged is not None:
            return Measure(n, aged[0], n.first, aged[1])
    if found.unit.dimension == "temperature" and _frost(t, n, g):
        n = n.negative()._replace(start=t.starts[n.first] - len(t.gaps[n.first].lstrip()))
    whole = Measure(n, found.unit, n.first, found.last)
    return compound(t, and_a_share(t, whole, g), g)


def _frost(t: Tokens, n: Numeral, g: Grammar) -> bool:
    """As in "frost reached - 8 degrees": a minus with a space behind it, where no clause ends."""
    if t.gaps[n.first] not in (" - ", " − ") or n.nominal is None or n.nominal < 0:
        return False
    front = t.words[n.first - 1]
    return front in g.nouns.ends or front in g.nouns.past or front.endswith("ed")


def _tied(t: Tokens, n: Numeral, found: Measured, g: Grammar) -> bool:
    """As in "three quarter-point cuts", "two hour-long talks": the unit belongs to what follows."""
    last = found.last
    if found.unit not in g.units.single and found.unit.name != "quarter":
        return False
    if t.words[last] in g.ages.old:
        return False
    return (
        last == n.last + 1 and t.hyphened(last) and t.words[last].isalpha() and t.spaced(last + 1)
    )


def _paid(t: Tokens, n: Numeral, unit: Unit, first: int, g: Grammar) -> Measure:
    gap = t.gaps[n.first]
    if first and t.words[first - 1] in g.numbers.minus and t.joined(first):
        n = n.negative()._replace(start=t.starts[first - 1])
        first -= 1
    elif n.first > first and gap.strip() in ("-", "−") and n.nominal is not None and n.nominal > 0:
        # "$-50.8bn"
        n = n.negative()
    elif _signed(t, first):
        # "-$50.8bn"
        n = n.negative()._replace(start=t.starts[first] - 1)
    found = units.read(t, n.last, g.units, False, unit)
    if found is None:
        return Measure(n, unit, first, n.last)
    return compound(t, Measure(n, found.unit, first, found.last), g)


def _signed(t: Tokens, first: int) -> bool:
    """Whether a minus stands before the currency at token `first`, no dash of the sentence."""
    gap = t.gaps[first]
    if not gap.endswith(("-", "−")) or gap[-2:-1] not in ("", " ", "("):
        return False
    return first == 0 or gap != "-"


def _coded(t: Tokens, n: Numeral, g: Grammar) -> Measure | None:
    """As in "30 MNOK": a currency's code with the letter of a scale before it."""
    if len(t.words[n.last]) != 4:
        return None
    written = t.written(n.last)
    if not t.joined(n.last) or written in g.units.symbols:
        return None
    unit, factor = g.units.codes.get(written[1:]), g.numbers.capital_letters.get(written[0])
    if unit is None or factor is None or written[0] == "b":
        return None
    n = n.times(factor)._replace(scale=factor)
    return Measure(n, unit, n.first, n.last + 1)


def _share_of_unit(t: Tokens, n: Numeral, g: Grammar) -> Measure | None:
    """As in "half an hour", "three-quarters of a mile", "a quarter century"."""
    k = n.last
    if t.words[k] == "of" and t.spaced(k):
        k += 1
    if t.words[k] in ("a", "an", "per") and t.joined(k):
        k += 1
    found = units.read(
        t, k, g.units, is_digits(t.words[n.last - 1]) or t.words[n.first] in g.numbers.signs
    )
    points = found is not None and found.unit.dimension == "points"
    if found is None or (points and not (t.hyphened(k) or t.words[k - 1] == "a")):
        return None
    if k == n.last + 1 and t.words[n.last] == "of" and found.unit.dimension != "duration":
        return None
    part = g.units.parts.get(found.unit.name)
    if part is not None:
        return Measure(n.times(part[1]), part[0], n.first, found.last)
    return Measure(n, found.unit, n.first, found.last)


def _added(t: Tokens, k: int, g: Grammar) -> Measured | None:
    """As in "three more years", "two additional weeks": what is added is measured, not counted.

    So are "4,100 gross tonnes" and "three long years".
    """
    if not t.spaced(k) or not t.spaced(k + 1):
        return None
    if t.words[k] in g.nouns.more:
        return units.read(t, k + 1, g.units, False)
    if t.words[k] == "long":
        return units.read(t, k + 1, g.units, False)
    adjective = g.classes.of(t.words[k]) == "J" or t.words[k].endswith("ed")
    if t.words[k] in g.nouns.ends or not adjective or t.capital(k):
        return None
    found = units.read(t, k + 1, g.units, False)
    fits = found is not None and found.unit.dimension in ("duration", "mass", "volume", "area")
    return found if fits and found is not None and t.words[found.last - 1].endswith("s") else None


def _of_unit(t: Tokens, n: Numeral, g: Grammar) -> Measured | None:
    """As in "one and three quarters of an hour"."""
    k = n.last
    if t.words[k] == "of" and t.words[k + 1] in ("a", "an") and n.form == "digits" and n.high < 1:
        return units.read(t, k + 2, g.units, False)  # "0.4 of a cent"
    if t.words[k] != "of" or t.words[k - 1] not in g.numbers.denominators:
        return None
    k += 2 if t.words[k + 1] in ("a", "an") else 1
    found = units.read(t, k, g.units, False)
    return found if found is not None and found.unit.dimension == "duration" else None


def _per(t: Tokens, n: Numeral, g: Grammar) -> Measure | None:
    """A rate without its own unit: "7.25 per dollar"."""
    if t.words[n.last] != "per" or n.form == "share":
        return None
    per = units.per_what(t, n.last, g.units)
    if per is None:
        return None
    return Measure(n, Unit(f"per {per.name}", "rate"), n.first, per.last)


def _before(t: Tokens, n: Numeral, g: Grammar) -> Unit | None:
    """A unit said before its number: "magnitude 6.2", "per cent of 20", "aged 45"."""
    k = n.first - 1
    if k < 0 or not t.spaced(n.first):
        return None
    if t.words[k] == "of" and k:
        k -= 1
        if t.words[k] in ("percent", "percents") or t.precedes(k + 1, ("per", "cent")):
            front = t.words[k - 1] if t.words[k] != "cent" else t.words[k - 2]
            if not (is_digits(front) or front in g.numbers.starters):
                return g.units.named["percentage"]
    if t.words[k] == "magnitude":
        return g.units.named["magnitude"]
    if t.words[k] in g.ages.aged and ages.personal(n):
        return ages.YEAR_OF_AGE
    return None


def one(t: Tokens, i: int, g: Grammar) -> Measure | None:
    """A unit without a number, which is one of it: "an hour longer", "another week", "all day"."""
    k = i - 1
    if t.words[i] in g.units.lasting:
        return _lasting(t, i, i + 1, g)
    if k < 0 or not t.joined(i):
        return None
    if t.words[i + 1] == "long" and t.hyphened(i + 1) and not t.hyphened(i):
        return _lasting(t, i, i + 2, g)
    article = t.words[k]
    whole = article in g.units.wholes and t.words[k - 1] not in ("every", "each", "per")
    if not whole and article not in g.units.ones:
        return None
    found = units.read(t, i, g.units, not t.hyphened(i))
    base = found.unit.name.partition(" per ")[0] if found is not None else ""
    if found is None or g.units.named.get(base) not in g.units.single:
        return None
    n = Numeral(k, i, t.starts[k], t.ends[k], _ONE, _ONE, _ONE, _ONE, "article")
    said = compound(t, and_a_share(t, Measure(n, found.unit, k, found.last), g), g)
    if whole or article == "another":
        return None if whole and found.unit.dimension != "duration" else said
    if said.last > found.last:
        return said
    left, right = t.words[k - 1], t.words[found.last]
    if right in g.ages.old and t.spaced(found.last):
        aged = ages.unit_of(t, n, found.unit, found.last, g)
        return said if aged is None else Measure(n, aged[0], k, aged[1])
    if t.hyphened(found.last) or (left in g.units.one_never_after and k and t.spaced(k)):
        return None
    alone = k == 0 and right == ""
    if (
        alone
        or (k and left in g.units.one_after)
        or (t.spaced(found.last) and right in g.units.one_before)
    ):
        aged = ages.unit_of(t, n, found.unit, found.last, g)
        return said if aged is None else Measure(n, aged[0], k, aged[1])
    return None


def and_a_half(t: Tokens, i: int, g: Grammar) -> Measure | None:
    """One and a half of any unit, whose "half" stands at token `i`: "a stone and a half"."""
    if t.front(i) not in ("a", "an") or t.front(i - 1) != "and":
        return None
    end = i - 2
    for k in range(end - 1, max(end - 4, 0), -1):
        if t.words[k - 1] not in ("a", "an") or not t.spaced(k):
            continue
        found = units.read(t, k, g.units, False)
        if found is None or found.last != end:
            return None
        n = Numeral(k - 1, k, t.starts[k - 1], t.ends[k - 1], _ONE, _ONE, _ONE, _ONE, "article")
        said = and_a_share(t, Measure(n, found.unit, k - 1, end), g)
        return said if said.last > end else None
    return None


def _lasting(t: Tokens, i: int, last: int, g: Grammar) -> Measure | None:
    """As in "a weeklong strike", "the month-long siege"."""
    unit = g.units.lasting.get("".join(t.words[i:last]))
    if unit is None or t.words[i - 1] in g.numbers.starters or is_digits(t.words[i - 1]):
        return None
    n = Numeral(i, last, t.starts[i], t.ends[last - 1], _ONE, _ONE, _ONE, _ONE, "article")
    return Measure(n, unit, i, last)
