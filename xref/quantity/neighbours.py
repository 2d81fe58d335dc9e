"""What figures tell each other: shared units, the ends of ranges and changes, conversions."""

from decimal import Decimal
from itertools import pairwise

from xref.model.amount import Bound
from xref.model.claim import Mode
from xref.quantity import carried, changes, left_out, votes
from xref.quantity.draft import Draft
from xref.quantity.figure import Pair, Part
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_FLOORS = (Bound.MORE_THAN, Bound.AT_LEAST)
_CEILINGS = (Bound.LESS_THAN, Bound.AT_MOST)
_LISTED = frozenset({"and", ",", "or", ", and", ", or", "- and", "-,", "- or", "-and"})
_UNSHARED = frozenset({"age", "ordinal", "multiple", "score"})
_UNPAIRED = frozenset({"duration", "age", "ordinal", "multiple"})
_OPENS = frozenset({"(", "(us", "(or", "(about"})
_CLOSES = frozenset({")", "/", ";", ",", " "})
_ONE = Decimal(1)
_ONE_SIZE = 20
"""Numbers of one list differ by no more than this factor."""
_ONE_SCALE = Decimal(50)
"""A number that leaves out its unit differs from the one that has it by less than this factor."""


def settle(t: Tokens, drafts: list[Draft], g: Grammar) -> list[Draft]:
    """The figures of a text after each has heard its neighbours."""
    drafts = votes.join(t, _two_sided(t, drafts), g)
    _share_back(t, drafts)
    _share_on(t, drafts, g)
    _share_part(t, drafts, g)
    carried.carry(t, drafts, g)
    _points(t, drafts, g)
    left_out.fill(t, drafts, g)
    _restate(t, drafts, g)
    _pair(t, drafts, g)
    return _conversions(t, drafts)


def _gap(t: Tokens, a: Draft, b: Draft, longest: int) -> str:
    """What stands between two figures; a full stop for more than `longest` or a paragraph."""
    gap = t.text[a.end : b.start].lower() if b.start - a.end <= longest else "."
    return gap if gap.count("\n") < 2 else "."


