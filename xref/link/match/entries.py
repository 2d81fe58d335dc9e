"""The figures and dates of one article: all mentions of one value of one thing are one entry."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.link.match.side import Side
from xref.model.claim import Claim, Date, Quantity

_HEADED = 60
"""So many figures of a text, from its head, can be what its title tells."""
_LOOKED_AT = 20
"""How many things of one value in one article are asked whether a mention is of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one article says to one question.

    `mentions` state the value, the one that stands for them first. `others` are further figures
    that the article gives for the same, earlier or rival ones; `apart` are figures that it tells
    apart from this one (the dead, beside the injured).
    """

    article: str
    mentions: tuple[Side, ...]
    others: tuple[Side, ...] = ()
    apart: tuple[Claim, ...] = field(default=(), compare=False)

    @property
    def side(self) -> Side:
        """The mention that stands for all."""
        return self.mentions[0]

    @property
    def id(self) -> str:
        """The claim that stands for all, by id."""
        return self.mentions[0].claim.id


def entries(article: str, sides: Iterable[Side]) -> list[Entry]:
    """The entries of an article's figures or dates, in the order of their first mentions."""
    same: defaultdict[Hashable, list[list[Side]]] = defaultdict(list)
    groups: list[list[Side]] = []
    for side in sides:
        told = same[_value(side)]
        home = next((group for group in told[-_LOOKED_AT:] if _one_thing(group[0], side)), None)
        if home is None:
            home = []
            told.append(home)
            groups.append(home)
        home.append(side)
    return [Entry(article, tuple(group)) for group in _headed(groups)]


def _headed(groups: Sequence[list[Side]]) -> list[list[Side]]:
    """The groups, those of the title alone joined to what they head.

    A title tells what its text tells, in fewer words: its figure is that of the one figure of the
    text that can hold beside it.
    """
    heads = [g for g in groups if all(s.claim.field == "title" for s in g)]
    body = [g for g in groups if not all(s.claim.field == "title" for s in g)]
    left: list[list[Side]] = []
    for head in heads:
        fitting = [g for g in body[:_HEADED] if _can_head(head[0], g[0])]
        same = [g for g in fitting if head[0].record.counted == g[0].record.counted] or fitting
        if len(same) == 1:
            same[0].extend(head)
        else:
            left.append(head)
    return [*left, *body]


def _can_head(head: Side, other: Side) -> bool:
    """Whether a title's figure can be one of the text: both can hold, and the same is counted."""
    one, two = head.claim.value, other.claim.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        if one.dimension != two.dimension or one.mode is not two.mode:
            return False
        counted = head.record.counted, other.record.counted
        if all(counted) and counted[0] != counted[1] and not kin(head, other):
            return False
        return compare_quantities(one, two, DEFAULT).fit is not Fit.APART
    return False


def _value(side: Side) -> Hashable:
    value = side.claim.value
    if isinstance(value, Quantity):
        amount = value.amount
        unit = amount.unit.name if amount.unit else None
        said = amount.nominal if amount.nominal is not None else (amount.low, amount.high)
        return side.dimension, said, unit, value.mode
    assert isinstance(value, Date)
    when = value.when
    return when.earliest, when.latest, when.weekday if when.earliest is None else None


def _one_thing(a: Side, b: Side) -> bool:
    """Whether two mentions of one value in one article are of one thing.

    The same kind of thing is counted; where one tells no kind, the digits must tell: "the 17"
    goes on about "17 people", "the 5" need not.
    """
    mine, theirs = a.record, b.record
    if a.kind == "date":
        return not mine.near.keys().isdisjoint(theirs.near)
    if mine.counted and theirs.counted:
        return mine.counted == theirs.counted or kin(a, b)
    nominal = a.quantity.amount.nominal
    return nominal is not None and len(nominal.normalize().as_tuple().digits) > 1


def kin(a: Side, b: Side) -> bool:
    """Whether one counts a kind of what the other counts ("nurses", "staff")."""
    mine, theirs = a.record.kinds, b.record.kinds
    return bool(mine and theirs) and (mine[0] in theirs or theirs[0] in mine)
