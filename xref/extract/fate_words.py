"""The words that say what befalls people, compiled from the casualty lexicon."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xref.extract.frames import Kinds, compile_kinds
from xref.language.lemmas import Verbs
from xref.lexicon.nouns import singular
from xref.lexicon.words import family

KILLED, INJURED = "people.killed", "people.injured"
CASUALTIES, HOSPITALISED = "people.casualties", "people.hospitalised"
_WORD = re.compile(r"[^\W_]+")
_LISTS = ("subjects", "objects", "loosely", "deeds", "counted", "tolls")
_PREPOSITIONS = ("to", "from", "in")
_SEXES = ("male", "female", "either")
_AGED = ("-year-old", "-month-old", "-week-old", "-day-old")
_CALLINGS = ("ist", "man", "woman", "ian", "eer")
"""Endings that only nouns for people have, where no lexicon knows the noun."""
_SETS = (
    "achieve",
    "unreal",
    "supposed",
    "deadly",
    "besides",
    "parts",
    "untold",
    "groups",
    "nobody",
    "victims",
)


class Beside(NamedTuple):
    """A noun or verb that makes another verb say what befell people.

    `prep` stands before it; `sends`: it is said of the object, and of the subject of the passive.
    """

    prep: str
    word: str
    outcome: str
    sends: bool


@dataclass(frozen=True, slots=True)
class FateWords:
    """The casualty lexicon, compiled: words as in a dictionary to what befell people.

    What its lists hold is said in the lexicon. `places` are the states that a preposition and a
    noun make. Of `signs` one word stands in every sentence that tells of casualties; `triggers`
    are those that begin to tell of them.
    """

    subjects: Mapping[str, str]
    objects: Mapping[str, str]
    loosely: Mapping[str, str]
    deeds: Mapping[str, str]
    counted: Mapping[str, str]
    tolls: Mapping[str, str]
    states: Mapping[str, str]
    places: Mapping[tuple[str, str], str]
    beside: Mapping[str, Sequence[Beside]]
    made: Mapping[str, Mapping[str, str]]
    words: Mapping[str, frozenset[str]]
    sizes: Mapping[str, int]
    multiples: Mapping[str, int]
    kinds: Kinds
    sexes: Mapping[str, str]
    bodies: frozenset[str]
    given: frozenset[str]
    triggers: frozenset[str]
    signs: frozenset[str]

    def mentioned(self, sentence: str) -> bool:
        """Whether a sentence may tell of casualties at all: a cheap look before it is read."""
        return not self.signs.isdisjoint(_WORD.findall(sentence.lower()))

    def person(self, noun: str) -> bool | None:
        """Whether a noun, singular, means people; ``None`` where no lexicon knows it."""
        if noun in self.made:
            return False
        chain = self.chain(noun)
        if noun in self.sizes or noun in self.words["untold"] or noun.endswith(_AGED):
            return True
        if not chain:
            return True if noun.endswith(_CALLINGS) else None
        return self.words["nobody"].isdisjoint(chain) and "person" in chain

    def kind(self, noun: str) -> str:
        """The nearest kind of a noun; empty where none is known."""
        return next(iter(self.chain(noun)), "")

    def chain(self, noun: str) -> tuple[str, ...]:
        """The kinds of a noun, the nearest first."""
        return self.kinds.of(noun) or self.kinds.of(family(noun.rpartition("-")[2]))


def compile_fates(table: Callable[[str], dict[str, Any]], verbs: Verbs) -> FateWords:
    """Compile the casualty lexicon, with the kinds of people, that `table` hands out."""
    lexicon, roles = table("casualties"), table("people")["roles"]
    lists: dict[str, dict[str, str]] = {name: {} for name in _LISTS}
    states: dict[str, str] = {}
    places: dict[tuple[str, str], str] = {}
    beside: dict[str, list[Beside]] = {}
    made: dict[str, dict[str, str]] = {}
    for outcome, entry in lexicon["outcomes"].items():
        for name, found in lists.items():
            found.update(dict.fromkeys(entry.get(name, ()), outcome))
        for state in entry.get("states", ()):
            prep, _, noun = state.partition(" ")
            if noun:
                places[prep, noun] = outcome
            else:
                states[prep] = outcome
        for name in ("phrases", "sends"):
            for phrase in entry.get(name, ()):
                verb, *rest = phrase.split()
                prep = rest.pop(0) if rest[0] in _PREPOSITIONS else ""
                told = Beside(prep, " ".join(rest), outcome, name == "sends")
                beside.setdefault(verb, []).append(told)
        for noun, makers in entry.get("made", {}).items():
            made.setdefault(noun, {}).update(dict.fromkeys(makers, outcome))
    lemmas = {*lists["subjects"], *lists["objects"], *lists["loosely"]}
    forms = {form for lemma in lemmas for form in _forms(lemma, verbs)}
    nouns = {n.split()[-1] for n in (*lists["deeds"], *lists["counted"], *lists["tolls"], *made)}
    plain = forms | states.keys() | nouns | {_plural(noun) for noun in nouns}
    nouns = {noun.split()[-1] for _, noun in places} | {
        b.word.split()[-1] for told in beside.values() for b in told
    }
    signs = plain | nouns | {_plural(noun) for noun in nouns} | set(lexicon["multiples"])
    return FateWords(
        **lists,
        states=states,
        places=places,
        beside={v: sorted(b, key=lambda one: -len(one.word)) for v, b in beside.items()},
        made=made,
        words={name: frozenset(lexicon[name]) for name in _SETS},
        sizes=lexicon["sizes"],
        multiples=lexicon["multiples"],
        kinds=compile_kinds(table("kinds")),
        sexes={word: sex for sex in ("male", "female") for word in roles[sex].split()},
        given=frozenset(
            name for sex in _SEXES for name in table("given_names")[sex].lower().split()
        ),
        bodies=frozenset(table("sources")["organisations"].split()),
        triggers=frozenset(plain),
        signs=frozenset(signs),
    )


def _forms(lemma: str, verbs: Verbs) -> Iterable[str]:
    """The forms of a verb; of one with a particle, those of the verb."""
    verb = lemma.split(maxsplit=1)[0]
    return (verb, *verbs.forms(verb))


def _plural(noun: str) -> str:
    endings = ((f"{noun[:-1]}ies", "y"), (f"{noun[:-2]}ves", "fe"), (f"{noun}s", ""))
    plurals = (form for form, end in endings if noun.endswith(end))
    return next((form for form in plurals if singular(form) == noun), noun)
