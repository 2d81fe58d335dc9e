"""Scales and units that a number leaves out because the text around it says them.

"41 grand" beside pounds, "“Two point three,” she said, meaning billions", "4.8 billion kronor, up
from 4.1", "The dividend is 6.50 kroner a share. The rival pays 5.20."
"""

from decimal import Decimal
from itertools import pairwise

from xref.model.amount import Unit
from xref.quantity.draft import Draft
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_ONE = Decimal(1)
_MEANING_REACH = 8
"""How many words behind a number its scale may be explained."""


def fill(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Give each number the scale and unit that it leaves out."""
    _currency(t, drafts, g)
    said = {_explained(t, d, g) for d in drafts if _plain(d)}
    drafts[:] = [d for d in drafts if d.first not in said]
    for a, b in pairwise(drafts):
        if _bare_decimal(b) and _goes_on(t, a, b) and _one_form(t, a, b):
            take_scale(a, b)


def take_scale(a: Draft, b: Draft) -> None:
    """Read the number of `b` in the scale and the unit of `a`, counting what `a` counts."""
    if a.numeral.scale > 1 and b.numeral.scale == 1:
        multiply(b, a.numeral.scale)
    b.unit, b.dimension = a.unit, a.dimension
    b.noun = b.noun or a.noun


def multiply(d: Draft, scale: Decimal) -> None:
    """Read a number in a scale that it leaves out."""
    d.numeral = d.numeral.times(scale)._replace(scale=scale)
    d.low, d.high, d.step = d.low * scale, d.high * scale, (d.step or _ONE) * scale
    d.nominal = None if d.nominal is None else d.nominal * scale


def _currency(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """The currency of a "grand": the one that all sums of the text are told in."""
    slang = [d for d in drafts if d.bare and t.words[d.numeral.last - 1] in g.numbers.final]
    if not slang:
        return
    told: dict[str, Unit] = {}
    for d in drafts:
        if d.unit is not None and d.unit.dimension == "money" and d.unit.factor == _ONE:
            told[d.unit.name] = d.unit
    if len(told) == 1:
        (unit,) = told.values()
        for d in slang:
            d.unit, d.dimension = unit, unit.dimension


def _plain(d: Draft) -> bool:
    scaled = d.numeral.scale != 1 or d.nominal is None
    return d.bare and not scaled and d.dimension == "count"


def _explained(t: Tokens, d: Draft, g: Grammar) -> int:
    """As in "“Two point three,” she said, meaning billions": the scale's token, -1 for none."""
    for k in range(d.last, d.last + _MEANING_REACH):
        if t.opens_sentence(k) and k > d.last:
            break
        if t.words[k] == "meaning" and t.words[k + 1].endswith("s"):
            scale = g.numbers.scales.get(t.words[k + 1])
            if scale is not None:
                multiply(d, scale)
                return k + 1
            break
    return -1


def _bare_decimal(d: Draft) -> bool:
    fine = d.step is not None and d.step < 1
    return d.bare and fine and d.dimension == "count" and d.numeral.form in ("digits", "words")


def _goes_on(t: Tokens, a: Draft, b: Draft) -> bool:
    """Whether `b` follows on a sum or a scaled number in its sentence or the next one."""
    sum_of_money = a.unit is not None and a.unit.dimension in ("money", "rate")
    if not (sum_of_money or a.numeral.scale > 1) or a.parts:
        return False
    gap = t.text[a.end : b.start]
    if "\n\n" in gap:
        return False
    return sum(t.opens_sentence(k) for k in range(a.last, b.first + 1)) < 2


def _one_form(t: Tokens, a: Draft, b: Draft) -> bool:
    """Whether two numbers are written with as many digits before and behind the point."""
    return _form(a) == _form(b)


def _form(d: Draft) -> tuple[int, Decimal | None]:
    scale = d.numeral.scale
    value = abs(d.nominal or d.high) / scale
    return value.adjusted(), d.step / scale if d.step is not None else None
