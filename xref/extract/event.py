"""Which meeting, attack or vote a figure belongs to: kind, participants, place and day."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xref.extract.names import ArticleNames, Chunks, Place, bare
from xref.extract.words import Words
from xref.model.claim import Event, When
from xref.model.span import Span
from xref.text.days import WEEKDAYS

_REACH = 14
"""Words between a figure and the event that it belongs to."""
_BACK = 12
"""Dates before the sentence among which the last day told is looked for."""
_DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her"])

Dated = tuple[Span, When]


@dataclass(frozen=True, slots=True)
class EventWords:
    """Event nouns and verbs, lower case, to their kind."""

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]


def compile_events(lexicon: Mapping[str, Any]) -> EventWords:
    """The event lexicon, compiled."""
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    for kind, entry in lexicon["kinds"].items():
        for noun in entry["nouns"]:
            nouns.setdefault(noun, kind)
            nouns.setdefault(noun + "s", kind)
        for verb in entry["verbs"]:
            verbs.setdefault(verb, kind)
    return EventWords(nouns, verbs)


def event(
    words: Words,
    place: Place,
    events: EventWords,
    named: Chunks,
    names: ArticleNames,
    dated: Sequence[Dated],
    *,
    lasting: bool = False,
) -> Event | None:
    """The event that the figure at the tokens `place` belongs to; ``None`` where none is named.

    A length (`lasting`) is always some event's, of kind "" where no word tells which.

    Its day is the one told nearest to its word in the sentence; for "the session", told with no
    day, the last day told before. `dated` are the dates of the whole passage, in order.
    """
    found = _nearest(words, place, events)
    if found is None and not lasting:
        return None
    at, kind = found if found is not None else (place[0], "")
    there = where(words, at, named)
    taken = there[1] if there is not None else None
    weekday, on = _day(words, at, dated)
    return Event(
        kind=kind,
        participants=_participants(words, place, named, taken, names),
        place=there[0] if there is not None else None,
        on=on,
        weekday=weekday,
    )


def _nearest(words: Words, place: Place, events: EventWords) -> tuple[int, str] | None:
    first, last = place
    best: tuple[int, int, str] | None = None
    for k in range(max(0, first - _REACH), min(len(words.lower), last + _REACH // 2 + 1)):
        word = words.lower[k]
        kind = events.nouns.get(bare(word)) or events.verbs.get(word)
        if kind is None or first <= k < last:
            continue
        distance = 2 * (k - last) if k >= last else first - k
        if best is None or distance < best[0]:
            best = (distance, k, kind)
    return None if best is None else (best[1], best[2])


def where(words: Words, at: int, named: Chunks) -> tuple[str, Place] | None:
    """The place named nearest to the token `at` ("in Port Ansel"), with its tokens."""
    place = named.placed_near(at)
    return (
        (" ".join(map(bare, words.raw[place[0] : place[1]])), place) if place is not None else None
    )


def _participants(
    words: Words,
    place: Place,
    named: Chunks,
    taken: Place | None,
    names: ArticleNames,
) -> tuple[str, ...]:
    found: set[str] = set()
    for chunk in named.all:
        figure = place[0] <= chunk[0] < place[1]
        if chunk != taken and not figure and names.is_name(words, chunk):
            name = " ".join(bare(w) for w in words.raw[chunk[0] : chunk[1]])
            found.add(names.resolve(name))
    return tuple(sorted(found))


def _day(words: Words, at: int, dated: Sequence[Dated]) -> tuple[str | None, date | None]:
    """Weekday and day of the event whose word is token `at`."""
    first = bisect_left(dated, words.span.start, key=lambda d: d[0].start)
    last = bisect_left(dated, words.span.end, key=lambda d: d[0].start)
    inside = [d for d in dated[first:last] if d[1].precision == "day" or d[1].weekday]
    if inside:
        near = min(inside, key=lambda d: abs(d[0].start - words.starts[at]))
        return _known(near[1])
    if at > 0 and words.lower[at - 1] in _DEFINITE:
        for _, when in reversed(dated[max(0, first - _BACK) : first]):
            if when.weekday or (when.precision == "day" and when.earliest is not None):
                return _known(when)
    return None, None


def _known(when: When) -> tuple[str | None, date | None]:
    on = when.earliest if when.earliest is not None and when.earliest == when.latest else None
    weekday = when.weekday or (WEEKDAYS[on.weekday()] if on is not None else None)
    return weekday, on
