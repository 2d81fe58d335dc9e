"""Whose figure it is, which part, where, and in which event: read from the sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xref.extract.words import Words
from xref.model.claim import Event

_ORG_NOUNS = frozenset(
    [
        "alliance",
        "bloc",
        "group",
        "grouping",
        "organization",
        "organisation",
        "union",
        "league",
        "council",
        "coalition",
        "body",
        "community",
        "federation",
        "forum",
        "association",
        "pact",
        "treaty",
        "commonwealth",
    ]
)
_NAME_LINK = frozenset(["of", "the", "for", "and", "in", "on"])
_CAPITAL = re.compile(r"[A-Z]")
_NOT_SUBJECTS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "after",
        "before",
        "when",
        "while",
        "as",
        "but",
        "and",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PLACE_PREPOSITION = frozenset(["in", "at", "near", "outside", "across", "on"])
_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


@dataclass(frozen=True, slots=True)
class Geography:
    """Countries by their adjectives and short forms, lower case."""

    country: Mapping[str, str]

    def name(self, word: str) -> str:
        """The country that `word` stands for, else the word."""
        return self.country.get(word.lower().removesuffix("'s").removesuffix("’s"), word)


@dataclass(frozen=True, slots=True)
class EventWords:
    """Event nouns and verbs, lower case, to their kind."""

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]


def compile_geography(lexicon: Mapping[str, Any]) -> Geography:
    """The demonym lexicon, compiled."""
    return Geography(
        {
            form.lower(): country
            for country, forms in lexicon["countries"].items()
            for form in (country, *forms)
        }
    )


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


def _strip(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def name_at(words: Words, k: int) -> tuple[int, int] | None:
    """The token range of the capitalised name that covers token `k`, or ``None``."""
    raw = words.raw
    if not 0 <= k < len(raw) or not _CAPITAL.match(raw[k]):
        return None
    first = last = k
    while first > 0 and _CAPITAL.match(raw[first - 1]) and not raw[first - 1].endswith("'s"):
        first -= 1
    while last + 1 < len(raw) and not raw[last].endswith(("'s", "’s")):
        if _CAPITAL.match(raw[last + 1]):
            last += 1
        elif (
            words.lower[last + 1] in _NAME_LINK
            and last + 2 < len(raw)
            and _CAPITAL.match(raw[last + 2])
            and words.lower[last + 1] in ("of", "for", "and")
            and last + 1 - first < 6
            and (
                words.lower[last] in ("organization", "organisation", "union", "league", "council")
                or words.lower[last + 1] != "and"
            )
        ) or (
            words.lower[last + 1] == "and"
            and last + 2 < len(raw)
            and any(
                w in ("security", "organization", "organisation")
                for w in words.lower[first : last + 1]
            )
            and _CAPITAL.match(raw[last + 2])
        ):
            last += 2
        else:
            break
    while first < last and words.lower[first] in _NOT_SUBJECTS:
        first += 1
    if words.lower[first] in _NOT_SUBJECTS:
        return None
    return first, last + 1


def _name(words: Words, place: tuple[int, int], geography: Geography) -> str:
    joined = " ".join(_strip(w) for w in words.raw[place[0] : place[1]])
    return geography.name(joined)


def subject(words: Words, place: tuple[int, int], geography: Geography) -> str | None:
    """Whose figure fills the tokens `place`: a country, an organisation, "alliance"; or ``None``.

    Tried in order: the adjective within the phrase ("Russian troops"), the noun that the figure
    modifies ("30-nation alliance"), a possessive or "of" beside it, a relative clause behind
    it ("that Norvania has massed"), and the subject of the clause before it.
    """
    first, last = place
    raw, lower = words.raw, words.lower
    for k in range(first, last):
        if lower[k] in geography.country:
            return geography.country[lower[k]]
    for k in range(last, min(last + 4, len(raw))):
        found = name_at(words, k)
        if found and k == last:
            return _name(words, found, geography)
        if lower[k] in _ORG_NOUNS:
            return lower[k]
        if lower[k] in ("of", "in") and k + 1 < len(raw):
            at = k + 2 if lower[k + 1] in ("the", "its") and k + 2 < len(raw) else k + 1
            found = name_at(words, at)
            if found and lower[k] == "of":
                return _name(words, found, geography)
            if at < len(lower) and lower[at] in _ORG_NOUNS:
                return lower[at]
            break
        if lower[k] in ("that", "which"):
            found = name_at(words, k + 1)
            return _name(words, found, geography) if found else None
    if first > 0 and lower[first - 1].endswith("'s"):
        found = name_at(words, first - 1)
        return _name(words, found, geography) if found else _strip(lower[first - 1])
    for k in range(first - 1, max(-1, first - 16), -1):
        if lower[k] in (";", "—"):
            break
        found = name_at(words, k)
        if found and (found[0] == 0 or lower[found[0] - 1] not in _PLACE_PREPOSITION):
            if lower[found[0] - 1] in ("of", "to", "from", "by", "with") and found[0] > 0:
                continue
            return _name(words, found, geography)
    return None


def place_name(words: Words, place: tuple[int, int]) -> str | None:
    """The place named behind the figure ("in Port Ansel"), nearest first, else before it."""
    for step in (range(place[1], len(words.lower)), range(place[0] - 1, -1, -1)):
        for k in step:
            if words.lower[k] in _PLACE_PREPOSITION and k + 1 < len(words.raw):
                at = k + 2 if words.lower[k + 1] == "the" and k + 2 < len(words.raw) else k + 1
                found = name_at(words, at)
                if found and words.lower[found[0]] not in _WEEKDAYS:
                    return " ".join(_strip(w) for w in words.raw[found[0] : found[1]])
    return None


def event(words: Words, place: tuple[int, int], events: EventWords) -> Event | None:
    """The event that the figure belongs to: the nearest event noun or verb of the sentence."""
    first, last = place
    best: tuple[int, int, str] | None = None
    for k, word in enumerate(words.lower):
        kind = events.nouns.get(word) or events.verbs.get(word)
        if kind is None:
            continue
        distance = k - last if k >= last else first - k
        if best is None or distance < best[0]:
            best = (distance, k, kind)
    if best is None or best[0] > 12:
        return None
    weekday = next((w for w in words.lower if w in _WEEKDAYS), None)
    return Event(
        kind=best[2],
        participants=participants(words),
        place=place_name(words, (best[1], best[1] + 1)),
        weekday=weekday,
    )


def participants(words: Words) -> tuple[str, ...]:
    """The names of the sentence, without weekdays and months, sorted."""
    names: set[str] = set()
    k = 0
    while k < len(words.raw):
        found = name_at(words, k)
        if found is None:
            k += 1
            continue
        names.add(" ".join(_strip(w) for w in words.raw[found[0] : found[1]]))
        k = max(k + 1, found[1])
    return tuple(sorted(names))
