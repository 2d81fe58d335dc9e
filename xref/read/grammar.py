"""The words that reading rests on, compiled once."""

from dataclasses import dataclass
from functools import cache

from xref.read.sentences import SentenceGrammar, sentence_grammar


@dataclass(frozen=True, slots=True)
class ReadGrammar:
    """All lexicons of reading."""

    sentences: SentenceGrammar


@cache
def read_grammar() -> ReadGrammar:
    """The packaged lexicons."""
    return ReadGrammar(sentences=sentence_grammar())
