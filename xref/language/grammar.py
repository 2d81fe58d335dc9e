"""The lexicons that English is read with, compiled once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from xref.language.lemmas import compile_lemmas
from xref.language.verbs import Verb, compile_verbs


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """The closed classes by their names in the lexicon, folded."""

    openers: frozenset[str]
    complementisers: frozenset[str]
    time_clauses: frozenset[str]
    subordinate: frozenset[str]
    asides: frozenset[str]
    quantifiers: frozenset[str]
    numerals: frozenset[str]
    passive_auxiliaries: frozenset[str]
    modals: frozenset[str]
    owners: frozenset[str]
    speaking_pronouns: frozenset[str]
    plural_people: frozenset[str]
    before_participles: frozenset[str]
    no_report_to: frozenset[str]
    post_modifiers: frozenset[str]
    after_verb: frozenset[str]
    adjuncts: frozenset[str]
    telling: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The compiled lexicons; all words are folded.

    `tags` gives each known word its one-letter class, `plain` that of verbs that take a clause only
    with a particle. `verbs` holds the verbs that take clauses or quoted words, by form. `commons`
    are the nouns that can act and speak, `documents` and `organisations` among them; `roles` stand
    before names, each with the gender that it tells; `modifiers` stand before roles.
    """

    tags: Mapping[str, str]
    plain: Mapping[str, str]
    words: FunctionWords
    verbs: Mapping[str, Verb]
    roles: Mapping[str, str | None]
    modifiers: frozenset[str]
    commons: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]

    def speaks(self, word: str) -> bool:
        """Whether a common noun, singular or plural, can be a speaker."""
        return word in self.commons or word.removesuffix("s") in self.commons


_TAG_CLASSES = {
    "determiners": "d",
    "pronouns": "h",
    "objects": "o",
    "prepositions": "p",
    "to": "t",
    "conjunctions": "c",
    "subordinators": "s",
    "auxiliaries": "x",
    "adverbs": "r",
    "time": "T",
    "verbs": "b",
}


def by_gender(table: Mapping[str, Any]) -> dict[str, str | None]:
    """Words with the gender they tell: the lists ``male``, ``female`` and ``either`` of a table."""
    genders: dict[str, str | None] = {}
    for key, gender in (("male", "m"), ("female", "f"), ("either", None)):
        for word in table[key].split():
            genders[word] = gender if genders.get(word, gender) == gender else None
    return genders


def grammar(table: Callable[[str], dict[str, Any]]) -> Grammar:
    """Compile the lexicons that `table` hands out."""
    words, people, sources = table("function_words"), table("people"), table("sources")
    verbs = compile_verbs(table("cue_verbs"), compile_lemmas(table("verbs")))
    roles = by_gender(people["roles"])
    documents, organisations = (
        frozenset(sources[key].split()) for key in ("documents", "organisations")
    )
    commons = frozenset(people["anonymous"].split()) | documents | organisations | roles.keys()
    modifiers = frozenset(people["modifiers"].split())
    tags: dict[str, str] = dict.fromkeys(verbs, "v")
    for name, tag in _TAG_CLASSES.items():
        tags.update((word, tag) for word in words[name].split() if tag != "b" or word not in verbs)
    for word in commons | modifiers:
        tags.setdefault(word, "n")
    closed = FunctionWords.__dataclass_fields__
    return Grammar(
        tags=tags,
        plain=dict.fromkeys(words["verbs"].split(), "b"),
        words=FunctionWords(**{name: frozenset(words[name].split()) for name in closed}),
        verbs=verbs,
        roles=roles,
        modifiers=modifiers,
        commons=commons,
        documents=documents,
        organisations=organisations,
    )
