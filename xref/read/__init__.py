"""Documents to articles: blocks with zones, sentences, and what the text tells of itself."""

from xref.read.article import read
from xref.read.lexicons import ReadGrammar, grammar
from xref.read.sentences import SentenceGrammar, sentences

__all__ = ["ReadGrammar", "SentenceGrammar", "grammar", "read", "sentences"]
