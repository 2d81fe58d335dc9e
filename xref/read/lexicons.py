"""The words that reading rests on, compiled."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from xref.lexicon import table
from xref.read.credits import CreditGrammar, credit_grammar
from xref.read.language import LanguageGrammar, language_grammar
from xref.read.phrases import Phrases, compile_phrases
from xref.read.sentences import SentenceGrammar, sentence_grammar
from xref.text.days import MONTHS, WEEKDAYS

_CAPITAL = r"[^\W\d_a-z][\w.’'-]*"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:de|van|von|der|bin|al)\s)?{_CAPITAL}){{1,3}}"
_WORD = r"[^\W\d_a-z](?:[\w’'-]|\.(?=\w))*"
_TITLE = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:of\s|and\s|&\s)?{_WORD}){{0,4}}"

Table = Callable[[str], Mapping[str, Any]]
"""Gives a lexicon by its name."""


@dataclass(frozen=True, slots=True)
class ReadGrammar:
    """All lexicons of reading, compiled.

    `authors` begins a sentence on an author, `byline` a byline and `name` is a person's name, with
    the names in the group ``who``; `outlets` tells an author's ``outlet``, `signed` is what ends a
    byline and names its ``outlet``; `companies` are the forms at the end of a firm's name.
    `common` are words that no name is made of.
    """

    sentences: SentenceGrammar
    phrases: Phrases
    credits: CreditGrammar
    authors: re.Pattern[str]
    byline: re.Pattern[str]
    name: re.Pattern[str]
    outlets: re.Pattern[str]
    signed: re.Pattern[str]
    companies: re.Pattern[str]
    languages: LanguageGrammar
    common: frozenset[str]


def grammar(lexicon: Table) -> ReadGrammar:
    """Compile the lexicons that `lexicon` gives by name."""
    furniture = {
        kind: phrases for kind, phrases in lexicon("furniture").items() if kind != "examples"
    }
    words = lexicon("credits")
    roles, covers = _any(words["roles"]), _any(words["covers"])
    names = rf"{_NAME}(?:(?:,\s|,?\sand\s|\s&\s){_NAME}){{0,4}}"
    return ReadGrammar(
        sentences=sentence_grammar(lexicon("abbreviations")),
        phrases=compile_phrases(furniture),
        credits=credit_grammar(words),
        authors=re.compile(
            rf"(?P<who>{names})(?:,\s[^.]{{1,80}},)?\s"
            rf"(?:(?:is|are|was|has been)\s[^.“\"]{{0,120}}?\b(?:{roles})s?\b|(?:{covers})\b)"
        ),
        byline=re.compile(rf"(?:{_any(words['bylines'])})\s+(?P<who>{names})"),
        name=re.compile(rf"(?P<who>{_NAME})"),
        outlets=re.compile(
            rf"(?:is|are)\s[^.“\"]{{0,120}}?\b(?:{roles})s?\s(?:at|for|with)\s(?P<outlet>{_TITLE})"
        ),
        signed=re.compile(
            rf",\s(?P<outlet>(?=[^,\n]*\b(?i:{_any(words['outlets'])})\b){_TITLE}"
            rf"|The\s{_WORD}(?:\s(?:of\s|and\s|&\s)?{_WORD}){{1,4}}|{_WORD}\s&\s{_WORD})\W*\Z"
        ),
        companies=re.compile(rf"(?:,?\s(?:{_any(words['companies'])}))+\Z"),
        languages=language_grammar(lexicon("language")),
        common=_common(lexicon),
    )


def _common(lexicon: Table) -> frozenset[str]:
    """Frequent words without names and days, and the words of grammar, numbers and plain verbs."""
    numbers, verbs = lexicon("numbers"), lexicon("irregular_verbs")["verbs"]
    frequent = set(_words(lexicon("frequencies")["bits"]))
    names = {name.lower() for name in _words(lexicon("given_names"))}
    known = {*_words(lexicon("function_words")), *_words(verbs), *verbs}
    known |= {*numbers["cardinals"], *numbers["tens"], *numbers["scales"]}
    return frozenset((frequent - names) | known) - {*WEEKDAYS, *MONTHS}


def _words(held: Mapping[str, Any]) -> Iterable[str]:
    """The words of the entries that are lists in a line."""
    return (word for words in held.values() if isinstance(words, str) for word in words.split())


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def packaged() -> ReadGrammar:
    """The grammar of the packaged lexicons."""
    return grammar(table)
