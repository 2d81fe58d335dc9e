"""Which question a figure answers, read from one claim alone."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from xref.lexicon import table
from xref.model.claim import Date, Mode, Quantity, Value


class Question(NamedTuple):
    """What a figure answers: what is counted or measured, and how."""

    what: str
    dimension: str
    mode: str = ""

    @property
    def slug(self) -> str:
        """The question as words for an id."""
        return "/".join(part.replace(" ", "-") for part in self if part)


@cache
def _own() -> frozenset[str]:
    return frozenset(table("questions")["own"])


@cache
def _subject() -> frozenset[str]:
    return frozenset(table("questions")["subject"])


@cache
def _kin() -> Mapping[str, str]:
    return {noun: line[0] for line in table("kin")["nouns"] for noun in line}


def kin(noun: str) -> str:
    """The noun that stands for all that count the same thing ("soldier" is "troop")."""
    return _kin().get(noun, noun)


def answers(measure: str | None) -> str:
    """How many answers a measure's question has.

    One an "event" (its dead, however often they are told), one a "subject" (a country's troops),
    or "many".
    """
    return "event" if measure in _own() else "subject" if measure in _subject() else "many"


def told_apart(measure: str | None) -> str | None:
    """The measure whose figures a count of this one leaves out (the dead, of the injured)."""
    apart: Mapping[str, str] = table("questions")["told_apart"]
    return apart.get(measure or "")


def stands_in(measure: str | None, fatal: bool) -> bool:
    """Whether a figure may stand for another measure in an event that was `fatal` or not.

    Of people hit, some may be dead: they stand for the injured only where nobody is told to be.
    """
    return not (fatal and measure == table("questions")["hit"])


def fatal(measure: str | None) -> bool:
    """Whether a measure counts the dead."""
    return bool(measure == table("questions")["unless"])


def measure_of(value: Quantity) -> str | None:
    """The measure whose question a figure answers."""
    stands: Mapping[str, str] = table("questions")["stands_for"]
    return stands.get(value.measure or "", value.measure)


def question(value: Quantity) -> Question:
    """The question that a figure answers."""
    mode = "" if value.mode is Mode.LEVEL else value.mode.value
    unit = value.amount.unit
    plain = value.counted or (unit.dimension if unit is not None else value.dimension)
    return Question(measure_of(value) or kin(plain), value.dimension, mode)


def slug(value: Value) -> str:
    """The question of a figure or date as words for an id."""
    if isinstance(value, Date):
        return "date"
    assert isinstance(value, Quantity)
    return question(value).slug
