"""The words that reading rests on, compiled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from xref.lexicon import table
from xref.read.sentences import SentenceGrammar, sentence_grammar

Table = Callable[[str], Mapping[str, Any]]
"""Gives a lexicon by its name."""


@dataclass(frozen=True, slots=True)
class ReadGrammar:
    """All lexicons of reading, compiled."""

    sentences: SentenceGrammar


def grammar(lexicon: Table) -> ReadGrammar:
    """Compile the lexicons that `lexicon` gives by name."""
    return ReadGrammar(sentences=sentence_grammar(lexicon("abbreviations")))


@cache
def packaged() -> ReadGrammar:
    """The grammar of the packaged lexicons."""
    return grammar(table)