def _two_sided(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """As in "more than 20 and less than 35" is one range."""
    out: list[Draft] = []
    for d in drafts:
        a = out[-1] if out else None
        if a is None or not _brackets(t, a, d):
            out.append(d)
            continue
        floor, ceiling = (a, d) if a.bound in _FLOORS else (d, a)
        a.low, a.high, a.nominal, a.bound = floor.low, ceiling.high, None, Bound.RANGE
        if d.unit is not None:
            a.unit, a.dimension = d.unit, d.dimension
        a.noun, a.last, a.end, a.number_end = d.noun, d.last, d.end, d.number_end
    return out


def _brackets(t: Tokens, a: Draft, d: Draft) -> bool:
    if _gap(t, a, d, 6).strip() not in ("and", "but", ",") or a.noun is not None:
        return False
    if a.unit is not None and (d.unit is None or a.unit.name != d.unit.name):
        return False
    if a.bound in _FLOORS and d.bound in _CEILINGS:
        return a.low < d.high
    return a.bound in _CEILINGS and d.bound in _FLOORS and d.low < a.high


def _share_back(t: Tokens, drafts: list[Draft]) -> None:
    """Give a bare number the unit or noun of the figure after it ("2 and 3 per cent")."""
    for a, b in zip(reversed(drafts[:-1]), reversed(drafts), strict=False):
        if a.unit is not None or b.bare:
            continue
        gap = _gap(t, a, b, 8).strip()
        if a.noun is None and gap in _LISTED:
            fits = b.dimension not in _UNSHARED and a.dimension != "share"
            if fits and (gap != "," or _one_size(a, b)):
                a.share_with(b)
        elif _out_of(t, a, b):
            a.share_with(b)
            a.part = Part.OF


def _one_size(a: Draft, b: Draft) -> bool:
    one, two = abs(a.nominal or a.high), abs(b.nominal or b.high)
    return one <= _ONE_SIZE * two and two <= _ONE_SIZE * one


def _out_of(t: Tokens, a: Draft, b: Draft) -> bool:
    """As in "14 of the 18 shots", "90 million of the 2.5 billion crowns"."""
    if a.headed or a.dimension != "count" or a.high > b.low or b.start - a.numeral.end > 30:
        return False
    gap = t.text[a.numeral.end : b.start]
    words = gap.split()
    return 0 < len(words) < 5 and words[0] == "of" and gap.count("\n") < 2


def _share_on(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Give a bare number the unit or noun that the figure before it has."""
    for a, b in pairwise(drafts):
        if not b.bare or b.dimension != "count":
            continue
        if a.dimension == "age" and b.high <= 115 and _gap(t, a, b, 8).strip() in _LISTED:
            b.unit, b.dimension = a.unit, a.dimension
        elif b.part is None and _left_out(t, a, b, g):
            left_out.take_scale(a, b) if _scaled_too(a, b) else b.share_with(a)


def _share_part(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Give a part without a noun the noun of its whole.

    "2 million homes, including 400,000 in the north", "30,000 homes, of which 12,000 were dark",
    "310,000 containers, 40,000 fewer than in May".
    """
    for a, b in pairwise(drafts):
        if not b.bare or b.dimension != "count" or (a.dimension != "count" and a.unit is None):
            continue
        if a.bare or a.dimension in _UNSHARED or a.dimension in ("share", "score"):
            continue
        gap = _gap(t, a, b, 40)
        if any(mark in gap for mark in ".;:"):
            continue
        size = abs(b.nominal or b.high)
        if size > abs(a.nominal or a.high) or b.unit is not None:
            continue
        words = gap.replace(",", " ").split()
        listed = words[:1] == ["including"] or words[:2] == ["among", "them"]
        if listed or words in (["of", "which"], ["of", "whom"]):
            b.unit, b.noun, b.dimension = a.unit, a.noun, a.dimension
            b.part = Part.INCLUDING
        elif gap in (", ", " — ", " – ") and _fewer(t, b, g):
            b.unit, b.noun, b.dimension = a.unit, a.noun, a.dimension
            b.mode = Mode.DIFFERENCE


def _fewer(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Whether "more than" or "fewer than" stands behind a bare number."""
    return t.words[d.last] in g.nouns.more and t.words[d.last + 1] == "than" and t.spaced(d.last)


def _left_out(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """As in "84 cents, the low 74"; "460 cars, compared with 63"."""
    if a.bare or a.dimension in _UNSHARED or a.dimension == "share":
        return False
    gap = _gap(t, a, b, 90)
    if "." in gap or t.text[b.end : b.end + 1] not in ("", ".", ",", ";", " ", ")"):
        return False
    words = gap.split()
    if not words or (a.mode is Mode.CHANGE and a.unit is not None):
        return False
    parallel = words[-1] in g.changes.parallels and "the" in words
    if not parallel and not any(word in g.changes.compared for word in words[-3:]):
        return False
    return _near_in_size(a, b, _ONE) or _scaled_too(a, b)


def _scaled_too(a: Draft, b: Draft) -> bool:
    """As in "4.8 billion kronor, up from 4.1": the second number leaves its scale out as well."""
    scale = a.numeral.scale
    return scale > 1 and b.numeral.scale == 1 and _near_in_size(a, b, scale)


def _near_in_size(a: Draft, b: Draft, scale: Decimal) -> bool:
    one, two = (a.nominal or a.high) / scale, b.nominal or b.high
    return bool(one and two) and 1 / _ONE_SCALE < abs(two / one) < _ONE_SCALE


def _points(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Points that lead to or from a percentage are its points ("rose half a point to 4.25%")."""
    for a, b in pairwise(drafts):
        if b.unit is None or b.unit.name != "percentage" or a.unit is None:
            continue
        if a.unit.name == "point" and t.words[a.last : b.first] in (["to"], ["at"], ["from"]):
            unit = g.units.named["percentage point"]
            a.unit, a.dimension = unit, unit.dimension


def _restate(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """As in "lost 190 points, or 0.6 per cent": both are the change."""
    for a, b in pairwise(drafts):
        if a.mode is not Mode.CHANGE or b.mode is not Mode.LEVEL or b.unit is None:
            continue
        if _gap(t, a, b, 12).strip() in g.changes.restated:
            b.mode, b.trend = a.mode, a.trend


def _pair(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Tie the two levels of a change that stand apart.

    "grew to 40 from 30", "$9m, up from $6m", "from 90,000 people in 1990 to 40,000", "460,
    compared with 63 last year".
    """
    for k, (a, b) in enumerate(pairwise(drafts)):
        if a.pair is not None or b.pair is not None or not _of_one_kind(a, b):
            continue
        gap = _gap(t, a, b, 60)
        words = gap.split()
        if not words or "." in gap or ";" in gap:
            continue
        key = len(drafts) + k
        if words[-1] == "to" and len(words) <= 4 and a.first and t.words[a.first - 1] == "from":
            if changes.moves(t, a.first, g.changes):
                a.pair, b.pair = Pair(key, False), Pair(key, True)
                b.noun = b.noun or a.noun
        elif _ends_earlier(words, g) and (len(words) > 1 or changes.moves(t, a.first, g.changes)):
            a.pair, b.pair = Pair(key, True), Pair(key, False)


def _of_one_kind(a: Draft, b: Draft) -> bool:
    """Whether two figures can be levels of one thing."""
    if a.mode is not Mode.LEVEL or b.mode is not Mode.LEVEL or b.part is not None:
        return False
    same = (a.unit and a.unit.name) == (b.unit and b.unit.name) and a.dimension == b.dimension
    return same and a.dimension not in _UNPAIRED


def _ends_earlier(words: list[str], g: Grammar) -> bool:
    return any(tuple(words[-len(p) :]) == p for p in g.changes.earlier_level)


def _conversions(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Fold a conversion in brackets into the figure that it converts."""
    out: list[Draft] = []
    for d in drafts:
        a = out[-1] if out else None
        if a is not None and a.also is None and _converts(t, a, d):
            a.also = d.amount(a.bound if d.bound is Bound.EXACT else None)
            a.end = d.end + (t.text[d.end : d.end + 1] == ")")
            a.last = d.last
            continue
        if a is not None and a.also is not None and _converts_again(t, a, d):
            d.bound = a.bound
        out.append(d)
    return out


def _converts(t: Tokens, a: Draft, d: Draft) -> bool:
    if a.unit is None or d.unit is None or a.unit.name == d.unit.name:
        return False
    if a.unit.dimension != d.unit.dimension or (a.nominal is None) != (d.nominal is None):
        return False
    closed = t.text[d.end : d.end + 1] in _CLOSES
    return closed and _gap(t, a, d, 10).strip() in _OPENS


def _converts_again(t: Tokens, a: Draft, d: Draft) -> bool:
    """A second conversion in the same brackets: "(224 kW / 300 PS)"."""
    same = a.unit is not None and d.unit is not None and a.unit.dimension == d.unit.dimension
    return same and d.bound is Bound.EXACT and _gap(t, a, d, 6).strip() in ("/", ";", "or")
