"""Totals that a text gives only by their parts: "a man and two women", "four shot, one fatally".

Only plain parts are added: people told in one breath, to whom one thing happened. One person
without a number ("a woman was killed") counts where the head of the article gives no number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from xref.extract.draft import Draft
from xref.extract.fate_sums import Toll
from xref.extract.fate_words import CASUALTIES, HOSPITALISED, INJURED, KILLED
from xref.extract.people import Group, Kind
from xref.language import Reading
from xref.model.amount import Amount, Bound
from xref.model.article import Zone
from xref.model.claim import Quantity, Scope
from xref.model.span import Span

LEAD = 9
"""How many sentences make an article's head: there people count without numbers too."""

_OPENING = 2
_FIRST = 0
_WHOLE = "of the whole"
_NEAREST = 2
_HURT = frozenset([INJURED, HOSPITALISED, CASUALTIES])


class Told(NamedTuple):
    """A toll with its sentence."""

    toll: Toll
    reading: Reading
    sentence: Span
    zone: Zone
    number: int


def besides_told(toll: Toll, beside: Sequence[Toll], told: Sequence[Told]) -> Toll:
    """The toll, as a part where its "others" come beside one hurt person told of before.

    "A sailor was flown to a hospital. Five others came by car": five are not all. Others told right
    beside the dead, or behind them alone, are.
    """
    if not toll.others or toll.outcome not in _HURT or any(t.outcome == KILLED for t in beside):
        return toll
    hurt = [t.toll for t in told if t.toll.outcome in _HURT and t.number > 0]
    if not hurt or any(t.total > 1 for t in hurt[-_NEAREST:]):
        return toll
    return toll._replace(graded=True)


def totals(told: Sequence[Told]) -> Iterator[Draft]:
    """The totals of a text or title, in the order of their places."""
    numbered = {t.toll.outcome for t in told if _numbered(t.toll) and t.number < LEAD}
    single: set[str] = set()
    for item in told:
        toll = item.toll
        if len(toll.groups) > 1 or _unread(toll):
            yield _draft(item, toll.total)
        elif not _numbered(toll) and _plain(item, numbered | single):
            if toll.total == 1:
                single.add(toll.outcome)
            yield _draft(item, toll.total)
    yield from _survivors(told)


def _unread(toll: Toll) -> bool:
    """Whether a headline's number stands alone before what befell people, and is no figure yet."""
    group = toll.groups[0]
    return group.kind is Kind.FIGURE and group.figure is None


def _numbered(toll: Toll) -> bool:
    return len(toll.groups) > 1 or toll.groups[0].kind is Kind.FIGURE


def _plain(item: Told, known: set[str]) -> bool:
    """Whether a person without a number, or a "triple homicide", is worth a total."""
    if item.toll.total > 1:
        return True
    outcome = item.toll.outcome
    if outcome == INJURED and not item.toll.others and item.number > _OPENING:
        return False  # one of the injured, not all of them
    return outcome not in known and (outcome != CASUALTIES or item.number <= _FIRST)


def _survivors(told: Sequence[Told]) -> Iterator[Draft]:
    """Who was hit and not killed, where one sentence tells both and gives the injured no number.

    Only where the dead are plainly of those hit: "four shot, one fatally", "quadruple shooting";
    "five shot, one killed", but not "one killed, five shot", nor "five shot, and a woman is dead".
    """
    by_sentence: dict[Span, dict[str, Told]] = {}
    for item in told:
        by_sentence.setdefault(item.sentence, {}).setdefault(item.toll.outcome, item)
    for tolls in by_sentence.values():
        if tolls.keys() == {KILLED, CASUALTIES}:
            hit, dead = tolls[CASUALTIES], tolls[KILLED].toll
            killed = dead.total
            first = hit.toll.groups[0]
            told_first = first.kind is Kind.FIGURE and first.first < dead.groups[0].first
            of_hit = dead.of_hit or (told_first and dead.groups[0].bare and not dead.others)
            if (
                hit.toll.total > killed
                and hit.number < LEAD
                and (first.kind is Kind.NAMED or of_hit)
            ):
                toll = hit.toll._replace(outcome=INJURED)
                left = hit.toll.total - killed
                yield _draft(hit._replace(toll=toll), left, "survivor")


def _draft(item: Told, total: Decimal, counted: str = "person") -> Draft:
    groups = item.toll.groups
    reading = item.reading
    first, last = min(g.first for g in groups), max(g.last for g in groups) - 1
    while last > first and not reading.low[last][0].isalnum():
        last -= 1
    return Draft(
        span=Span(reading.starts[first], reading.ends[last]),
        sentence=item.sentence,
        zone=item.zone,
        value=Quantity(
            amount=_amount(groups, total),
            dimension="count",
            counted=counted,
            measure=item.toll.outcome,
            scope=Scope(subset=_WHOLE if item.toll.graded else None),
        ),
        parts=tuple(g.figure.span for g in groups if g.figure is not None),
    )


def _amount(groups: Sequence[Group], total: Decimal) -> Amount:
    """The sum of the parts; no digit of it is written, so it has no step."""
    if len(groups) == 1 and groups[0].kind is Kind.FIGURE and groups[0].figure is None:
        return Amount(total, total, total, Bound.EXACT, step=Decimal(1))
    if groups[0].open:
        return Amount(total, None, total, Bound.AT_LEAST)
    if len(groups) == 1 or total != sum(g.count for g in groups):
        return Amount(total, total, total, Bound.EXACT)
    amounts = [
        g.figure.amount if g.figure else Amount(g.count, g.count, g.count, Bound.EXACT)
        for g in groups
    ]
    added = amounts[0]
    for amount in amounts[1:]:
        added = added.plus(amount)
    return replace(added, step=None)
