"""Verbs and the constructions that they enter, in all their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xref.language.lemmas import Verbs

CONSTRUCTIONS = (
    "clause",
    "addressee",
    "attempt",
    "willing",
    "judgement",
    "naming",
    "topic",
    "manner",
    "thought",
    "finding",
    "disclosure",
)
"""The constructions of the verb lexicon; what each stands for is said there."""


_FORMS = {"v": "b", "z": "s", "g": "g", "e": "d", "f": "d", "k": "n"}


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb.

    `form` is ``d`` past, ``n`` past participle only, ``s`` third person, ``b`` base, ``g``
    participle in -ing; a past that is its participle too is ``d``. `takes` are the constructions
    that the verb enters alone, `phrasal` those that it enters with a particle. `noun` tells a form
    that is as often a noun ("claims", "reports").
    """

    lemma: str
    form: str
    takes: frozenset[str]
    phrasal: Mapping[str, frozenset[str]]
    noun: bool


def compile_verbs(lexicon: Mapping[str, Any], lemmas: Verbs) -> dict[str, Verb]:
    """Every form of every verb of the lexicon; "call-for" is *call* with the particle *for*."""
    takes: dict[str, set[str]] = {}
    for construction in CONSTRUCTIONS:
        for lemma in lexicon[construction].split():
            takes.setdefault(lemma, set()).add(construction)
    nouns, whole = set(lexicon["nouns_too"].split()), set(lexicon["hyphenated"].split())
    never = set(lexicon["nouns_only"].split())
    phrasal: dict[str, dict[str, frozenset[str]]] = {}
    for lemma in [lemma for lemma in takes if "-" in lemma and lemma not in whole]:
        head, _, particle = lemma.partition("-")
        phrasal.setdefault(head, {})[particle] = frozenset(takes.pop(lemma))
    verbs: dict[str, Verb] = {}
    for head in sorted({*takes, *phrasal}):
        own, particles = frozenset(takes.get(head, ())), phrasal.get(head, {})
        for form, kind in lemmas.forms(head).items():
            if form not in never and (form not in verbs or verbs[form].form == "b"):
                verbs[form] = Verb(head, _FORMS[kind], own, particles, form in nouns)
    return verbs
