"""The lexicons of quoting, compiled once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from re import Pattern
from typing import Any

from xref.speech.capitals import name_pattern
from xref.speech.verbs import CueVerb, compile_verbs
from xref.text.fold import fold


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """The closed classes by their names in the lexicon, folded."""

    openers: frozenset[str]
    calendar: frozenset[str]
    complementisers: frozenset[str]
    time_clauses: frozenset[str]
    subordinate: frozenset[str]
    asides: frozenset[str]
    quantifiers: frozenset[str]
    names_too: frozenset[str]
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


@dataclass(frozen=True, slots=True)
class SpeechGrammar:
    """The lexicons of quoting, compiled. All words are folded but names.

    `tags` gives each known word its one-letter class, `plain` that of verbs that report only with a
    particle; `commons` are all nouns that can speak, `triggers` the words without which a sentence
    with no quotation reports nothing, `nameless` those that alone are no name. `memo` holds
    uncapitalised words that were read before.
    """

    tags: Mapping[str, str]
    words: FunctionWords
    verbs: Mapping[str, CueVerb]
    triggers: frozenset[str]
    honorifics: Mapping[str, str | None]
    roles: Mapping[str, str | None]
    modifiers: frozenset[str]
    spokespersons: frozenset[str]
    anonymous: frozenset[str]
    collectives: frozenset[str]
    manned: frozenset[str]
    holders: frozenset[str]
    same_office: Mapping[str, tuple[str, ...]]
    any_office: Mapping[str, tuple[str, ...]]
    parties: Mapping[str, str]
    things: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]
    commons: frozenset[str]
    name_words: frozenset[str]
    place_starts: frozenset[str]
    seats: frozenset[str]
    known: frozenset[str]
    known_low: frozenset[str]
    demonyms: Mapping[str, str]
    given: Mapping[str, str | None]
    mention: frozenset[str]
    entitled: frozenset[str]
    naming: frozenset[str]
    performing: frozenset[str]
    works: frozenset[str]
    elisions: frozenset[str]
    noun_cues: frozenset[str]
    calls: frozenset[str]
    breaks: frozenset[str]
    views: frozenset[str]
    media: frozenset[str]
    plain: Mapping[str, str]
    nameless: frozenset[str]
    names: Pattern[str]
    memo: dict[str, tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def speaks(self, word: str) -> bool:
        """Whether a common noun, singular or plural, can be a speaker."""
        return word in self.commons or word.removesuffix("s") in self.commons


SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""What may follow a name as part of it."""

_UNQUOTED = frozenset(
    ("clause", "addressee", "attempt", "willing", "judgement", "thought", "finding")
)
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


def _words(value: object) -> list[str]:
    return str(value).split()


def _by_gender(table: Mapping[str, Any]) -> dict[str, str | None]:
    genders: dict[str, str | None] = {}
    for key, gender in (("male", "m"), ("female", "f"), ("either", None)):
        for word in _words(table[key]):
            genders[word] = gender if genders.get(word, gender) == gender else None
    return genders


def _dotted(people: Mapping[str, Any]) -> set[str]:
    """The abbreviated titles, with their full stops."""
    groups = [*people["honorifics"].values(), *people["roles"].values()]
    return {w for group in groups for w in _words(group) if w.endswith(".") and w.count(".") == 1}


def _demonyms(countries: Mapping[str, list[str]]) -> dict[str, str]:
    """Country by every name and adjective of it, plurals included."""
    found = {}
    for country, adjectives in countries.items():
        for adjective in (country, *adjectives):
            found[adjective] = country
            found[adjective + "s"] = country
    return found


def _triggers(verbs: Mapping[str, CueVerb]) -> frozenset[str]:
    """The verb forms that report without any quotation, or tell a thought."""
    return frozenset(
        form
        for form, verb in verbs.items()
        if _UNQUOTED & verb.frames.union(*verb.phrasal.values())
    )


def _breaks(
    tags: Mapping[str, str],
    verbs: Mapping[str, CueVerb],
    given: Mapping[str, str | None],
    names_too: str,
) -> frozenset[str]:
    """The words that no name holds, though a headline gives them a capital."""
    found = {word for word, tag in tags.items() if tag in "hxpcsd"}
    found |= {form for form, verb in verbs.items() if verb.form == "s" and not verb.noun}
    return frozenset(found - set(_words(names_too)) - {name.lower() for name in given})


def grammar(table: Callable[[str], dict[str, Any]]) -> SpeechGrammar:
    """Compile the lexicons that `table` hands out."""
    words, people, sources = table("function_words"), table("people"), table("sources")
    marked, verbs = table("marked_words"), compile_verbs(table("cue_verbs"))
    given = _by_gender(table("given_names"))
    roles, anonymous = _by_gender(people["roles"]), frozenset(_words(people["anonymous"]))
    documents, organisations, name_words, known, place_starts = (
        frozenset(_words(sources[key]))
        for key in ("documents", "organisations", "name_words", "known", "place_starts")
    )
    commons = anonymous | documents | organisations | roles.keys()
    tags: dict[str, str] = dict.fromkeys(verbs, "v")
    for name, tag in _TAG_CLASSES.items():
        tags.update((word, tag) for word in _words(words[name]) if tag != "b" or word not in verbs)
    modifiers = frozenset(_words(people["modifiers"]))
    for word in commons | modifiers:
        tags.setdefault(word, "n")
    honorifics, times = _by_gender(people["honorifics"]), {w for w in tags if tags[w] == "T"}
    openers = times.union(_words(words["openers"]))
    nouns = table("cue_nouns")
    noun_cues = frozenset(_words(nouns["nouns"]))
    fields = FunctionWords.__dataclass_fields__
    return SpeechGrammar(
        tags=tags,
        words=FunctionWords(**{name: frozenset(_words(words[name])) for name in fields}),
        verbs=verbs,
        triggers=_triggers(verbs) | noun_cues | {"according"},
        honorifics=honorifics,
        roles=roles,
        modifiers=modifiers,
        spokespersons=frozenset(_words(people["spokespersons"])),
        anonymous=anonymous,
        collectives=frozenset(_words(people["collectives"])),
        manned=frozenset(_words(people["manned"])),
        holders=frozenset(_words(people["holders"])),
        same_office={word: tuple(group) for group in people["same_office"] for word in group},
        any_office={word: tuple(_words(held)) for word, held in people["any_office"].items()},
        parties=people["parties"],
        things=frozenset(_words(sources["things"])),
        documents=documents,
        organisations=organisations,
        commons=commons,
        name_words=name_words,
        place_starts=place_starts,
        seats=frozenset(fold(name) for name in sources["seats"]),
        known=known,
        known_low=frozenset(word.lower() for word in known),
        demonyms=_demonyms(table("demonyms")["countries"]),
        given=given,
        mention=frozenset(_words(marked["mention"])),
        entitled=frozenset(_words(marked["entitled"])),
        naming=frozenset(_words(marked["naming"])),
        performing=frozenset(_words(marked["performing"])),
        works=frozenset(_words(marked["works"])),
        elisions=frozenset(_words(marked["elisions"])),
        noun_cues=noun_cues,
        calls=frozenset(_words(nouns["calls"])),
        breaks=_breaks(tags, verbs, given, f"{words['names_too']} {words['surnames_too']}"),
        views=frozenset(_words(nouns["views"])),
        media=frozenset(_words(nouns["media"])) | documents,
        plain=dict.fromkeys(_words(words["verbs"]), "b"),
        nameless=frozenset(openers.union(roles, honorifics, modifiers, name_words, SUFFIXES)),
        names=name_pattern(_dotted(people)),
    )
