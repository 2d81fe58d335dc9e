"""Amounts said in parts: "an hour and a half", "2 years and 3 months", "six foot two"."""

from decimal import Decimal

from xref.model.amount import Unit
from xref.quantity import numerals, units
from xref.quantity.grammar import Grammar
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens, is_digits
from xref.quantity.unit_phrases import Measured

_ONE = Decimal(1)
_UNSAID = {"hour": ("minute", 60), "foot": ("inch", 12)}


def and_a_share(t: Tokens, whole: Measure, g: Grammar) -> Measure:
    """As in "an hour and a half", "one year and a quarter"."""
    j, n = whole.last, whole.numeral
    if t.words[j] != "and" or not t.spaced(j) or n.nominal is None:
        return whole
    k = j + 1
    if t.words[k] in ("a", "an"):
        k += 1
    if (
        t.words[k] not in ("half", "quarter")
        or not t.spaced(k)
        or (t.joined(k + 1) and t.words[k + 1] in ("a", "the"))
        or (t.joined(k + 1) and t.words[k + 1] == "of" and k == j + 1)
    ):
        return whole
    added = _ONE / g.numbers.denominators[t.words[k]]
    value = n.nominal + added
    numeral = n._replace(low=value, high=value, nominal=value, step=added, end=t.ends[k])
    return whole._replace(numeral=numeral, last=k + 1)


def compound(t: Tokens, whole: Measure, g: Grammar) -> Measure:
    """Parts of one amount said one after another: "2 years and 3 months", "6 feet 2 inches".

    The sum is in the smallest unit; of money ("two dollars and 23 cents") in the largest.
    """
    if whole.unit is None or whole.unit.name not in g.units.holds or whole.numeral.nominal is None:
        return whole
    parts = [whole]
    while len(parts) < 6:
        part = _next_part(t, parts[-1], g)
        if part is None:
            break
        parts.append(part)
    return whole if len(parts) == 1 else _summed(parts, g)


def _next_part(t: Tokens, before: Measure, g: Grammar) -> Measure | None:
    unit, k = before.unit, before.last
    gap = t.gaps[k].strip().strip("'")
    if unit is None or (before.numeral.step is not None and before.numeral.step < 1):
        return None  # "4.82m, 6cm below the wall"
    # "six-foot-two"
    tied = gap == "-" and t.gaps[k - 1] == "-" and unit.name in _UNSAID
    if not (tied or gap in ("", ",")):
        return None
    said_and = t.words[k] == "and" and t.joined(k + 1)
    k += said_and
    close = said_and or gap == "" or tied
    word = t.words[k]
    if not (is_digits(word) or word in g.numbers.cardinals or word in g.numbers.tens):
        return None
    n = numerals.read(t, k, g.numbers)
    if n is None or n.nominal is None or "\n" in t.gaps[k]:
        return None
    found = units.read(t, n.last, g.units, n.form == "digits")
    if found is None:
        found = _minutes(t, n, unit, g) if close else None
    if found is None:
        return None
    beside = g.units.beside.get((unit.name, t.written(found.last - 1)))
    if beside is not None and found.last == n.last + 1:
        # "1h 20m"
        found = found._replace(unit=beside)
    part = Measure(n, found.unit, n.first, found.last)
    coin, per, _ = found.unit.name.partition(" per ")
    if per and coin in g.units.holds.get(unit.name, {}):
        # "3 rand and 50 cents a loaf"
        return part if close and n.nominal < 1000 else None
    holds, back = g.units.holds.get(unit.name, {}), g.units.holds.get(found.unit.name, {})
    if found.unit.name in holds:
        fits = n.nominal < holds[found.unit.name] * 2 or unit.dimension == "duration"
        return part if fits else None
    return part if close and unit.name in back and unit.dimension == "duration" else None


def _minutes(t: Tokens, n: Numeral, unit: Unit, g: Grammar) -> Measured | None:
    """The smaller unit that a bare number leaves out: "1 hour thirty", "six foot two"."""
    smaller = _UNSAID.get(unit.name)
    if smaller is None or n.nominal is None or n.nominal >= smaller[1] or n.form == "share":
        return None
    followed = t.joined(n.last) and not t.hyphened(n.first)
    return None if followed else Measured(g.units.named[smaller[0]], n.last)


def _summed(parts: list[Measure], g: Grammar) -> Measure:
    first, last = parts[0], parts[-1]
    named = [p.unit for p in parts if p.unit is not None]
    money = named[0].dimension == "money"
    goal = named[0] if money else min(named, key=lambda u: u.factor or _ONE)
    coin, per, what = named[-1].name.partition(" per ")
    value = Decimal(0)
    for part, unit in zip(parts, named, strict=True):
        assert part.numeral.nominal is not None
        if money:
            name = coin if unit is named[-1] else unit.name
            value += part.numeral.nominal / g.units.holds[goal.name].get(name, _ONE)
        else:
            held = g.units.holds.get(unit.name, {}).get(goal.name, _ONE)
            value += part.numeral.nominal * held
    step = last.numeral.step
    if money and step is not None and named[-1] is not goal:
        step = step / g.units.holds[goal.name].get(coin, _ONE)
    if money and per:
        goal = Unit(f"{goal.name} per {what}", "rate")
    numeral = first.numeral._replace(
        low=value, high=value, nominal=value, step=step, end=last.numeral.end, scale=_ONE
    )
    return Measure(numeral, goal, first.first, last.last)
