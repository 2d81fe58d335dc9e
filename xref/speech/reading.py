"""Article → Speech: the one way through the language of quoting."""

from xref.model.article import Article
from xref.speech.grammar import SpeechGrammar
from xref.speech.saying import Speech


def read(article: Article, grammar: SpeechGrammar | None = None) -> Speech:
    """What is said in an article and by whom; `grammar` is the packaged one where none is given."""
    return Speech()
