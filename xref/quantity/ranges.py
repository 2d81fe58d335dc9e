"""Two numbers that belong together: "10-15", "between 5 and 10", "from 40 to 30"."""

from decimal import Decimal
from typing import NamedTuple

from xref.quantity import bounds, changes, measures, nouns, ratios, scores
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure
from xref.quantity.refusals import year_like
from xref.quantity.tokens import DASHES, Tokens, is_digits

_LARGEST_RATIO = 3
"""Of "A or B" the larger may be at most so many times the smaller."""
_LARGEST_STEP = 10
"""Of "fell A to B percent" likewise: more apart, B is what was reached."""

_SIGNS = ("~", "-", "−", " ~", " -", " −", ". ")
_PLUS_MINUS = ("±", "+/-", "+-", "+/−")


class Joined(NamedTuple):
    """Two measures and what joins them.

    `kind` is range, change ("fell from 40 to 30"), share ("one in five"), spread ("5 ± 1"),
    score ("won 3-2") or code, which is no figure. `noun` is what stands between the two numbers of
    a share ("one case in nine").
    """

    first: Measure
    second: Measure
    kind: str
    noun: Counted | None = None


def join(t: Tokens, m: Measure, g: Grammar) -> Joined | None:
    """The number that `m` makes one figure with, if any follows it."""
    k = m.last
    gap, word = t.gaps[k], t.words[k]
    if gap.strip() in _PLUS_MINUS:
        return _spread(t, m, k, g)
    if gap in (" ", ", ") and (
        t.follows(k, ("plus", "or", "minus")) or t.follows(k, ("give", "or", "take"))
    ):
        return _spread(t, m, k + 3, g)
    if _dash(gap) and (is_digits(word) or word in g.numbers.starters or word in g.units.signs):
        return _ranged(t, m, k, g, "dash")
    if gap == "- " and word in ("to", "or") and m.unit is None:
        # "8- to 16-metre"
        return _ranged(t, m, k + 1, g, "to")
    if not t.joined(k):
        return None
    if word == "to" and t.hyphened(k) and t.hyphened(k + 1) and m.unit is None:
        # "a 134-to-63 vote"
        return _ranged(t, m, k + 1, g, "dash")
    if word == "and":
        return _ranged(t, m, k + 1, g, "between") if _between(t, m, g) else None
    if word == "for":
        return _wickets(t, m, g)
    if word in ("to", "through", "thru"):
        return _ranged(t, m, k + 1, g, "from" if _from(t, m, g) else word)
    if word == "or":
        return _ranged(t, m, k + 1, g, "or")
    return _of_whole(t, m, g)


def _wickets(t: Tokens, m: Measure, g: Grammar) -> Joined | None:
    """As in cricket's "301 for four": runs, and how many are out."""
    other = _second(t, m.last + 1, g)
    if other is None or not scores.innings(t, m, other, g.scores):
        return None
    return Joined(m, other, "score")


def _of_whole(t: Tokens, m: Measure, g: Grammar) -> Joined | None:
    found = ratios.ratio(t, m, g)
    return None if found is None else Joined(m, found[0], "share", found[1])


