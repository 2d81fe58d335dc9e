"""The words that say what befell people, compiled from the casualty lexicon."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.extract.people import People, compile_people
from xref.lexicon.nouns import singular

KILLED, INJURED = "people.killed", "people.injured"
CASUALTIES, HOSPITALISED = "people.casualties", "people.hospitalised"
SELF = frozenset(["himself", "herself", "themselves"])
_SETS = (
    *("leave", "suffering", "wounds", "carried", "hospital", "toll", "auxiliaries", "adverbs"),
    *("prepositions", "breaks", "negations", "homicide", "shooting", "bodies", "claims_lives"),
    *("transitive", "graded", "times"),
    *("listed", "lists", "deadly", "subjects", "says", "moves", "lost", "hurt", "count"),
    *(
        "aimed_at",
        "recovered",
        "besides",
        "sent",
        "holding",
        "attempts",
        "infinitives",
        "modals",
        "wants",
    ),
)
_BEHIND = ("prepositions", "breaks", "adverbs", "auxiliaries", "times", "wounds")
"""What may stand behind a word like "hit" that has no object."""
_HARM = frozenset([KILLED, INJURED, CASUALTIES])
_DENIED_REACH = 4
_TRIED_REACH = 3
_WANTED_REACH = 6
_SUFFERED_REACH = 8
_CARRIED_REACH = 10

_WORD = re.compile(r"\w+")
_FATAL = ("fatally", "death")

Tokens = tuple[str, ...]


class Trigger(NamedTuple):
    """Words that say what befell those before them (`state`) or those behind them (`act`).

    `last` is the token behind them; `graded`: wounds of one kind only ("serious injuries").
    """

    last: int
    state: str | None
    act: str | None
    graded: bool = False


@dataclass(frozen=True, slots=True)
class Casualties:
    """The casualty lexicon, compiled.

    `phrases` are by first word, the longest first; `including` by first word, as listed.
    `triggers` begin what tells of casualties, `signs` are words of which one stands in every
    sentence that does; `telling` holds every word that the walk over a sentence stops at.
    Methods take the lower-case tokens of a sentence.
    """

    phrases: Mapping[str, tuple[tuple[Tokens, str | None, str | None], ...]]
    people: People
    words: Mapping[str, frozenset[str]]
    multiples: Mapping[str, int]
    heads: Mapping[str, str]
    including: Mapping[str, Sequence[Tokens]]
    triggers: frozenset[str]
    telling: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    signs: frozenset[str]

    def mentioned(self, sentence: str) -> bool:
        """Whether a sentence may tell of casualties at all: a cheap look before it is cut up."""
        return self.may_tell(_WORD.findall(sentence.lower()))

    def may_tell(self, words: Iterable[str]) -> bool:
        """Whether these words hold what every sentence that tells of casualties holds."""
        held = frozenset(words)
        return not (self.triggers.isdisjoint(held) or self.signs.isdisjoint(held))

    def trigger(self, lower: Tokens, k: int) -> Trigger | None:
        """The words at token `k` that say what befell somebody."""
        sets = self.words
        for phrase, state, act in self.phrases.get(lower[k], ()):
            if lower[k : k + len(phrase)] == phrase:
                return Trigger(k + len(phrase), state, act)
        if lower[k] in sets["suffering"]:
            behind = lower[k + 1 : k + 1 + _SUFFERED_REACH]
            for n, word in enumerate(behind):
                if word in sets["wounds"]:
                    shot = "gunshot" in behind[:n]
                    outcome = CASUALTIES if shot else INJURED
                    graded = not sets["graded"].isdisjoint(behind[:n])
                    return Trigger(k + n + 2, outcome, None, graded)
        if lower[k] in sets["carried"]:
            behind = lower[k + 1 : k + 1 + _CARRIED_REACH]
            if not sets["hospital"].isdisjoint(behind):
                act = HOSPITALISED if lower[k] in sets["sent"] else None
                return Trigger(k + 1, HOSPITALISED, act)
        if lower[k] in sets["sent"] and _sent(lower, k + 1, sets["hospital"]):
            return Trigger(k + 1, None, HOSPITALISED)
        return None

    def either(self, lower: Tokens, trigger: Trigger) -> Trigger:
        """The trigger with another behind "or" taken in: "hurt or killed" is either."""
        if lower[trigger.last : trigger.last + 1] != ("or",):
            return trigger
        other = self.trigger(lower, trigger.last + 1)
        if other is None or {trigger.state, other.state} - _HARM:
            return trigger
        act = CASUALTIES if trigger.act and other.act else None
        return Trigger(other.last, CASUALTIES, act)

    def unreal(self, lower: Tokens, k: int) -> bool:
        """Whether the words at token `k` tell what did not happen, or had not yet."""
        near = lower[max(0, k - _DENIED_REACH) : k]
        if any(word in self.words["negations"] or word.endswith("n't") for word in near):
            return True
        if not self.words["attempts"].isdisjoint(near[-_TRIED_REACH:]):
            return True
        if lower[k] not in self.words["infinitives"]:
            return False
        near = lower[max(0, k - _TRIED_REACH) : k]
        if not self.words["modals"].isdisjoint(near):
            return True
        before = lower[max(0, k - _WANTED_REACH) : k]
        return "to" in near and not self.words["wants"].isdisjoint(before)

    def toll(self, lower: Tokens, k: int) -> str | None:
        """What a number behind "the toll", "the death count", "the number of deaths" counts."""
        if lower[k] in self.words["toll"]:
            return KILLED
        if lower[k] in self.words["count"] and lower[k - 1 : k] == ("death",):
            return KILLED
        if lower[k - 2 : k] in (("number", "of"), ("total", "of")):
            return self.heads.get(singular(lower[k]))
        return None

    def listed(self, lower: Tokens, k: int) -> str | None:
        """What befell those whom "the dead are ...", "victims include ..." at token `k` lists."""
        sets = self.words
        if lower[k] not in sets["listed"] or k + 1 >= len(lower):
            return None
        if lower[k + 1] not in sets["lists"] or (k > 0 and lower[k - 1] != "the"):
            return None
        if lower[k] in ("victims", "victim"):
            return CASUALTIES if sets["deadly"].isdisjoint(lower) else KILLED
        return INJURED if lower[k] in sets["hurt"] else KILLED

    def transitive(self, lower: Tokens, k: int, word: str) -> bool:
        """Whether a word like "hit" has an object at token `k`: then those before it did it."""
        if word not in self.words["transitive"] or k >= len(lower):
            return False
        if not lower[k][0].isalnum():
            return False
        return not any(lower[k] in self.words[name] for name in _BEHIND)


def _sent(lower: Tokens, k: int, hospital: frozenset[str]) -> bool:
    """Whether the clause from token `k` on goes on "... to the hospital"."""
    behind = lower[k : k + _CARRIED_REACH]
    at = next((n for n, word in enumerate(behind) if word in hospital), 0)
    return "to" in behind[:at] and "," not in behind[:at]


def compile_casualties(
    lexicon: Mapping[str, Any], measures: Mapping[str, Any], demonyms: Mapping[str, Any]
) -> Casualties:
    """The lexicon with the people of the measure and demonym lexicons."""
    roles: dict[tuple[str, ...], list[str | None]] = {}
    for outcome, entry in lexicon["outcomes"].items():
        for at, role in enumerate(("state", "act")):
            for phrase in entry[role]:
                roles.setdefault(tuple(phrase.split()), [None, None])[at] = outcome
    by_first: dict[str, list[tuple[tuple[str, ...], str | None, str | None]]] = {}
    for phrase, (state, act) in roles.items():
        by_first.setdefault(phrase[0], []).append((phrase, state, act))
    phrases = {
        word: tuple(sorted(found, key=lambda f: (-len(f[0]), f[0])))
        for word, found in by_first.items()
    }
    including: dict[str, list[tuple[str, ...]]] = {}
    for including_phrase in lexicon["including"]:
        parts = tuple(including_phrase.split())
        including.setdefault(parts[0], []).append(parts)
    words = {name: frozenset(lexicon[name]) for name in _SETS}
    single = {*words["toll"], *words["homicide"], *words["carried"], *words["bodies"]}
    single |= {*lexicon["heads"], *(f"{head}s" for head in lexicon["heads"]), "fatalities", "lives"}
    single |= {"casualties", "injuries"} | words["listed"] | words["hospital"]
    single |= words["suffering"] | words["shooting"]
    # Phrases begin with words like "in" and "had"; the longest word of each is rarer.
    rarest = (max(phrase, key=lambda word: (word.isalnum(), len(word))) for phrase in roles)
    telling = {
        *SELF,
        "number",
        "where",
        "fatally",
        "one",
        *(f"{head}s" for head in lexicon["heads"]),
    }
    return Casualties(
        phrases,
        compile_people(lexicon, measures, demonyms),
        words,
        lexicon["multiples"],
        lexicon["heads"],
        including,
        frozenset(single.union(phrases)),
        frozenset(telling.union(phrases, including, *words.values())),
        {name: frozenset(nouns) for name, nouns in lexicon["kinds"].items()},
        frozenset(single.union(rarest, _FATAL)),
    )
