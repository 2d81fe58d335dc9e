"""How telling the words are that two articles share."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from xref.link.match.side import Side
from xref.model.article import Field
from xref.model.record import Record
from xref.model.span import Span

_SPREAD = 3.0
_LEAST = 0.1
_FEW = 3
"""A word that stands in every sentence of both articles keeps this share of its bits; one that
stands in two to the power of `_SPREAD` times fewer keeps them all."""


class Weighed(NamedTuple):
    """Words with the bits that each keeps between two articles, and the sum of all."""

    bits: Mapping[str, float]
    all: float


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
        self._kept: dict[Hashable, Weighed] = {}
        self._told: dict[tuple[Field, Span, Field, Span], tuple[float, float]] = {}

    def spread(self, word: str) -> float:
        """The part of its bits that a word keeps between the two articles."""
        known = self._weight.get(word)
        if known is None:
            count = self._heard[0].get(word, 0) + self._heard[1].get(word, 0) + 0.5
            spread = _LEAST + math.log2(self._sentences / count) / _SPREAD
            known = self._weight[word] = min(1.0, max(_LEAST, spread))
        return known

    def near(self, a: Side, b: Side) -> float:
        """The share of the words right around two figures; what they count is asked by itself."""
        mine, theirs = a.record, b.record
        if mine.near.keys().isdisjoint(theirs.near):
            return 0.0
        return _share(self._near(mine, theirs.counted), self._near(theirs, mine.counted))

    def _near(self, record: Record, counted: str | None) -> Weighed:
        """The words around a figure but for what it and another count."""
        without = record.counted, counted if counted in record.near else None
        return self._weighed((record.claim, without), record.near, without)

    def sentences(self, a: Side, b: Side) -> tuple[float, float]:
        """The share of two sentences, and of each with the one before it; kept by sentence."""
        one, two = a.claim, b.claim
        key = one.field, one.sentence, two.field, two.sentence
        known = self._told.get(key)
        if known is None:
            shared = self._shared(a, b, "context")
            # The context holds the sentence.
            known = self._told[key] = (self._shared(a, b, "sentence") if shared else 0.0, shared)
        return known

    def _shared(self, a: Side, b: Side, part: Literal["sentence", "context"]) -> float:
        mine: Mapping[str, float] = getattr(a.record, part)
        theirs: Mapping[str, float] = getattr(b.record, part)
        if mine.keys().isdisjoint(theirs):
            return 0.0
        one, two = (
            self._weighed((part, s.claim.article, s.claim.field, s.claim.sentence), words)
            for s, words in ((a, mine), (b, theirs))
        )
        return _share(one, two)

    def _weighed(
        self, key: Hashable, words: Mapping[str, float], without: Sequence[str | None] = ()
    ) -> Weighed:
        """The bits that words keep between the two articles; each key names words of its own."""
        known = self._kept.get(key)
        if known is None:
            kept = {w: self.spread(w) * bits for w, bits in words.items() if w not in without}
            # Exact sums: the order of the words changes nothing.
            known = self._kept[key] = Weighed(kept, math.fsum(kept.values()))
        return known


def _share(a: Weighed, b: Weighed) -> float:
    """The weight of the words that both hold as a share of the weight of all (a cosine)."""
    mine, theirs = a.bits, b.bits
    both = mine.keys() & theirs.keys()
    if not both or not a.all or not b.all:
        return 0.0
    return math.fsum([min(mine[w], theirs[w]) for w in both]) / math.sqrt(a.all * b.all)
