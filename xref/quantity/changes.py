"""Whether a figure is a level, a change or a difference, and which way it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xref.model.claim import Mode
from xref.quantity.tokens import Tokens


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The lexicon of changes, compiled."""

    verbs: Mapping[str, str]
    particles: frozenset[str]
    by: frozenset[str]
    nouns: Mapping[str, str | None]
    comparatives: frozenset[str]
    trends: Mapping[str, str]
    earlier_level: tuple[tuple[str, ...], ...]
    moving: frozenset[str]
    ranging: frozenset[str]


def compile_changes(table: Mapping[str, Any]) -> ChangeWords:
    """Compile the lexicon `changes`."""
    verbs = {word: "up" for word in table["up"].split()}
    verbs |= {word: "down" for word in table["down"].split()}
    nouns: dict[str, str | None] = {}
    for trend, words in table["nouns"].items():
        nouns |= dict.fromkeys(words, trend if trend != "none" else None)
    phrases = sorted((tuple(p.split()) for p in table["earlier_level"]), key=len, reverse=True)
    return ChangeWords(
        verbs=verbs,
        particles=frozenset(table["particles"]),
        by=frozenset(table["by"]),
        nouns=nouns,
        comparatives=frozenset(table["comparatives"]),
        trends=table["trends"],
        earlier_level=tuple(phrases),
        moving=frozenset(table["moving"].split()),
        ranging=frozenset(table["ranging"]),
    )


def of(t: Tokens, first: int, last: int, g: ChangeWords, counts: bool) -> tuple[Mode, str | None]:
    """Mode and trend of the figure over tokens `first` to `last` (exclusive).

    `counts`: the figure counts things, so that "killed 5 more" is no difference and "lost 12 men" no change of a level.
    """
    word = t.words[last]
    spaced = t.spaced(last)
    if spaced and word in g.nouns and not counts:
        return Mode.CHANGE, g.nouns[word]
    if (
        spaced
        and word in g.comparatives
        and (
            t.words[last + 1] == "than"
            or word in ("above", "below", "higher", "lower")
            and not counts
        )
    ):
        return Mode.DIFFERENCE, g.trends.get(word)
    sign = t.gaps[first]
    if sign.endswith("+") and not counts:
        return Mode.CHANGE, "up"
    verb = _verb(t, first, g)
    if verb is not None and not (counts and verb not in ("up", "down") and not _by(t, first)):
        return Mode.CHANGE, g.verbs[verb]
    if _noun(t, first, g) is not None:
        return Mode.CHANGE, g.nouns[t.words[_noun(t, first, g) or 0]]
    return Mode.LEVEL, None


def _by(t: Tokens, first: int) -> bool:
    return t.words[first - 1] == "by" and first > 0


def _verb(t: Tokens, first: int, g: ChangeWords) -> str | None:
    k = first - 1
    for _ in range(3):
        if k < 0 or not t.spaced(k + 1):
            return None
        word = t.words[k]
        if word in g.verbs:
            particle = word in ("up", "down", "back", "shot") and t.words[k - 1] in g.particles
            return None if k and particle else word
        if word not in g.by:
            return None
        k -= 1
    return None


def _noun(t: Tokens, first: int, g: ChangeWords) -> int | None:
    """The noun of "an increase of 5 per cent"."""
    k = first - 1
    while (
        k > 0
        and t.words[k]
        in ("about", "some", "nearly", "almost", "around", "than", "more", "just", "over")
        and first - k < 4
    ):
        k -= 1
    if k > 0 and t.words[k] == "of" and t.spaced(k) and t.words[k - 1] in g.nouns:
        return k - 1
    return None


def moves(t: Tokens, first: int, g: ChangeWords) -> bool:
    """Whether words of change stand in the few tokens before `first`, and none of a range."""
    for k in range(first - 1, max(first - 8, -1), -1):
        word = t.words[k]
        if word in g.ranging:
            return False
        if word in g.moving:
            return True
        if t.opens_sentence(k + 1) and k < first - 1:
            return False
    return False
