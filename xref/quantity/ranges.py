"""Two numbers that belong together: "10-15", "between 5 and 10", "from 40 to 30", "two or three"."""

from decimal import Decimal
from typing import NamedTuple

from xref.quantity import bounds, changes, measures, nouns
from xref.quantity.grammar import Grammar
from xref.quantity.measures import Measure
from xref.quantity.numerals import is_digits
from xref.quantity.refusals import year_like
from xref.quantity.tokens import DASHES, Tokens

_ONE = Decimal(1)
_LARGEST_RATIO = 3
"""Of "A or B" the larger may be at most so many times the smaller."""


class Joined(NamedTuple):
    """Two measures and what joins them: range, change, share ("one in five"), spread ("5 ± 1"), score."""

    first: Measure
    second: Measure
    kind: str


def join(t: Tokens, m: Measure, g: Grammar) -> Joined | None:
    """The number that `m` makes one figure with, if any follows it."""
    k = m.last
    gap, word = t.gaps[k], t.words[k]
    before = t.words[m.first - 1] if m.first else ""
    if word == "and" and before == "between" and t.joined(k):
        return _ranged(t, m, k + 1, g, "between")
    if gap.strip() in ("±", "+/-", "+-", "+/−"):
        return _kind(t, m, k, g, "spread")
    if t.follows(k, ("plus", "or", "minus")) and t.joined(k):
        return _kind(t, m, k + 3, g, "spread")
    if _dash(gap) and word:
        return _ranged(t, m, k, g, "dash")
    if gap == "- " and word in ("to", "or") and m.unit is None:
        return _ranged(t, m, k + 1, g, "to")
    if not t.joined(k):
        return None
    if word in ("to", "through", "thru"):
        if t.words[k + 1] == "between" and before in ("between", "from"):
            return None
        return _ranged(t, m, k + 1, g, "from" if _from(t, m) else word)
    if word == "or":
        return _ranged(t, m, k + 1, g, "or")
    return _share(t, m, g)


def _from(t: Tokens, m: Measure) -> bool:
    """Whether "from" stands before the first number, maybe with a bound word between."""
    k = m.first - 1
    for _ in range(3):
        if k < 0:
            return False
        if t.words[k] in ("from", "between"):
            return True
        if t.words[k] not in (
            "about",
            "around",
            "roughly",
            "a",
            "an",
            "just",
            "nearly",
            "some",
            "under",
            "over",
            "as",
            "low",
            "little",
        ):
            return False
        k -= 1
    return False


def _dash(gap: str) -> bool:
    tight = gap.strip()
    return tight in DASHES and len(gap) <= 3 or tight == "~"


def _kind(t: Tokens, m: Measure, k: int, g: Grammar, kind: str) -> Joined | None:
    other = _at(t, k, g)
    return None if other is None else Joined(_like(m, other), other, kind)


def _at(t: Tokens, k: int, g: Grammar) -> Measure | None:
    """The measure at token `k`, where a bound or a currency sign may stand before the number."""
    for _ in range(4):
        word = t.words[k]
        if is_digits(word) or word in g.numbers.starters:
            if word in g.numbers.vague or word in g.numbers.small:
                return None
            return measures.measure(t, k, g)
        sign = (
            word in g.units.signs
            or t.written(k) in g.units.codes
            or word
            in (
                "a",
                "us",
                "about",
                "around",
                "nearly",
                "almost",
                "roughly",
                "minus",
                "some",
                "as",
                "much",
                "many",
                "over",
                "up",
                "to",
                "perhaps",
                "even",
            )
        )
        if not sign or (
            k and not t.joined(k + 1) and t.gaps[k + 1] not in ("~", "-", "−", " ~", " -", ". ")
        ):
            return None
        k += 1
    return None


