"""A story's articles with what each tells, and the pairs that may be of one thing."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xref.compare import Beside, Policy, Reading, relate
from xref.link.cells import reading_of_entry
from xref.link.current import Standing
from xref.link.match.clusters import Node
from xref.link.match.entries import Entry
from xref.link.match.rarity import Rarity
from xref.link.match.score import Likely, evidence
from xref.link.match.weights import Weights
from xref.model.article import Article
from xref.model.link import Story
from xref.model.match import BANDS, Certainty, Match
from xref.model.relation import Relation

LIKELY = next(least for least, band in BANDS if band is Certainty.LIKELY)
POSSIBLE = next(least for least, band in BANDS if band is Certainty.POSSIBLE)
CANDIDATE = 0.02
"""Below this probability another article's figure is no candidate that a reader would think of."""


Found = Mapping[tuple[str, str], Sequence[Likely]]
Rarities = Mapping[tuple[str, str], Rarity]
Matches = Mapping[tuple[Node, Node], Match]


class Scene(NamedTuple):
    """A story's articles with their entries, and what linking knows of their texts.

    `related` keeps how two readings relate, by the ids of their claims: a pair is asked for its
    words before it is held against each other, and then again. `readings` are those of entries, by
    id.
    """

    story: Story
    articles: Mapping[str, Article]
    entries: Mapping[str, Sequence[Entry]]
    standings: Mapping[str, Standing]
    origins: Mapping[str, str]
    policy: Policy
    beside: Mapping[str, Beside]
    related: dict[tuple[str, str], Relation]
    readings: dict[str, Reading]

    def relate(self, a: Reading, b: Reading) -> Relation:
        """How two readings of the story's articles relate, by its policy."""
        key = min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)
        if key not in self.related:
            self.related[key] = relate(a, b, self.policy)
        return self.related[key]

    def reading(self, entry: Entry) -> Reading:
        """An entry in its context, ready to be related to another."""
        found = self.readings.get(entry.id)
        if found is None:
            article = self.articles[entry.article]
            found = reading_of_entry(article, entry, self.beside[entry.article])
            self.readings[entry.id] = found
        return found


def match_of(
    one: Likely, a: Entry, b: Entry, rarity: Rarity, weights: Mapping[str, Weights]
) -> Match:
    """A pair with the ledger of its evidence; rivals close it."""
    ledger = evidence(one, rarity, weights[a.side.kind])
    return Match(a.id, b.id, one.probability, ledger)
