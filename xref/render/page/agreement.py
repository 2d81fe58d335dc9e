"""Who agrees with whom: for every two outlets of a story, what they share and how much differs."""

from collections.abc import Iterable
from dataclasses import dataclass

from xref.model.link import Slot, Utterance
from xref.model.relation import Kind, Wording
from xref.render import words
from xref.render.page.cards import outlet_of
from xref.render.places import Index

FEWEST, MOST = 3, 14
"""Of fewer outlets the cards tell it at a glance; more make no table that a page can hold."""

_DIFFER = {
    Kind.CONFLICT,
    Wording.OMISSION,
    Wording.ALTERED,
    Wording.REDATED,
    Wording.REASSIGNED,
}
_EXPLAINED = {Kind.UPDATE, Kind.CORRECTION, Kind.SCOPE, Kind.ATTRIBUTED, Kind.DENIAL}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What two outlets share: figures and quotes that are alike, explained, or differ."""

    alike: int = 0
    explained: int = 0
    differ: int = 0
    copies: bool = False

    @property
    def told(self) -> str:
        """The counts in words; empty where the two share nothing."""
        parts = [(self.differ, "differ"), (self.explained, "explained"), (self.alike, "alike")]
        said = ", ".join(f"{number} {name}" for number, name in parts if number)
        return "one text" if self.copies else said

    @property
    def tone(self) -> str:
        """How a cell of it is coloured."""
        if self.copies:
            return "copies"
        return "differ" if self.differ else "explained" if self.explained else "alike"


@dataclass(frozen=True, slots=True)
class Matrix:
    """The outlets, and for each a row of meetings with every outlet; ``None`` with itself."""

    outlets: tuple[str, ...]
    rows: tuple[tuple[Meeting | None, ...], ...]


def _kinds(
    slots: Iterable[Slot], utterances: Iterable[Utterance]
) -> Iterable[tuple[str, str, Kind | Wording]]:
    for slot in slots:
        yield from ((pair.a, pair.b, pair.relation.kind) for pair in slot.pairs)
    for utterance in utterances:
        yield from ((pair.a, pair.b, pair.relation.relation) for pair in utterance.pairs)


def matrix_of(
    index: Index, articles: Iterable[str], slots: Iterable[Slot], utterances: Iterable[Utterance]
) -> Matrix | None:
    """The table of a story; ``None`` where too few or too many outlets share anything."""
    outlets = list(dict.fromkeys(outlet_of(index, each) for each in articles))
    voices: dict[str, set[str]] = {}
    for each in articles:
        voices.setdefault(outlet_of(index, each), set()).add(index.voice(each))
    counts: dict[frozenset[str], list[int]] = {}
    for a, b, kind in _kinds(slots, utterances):
        pair = frozenset((outlet_of(index, a), outlet_of(index, b)))
        if len(pair) == 2:
            at = 2 if kind in _DIFFER else 1 if kind in _EXPLAINED else 0
            counts.setdefault(pair, [0, 0, 0])[at] += 1
    met = [name for name in outlets if any(name in pair for pair in counts)]
    if not FEWEST <= len(met) <= MOST:
        return None

    def meeting(a: str, b: str) -> Meeting | None:
        if a == b:
            return None
        alike, explained, differ = counts.get(frozenset((a, b)), (0, 0, 0))
        copies = len(voices[a] | voices[b]) == 1
        return Meeting(alike, explained, differ, copies)

    rows = tuple(tuple(meeting(a, b) for b in met) for a in met)
    return Matrix(tuple(words.cut(name, 40) for name in met), rows)
