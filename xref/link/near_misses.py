"""Figures of one measure in one story that were not compared, each with the reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from xref.model.claim import Claim, Event
from xref.model.link import NotCompared, Slot

_MOST = 6
"""Slots of one measure of a story that are held against each other."""


def near_misses(slots: Sequence[Slot], claims: Mapping[str, Claim]) -> Iterator[NotCompared]:
    """Pairs of slots of one story that measure the same and stayed two questions.

    Args:
        slots: those of one story.
        claims: by id.
    """
    by_measure: defaultdict[tuple[str, str | None], list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.kind == "quantity" and slot.measure is not None:
            by_measure[slot.measure, slot.unit].append(slot)
    for _, alike in sorted(by_measure.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        for a, b in combinations(alike[:_MOST], 2):
            one, other = claims.get(a.cells[0].current), claims.get(b.cells[0].current)
            if one is None or other is None or a.cells[0].current == b.cells[0].current:
                continue
            reason = _reason(a, b)
            if reason is not None:
                told = f"“{one.text}” in {one.outlet} and “{other.text}” in {other.outlet}"
                yield NotCompared((one.id, other.id), f"{told}: {reason}")


def _reason(a: Slot, b: Slot) -> str | None:
    """What keeps two slots of one measure apart; ``None`` where nothing is told of it."""
    if a.subject and b.subject and a.subject != b.subject:
        return f"one is told of {a.subject}, the other of {b.subject}"
    if a.event is not None and b.event is not None and a.event != b.event:
        first, second = _told(a.event), _told(b.event)
        if first != second:
            return f"one belongs to {first}, the other to {second}"
    if a.scope != b.scope:
        one, other = (s.scope.subset or s.scope.place or s.scope.period for s in (a, b))
        if one and other and one != other:
            return f"one is told of {one}, the other of {other}"
    return None


def _told(event: Event) -> str:
    """An event in a few words: its kind, day and place, or who took part."""
    words = [f"the {event.kind or 'event'}"]
    if event.weekday:
        words.append(f"on {event.weekday.capitalize()}")
    if event.place:
        words.append(f"in {event.place}")
    if len(words) == 1 and event.participants:
        words.append(f"of {', '.join(event.participants)}")
    return " ".join(words)
