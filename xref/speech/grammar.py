"""The lexicons of quoting, compiled once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from re import Pattern
from typing import Any

from xref.speech.capitals import name_pattern
from xref.text.fold import fold


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One form of a verb that may report.

    `form` is ``d`` past, ``n`` past participle only, ``s`` third person, ``b`` base, ``g`` participle in -ing; a past that is
    its participle too is ``d``. `frames` are the constructions that the verb enters alone, `phrasal` those that it enters
    with a particle. `noun` tells a form that is as often a noun ("claims", "reports").
    """

    lemma: str
    form: str
    frames: frozenset[str]
    phrasal: Mapping[str, frozenset[str]]
    noun: bool


@dataclass(frozen=True, slots=True)
class SpeechGrammar:
    """The lexicons of quoting, compiled. All words are folded but names."""

    tags: Mapping[str, str]
    openers: frozenset[str]
    verbs: Mapping[str, CueVerb]
    triggers: frozenset[str]
    honorifics: Mapping[str, str | None]
    roles: Mapping[str, str | None]
    modifiers: frozenset[str]
    spokespersons: frozenset[str]
    anonymous: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]
    name_words: frozenset[str]
    seats: Mapping[str, str]
    known: frozenset[str]
    demonyms: Mapping[str, str]
    given: Mapping[str, str | None]
    mention: frozenset[str]
    works: frozenset[str]
    elisions: frozenset[str]
    noun_cues: frozenset[str]
    place_starts: frozenset[str]
    commons: frozenset[str]
    names: Pattern[str]


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
_FRAMES = ("clause", "addressee", "attempt", "judgement", "naming", "topic", "manner", "thought", "finding")
_VOWELS = "aeiou"


def _words(value: object) -> list[str]:
    return str(value).split()


def _forms(lemma: str, past: Iterable[str], doubled: bool) -> dict[str, str]:
    """The forms of a verb, each with its kind."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    if doubled:
        stem = lemma + lemma[-1]
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    if lemma.endswith("ie"):
        ing = lemma[:-2] + "ying"
    else:
        ing = stem + "ing"
    if consonant_y:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        regular = lemma + "d" if lemma.endswith("e") else stem + "ed"
    forms = {lemma: "b", third: "s", ing: "g"}
    pasts = list(past) or [regular]
    if len(pasts) > 1:
        forms[pasts[1]] = "n"
    forms[pasts[0]] = "d"
    return forms


def _compile_verbs(lexicon: Mapping[str, Any]) -> dict[str, CueVerb]:
    frames: dict[str, set[str]] = {}
    for frame in _FRAMES:
        for lemma in _words(lexicon[frame]):
            frames.setdefault(lemma, set()).add(frame)
    irregular = lexicon.get("irregular", {})
    doubled = set(_words(lexicon["doubled"]))
    nouns = set(_words(lexicon["nouns_too"]))
    whole = set(_words(lexicon["hyphenated"]))
    phrasal: dict[str, dict[str, frozenset[str]]] = {}
    for lemma in [lemma for lemma in frames if "-" in lemma and lemma not in whole]:
        head, _, particle = lemma.partition("-")
        phrasal.setdefault(head, {})[particle] = frozenset(frames.pop(lemma))
    verbs: dict[str, CueVerb] = {}
    for head in sorted({*frames, *phrasal}):
        own = frozenset(frames.get(head, ()))
        for form, kind in _forms(head, irregular.get(head, ()), head in doubled).items():
            if form not in verbs or verbs[form].form == "b":
                verbs[form] = CueVerb(head, kind, own, phrasal.get(head, {}), form in nouns)
    return verbs


def _by_gender(table: Mapping[str, Any]) -> dict[str, str | None]:
    genders: dict[str, str | None] = {}
    for key, gender in (("male", "m"), ("female", "f"), ("either", None)):
        for word in _words(table[key]):
            genders[word] = None if word in genders else gender
    return genders


def _dotted(people: Mapping[str, Any]) -> set[str]:
    """The abbreviated titles, with their full stops."""
    groups = [*people["honorifics"].values(), *people["roles"].values()]
    return {w for group in groups for w in _words(group) if w.endswith(".") and w.count(".") == 1}


def grammar(table: Callable[[str], dict[str, Any]]) -> SpeechGrammar:
    """Compile the lexicons that `table` hands out."""
    words, people, sources = table("function_words"), table("people"), table("sources")
    marked, countries = table("marked_words"), table("demonyms")["countries"]
    verbs = _compile_verbs(table("cue_verbs"))
    tags: dict[str, str] = dict.fromkeys(verbs, "v")
    for name, tag in _TAG_CLASSES.items():
        for word in _words(words[name]):
            if tag != "b" or word not in verbs:
                tags[word] = tag
    for group in (people["roles"].values(), [people["modifiers"], people["anonymous"]], [sources["documents"], sources["organisations"]]):
        for word in _words(" ".join(group)):
            tags.setdefault(word, "n")
    demonyms = {}
    for country, adjectives in countries.items():
        for adjective in (country, *adjectives):
            demonyms[adjective] = country
            demonyms[adjective + "s"] = country
    noun_cues = frozenset(_words(table("cue_nouns")["nouns"]))
    honorifics = _by_gender(people["honorifics"])
    roles, anonymous = _by_gender(people["roles"]), frozenset(_words(people["anonymous"]))
    documents, organisations = (frozenset(_words(sources[k])) for k in ("documents", "organisations"))
    return SpeechGrammar(
        tags=tags,
        openers=frozenset(_words(words["openers"])),
        verbs=verbs,
        triggers=frozenset(verbs) | noun_cues | {"according"},
        honorifics=honorifics,
        roles=roles,
        modifiers=frozenset(_words(people["modifiers"])),
        spokespersons=frozenset(_words(people["spokespersons"])),
        anonymous=anonymous,
        documents=documents,
        organisations=organisations,
        commons=anonymous | documents | organisations | roles.keys(),
        name_words=frozenset(_words(sources["name_words"])),
        seats={fold(name): place for name, place in sources["seats"].items()},
        known=frozenset(_words(sources["known"])),
        demonyms=demonyms,
        given=_by_gender(table("given_names")),
        mention=frozenset(_words(marked["mention"])),
        works=frozenset(_words(marked["works"])),
        elisions=frozenset(_words(marked["elisions"])),
        noun_cues=noun_cues,
        place_starts=frozenset(_words(sources["place_starts"])),
        names=name_pattern(_dotted(people)),
    )
