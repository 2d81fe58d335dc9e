"""Which question a figure answers, and which figures of a story answer the same one.

Every key is read from one claim and its article alone, so that taking an article away
never changes how the others align.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from xref.lexicon import table
from xref.model.amount import Amount, Bound
from xref.model.claim import Mode, Quantity


class Question(NamedTuple):
    """What a figure answers: what is counted or measured, how, and of whom."""

    what: str
    dimension: str
    mode: str = ""
    subject: str = ""
    subset: str = ""

    @property
    def slug(self) -> str:
        """The question as words for an id."""
        return "/".join(part.replace(" ", "-") for part in self if part)


@cache
def _by(way: str) -> frozenset[str]:
    return frozenset(table("questions")[way])


@cache
def _kin() -> Mapping[str, str]:
    return {noun: line[0] for line in table("kin")["nouns"] for noun in line}


@cache
def generic() -> frozenset[str]:
    """Nouns and units that do not tell by themselves what is counted."""
    return frozenset(table("questions")["generic"])


def kin(noun: str) -> str:
    """The noun that stands for all that count the same thing ("soldier" is "troop")."""
    return _kin().get(noun, noun)


def way(measure: str | None) -> str:
    """How figures of a measure find each other: own, subject, event, telling, or value."""
    for name in ("own", "subject", "event", "telling"):
        if measure in _by(name):
            return name
    return "value"


def measure_of(value: Quantity) -> str | None:
    """The measure whose question a figure answers."""
    stands: Mapping[str, str] = table("questions")["stands_for"]
    return stands.get(value.measure or "", value.measure)


def question(value: Quantity) -> Question:
    """The question that a figure answers."""
    measure = measure_of(value)
    mode = "" if value.mode is Mode.LEVEL else value.mode.value
    subject = ""
    if measure and way(measure) == "subject":
        subject = (value.subject or "").lower()
    return Question(measure or kin(value.counted or _unit(value)), value.dimension, mode, subject)


def _unit(value: Quantity) -> str:
    unit = value.amount.unit
    return unit.dimension if unit is not None else value.dimension


def value_question(value: Quantity) -> Question:
    """The question of a figure that only its value joins: what is counted, or the dimension."""
    counts = value.dimension == "count"
    what = value.measure or kin(value.counted or "count") if counts else value.dimension
    mode = "" if value.mode is Mode.LEVEL else value.mode.value
    return Question(what, value.dimension, mode)


def elsewhere(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are told of two places that share no word."""
    here, there = a.scope.place, b.scope.place
    if not here or not there:
        return False
    return set(here.lower().split()).isdisjoint(there.lower().split())


def apart(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are told of two subjects, or measure two things."""
    if a.measure and b.measure and a.measure != b.measure:
        return True
    mine, theirs = (set(re.findall(r"\w{3,}", (x.subject or "").lower())) for x in (a, b))
    mine, theirs = ({word.rstrip("s") for word in x} for x in (mine, theirs))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def plainly(value: Quantity) -> Quantity:
    """The number said, without its bound: what two articles must share to tell of one figure."""
    amount = value.amount
    if amount.nominal is None:
        return value
    plain = replace(amount, low=amount.nominal, high=amount.nominal, bound=Bound.EXACT)
    return replace(value, amount=plain)


def size(amount: Amount) -> Decimal:
    """The number said in the base unit, else the lower end; only for sorting."""
    value = amount.nominal if amount.nominal is not None else amount.low or Decimal(0)
    unit = amount.unit
    if unit is not None and unit.factor is not None:
        return (value + unit.offset) * unit.factor
    return value


def family(value: Quantity) -> str:
    """Figures of two families can never be equal: other units, or vague against a number."""
    amount = value.amount
    unit = amount.unit
    name = ""
    if unit is not None:
        name = unit.name if unit.factor is None else f"{unit.dimension} {unit.family}"
    if amount.nominal is None:
        name += f" {amount.bound.value} {amount.low} {amount.high}"
    return name


POWERS = (10, 100, 1000)
"""Factors by which a slipped point or zero changes a figure."""


def slipped(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two numbers have the same digits, two at least, and differ by a power of ten."""
    low, high = sorted((one or Decimal(0), other or Decimal(0)))
    if not low or high / low not in POWERS:
        return False
    return len(low.normalize().as_tuple().digits) > 1
