"""Capitalised sequences read as names of persons, or told to be something else."""

import re
from dataclasses import dataclass
from enum import IntEnum

from xref.speech.grammar import SpeechGrammar

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class Kind(IntEnum):
    """What a capitalised sequence is as a name."""

    NONE = 0
    SINGLE = 1
    MAYBE = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A sequence as read: the name at ``[start, end)`` of it, the title before the name, the gender they tell.

    `kind` is ``SINGLE`` for one bare word, ``MAYBE`` for several that nothing proves to be a person,
    ``FULL`` where a given name or a title does.
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
_WORD = re.compile(r"[^ \u00a0]+")


def _is_opener(words: list[str], k: int, grammar: SpeechGrammar) -> bool:
    word = words[k]
    if word.lower() not in grammar.openers and grammar.tags.get(word.lower()) != "T":
        return False
    return not (word in grammar.given and k + 1 < len(words))


def _split(words: list[str], first: int, grammar: SpeechGrammar) -> int:
    """The index at which the name begins: after the last word of title, party or nation."""
    at = first
    last = len(words) - 1
    for k in range(first, len(words)):
        low = words[k].lower()
        titled = low in grammar.roles or low in grammar.honorifics or low in grammar.modifiers
        if not titled and words[k] not in grammar.demonyms and low not in grammar.name_words:
            continue
        if k == last and k > at and (words[at] in grammar.given or len(words[at]) == 2):
            break
        if low in grammar.name_words and not titled:
            continue
        if words[k] in grammar.given and k < last and k + 2 > last and low not in grammar.honorifics:
            break
        at = k + 1
    return at


def read_name(sequence: str, grammar: SpeechGrammar) -> Reading:
    """Read one capitalised sequence."""
    spans = [m.span() for m in _WORD.finditer(sequence)]
    words = [sequence[a:b] for a, b in spans]
    first, stop = 0, len(words)
    while first < stop and _is_opener(words, first, grammar):
        first += 1
    while stop > first and grammar.tags.get(words[stop - 1].lower()) == "T" and stop - first > 1:
        stop -= 1
    if first >= stop:
        return _NOTHING
    words, spans = words[:stop], spans[:stop]
    at = _split(words, first, grammar)
    name = words[at:]
    title = sequence[spans[first][0] : spans[at - 1][1]] if at > first else None
    if not name:
        return _NOTHING
    core = [w for w in name if w.lower() not in SUFFIXES]
    if not core:
        return _NOTHING
    before = words[at - 1].lower() if at > first else ""
    titled = before in grammar.roles or before in grammar.honorifics
    gender = grammar.honorifics.get(before) or grammar.roles.get(before) or grammar.given.get(core[0])
    if any(w.lower() in grammar.name_words for w in core) and not (titled and len(core) <= 2):
        return _NOTHING
    if core[0] in grammar.known or (core[0].isupper() and len(core[0]) > 2 and len(core) == 1):
        return _NOTHING
    if core[0] in grammar.demonyms:
        return _NOTHING
    given = core[0] in grammar.given or (len(core[0]) <= 3 and core[0].endswith("."))
    initial = len(core) > 2 and len(core[1]) == 2 and core[1][1] == "."
    if len(core) > 1 and len(core) <= 5 and (given or titled or initial or len(core) < len(name)):
        kind = Kind.FULL
    elif len(core) == 1:
        kind = Kind.SINGLE
    elif len(core) <= 4:
        kind = Kind.MAYBE
    else:
        return _NOTHING
    return Reading(
        kind, spans[at][0], spans[-1][1], tuple(name), title if titled else None,
        spans[first][0], gender, before in grammar.honorifics and before not in grammar.roles,
    )  # fmt: skip