def _from(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether "from" stands before the first number, maybe with a bound word between."""
    for word in reversed(t.near(m.first, 4)):
        if word not in g.changes.from_gap:
            return word in ("from", "between")
    return False


def _between(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether "between" stands before the first number, maybe with "the ages of" between."""
    for word in reversed(t.near(m.first, 5)):
        if word not in g.changes.between_gap:
            return word == "between"
    return False


def _dash(gap: str) -> bool:
    tight = gap.strip().rstrip("~ ")
    return (tight in DASHES and len(gap) <= 4) or gap.strip() == "~"


def _spread(t: Tokens, m: Measure, k: int, g: Grammar) -> Joined | None:
    other = _second(t, k, g)
    if other is None or other.numeral.nominal is None or m.numeral.nominal is None:
        return None
    return Joined(m, other, "spread")


def _second(t: Tokens, k: int, g: Grammar) -> Measure | None:
    """The measure at token `k`, where a bound or a currency sign may stand before the number."""
    for _ in range(4):
        word = t.words[k]
        if is_digits(word) or word in g.numbers.starters:
            if word in g.numbers.vague or word in g.numbers.small:
                return None
            return measures.measure(t, k, g)
        sign = word in g.units.signs or t.written(k) in g.units.codes
        if not (sign or word in g.changes.second_gap):
            return None
        if not t.joined(k + 1) and t.gaps[k + 1] not in _SIGNS:
            return None
        k += 1
    return None


def _ranged(t: Tokens, m: Measure, k: int, g: Grammar, by: str) -> Joined | None:
    other = _second(t, k, g)
    if other is None or m.numeral.nominal is None or other.numeral.nominal is None:
        return None
    if by == "dash":
        other = _undashed(t, other, k)
    m = _millions(t, m, other)
    shares = (m.numeral.form == "share") + (other.numeral.form == "share")
    if not _comparable(m, other, by) or (shares == 1 and other.unit != m.unit):
        return None  # "cut by two-thirds to 30,000 francs"
    both = m
    m, other = _shared(m, other)
    low, high = m.numeral.low, other.numeral.low
    if by == "between":
        return Joined(m, other, "range")
    if by == "dash":
        return _dashed(t, m, other, g, low, high)
    if by == "or":
        return _either(t, m, other, g, low, high)
    moves = changes.moves(t, m.first, g.changes)
    if by == "from":
        falls = low > high and not _ranging(t, m, g)
        return Joined(m, other, "change" if moves or falls else "range")
    told = other.unit is not None or nouns.read(t, other.last, g.nouns) is not None
    if not told and not scores.timed(t, m, other) and _said(t, m, other, g, moves):
        return Joined(m, other, "score")
    if low >= high and not (low < 0 and high < 0):
        return None
    if moves:
        return Joined(m, other, "range") if told and _one_step(t, both, m, other) else None
    if not (both.unit is None or both.unit.dimension == "age" or _said_twice(t, both, other)):
        return None
    if by != "to" and not told:
        return Joined(m, other, "range") if not t.joined(other.last) else None
    return Joined(m, other, "range")


def _said(t: Tokens, m: Measure, other: Measure, g: Grammar, moves: bool) -> bool:
    """Whether "A to B" that counts nothing is a score; a falling one can be no range."""
    falls = m.numeral.low > other.numeral.low and not moves
    return scores.said(t, m, other, g.scores, falls)


def _one_step(t: Tokens, said: Measure, one: Measure, two: Measure) -> bool:
    """Whether a movement went by two numbers, not by the first to the second.

    One unit, scale or noun then stands behind both ("fell 3 to 5 percent", "rose by $3 to $4
    million"), and they lie close unless "by" is said.
    """
    if any(word == "by" for word in t.near(said.first, 3)):
        return True
    if said.unit is not None and one.numeral.nominal == said.numeral.nominal:
        return False
    return two.numeral.low <= _LARGEST_STEP * one.numeral.low


def _millions(t: Tokens, m: Measure, other: Measure) -> Measure:
    """As in "4m to 3m kroner": the first "m" is a scale, as the second is."""
    of_money = other.unit is not None and other.unit.dimension == "money"
    scale = other.numeral.scale
    metres = m.unit is not None and m.unit.dimension == "length"
    if not of_money or scale == 1 or not metres or t.written(m.last - 1) != "m":
        return m
    return m._replace(numeral=m.numeral.times(scale)._replace(scale=scale), unit=None)


def _undashed(t: Tokens, other: Measure, k: int) -> Measure:
    """The second number without the minus that is the dash of the range: "2 -7 g"."""
    n = other.numeral
    if (
        n.high >= 0
        or t.gaps[k].count("-") + t.gaps[k].count("−") > 1
        or n.start >= t.starts[n.first]
    ):
        return other
    turned = n.times(Decimal(-1))
    return other._replace(
        numeral=turned._replace(
            low=turned.high, high=turned.low, step=n.step, start=t.starts[n.first]
        )
    )


def _said_twice(t: Tokens, m: Measure, other: Measure) -> bool:
    """Whether both numbers bear their unit as written."""
    return other.last > other.numeral.last or other.first < other.numeral.first


def _ranging(t: Tokens, m: Measure, g: Grammar) -> bool:
    return any(word in g.changes.ranging for word in t.near(m.first, 4))


def _comparable(m: Measure, other: Measure, by: str) -> bool:
    """Whether the two can be ends of one range: the same unit, or one of them bare."""
    one, two = m.unit, other.unit
    if one is None:
        return True
    if two is None:
        return by in ("from", "between", "dash") or one.dimension in ("money", "age")
    if one.name == two.name or two.name.startswith(one.name + " per "):
        return True
    return by in ("from", "between") and one.convertible(two)


def _shared(m: Measure, other: Measure) -> tuple[Measure, Measure]:
    """Both ends with the unit and the scale that only one of them bears ("$7-8 million")."""
    one, two = m.numeral, other.numeral
    unit, next_unit = m.unit, other.unit
    money = unit is not None and unit.dimension == "money"
    smaller = one.scale == 1 and two.scale > 1 and abs(one.low) <= abs(two.low / two.scale)
    if smaller and (unit is None or next_unit is not None or money):
        m = m._replace(numeral=one.times(two.scale))
    if unit is None:
        return m._replace(unit=next_unit), other
    if next_unit is None:
        return m, other._replace(unit=unit)
    if unit.name == next_unit.name or unit.factor is None or next_unit.factor is None:
        return m, other
    if next_unit.name.startswith(unit.name + " per "):
        return m._replace(unit=next_unit), other
    factor = unit.factor / next_unit.factor
    return m._replace(numeral=m.numeral.times(factor), unit=next_unit), other


def _dashed(
    t: Tokens, m: Measure, other: Measure, g: Grammar, low: Decimal, high: Decimal
) -> Joined | None:
    """Numbers with a dash between them are a range where they count or measure, else a score."""
    measured = other.unit is not None or other.numeral.scale > 1
    if t.hyphened(other.last) and t.capital(other.last):
        # "1-888-LOCK"
        return Joined(m, other, "code")
    if measured:
        return Joined(m, other, "range") if low < high else None
    noun = nouns.read(t, other.last, g.nouns)
    counted = noun is not None and noun.head >= 0 and noun.part is None
    if scores.dashed(t, m, other, counted, g.scores):
        return Joined(m, other, "score")
    if low < high and (counted or _cued(t, m, g)) and not _years(t, m, other):
        return Joined(m, other, "range")
    return Joined(m, other, "code")


def _years(t: Tokens, m: Measure, other: Measure) -> bool:
    """As in "2018-19", "1914-1918"."""
    if not year_like(m.numeral, t) or not 1500 <= m.numeral.low <= 2100:
        return False
    return other.numeral.low < 100 or 1500 <= other.numeral.low <= 2100


def _cued(t: Tokens, m: Measure, g: Grammar) -> bool:
    """Whether words before the number say that a range comes, or its size rules a score out."""
    near = t.near(m.first, 4)
    if any(word in g.changes.range_cues for word in near[-2:]):
        return True
    return any(word in g.changes.ranging or word == "range" for word in near) or m.numeral.scale > 1


def _either(
    t: Tokens, m: Measure, other: Measure, g: Grammar, low: Decimal, high: Decimal
) -> Joined | None:
    """As in "two or three": a range when the two lie close and share unit or noun."""
    if not low < high <= low * _LARGEST_RATIO or t.gaps[other.first] != " ":
        return None
    if m.last != m.numeral.last or year_like(m.numeral, t):
        return None
    bounded = bounds.before(t, other.first, g.bounds) is not None
    return None if bounded else Joined(m, other, "range")
