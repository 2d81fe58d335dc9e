"""Articles made of a short text, and what is said in them, as plain values that a corpus file can state."""

from dataclasses import dataclass

from xref import speech
from xref.model.article import Article, Document, Field
from xref.model.claim import Attribution, QuotationType
from xref.model.span import Span
from xref.read.article import read as read_article
from xref.speech import Saying, Speech


@dataclass(frozen=True)
class Told:
    """A passage as read."""

    article: Article
    speech: Speech

    def words(self, saying: Saying) -> list[str]:
        text = self.article.part(saying.field)
        return [span.of(text) for span in saying.segments]

    def content(self, saying: Saying) -> str:
        text = self.article.part(saying.field)
        return " … ".join(span.of(text).strip(" .,") for span in saying.content)

    def of_type(self, *types: QuotationType, field: Field = "text") -> list[Saying]:
        return [s for s in self.speech.sayings if s.type in types and s.field == field]

    def behind(self, words: str) -> Attribution:
        at = self.article.text.index(words)
        return self.speech.attribution_at("text", Span(at, at + len(words)))


def told(text: str, title: str | None = None, author: str | None = None) -> Told:
    """Read a passage."""
    document = Document(id="p", path="p.txt", text=text, title=title, author=author, language="en")
    article = read_article(document)
    assert isinstance(article, Article), article
    return Told(article, speech.read(article))