def _ranged(t: Tokens, m: Measure, k: int, g: Grammar, by: str) -> Joined | None:
    other = _at(t, k, g)
    if other is None or m.numeral.nominal is None or other.numeral.nominal is None:
        return None
    if (
        by == "dash"
        and t.gaps[k].strip()
        and (
            t.gaps[k].startswith((" -", " –", " —"))
            and not t.gaps[k].endswith(" ")
            and t.gaps[k] not in (" -", " –")
        )
    ):
        return None
    if not _comparable(m, other, by):
        return None
    m, other = _shared(m, other)
    assert m.numeral.nominal is not None and other.numeral.nominal is not None
    low, high = m.numeral.nominal, other.numeral.nominal
    if by in ("from", "to") and (
        changes.moves(t, m.first, g.changes)
        or (by == "from" and low > high and not _ranging(t, m, g))
    ):
        if by == "from":
            return Joined(m, other, "change")
        return None
    if by == "between":
        return Joined(m, other, "range")
    if by == "dash":
        return _dashed(t, m, other, g, low, high)
    if by == "or":
        return _either(t, m, other, g, low, high)
    if low >= high and by != "from":
        return None
    if by in ("through", "thru") and (other.unit or nouns.read(t, other.last, g.nouns)):
        return Joined(m, other, "range")
    if by == "to" and m.unit is not None and other.unit is None:
        return None
    if by == "to" and _won(t, m):
        return Joined(m, other, "score")
    return Joined(m, other, "range")


def _ranging(t: Tokens, m: Measure, g: Grammar) -> bool:
    return any(t.words[k] in g.changes.ranging for k in range(max(m.first - 4, 0), m.first))


def _won(t: Tokens, m: Measure) -> bool:
    near = t.words[max(m.first - 2, 0) : m.first]
    return any(
        w
        in (
            "won",
            "lost",
            "beat",
            "voted",
            "vote",
            "lead",
            "led",
            "win",
            "defeated",
            "ruled",
            "score",
        )
        for w in near
    )


def _comparable(m: Measure, other: Measure, by: str) -> bool:
    """Whether the two can be ends of one range: the same unit, or one of them bare."""
    if m.unit is None or other.unit is None:
        return m.unit is None or by in ("from", "between", "dash") or m.unit.dimension == "money"
    return (
        m.unit.name == other.unit.name
        or (by in ("from", "between") and m.unit.convertible(other.unit))
        or other.unit.name.startswith(m.unit.name + " per ")
    )


def _like(m: Measure, other: Measure) -> Measure:
    return m if m.unit is not None or other.unit is None else m._replace(unit=other.unit)


def _shared(m: Measure, other: Measure) -> tuple[Measure, Measure]:
    """Both ends with the unit and the scale that only one of them bears ("$7-8 million")."""
    one, two = m.numeral, other.numeral
    assert one.nominal is not None and two.nominal is not None
    if one.scale == 1 and two.scale > 1 and two.form != "pair":
        if abs(one.nominal) < two.nominal / two.scale * (1 if two.nominal else 1) or abs(
            one.nominal
        ) <= abs(two.nominal / two.scale):
            if not (m.unit is not None and other.unit is None and m.unit.dimension != "money"):
                m = m._replace(numeral=one.times(two.scale))
    if m.unit is None:
        m = m._replace(unit=other.unit)
    elif other.unit is None:
        other = other._replace(unit=m.unit)
    elif other.unit.name.startswith(m.unit.name + " per "):
        m = m._replace(unit=other.unit)
    elif m.unit.name != other.unit.name and m.unit.factor and other.unit.factor:
        m = m._replace(numeral=one.times(m.unit.factor / other.unit.factor), unit=other.unit)
    return m, other


