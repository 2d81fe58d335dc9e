"""A headline against the text under it."""

from collections.abc import Iterator
from decimal import Decimal

from xref.link.checks.desk import Desk, exact, plain
from xref.model.article import Zone
from xref.model.claim import Claim, Mode, Quantity
from xref.model.link import Check
from xref.model.relation import Kind

_LEAST = 2
_COMPARED = ("people.killed", "people.injured", "people.missing", "people.arrested")


def check(desk: Desk) -> Iterator[Check]:
    """A toll in the headline that the text never gives, where the text gives one of its own."""
    told = {
        pair.a
        for slot in desk.slots
        for pair in slot.pairs
        if pair.a == pair.b and pair.relation.kind is Kind.INTERNAL
    }
    # The event's own figures come first; those that only their value joined may be any.
    current = {
        (slot.measure, cell.article): desk.by_id.get(cell.current)
        for slot in reversed(desk.slots)
        for cell in slot.cells
    }
    for id_, mine in desk.claims.items():
        if id_ in told:
            continue
        for claim in mine:
            number = _headline(claim)
            if number is None or not isinstance(claim.value, Quantity):
                continue
            measure = claim.value.measure
            stands = current.get((measure, id_))
            if stands is None or not _in_text(stands) or stands.derived_from or _rest(stands):
                continue
            assert isinstance(stands.value, Quantity)
            if exact(stands.value) is None or any(_allows(c, number) for c in mine if _in_text(c)):
                continue
            if number >= _LEAST:
                yield desk.failed(
                    "headline",
                    f"the headline differs from the text: {plain(number)} against “{stands.text}”",
                    claim,
                    stands,
                )


def _headline(claim: Claim) -> Decimal | None:
    value = claim.value
    headed = claim.field == "title" or claim.zone is Zone.HEADLINE
    if not headed or not isinstance(value, Quantity) or value.measure not in _COMPARED:
        return None
    return exact(value) if value.scope.subset is None and value.mode is Mode.LEVEL else None


def _in_text(claim: Claim) -> bool:
    value = claim.value
    headed = claim.field == "title" or claim.zone is Zone.HEADLINE
    return not headed and isinstance(value, Quantity) and value.dimension == "count"


def _rest(claim: Claim) -> bool:
    """Whether a figure leaves out those told before, or counts victims of either fate."""
    assert isinstance(claim.value, Quantity)
    words = {*claim.text.lower().split(), claim.value.counted or ""}
    return not words.isdisjoint({"other", "others", "more", "another", "victim"})


def _allows(claim: Claim, number: Decimal) -> bool:
    """Whether the text gives the number anywhere, of whatever it counts."""
    assert isinstance(claim.value, Quantity)
    amount = claim.value.amount
    if amount.nominal is not None:
        return amount.nominal == number
    return (amount.low or 0) <= number and (amount.high is None or number <= amount.high)
