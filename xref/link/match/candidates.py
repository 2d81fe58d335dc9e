"""Which pairs of entries are worth comparing: blocking, so that a story costs what it is long.

Entries that share a key stand in one list, in the order of their articles, and each is compared
with those of the next few articles of its list. Where a story has no more articles than that,
and no article more entries than a crowd, nothing is left out.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.compare.units import in_one_unit
from xref.link.match.entries import Entry, kin
from xref.model.claim import Mode, Quantity

REACH = 16
"""How many articles ahead in a list an entry is compared with."""
CROWD = 40
"""How many entries of one list and article an entry of another is compared with; an article that
has more tells them in an order, and those at the same height are looked at."""
_TOGETHER = (
    ("percentage", "share", "points", "count"),
    ("money", "rate", "count"),
    ("count", "age", "ordinal", "multiple", "rate"),
    ("duration", "age"),
)
"""Dimensions in which one thing can be told two ways: a share in per cent, a rate as its sum."""


def comparable(a: Entry, b: Entry) -> bool:
    """Whether two entries can be of one thing: by their dimensions, and by what they count.

    The dead of an event are none of its injured, one country's troops none of another's. By how
    much two things differ is not how much one is, and how long after something it was is not how
    long it took, unless the two are equal. What converts to no common unit cannot be compared.
    """
    one, two = a.side, b.side
    if one.answers == two.answers == "event" and one.measure != two.measure:
        return False
    if one.answers == two.answers == "subject" and _two_subjects(one.quantity, two.quantity):
        return False
    parted = {one.mode, two.mode} == {Mode.LEVEL, Mode.DIFFERENCE}
    if one.kind == "figure" and one.record.offset != two.record.offset:
        parted = True
    if parted and not _equal(a, b):
        return False
    if one.dimension == two.dimension == "ordinal" and not _one_row(a, b):
        return False
    if one.dimension == two.dimension:
        return True
    return _told_two_ways(one.dimension, two.dimension) and (
        in_one_unit(one.quantity, two.quantity) is not None
    )


def _one_row(a: Entry, b: Entry) -> bool:
    """Whether two ordinals can count in one row: "the first time" is none of evacuations."""
    one, two = a.side, b.side
    named = one.record.counted and two.record.counted
    return not named or one.record.counted == two.record.counted or kin(one, two)


def _equal(a: Entry, b: Entry) -> bool:
    return compare_quantities(a.side.quantity, b.side.quantity, DEFAULT).fit is Fit.EQUAL


def _two_subjects(a: Quantity, b: Quantity) -> bool:
    return bool(a.subject and b.subject) and (a.subject or "").lower() != (b.subject or "").lower()


def _told_two_ways(one: str, two: str) -> bool:
    """Whether one thing can be told in both dimensions."""
    return any(one in group and two in group for group in _TOGETHER)


def candidates(
    told: Mapping[str, Sequence[Entry]],
) -> dict[tuple[str, str], set[tuple[int, int]]]:
    """The pairs worth comparing: for two articles, in order, the places of their entries."""
    lists: defaultdict[Hashable, defaultdict[str, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for article in sorted(told):
        for place, entry in enumerate(told[article]):
            for key in _keys(entry):
                lists[key][article].append(place)
    found: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    asked: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for members in lists.values():
        articles = list(members)
        for at, a in enumerate(articles):
            for b in articles[at + 1 : at + 1 + REACH]:
                new = set(_abreast(members[a], members[b])) - asked[a, b]
                asked[a, b] |= new
                found[a, b].update((i, j) for i, j in new if comparable(told[a][i], told[b][j]))
    return dict(found)


def _abreast(mine: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of an article's entries with those of another; of crowds, with those abreast of it."""
    for k, i in enumerate(mine):
        abreast = k * len(theirs) // len(mine)
        first = max(0, min(abreast - CROWD // 2, len(theirs) - CROWD))
        for j in theirs[first : first + CROWD]:
            yield i, j


def _keys(entry: Entry) -> Iterator[Hashable]:
    """What an entry can be found by: its dimension, then its value, its thing, its frame in it."""
    side = entry.side
    if side.kind == "date":
        yield "date"
        return
    for number, group in enumerate(_TOGETHER):
        if side.dimension in group:
            yield number
    dimension = side.dimension
    yield dimension
    amount = side.quantity.amount
    yield dimension, amount.nominal, amount.low, amount.high
    if side.record.counted:
        yield dimension, side.record.kinds[0] if side.record.kinds else side.record.counted
    for frame in side.record.frames:
        yield dimension, frame
