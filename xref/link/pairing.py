"""Which readings of one question are related: all, and of a crowd each with each other value."""

from collections.abc import Callable, Sequence
from itertools import combinations

from xref.compare import Reading
from xref.model.claim import Date, Quantity
from xref.model.link import Pair
from xref.model.relation import Relation

_ALL_PAIRS = 24
"""Up to so many readings every two are related. Of more, each is related to the first of each of
the so many values that most of them give: what differs still meets."""


def related(
    readings: Sequence[Reading], relate: Callable[[Reading, Reading], Relation]
) -> list[Pair]:
    """The pairs of readings of one question, in order of their articles, each with its relation."""
    ordered = sorted(readings, key=lambda reading: reading.article)
    if len(ordered) <= _ALL_PAIRS:
        pairs = list(combinations(ordered, 2))
    else:
        firsts = _firsts(ordered)
        met = {
            (min(a.article, b.article), max(a.article, b.article)): (a, b)
            for a in ordered
            for b in firsts
            if a is not b
        }
        pairs = [met[key] for key in sorted(met)]
    each = [sorted(pair, key=lambda reading: reading.article) for pair in pairs]
    return [Pair(a.article, b.article, relate(a, b)) for a, b in each]


def _firsts(ordered: Sequence[Reading]) -> list[Reading]:
    """The first reading of each of the values that most readings give."""
    groups: dict[object, list[Reading]] = {}
    for reading in ordered:
        groups.setdefault(_value(reading), []).append(reading)
    most = sorted(groups.values(), key=lambda group: (-len(group), group[0].article))
    return [group[0] for group in most[:_ALL_PAIRS]]


def _value(reading: Reading) -> object:
    value = reading.claim.value
    if isinstance(value, Quantity):
        amount = value.amount
        return amount.low, amount.high, amount.unit.name if amount.unit else None
    assert isinstance(value, Date)
    return value.when.earliest, value.when.latest, value.when.weekday
