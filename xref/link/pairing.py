"""Which answers to one question bear a relation, and which may not be of one thing."""

from collections.abc import Mapping, Sequence

from xref.compare import Policy, Reading, relate
from xref.link.cells import Answer
from xref.link.doubts import doubt
from xref.model.article import Article
from xref.model.link import NotCompared, Pair
from xref.model.relation import Kind, Relation

_ALL_PAIRS = 24
"""Up to so many cells every pair is related; beyond, each cell is related to the next."""
PLAIN = frozenset({Kind.AGREE, Kind.COMPATIBLE})
EXPLAINED = frozenset({Kind.UPDATE, Kind.CORRECTION, Kind.SCOPE, Kind.ATTRIBUTED})


def pairs(
    answers: Sequence[Answer], articles: Mapping[str, Article], policy: Policy, *, doubted: bool
) -> tuple[list[Pair], list[NotCompared]]:
    """The pairs of answers that bear a relation, and those that were not compared, with reasons."""
    related: list[Pair] = []
    unsure: list[NotCompared] = []
    for k, a in enumerate(answers):
        others = answers[k + 1 :] if len(answers) <= _ALL_PAIRS else answers[k + 1 : k + 2]
        for b in others:
            relation = relate(a.reading, b.reading, policy)
            reason = _apart(a, b, relation, articles, doubted=doubted)
            if reason is None:
                related.append(Pair(a.cell.article, b.cell.article, relation))
            else:
                unsure.append(NotCompared((a.cell.current, b.cell.current), reason))
    return related, unsure


def _apart(
    a: Answer, b: Answer, relation: Relation, articles: Mapping[str, Article], *, doubted: bool
) -> str | None:
    """Why two answers bear no relation, or ``None`` where they do."""
    if relation.kind in PLAIN:
        return None
    for mine, theirs in ((a, b), (b, a)):
        article = articles[mine.cell.article]
        if prints(article, theirs.reading, articles):
            outlet = article.outlet or article.id
            return f"{outlet} prints the sentence with “{theirs.reading.claim.text}” as well"
    if relation.kind in EXPLAINED and relation.firm:
        return None
    by_time = relation.kind is Kind.UPDATE
    return doubt(a, b, articles, in_words=doubted, by_time=by_time)


def prints(article: Article, reading: Reading, articles: Mapping[str, Article]) -> bool:
    """Whether an article prints the very sentence in which another gives its figure."""
    claim = reading.claim
    if claim.article == article.id:
        return False
    sentence = claim.sentence.of(articles[claim.article].part(claim.field)).strip()
    return sentence in article.text or sentence == (article.title or "").strip()
