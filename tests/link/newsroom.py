"""Articles and claims for linking, read by the stages that a run reads with."""

from functools import cache

from xref.extract import Grammars, compile_grammars, extract
from xref.lexicon import table
from xref.link import Named
from xref.link.utterances import utterances
from xref.model.article import Article, Document
from xref.model.claim import Claim
from xref.model.link import NotCompared, Story, Utterance
from xref.read import ReadGrammar, grammar, read


@cache
def _grammars() -> tuple[ReadGrammar, Grammars]:
    return grammar(table), compile_grammars(table, {})


class Desk:
    """The articles of a test with all that a run knows of them before it links."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, tuple[Claim, ...]] = {}
        self.named: dict[str, tuple[Named, ...]] = {}

    def take(self, id_: str, text: str, **record: str) -> "Desk":
        """Read an article; `record` are the fields of an input record."""
        record.setdefault("outlet", id_)
        reading, claims = _grammars()
        article = read(Document(id_, f"{id_}.txt", text, **record), reading)
        assert isinstance(article, Article), article
        found = extract(article, claims)
        self.articles[id_] = article
        self.claims[id_] = found.claims
        self.named[id_] = tuple(Named(id_, p.name, p.aliases, p.titles) for p in found.persons)
        return self

    def utterances(self) -> tuple[tuple[Utterance, ...], tuple[NotCompared, ...]]:
        """The utterances and near misses of all articles as one story."""
        story = Story("story", tuple(sorted(self.articles)), "")
        return utterances(story, self.articles, self.claims)

    def text(self, claim: str) -> str:
        """The words of a claim."""
        return next(c.text for mine in self.claims.values() for c in mine if c.id == claim)
