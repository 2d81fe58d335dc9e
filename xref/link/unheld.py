"""What was not held against each other: what is perhaps of one thing, and what was refused."""

from collections.abc import Mapping, Sequence

from xref.link.match.clusters import Node
from xref.link.match.score import Likely
from xref.link.match.weights import Weights
from xref.link.reasons import refused
from xref.link.scene import CANDIDATE, LIKELY, POSSIBLE, Found, Matches, Rarities, Scene, match_of
from xref.model.link import Coverage, NotCompared, Perhaps, Story

_PLACES = frozenset({"prior", "place", "order", "dimension", "family", "articles", "rivals"})
"""Fields that speak of the articles' build alone: without another nobody would think of a pair."""


def perhaps(scene: Scene, likely: Found, matches: Matches, held: set[Node]) -> list[Perhaps]:
    """The pairs that are perhaps of one thing, of entries that stand beside none."""
    out = []
    for (a, b), mine in likely.items():
        for one in mine:
            i, j = (a, one.scored.i), (b, one.scored.j)
            if POSSIBLE <= one.probability < LIKELY and not (i in held and j in held):
                first, second = scene.entries[a][one.scored.i], scene.entries[b][one.scored.j]
                relation = scene.relate(scene.reading(first), scene.reading(second))
                out.append(Perhaps(scene.story.id, matches[i, j], relation))
    return out


def not_compared(
    scene: Scene,
    likely: Found,
    rarities: Rarities,
    weights: Mapping[str, Weights],
    held: set[Node],
    unsure: Sequence[Perhaps],
) -> list[NotCompared]:
    """The entries that stand beside none though they have a candidate, with the reason."""
    listed = {id_ for each in unsure for id_ in (each.match.a, each.match.b)}
    best: dict[Node, tuple[float, tuple[str, str], Likely]] = {}
    for (a, b), mine in likely.items():
        for one in mine:
            for node in ((a, one.scored.i), (b, one.scored.j)):
                if one.probability > best.get(node, (CANDIDATE, ("", ""), one))[0]:
                    best[node] = (one.probability, (a, b), one)
    out: dict[tuple[str, str], NotCompared] = {}
    for node in sorted(best.keys() - held):
        _, (a, b), one = best[node]
        first, second = scene.entries[a][one.scored.i], scene.entries[b][one.scored.j]
        if {first.id, second.id} & listed:
            continue
        match = match_of(one, first, second, rarities[a, b], weights)
        if not any(e.bits > 0 and e.field not in _PLACES for e in match.evidence):
            continue  # a year and a weekday that share a height of their pages are no candidates
        reason = refused(match, first, second, scene.articles)
        out.setdefault((first.id, second.id), NotCompared((first.id, second.id), reason, match))
    return list(out.values())


def coverage(
    story: Story,
    scene: Scene,
    held: set[Node],
    unsure: Sequence[Perhaps],
    refused_: Sequence[NotCompared],
) -> Coverage:
    """How many entries have a candidate in another article, and what became of them."""
    at = {e.id: (a, place) for a, mine in scene.entries.items() for place, e in enumerate(mine)}
    doubtful = {at[id_] for each in unsure for id_ in (each.match.a, each.match.b)} - held
    apart = {at[id_] for each in refused_ for id_ in each.claims} - held - doubtful
    return Coverage(story.id, len(held | doubtful | apart), len(held), len(doubtful), len(apart))
