"""How a claim was read, as rows of (label, words)."""

from collections.abc import Iterator
from decimal import Decimal

from xref.model.amount import Amount, Bound
from xref.model.article import Zone
from xref.model.claim import (
    Aside,
    Claim,
    Date,
    Mode,
    Quantity,
    Quotation,
    Standing,
    Statement,
)
from xref.render import words

Row = tuple[str, str]


def rows(claim: Claim) -> Iterator[Row]:
    """Everything that was read out of a claim, what is most decisive first."""
    value = claim.value
    if isinstance(value, Quantity):
        yield from _quantity(value)
        if claim.standing is not Standing.ASSERTED:
            yield "stands", f"{claim.standing}"
        if claim.elsewhere is not None:
            yield "told of", _ASIDES[claim.elsewhere.kind]
    elif isinstance(value, Date):
        yield from _date(value)
    elif isinstance(value, Quotation):
        edited = ", with words of the outlet's own inside the marks" if value.edited else ""
        yield "quoted", f"{value.type}{edited}"
    elif isinstance(value, Statement):
        hedged = f", hedged: {words.listed(value.hedges)}" if value.hedges else ""
        yield "stated", f"{value.act}, {value.polarity}{hedged}"
    yield from _source(claim)
    if claim.zone is not Zone.BODY:
        yield "stands in", f"the {claim.zone}"
    if claim.derived_from:
        yield "added up", f"from {words.count(len(claim.derived_from), 'figure')} of the article"


_ASIDES = {
    Aside.EARLIER: "a time gone by",
    Aside.OTHER: "another event",
    Aside.MANY: "many events, as a sum",
}


def _quantity(value: Quantity) -> Iterator[Row]:
    yield "read as", _amount(value.amount)
    if value.also is not None:
        yield "also", f"{_amount(value.also)}, a conversion in brackets"
    if value.counted_text and value.counted_text != value.counted:
        yield "counts", f"{value.counted_text} ({value.counted})"
    elif value.counted:
        yield "counts", value.counted
    yield "measure", value.measure or f"none known; {value.dimension}"
    if value.mode is not Mode.LEVEL:
        yield "states", f"a {value.mode}{f', {value.trend}' if value.trend else ''}"
    if value.subject:
        yield "of", value.subject
    if value.event:
        yield "event", words.event(value.event)
    if scope := words.scope(value.scope):
        yield "scope", scope
    if value.as_of:
        yield "as of", words.day(value.as_of)


def _amount(amount: Amount) -> str:
    """A figure with the interval that it stands for, where this is wider than the number said."""
    said = words.amount(amount)
    unit = amount.unit
    wide = words.interval(amount.low, amount.high, unit)
    told = said if amount.bound is Bound.EXACT or wide == said else f"{said}: {wide}"
    if amount.soft:
        told += " (a convention, no limit)"
    if amount.step is not None and amount.step > 1 and amount.nominal not in (None, Decimal(0)):
        told += f", written to the nearest {words.plain(amount.step)}"
    return told


def _date(value: Date) -> Iterator[Row]:
    yield "read as", f"{words.when(value.when)} ({value.when.precision})"
    if value.when.weekday:
        yield "weekday", value.when.weekday.capitalize()
    if value.when.anchor:
        yield "from", value.when.anchor
    if value.what:
        yield "of", value.what


def _source(claim: Claim) -> Iterator[Row]:
    said = claim.attribution
    cue = f", by “{words.one_line(said.cue.text)}”" if said.cue else ""
    yield "source", f"{words.source(said)}{cue}"
    if said.speaker and said.speaker.name and said.speaker.name != said.speaker.text:
        yield "speaker", f"“{words.one_line(said.speaker.text)}” is {said.speaker.name}"
    if said.said_on:
        yield "said on", words.day(said.said_on)
