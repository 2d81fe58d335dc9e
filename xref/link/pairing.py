"""Which answers to one question bear a relation, and which may not be of one thing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xref.compare import Policy, Reading, relate
from xref.link.anchors import anchors
from xref.link.bonds import FAR
from xref.link.cells import Answer
from xref.link.questions import POWERS, slipped
from xref.model.article import Article
from xref.model.claim import Quantity
from xref.model.link import NotCompared, Pair
from xref.model.relation import Kind, Relation

_ALL_PAIRS = 24
"""Up to so many cells every pair is related; beyond, each cell is related to the next."""
_SURE = 7.0
_LEAST = 2.0
"""How much must speak for two figures before they can contradict each other, together and each."""
_ALIKE = 5
"""So many content words in common, a name among them, make up for what speaks for the figures."""
_MUCH_ALIKE = 7
_LED = 5.0
"""What speaks for a figure that the lead of its article gives."""
_FAR_APART = 20
"""Figures further apart than this factor are not of one thing, unless a digit slipped."""
_DEFINITE = ("the ", "these ", "those ", "both ")
PLAIN = frozenset({Kind.AGREE, Kind.COMPATIBLE})
EXPLAINED = frozenset({Kind.UPDATE, Kind.CORRECTION, Kind.SCOPE, Kind.ATTRIBUTED})

_UNSURE = "too little says that both figures are of one thing"
_LATER = "one article came so much later that it gives no latest count"


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
    if _follow_up(a, b):
        return _LATER
    return None if _sure(a, b, articles, doubted) else _UNSURE


def prints(article: Article, reading: Reading, articles: Mapping[str, Article]) -> bool:
    """Whether an article prints the very sentence in which another gives its figure."""
    claim = reading.claim
    if claim.article == article.id:
        return False
    sentence = claim.sentence.of(articles[claim.article].part(claim.field)).strip()
    return sentence in article.text or sentence == (article.title or "").strip()


def _sure(a: Answer, b: Answer, articles: Mapping[str, Article], doubted: bool) -> bool:
    """Whether two figures can contradict each other: no doubt that both are of one thing."""
    if not _comparable(a, b) or min(a.weight, b.weight) < _LEAST:
        return False
    if _nominal(a) in b.also or _nominal(b) in a.also:
        return False
    if _mentions_some(a, articles) or _mentions_some(b, articles):
        return False
    if a.weight + b.weight >= _SURE and not doubted:
        return True
    mine, theirs = (anchors(x.reading.claim, articles[x.cell.article]) for x in (a, b))
    alike = len(mine.sentence & theirs.sentence)
    needed = _MUCH_ALIKE if doubted and not slipped(_nominal(a), _nominal(b)) else _ALIKE
    return alike >= needed and bool(mine.all_names & theirs.all_names)


def _mentions_some(answer: Answer, articles: Mapping[str, Article]) -> bool:
    """Whether a figure far down speaks of some that were told before ("the two men", "two of")."""
    claim = answer.reading.claim
    if answer.weight >= _LED:
        return False
    text = articles[answer.cell.article].part(claim.field)
    before = text[claim.sentence.start : claim.span.start].lower()
    return before.endswith(_DEFINITE) or text.startswith(" of ", claim.span.end)


def _follow_up(a: Answer, b: Answer) -> bool:
    """Whether one of two articles came so much later that it gives no latest count."""
    one, other = a.reading.published, b.reading.published
    if one is None or other is None:
        return False
    return max(one[0] - other[1], other[0] - one[1]).days >= FAR


def _nominal(answer: Answer) -> Decimal | None:
    value = answer.reading.claim.value
    return value.amount.nominal if isinstance(value, Quantity) else None


def _comparable(a: Answer, b: Answer) -> bool:
    """Whether two figures lie near enough to be of one thing; a slip by ten or a hundred is."""
    lows = sorted(x for x in (a.cell.low or a.cell.high, b.cell.low or b.cell.high) if x)
    if len(lows) < 2 or lows[1] <= _FAR_APART * lows[0]:
        return True
    return lows[1] / lows[0] in POWERS
