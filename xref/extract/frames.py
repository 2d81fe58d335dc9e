"""What is said of what is counted: frames and kinds of things, compiled from their lexicons.

A frame is one thing that news says in many words ("cut", "shed", "axe", "redundancies"); a kind
is one thing counted under many nouns ("staff", "employees", "workers").
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.lexicon.words import family

Phrase = tuple[str, ...]


class Frame(NamedTuple):
    """A frame: its name, and the kinds and dimensions of what it counts."""

    name: str
    counts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frames:
    """The compiled frames: by the first stem of each phrase, the rest of it and its frame."""

    phrases: Mapping[str, Sequence[tuple[Phrase, Frame]]]
    opposite: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]

    def said(self, stems: Sequence[str], counts: frozenset[str]) -> dict[str, float]:
        """The frames that a stretch of stems says of what `counts` names, each with how surely.

        A phrase of several frames says each of them by so much less.

        Args:
            stems: in their order.
            counts: the dimension of the figure, and the kinds of what it counts; empty where it
                tells neither.
        """
        found: dict[str, float] = {}
        for at, first in enumerate(stems):
            told = self.phrases.get(first)
            if told is None:
                continue
            longest: dict[int, list[str]] = {}
            for phrase, frame in told:
                if counts and frame.counts.isdisjoint(counts):
                    continue
                if len(phrase) == 1 or tuple(stems[at : at + len(phrase)]) == phrase:
                    longest.setdefault(len(phrase), []).append(frame.name)
            if longest:
                names = longest[max(longest)]
                for name in names:
                    found[name] = max(found.get(name, 0.0), 1 / len(names))
        return found


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of counted things: by the stem of a noun, its kind and all that it belongs to."""

    chains: Mapping[str, tuple[str, ...]]

    def of(self, noun: str | None) -> tuple[str, ...]:
        """The kinds of a noun given as its stem, the nearest first; empty where none is known."""
        return self.chains.get(noun or "", ())


def compile_kinds(lexicon: Mapping[str, Any]) -> Kinds:
    """The kinds of the lexicon `kinds`."""
    kinds: Mapping[str, Mapping[str, Any]] = lexicon.get("kinds", lexicon)
    chains: dict[str, tuple[str, ...]] = {}
    for name, entry in kinds.items():
        chain = [name]
        while (above := kinds[chain[-1]].get("is")) is not None:
            chain.append(above)
        for noun in entry.get("nouns", ()):
            chains.setdefault(phrase_of(noun)[-1] if " " not in noun else noun, tuple(chain))
    return Kinds(chains)


def compile_frames(lexicon: Mapping[str, Any], idle: Container[str]) -> Frames:
    """The frames of the lexicon `frames`; a lone word that is `idle` says no frame."""
    phrases: defaultdict[str, list[tuple[Phrase, Frame]]] = defaultdict(list)
    opposite: dict[str, frozenset[str]] = {}
    near: dict[str, frozenset[str]] = {}
    for name, entry in lexicon.get("frames", lexicon).items():
        frame = Frame(name, frozenset(entry["counts"]))
        words = (w for part in ("verbs", "nouns", "adjectives") for w in entry.get(part, ()))
        for phrase in dict.fromkeys(map(phrase_of, words)):
            if len(phrase) > 1 or phrase[0] not in idle:
                phrases[phrase[0]].append((phrase, frame))
        opposite[name] = frozenset(entry.get("opposite", ()))
        near[name] = frozenset(entry.get("near", ()))
    return Frames(dict(phrases), opposite, near)


def phrase_of(words: str) -> Phrase:
    """A phrase of a lexicon as the stems of its words."""
    return tuple(family(word) for word in words.lower().split())
