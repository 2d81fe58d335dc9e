"""The lexicons of quoting, compiled once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from re import Pattern
from typing import Any

from xref import language
from xref.language.capitals import name_pattern
from xref.language.grammar import Grammar, by_gender
from xref.language.verbs import Verb
from xref.language.word_classes import WordClasses
from xref.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechGrammar(Grammar):
    """The lexicons of quoting, compiled, and those of the language beneath. All folded but names.

    `triggers` are the words without which a sentence with no quotation reports nothing, `nameless`
    those that alone are no name.
    """

    classes: WordClasses
    triggers: frozenset[str]
    honorifics: Mapping[str, str | None]
    spokespersons: frozenset[str]
    anonymous: frozenset[str]
    collectives: frozenset[str]
    manned: frozenset[str]
    holders: frozenset[str]
    same_office: Mapping[str, tuple[str, ...]]
    any_office: Mapping[str, tuple[str, ...]]
    parties: Mapping[str, str]
    things: frozenset[str]
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
    outcries: frozenset[str]
    breaks: frozenset[str]
    views: frozenset[str]
    media: frozenset[str]
    nameless: frozenset[str]
    names: Pattern[str]


SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""What may follow a name as part of it."""

_UNQUOTED = frozenset(
    ("clause", "addressee", "attempt", "willing", "judgement", "thought", "finding", "naming")
)


def _dotted(people: Mapping[str, Any]) -> set[str]:
    """The abbreviated titles, with their full stops."""
    groups = [*people["honorifics"].values(), *people["roles"].values()]
    return {w for group in groups for w in group.split() if w.endswith(".") and w.count(".") == 1}


def _demonyms(countries: Mapping[str, list[str]]) -> dict[str, str]:
    """Country by every name and adjective of it, plurals included."""
    found = {}
    for country, adjectives in countries.items():
        for adjective in (country, *adjectives):
            found[adjective] = country
            found[adjective + "s"] = country
    return found


def _triggers(verbs: Mapping[str, Verb]) -> frozenset[str]:
    """The verb forms that report without any quotation, or tell a thought."""
    return frozenset(
        form for form, verb in verbs.items() if _UNQUOTED & verb.takes.union(*verb.phrasal.values())
    )


def _breaks(
    tags: Mapping[str, str],
    verbs: Mapping[str, Verb],
    given: Mapping[str, str | None],
    names_too: str,
) -> frozenset[str]:
    """The words that no name holds, though a headline gives them a capital."""
    found = {word for word, tag in tags.items() if tag in "hxpcsd"}
    found |= {form for form, verb in verbs.items() if verb.form == "s" and not verb.noun}
    return frozenset(found - set(names_too.split()) - {name.lower() for name in given})


def grammar(table: Callable[[str], dict[str, Any]]) -> SpeechGrammar:
    """Compile the lexicons that `table` hands out."""
    base = language.grammar(table)
    words, people, sources = table("function_words"), table("people"), table("sources")
    marked, nouns = table("marked_words"), table("cue_nouns")
    given = by_gender(table("given_names"))
    name_words, known, place_starts = (
        frozenset(sources[key].split()) for key in ("name_words", "known", "place_starts")
    )
    times = {w for w, tag in base.tags.items() if tag == "T"}
    openers = times | base.words.openers
    honorifics = by_gender(people["honorifics"])
    noun_cues = frozenset(nouns["nouns"].split())
    return SpeechGrammar(
        **{field.name: getattr(base, field.name) for field in fields(base)},
        classes=language.compile_word_classes(table),
        triggers=_triggers(base.verbs) | noun_cues | {"according"},
        honorifics=honorifics,
        spokespersons=frozenset(people["spokespersons"].split()),
        anonymous=frozenset(people["anonymous"].split()),
        collectives=frozenset(people["collectives"].split()),
        manned=frozenset(people["manned"].split()),
        holders=frozenset(people["holders"].split()),
        same_office={word: tuple(group) for group in people["same_office"] for word in group},
        any_office={word: tuple(held.split()) for word, held in people["any_office"].items()},
        parties=people["parties"],
        things=frozenset(sources["things"].split()),
        name_words=name_words,
        place_starts=place_starts,
        seats=frozenset(fold(name) for name in sources["seats"]),
        known=known,
        known_low=frozenset(word.lower() for word in known),
        demonyms=_demonyms(table("demonyms")["countries"]),
        given=given,
        mention=frozenset(marked["mention"].split()),
        entitled=frozenset(marked["entitled"].split()),
        naming=frozenset(marked["naming"].split()),
        performing=frozenset(marked["performing"].split()),
        works=frozenset(marked["works"].split()),
        elisions=frozenset(marked["elisions"].split()),
        noun_cues=noun_cues,
        calls=frozenset(nouns["calls"].split()),
        outcries=frozenset(nouns["outcries"].split()),
        breaks=_breaks(
            base.tags, base.verbs, given, f"{words['names_too']} {words['surnames_too']}"
        ),
        views=frozenset(nouns["views"].split()),
        media=frozenset(nouns["media"].split()) | base.documents,
        nameless=frozenset(
            openers.union(base.roles, honorifics, base.modifiers, name_words, SUFFIXES)
        ),
        names=name_pattern(_dotted(people)),
    )
