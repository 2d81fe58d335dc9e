"""Documents to articles: blocks with zones, sentences, and what the text tells of itself."""

from xref.read.article import read
from xref.read.grammar import ReadGrammar, read_grammar
from xref.read.sentences import sentences

__all__ = ["ReadGrammar", "read", "read_grammar", "sentences"]
