"""How likely two entries of two articles are of one thing."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xref.link.match.entries import Entry
from xref.link.match.fields import FIELDS
from xref.link.match.rarity import Rarity
from xref.link.match.side import Side
from xref.link.match.weights import PRIOR, Weights
from xref.model.match import Evidence
from xref.model.span import Span

_MENTIONS = 3
"""So many mentions of an entry are tried; the best pair of them speaks for both."""
_BEFORE = 2
_MOST = 40.0
"""Bits beyond which a sum says no more; keeps powers of two finite."""


class Scored(NamedTuple):
    """Two entries, by their places in their lists, the mentions that fit best, and the odds.

    `explained` is the relation that words show between values that differ, with what it weighs;
    the bits hold it.
    """

    i: int
    j: int
    a: Side
    b: Side
    bits: float
    explained: tuple[str, float] | None = None


class Likely(NamedTuple):
    """Two entries with the probability that they are of one thing, rivals counted in."""

    scored: Scored
    probability: float
    rivals: float
    """The bits that the other candidates of either entry take off."""


def score(a: Entry, b: Entry, rarity: Rarity, weights: Weights) -> tuple[Side, Side, float]:
    """The mentions of two entries that fit best, and the bits that speak for one thing."""
    best: tuple[Side, Side, float] | None = None
    others = told(b)
    for mine in told(a):
        for theirs in others:
            bits = weights.prior
            for field, levels in weights.asked:
                level = field(mine, theirs, rarity)
                if level is not None:
                    bits += levels.get(level, 0.0)
            if best is None or bits > best[2]:
                best = mine, theirs, bits
    assert best is not None
    return best


def told(entry: Entry) -> tuple[Side, ...]:
    """What of an entry is compared: its mentions, and what its article gave before them."""
    return (*entry.mentions[:_MENTIONS], *entry.others[:_BEFORE])


def scores(
    mine: Sequence[Entry],
    theirs: Sequence[Entry],
    pairs: Iterable[tuple[int, int]],
    rarity: Rarity,
    weights: Mapping[str, Weights],
) -> Iterator[Scored]:
    """The scores of candidate pairs of two articles' entries, given by their places."""
    for i, j in pairs:
        a, b = mine[i], theirs[j]
        yield Scored(i, j, *score(a, b, rarity, weights[a.side.kind]))


def probabilities(scored: Iterable[Scored]) -> list[Likely]:
    """The probability of each pair, given that an entry answers at most one of the other article.

    The odds of a pair stand against those of saying nothing of the like (1) and against those of
    every pair that would take one of its two entries. So at most one pair of an entry is more
    likely than not: the pairs above one half are an assignment one to one, and a tie is none.
    """
    found = list(scored)
    odds = [2.0 ** max(-_MOST, min(_MOST, one.bits)) for one in found]
    rows: defaultdict[int, float] = defaultdict(float)
    columns: defaultdict[int, float] = defaultdict(float)
    for one, odd in sorted(zip(found, odds, strict=True), key=lambda pair: pair[1]):
        rows[one.i] += odd
        columns[one.j] += odd
    out: list[Likely] = []
    for one, odd in zip(found, odds, strict=True):
        against = 1.0 + (rows[one.i] - odd) + (columns[one.j] - odd)
        out.append(Likely(one, odd / (odd + against), against))
    return out


def evidence(likely: Likely, rarity: Rarity, weights: Weights) -> tuple[Evidence, ...]:
    """What speaks for a pair being of one thing, field by field.

    The prior comes first; what explains that values differ, and rivals, come last. The bits add up
    to the odds of the probability.
    """
    a, b = likely.scored.a, likely.scored.b
    out = [Evidence("prior", PRIOR, weights.prior, None, None)]
    for name, field in FIELDS.items():
        level = field(a, b, rarity)
        if level is not None:
            words = _words(name, a), _words(name, b)
            out.append(Evidence(name, level, weights.of(name, level), *words))
    if likely.scored.explained is not None:
        out.append(Evidence("explained", *likely.scored.explained, a.claim.span, b.claim.span))
    if likely.rivals > 1.0:
        out.append(Evidence("rivals", "others fit", -math.log2(likely.rivals), None, None))
    return tuple(out)


_OF_FIGURE = frozenset({"value", "counted", "measure", "dimension", "family", "mode"})


def _words(name: str, side: Side) -> Span:
    return side.claim.span if name in _OF_FIGURE else side.claim.sentence
