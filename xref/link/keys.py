"""Which question a figure answers: the keys that align claims across articles.

Every key is read from one claim and its sentence alone, so that taking an article
away never changes how the others align.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from xref.lexicon import table
from xref.model.claim import Claim, Mode, Quantity


class Question(NamedTuple):
    """What a figure answers; claims with equal questions fill one slot.

    `what` is the measure, else the counted noun's kin. `value` is set where nothing but the value
    itself tells that two figures are about one thing; such figures only ever agree.
    """

    what: str
    dimension: str
    mode: str
    subject: str = ""
    event: str = ""
    subset: str = ""
    value: str = ""

    @property
    def slug(self) -> str:
        """The question as words for an id."""
        return "/".join(part.replace(" ", "-") for part in self if part)


@cache
def _kin() -> Mapping[str, str]:
    return {noun: line[0] for line in table("kin")["nouns"] for noun in line}


def kin(noun: str) -> str:
    """The noun that stands for all that count the same thing ("soldier" is "troop")."""
    return _kin().get(noun, noun)


def question(claim: Claim) -> Question | None:
    """The question that a figure answers, or ``None`` where it answers none that others could."""
    value = claim.value
    if not isinstance(value, Quantity) or value.dimension == "ordinal":
        return None
    what = value.measure or kin(value.counted or value.dimension)
    subject = (value.subject or "").lower()
    event = ""
    if value.measure is not None and value.event is not None:
        event = "" if value.measure.startswith("people.") else _event(value)
    said = "" if value.measure is not None else _said(value)
    if value.measure is None and not said:
        return None
    return Question(
        what,
        value.dimension,
        value.mode.value if value.mode is not Mode.LEVEL else "",
        subject=subject if value.measure else "",
        event=event,
        value=said,
    )


def _event(value: Quantity) -> str:
    assert value.event is not None
    return " ".join(filter(None, (value.event.kind, value.event.weekday, value.event.place)))


def _said(value: Quantity) -> str:
    """The value in the base unit, to three digits: equal for equal figures in different units."""
    nominal, unit = value.amount.nominal, value.amount.unit
    if nominal is None:
        low = value.amount.low
        return f"{value.amount.bound.value} {low}" if low is not None else ""
    if unit is not None and unit.factor is not None and not unit.family:
        nominal = (nominal + unit.offset) * unit.factor
        return f"{_short(nominal)} {unit.dimension}"
    return f"{_short(nominal)} {unit.name if unit else ''}".strip()


def _short(value: Decimal) -> str:
    return f"{value:.2E}"
