"""How likely two claims are of one thing, asked for two that the matcher put apart."""

from collections.abc import Callable, Mapping, Sequence

from xref.link.match.candidates import comparable
from xref.link.match.entries import Entry
from xref.link.match.rarity import Rarity, heard
from xref.link.match.score import Scored, evidence, probabilities, score
from xref.link.match.weights import Weights
from xref.link.slots import Recording
from xref.link.told import told
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.match import Match

Weigh = Callable[[Claim, Claim], "Match | str"]
"""The match of two claims, rivals left out, or why they can be of no one thing."""


def weighing(
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    recording: Recording,
    weights: Mapping[str, Weights],
) -> Weigh:
    """What weighs two figures or dates of two articles, by id of article; entries are kept."""
    known: dict[str, list[Entry]] = {}

    def entries(id_: str) -> list[Entry]:
        if id_ not in known:
            mine = claims[id_]
            known[id_] = told(articles[id_], mine, recording(articles[id_], mine))[0]
        return known[id_]

    def entry(claim: Claim) -> Entry | None:
        for each in entries(claim.article):
            if any(side.claim.id == claim.id for side in (*each.mentions, *each.others)):
                return each
        return None

    def weigh(a: Claim, b: Claim) -> Match | str:
        one, two = entry(a), entry(b)
        if one is None or two is None:
            left = a if one is None else b
            return f"“{left.text}” is not matched: it states no figure of its own"
        if one.side.kind != two.side.kind or not comparable(one, two):
            return "what they count, or in which dimension, can be no one thing"
        rarity = Rarity(*(heard(s for e in entries(c.article) for s in e.mentions) for c in (a, b)))
        mine = weights[one.side.kind]
        (likely,) = probabilities([Scored(0, 0, *score(one, two, rarity, mine))])
        return Match(one.id, two.id, likely.probability, evidence(likely, rarity, mine))

    return weigh
