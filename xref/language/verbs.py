"""Verbs and the constructions that they enter, in all their forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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
)
"""The constructions of the verb lexicon; what each stands for is said there."""

_VOWELS = "aeiou"


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


def conjugated(lemma: str, past: Iterable[str] = (), doubled: bool = False) -> dict[str, str]:
    """The forms of an English verb, each with its kind.

    `past` holds an irregular past and participle; `doubled` verbs double their last consonant.

    >>> conjugated("deny")
    {'deny': 'b', 'denies': 's', 'denying': 'g', 'denied': 'd'}
    """
    mute_e = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    stem = lemma + lemma[-1] if doubled else lemma[:-1] if mute_e else lemma
    to_i = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    if to_i:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        regular = lemma + "d" if lemma.endswith("e") else stem + "ed"
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing"
    forms = {lemma: "b", third: "s", ing: "g"}
    pasts = list(past) or [regular]
    if len(pasts) > 1:
        forms[pasts[1]] = "n"
    forms[pasts[0]] = "d"
    return forms


def compile_verbs(lexicon: Mapping[str, Any]) -> dict[str, Verb]:
    """Every form of every verb of the lexicon; "call-for" is *call* with the particle *for*."""
    takes: dict[str, set[str]] = {}
    for construction in CONSTRUCTIONS:
        for lemma in lexicon[construction].split():
            takes.setdefault(lemma, set()).add(construction)
    irregular, doubled = lexicon["irregular"], set(lexicon["doubled"].split())
    nouns, whole = set(lexicon["nouns_too"].split()), set(lexicon["hyphenated"].split())
    never = set(lexicon["nouns_only"].split())
    phrasal: dict[str, dict[str, frozenset[str]]] = {}
    for lemma in [lemma for lemma in takes if "-" in lemma and lemma not in whole]:
        head, _, particle = lemma.partition("-")
        phrasal.setdefault(head, {})[particle] = frozenset(takes.pop(lemma))
    verbs: dict[str, Verb] = {}
    for head in sorted({*takes, *phrasal}):
        own, particles = frozenset(takes.get(head, ())), phrasal.get(head, {})
        for form, kind in conjugated(head, irregular.get(head, ()), head in doubled).items():
            if form not in never and (form not in verbs or verbs[form].form == "b"):
                verbs[form] = Verb(head, kind, own, particles, form in nouns)
    return verbs
