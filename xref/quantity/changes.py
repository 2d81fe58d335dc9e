"""Whether a figure is a level, a change or a difference, and which way it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xref.model.claim import Mode
from xref.quantity.tokens import Tokens

_COUNTING = frozenset({"count", "multiple"})
_RELATIVE = frozenset({"percentage", "points"})


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The lexicon of changes, compiled."""

    verbs: Mapping[str, str]
    particles: frozenset[str]
    by: frozenset[str]
    nouns: Mapping[str, str | None]
    comparatives: frozenset[str]
    trends: Mapping[str, str]
    levels: frozenset[str]
    transitive: frozenset[str]
    earlier_level: tuple[tuple[str, ...], ...]
    moving: frozenset[str]
    ranging: frozenset[str]
    range_cues: frozenset[str]
    from_gap: frozenset[str]
    between_gap: frozenset[str]
    second_gap: frozenset[str]
    share_leads: frozenset[str]
    share_nouns: frozenset[str]
    parallels: frozenset[str]
    compared: frozenset[str]
    restated: frozenset[str]
    times: frozenset[str]
    lengths: frozenset[str]


def compile_changes(table: Mapping[str, Any]) -> ChangeWords:
    """Compile the lexicon `changes`."""
    verbs = dict.fromkeys(table["up"].split(), "up")
    verbs |= dict.fromkeys(table["down"].split(), "down")
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
        levels=frozenset(table["levels"]),
        transitive=frozenset(table["transitive"].split()),
        earlier_level=tuple(phrases),
        moving=frozenset([*verbs, *nouns, *table["moving"].split()]),
        ranging=frozenset(table["ranging"]),
        range_cues=frozenset(table["range_cues"]),
        from_gap=frozenset(table["from_gap"]),
        between_gap=frozenset(table["between_gap"]),
        second_gap=frozenset(table["second_gap"]),
        share_leads=frozenset(table["share_leads"]),
        share_nouns=frozenset(table["share_nouns"]),
        parallels=frozenset(table["parallels"]),
        compared=frozenset(table["compared"]),
        restated=frozenset(table["restated"]),
        times=frozenset(table["times"]),
        lengths=frozenset(table["lengths"]),
    )


def of(t: Tokens, first: int, last: int, g: ChangeWords, dimension: str) -> tuple[Mode, str | None]:
    """Mode and trend of the figure of a dimension over tokens `first` to `last` (exclusive)."""
    if dimension in ("age", "ordinal"):
        return Mode.LEVEL, None
    word = t.words[last]
    counts = dimension in _COUNTING
    if t.spaced(last):
        if word in g.nouns and not counts and dimension != "duration":
            return Mode.CHANGE, g.nouns[word]
        than = t.words[last + 1] == "than"
        if word in g.comparatives and (than or (word in g.levels and not counts)):
            return Mode.DIFFERENCE, None
        if word in g.trends and not counts:
            return Mode.CHANGE, g.trends[word]
    if t.gaps[first].endswith("+") and not counts:
        return Mode.CHANGE, "up"
    verb = _verb(t, first, g, dimension not in _RELATIVE)
    if verb is not None:
        return Mode.CHANGE, g.verbs[verb]
    noun = _noun(t, first, g)
    if noun is not None and (dimension in _RELATIVE or t.words[noun] not in g.transitive):
        return Mode.CHANGE, g.nouns[t.words[noun]]
    return Mode.LEVEL, None


def _verb(t: Tokens, first: int, g: ChangeWords, plain: bool) -> str | None:
    """The word of change before a figure; `plain`: "lost 12 men" or "raised $3m" has none."""
    said_by = False
    for k in range(first - 1, max(first - 5, -1), -1):
        if not t.spaced(k + 1):
            return None
        word = t.words[k]
        if word in g.verbs:
            if word in ("up", "down") and k and t.words[k - 1] in g.particles:
                return None
            return None if plain and word in g.transitive and not said_by else word
        if word not in g.by and not said_by:
            return None
        said_by = said_by or word == "by"
    return None


def _noun(t: Tokens, first: int, g: ChangeWords) -> int | None:
    """The noun of "an increase of 5 per cent"."""
    k = first - 1
    while k > 0 and t.words[k] in g.from_gap and first - k < 4:
        k -= 1
    if k > 0 and t.words[k] == "of" and t.spaced(k) and t.words[k - 1] in g.nouns:
        return k - 1
    return None


def moves(t: Tokens, first: int, g: ChangeWords) -> bool:
    """Whether words of change stand in the few tokens before `first`, and none of a range."""
    for k in range(first - 1, max(first - 8, -1), -1):
        if t.opens_sentence(k + 1):
            return False
        word = t.words[k]
        if word in g.ranging:
            return False
        if word in g.moving:
            return True
    return False
