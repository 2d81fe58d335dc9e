"""The pairs of entries of a story that may be of one thing, each with its probability."""

from collections.abc import Mapping, Sequence
from itertools import permutations

from xref.link.match.candidates import candidates
from xref.link.match.clusters import Node
from xref.link.match.entries import Entry
from xref.link.match.rarity import Rarity, heard
from xref.link.match.score import Likely, Scored, evidence, probabilities, scores
from xref.link.match.weights import Weights
from xref.model.match import BANDS, Certainty, Match

POSSIBLE = next(least for least, band in BANDS if band is Certainty.POSSIBLE)
"""The probability from which a pair may be of one thing."""

Found = Mapping[tuple[str, str], Sequence[Likely]]
Rarities = Mapping[tuple[str, str], Rarity]
Matches = Mapping[tuple[Node, Node], Match]


def likely_pairs(
    found: Mapping[str, Sequence[Entry]], weights: Mapping[str, Weights]
) -> tuple[dict[tuple[str, str], list[Likely]], dict[tuple[str, str], Rarity]]:
    """The probabilities of all pairs worth comparing, by article."""
    words = {id_: heard(s for e in mine for s in e.mentions) for id_, mine in found.items()}
    out: dict[tuple[str, str], list[Likely]] = {}
    rarities: dict[tuple[str, str], Rarity] = {}
    for (a, b), pairs in sorted(candidates(found).items()):
        rarity = rarities[a, b] = Rarity(words[a], words[b])
        each = list(scores(found[a], found[b], sorted(pairs), rarity, weights))
        lesser = _lesser(each, found[a], found[b])
        out[a, b] = probabilities(one for k, one in enumerate(each) if k not in lesser)
        out[a, b] += [Likely(each[k], 0.0, 1.0) for k in sorted(lesser)]
    return out, rarities


def _lesser(each: Sequence[Scored], mine: Sequence[Entry], theirs: Sequence[Entry]) -> set[int]:
    """The pairs, by place, that set one article's one figure of its event beside a lesser one.

    Where both articles give their one figure of a measure, these answer each other, and no part
    of either does; a whole that fits better than they do stands against them.
    """
    best: dict[str | None, float] = {}
    for one in each:
        a, b = mine[one.i].side, theirs[one.j].side
        if a.own and b.own and a.measure == b.measure and not (a.elsewhere or b.elsewhere):
            best[a.measure] = max(best.get(a.measure, one.bits), one.bits)
    out = set()
    for place, one in enumerate(each):
        for side, other in permutations((mine[one.i].side, theirs[one.j].side)):
            if side.own and not other.own and side.measure in best:
                partly = other.part or other.elsewhere or other.measure != side.measure
                if partly or one.bits <= best[side.measure]:
                    out.add(place)
    return out


def matches_of(
    found: Mapping[str, Sequence[Entry]],
    likely: Found,
    rarities: Rarities,
    weights: Mapping[str, Weights],
) -> dict[tuple[Node, Node], Match]:
    """The pairs that may be of one thing, each with what speaks for it."""
    out: dict[tuple[Node, Node], Match] = {}
    for (a, b), mine in likely.items():
        for one in mine:
            if one.probability >= POSSIBLE:
                i, j = found[a][one.scored.i], found[b][one.scored.j]
                match = match_of(one, i, j, rarities[a, b], weights)
                out[(a, one.scored.i), (b, one.scored.j)] = match
    return out


def match_of(
    one: Likely, a: Entry, b: Entry, rarity: Rarity, weights: Mapping[str, Weights]
) -> Match:
    """A pair with the ledger of its evidence; rivals close it."""
    ledger = evidence(one, rarity, weights[a.side.kind])
    return Match(a.id, b.id, one.probability, ledger)
