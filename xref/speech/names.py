"""Capitalised sequences read as names of persons, or told to be something else."""

import re
from collections.abc import Container, Sequence
from enum import IntEnum
from typing import NamedTuple

from xref.speech.grammar import SUFFIXES, SpeechGrammar

_WORD = re.compile(r"[^ \u00a0]+")
_LONGEST_NAME = 5
_VOWELS = frozenset("aeiouy")


class Kind(IntEnum):
    """What a capitalised sequence is as a name."""

    NONE = 0
    SINGLE = 1
    MAYBE = 2
    FULL = 3


class Reading(NamedTuple):
    """A sequence as read: the name at ``[start, end)``, the title before it, the gender told.

    `kind` is ``SINGLE`` for one bare word, ``MAYBE`` for several that nothing proves to be a
    person, ``FULL`` where a given name or a title does.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    name: tuple[str, ...] = ()
    title: str | None = None
    title_start: int = 0
    gender: str | None = None
    honorific: bool = False


_NOTHING = Reading(Kind.NONE)


def sequences_of(sequence: str, grammar: SpeechGrammar) -> list[tuple[int, str]]:
    """The parts of a capitalised sequence with their offsets, cut at words that no name holds.

    A headline in capitals runs names and verbs together ("Ann Lee Says She Will Resign").
    """
    if " " not in sequence:
        return [(0, sequence)]
    found: list[tuple[int, str]] = []
    start = end = -1
    for match in _WORD.finditer(sequence):
        if match.group().lower() in grammar.breaks:
            if start != -1:
                found.append((start, sequence[start:end]))
            start = -1
            continue
        start = match.start() if start == -1 else start
        end = match.end()
    if start != -1:
        found.append((start, sequence[start:end]))
    return found


def read_name(
    sequence: str, grammar: SpeechGrammar, titles: Container[str] = frozenset()
) -> Reading:
    """Read one capitalised sequence; `titles` are words that its article has before other names."""
    if " " not in sequence and "\u00a0" not in sequence:
        return _read_alone(sequence, grammar)
    spans = [m.span() for m in _WORD.finditer(sequence)]
    words = [sequence[a:b] for a, b in spans]
    first, stop = 0, len(words)
    while first < stop and _opens_sentence(words, first, grammar):
        first += 1
    while stop > first + 1 and grammar.tags.get(words[stop - 1].lower()) == "T":
        stop -= 1
    words = words[:stop]
    listed = _name_start(words, first, grammar)
    at = _given_behind(words, listed, grammar, titles) if listed < stop else listed
    name = words[at:]
    core = [w for w in name if w.lower() not in SUFFIXES]
    if not core:
        return _NOTHING
    before = words[at - 1].lower() if at > first else ""
    titled = before in grammar.roles or before in grammar.honorifics or at > listed
    if titled and len(core) == 1 and at - first > 1 and core[0].lower() in grammar.organisations:
        return _NOTHING
    kind = _kind(core, len(core) < len(name), titled, grammar)
    if kind is Kind.NONE:
        return _NOTHING
    given = grammar.given.get(core[0]) if len(core) > 1 else None
    told = (grammar.honorifics.get(before), grammar.roles.get(before), given)
    return Reading(
        kind,
        spans[at][0],
        spans[stop - 1][1],
        tuple(name),
        sequence[spans[first][0] : spans[at - 1][1]] if titled else None,
        spans[first][0],
        next(filter(None, told), None),
        before in grammar.honorifics and before not in grammar.roles,
    )


def _read_alone(word: str, grammar: SpeechGrammar) -> Reading:
    """Read one capitalised word without another beside it."""
    if word.lower() in grammar.nameless or word in grammar.known or word in grammar.demonyms:
        return _NOTHING
    acronym = word.isupper() and len(word) > 2
    return _NOTHING if acronym else Reading(Kind.SINGLE, 0, len(word), (word,))


def _opens_sentence(words: Sequence[str], k: int, grammar: SpeechGrammar) -> bool:
    """Whether the word `k` has its capital from the head of the sentence or is a day or month."""
    word = words[k]
    low = word.lower()
    if low not in grammar.words.openers and grammar.tags.get(low) != "T":
        return False
    return not (word in grammar.given and k + 1 < len(words))


def _name_start(words: Sequence[str], first: int, grammar: SpeechGrammar) -> int:
    """The index at which the name begins: after the last word of title, party or nation."""
    at = first
    last = len(words) - 1
    for k in range(first, len(words)):
        low = words[k].lower()
        titled = low in grammar.roles or low in grammar.honorifics or low in grammar.modifiers
        if not titled and words[k] not in grammar.demonyms:
            continue
        if k == last and k > at and (words[at] in grammar.given or len(words[at]) == 2):
            break
        if words[k] in grammar.given and k + 1 == last and low not in grammar.honorifics:
            break
        at = k + 1
    return at


def _given_behind(
    words: Sequence[str], at: int, grammar: SpeechGrammar, titles: Container[str]
) -> int:
    """Where the given name stands of a name that begins at `at`: what is before it is a title.

    Titles are an open class: "Taoiseach |Nuala Brann|", "Det Insp |Carla Munn|". A place or a body
    bears names of persons, too ("Port Elizabeth").
    """
    last = len(words) - 1
    while at < last and (_is_shortened(words[at]) or words[at] in titles):
        at += 1
    lows = [word.lower() for word in words[at:]]
    if lows[0] in grammar.place_starts or not grammar.name_words.isdisjoint(lows):
        return at
    for k in range(at, last):
        if words[k] in grammar.given:
            return k
        if len(words[k]) < 3 or "-" in words[k] or words[k] in grammar.known:
            break
    return at


def _is_shortened(word: str) -> bool:
    """Whether a word is shortened as titles are: it has no vowel ("Cllr", "Sgt.")."""
    core = word.rstrip(".")
    return len(core) > 2 and core[1:].islower() and _VOWELS.isdisjoint(core.lower())


def _kind(core: Sequence[str], suffixed: bool, titled: bool, grammar: SpeechGrammar) -> Kind:
    """What the words of a name, suffixes left out, are for."""
    first = core[0]
    size = len(core)
    if any(w.lower() in grammar.name_words for w in core) and not (titled and size <= 2):
        return Kind.NONE
    if first in grammar.known or first in grammar.demonyms:
        return Kind.NONE
    if size == 1:
        acronym = first.isupper() and len(first) > 2
        return Kind.NONE if acronym else Kind.SINGLE
    given = first in grammar.given or (len(first) <= 3 and first.endswith("."))
    initial = size > 2 and len(core[1]) == 2 and core[1][1] == "."
    if size <= _LONGEST_NAME and (given or titled or initial or suffixed):
        return Kind.FULL
    return Kind.MAYBE if size < _LONGEST_NAME else Kind.NONE