def _dashed(
    t: Tokens, m: Measure, other: Measure, g: Grammar, low: Decimal, high: Decimal
) -> Joined | None:
    measured = other.unit is not None or other.numeral.scale > 1
    if other.numeral.first > m.last and not measured and low >= high:
        return Joined(m, other, "score")
    if year_like(m.numeral, t) and not measured and len(t.words[other.numeral.first]) in (2, 4):
        if (
            Decimal(1500) <= low <= 2100
            and t.gaps[other.first].strip()
            and (high < 100 or 1500 <= high <= 2100)
        ):
            return Joined(m, other, "score")
    noun = nouns.read(t, other.last, g.nouns) if not measured else None
    counted = (
        noun is not None and noun.head >= 0 and t.words[noun.head] not in g.refusals.score_nouns
    )
    if t.words[other.last] in g.refusals.score_nouns and t.joined(other.last) and not measured:
        counted = False
    if low < high and (measured or counted or _cued(t, m)):
        return Joined(m, other, "range")
    if measured:
        return Joined(m, other, "range") if low < high else None
    return Joined(m, other, "score")


def _cued(t: Tokens, m: Measure) -> bool:
    """Whether words before the number say that a range comes, or its size rules a score out."""
    near = t.words[max(m.first - 4, 0) : m.first]
    if any(
        w
        in (
            "range",
            "ranges",
            "ranging",
            "aged",
            "ages",
            "between",
            "about",
            "around",
            "from",
            "roughly",
            "approximately",
            "of",
            "estimated",
        )
        for w in near[-2:]
    ):
        return True
    assert m.numeral.nominal is not None
    return any(w.startswith("rang") for w in near) or m.numeral.scale > 1


def _either(
    t: Tokens, m: Measure, other: Measure, g: Grammar, low: Decimal, high: Decimal
) -> Joined | None:
    """ "two or three": a range when the two lie close and share unit or noun."""
    if (
        not low < high <= low * _LARGEST_RATIO
        or t.gaps[other.first] != " "
        or m.last != m.numeral.last
    ):
        return None
    bounded = bounds.before(t, other.first, g.bounds) is not None
    if bounded or year_like(m.numeral, t):
        return None
    return Joined(m, other, "range")


def _share(t: Tokens, m: Measure, g: Grammar) -> Joined | None:
    """ "one in five", "nine out of 10", "one of every four", "1 over 3"."""
    k = m.last
    n = m.numeral
    if m.unit is not None or n.nominal is None or n.scale != 1 or n.form == "share":
        return None
    if t.words[k] == "in":
        loose = n.nominal != 1 and not _leads_share(t, m)
        k += 2 if t.words[k + 1] == "every" else 1
        if loose:
            return None
    elif t.follows(k, ("out", "of")):
        k += 3 if t.words[k + 2] == "every" else 2
    elif t.follows(k, ("of", "every")):
        k += 2
    elif (
        t.words[k] == "over"
        and is_digits(t.words[k + 1]) == is_digits(t.words[n.first])
        or t.words[k] == "over"
    ):
        k += 1
        if not (
            is_digits(t.words[k])
            or t.words[k] in g.numbers.cardinals
            or t.words[k] in g.numbers.tens
        ):
            return None
        other = measures.measure(t, k, g)
        if other is None or other.unit is not None or other.last < t.size and t.joined(other.last):
            return None
        return Joined(m, other, "ratio")
    else:
        return None
    if not t.joined(k) or not (is_digits(t.words[k]) or t.words[k] in g.numbers.starters):
        return None
    other = measures.measure(t, k, g)
    if other is None or other.unit is not None or other.numeral.nominal is None:
        return None
    if year_like(other.numeral, t) or not 0 < n.nominal < other.numeral.nominal:
        return None
    return Joined(m, other, "share")


def _leads_share(t: Tokens, m: Measure) -> bool:
    """Whether "N in M" can be a share here, and not "scored three in 10 games"."""
    if m.first == 0 or t.opens_sentence(m.first) or not t.spaced(m.first):
        return True
    return t.words[m.first - 1] in (
        "about", "nearly", "almost", "roughly", "around", "some", "than", "least", "only", "just", "that", "as", "to", "and", "of", "up",
        "found", "said", "says", "affects", "but", "with", "are", "is", "by", "from", "every",
    )  # fmt: skip
