"""How telling the words are that two articles share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xref.link.match.side import Side
from xref.model.article import Field
from xref.model.span import Span

_SPREAD = 3.0
_LEAST = 0.1
_FEW = 3
"""A word that stands in every sentence of both articles keeps this share of its bits; one that
stands in two to the power of `_SPREAD` times fewer keeps them all."""


class Heard(NamedTuple):
    """An article's sentences with figures or dates: how many there are, in how many a word stands.

    `names` are the names in them.
    """

    words: Mapping[str, int]
    sentences: int
    names: frozenset[str]


def heard(sides: Iterable[Side]) -> Heard:
    """What the sentences of an article's figures and dates hold."""
    listed = list(sides)
    told = {(s.claim.field, s.claim.sentence): s.record.sentence for s in listed}
    count: Counter[str] = Counter()
    for words in told.values():
        count.update(words)
    names = frozenset(name for s in listed for name in s.record.names)
    return Heard(count, len(told), names)


class Rarity:
    """How many bits a word tells between two articles: by how rare it is in news, and in them.

    A word that every sentence of both repeats (the name of the town) tells no sentence from
    another. Nothing but the two articles counts, so that a third changes nothing between them.

    `acquainted`: they name somebody or some place in common, or one names too few to tell.
    """

    def __init__(self, a: Heard, b: Heard) -> None:
        self._heard = a.words, b.words
        self.acquainted = min(len(a.names), len(b.names)) < _FEW or not a.names.isdisjoint(b.names)
        self._sentences = a.sentences + b.sentences + 2
        self._weight: dict[str, float] = {}
        self._told: dict[tuple[Field, Span, Field, Span], tuple[float, float]] = {}

    def spread(self, word: str) -> float:
        """The part of its bits that a word keeps between the two articles."""
        known = self._weight.get(word)
        if known is None:
            count = self._heard[0].get(word, 0) + self._heard[1].get(word, 0) + 0.5
            spread = _LEAST + math.log2(self._sentences / count) / _SPREAD
            known = self._weight[word] = min(1.0, max(_LEAST, spread))
        return known

    def share(self, a: Mapping[str, float], b: Mapping[str, float]) -> float:
        """The weight of the words that both hold as a share of the weight of all (a cosine)."""
        both = a.keys() & b.keys()
        if not both:
            return 0.0
        # Exact sums: the order of a set changes nothing.
        shared = math.fsum(self.spread(w) * min(a[w], b[w]) for w in both)
        one, two = (math.fsum(self.spread(w) * bits for w, bits in x.items()) for x in (a, b))
        return shared / math.sqrt(one * two) if one and two else 0.0

    def sentences(self, a: Side, b: Side) -> tuple[float, float]:
        """The share of two sentences, and of each with the one before it; kept by sentence."""
        key = a.claim.field, a.claim.sentence, b.claim.field, b.claim.sentence
        known = self._told.get(key)
        if known is None:
            mine, theirs = a.record, b.record
            known = (
                self.share(mine.sentence, theirs.sentence),
                self.share(mine.context, theirs.context),
            )
            self._told[key] = known
        return known
