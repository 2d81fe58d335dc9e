"""Which articles cover one story.

The record's `story` decides. Else articles that share rare names, figures, quoted words and time
(`bonds`) grow together, the closest first; two groups only become one when their articles are bound
all over, not by one article that names much.

Articles are sorted a batch at a time, and what a mark weighs is counted among the stories found so
far, each once, and the articles of the batch. So one event is one story whether three articles tell
it or three thousand, and what stands under articles of many stories joins none of them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from xref.link.bonds import NEAR, Bond, Scale
from xref.link.clusters import Clusters
from xref.link.footers import footers
from xref.link.marks import Marks, listed, marks
from xref.link.outside import NOWHERE, Outside
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Story

_BATCH = 60
_MORE = 3
"""Articles that are sorted at once, or so many for each story found before, if they are more."""
_ROUNDS = 5
"""How often the stories that were found are compared with each other, at most."""
_ALIKE = 2
"""Shared names, no countries, from which on a reader wonders why an article stayed out."""


class Sorted(NamedTuple):
    """The stories of a run, and notes by article on what stayed out of a story it resembles."""

    stories: tuple[Story, ...]
    apart: Mapping[str, NotCompared]


def stories(
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    outside: Outside = NOWHERE,
) -> Sorted:
    """Sort articles into stories; every article is in exactly one.

    Args:
        articles: by id.
        claims: the claims of each article, by article id.
        outside: what articles elsewhere bear, so that these are weighed as among all.

    Returns:
        Stories by id, and a note for each article that resembles a story and stays out of it.
    """
    ordered = [articles[key] for key in sorted(articles)]
    loose = [n for n, article in enumerate(ordered) if article.story is None]
    clusters = Clusters(ordered)
    if not loose:
        return Sorted(_told(ordered, clusters, {}, []), {})
    left_out = footers(ordered, outside)
    seen = [
        marks(article, claims.get(article.id, ()), left_out.get(n, ()))
        for n, article in enumerate(ordered)
    ]
    bonds = _sort(ordered, seen, clusters, outside)
    strong = {pair: bond for pair, bond in bonds.items() if bond.joins}
    found = _told(ordered, clusters, strong, seen)
    return Sorted(found, _apart(ordered, clusters, bonds, seen))


def _sort(
    ordered: Sequence[Article], seen: Sequence[Marks], clusters: Clusters, outside: Outside
) -> dict[tuple[int, int], Bond]:
    """Let the clusters grow, a batch of articles after the other; the bonds that were found."""
    none = (date.min, date.min)
    by_time = sorted(range(len(seen)), key=lambda n: (seen[n].published or none, n))
    # In the order of a hash a batch is a sample of the run, whatever the order of the inputs.
    waiting = sorted(range(len(ordered)), key=lambda n: (ordered[n].content_id, n), reverse=True)
    bonds: dict[tuple[int, int], Bond] = {}
    taken: set[int] = set()
    rounds = 0
    while waiting or rounds < _ROUNDS:
        batch = [waiting.pop() for _ in range(min(len(waiting), max(_BATCH, _MORE * len(taken))))]
        taken.update(clusters.group[n] for n in batch)
        units = [clusters.standing_for(root) for root in sorted(taken)]
        fresh = frozenset(batch) if len(batch) < len(units) else frozenset()
        new = _bonds(ordered, seen, units, by_time, fresh, outside)
        bonds |= new
        clusters.grow({pair: bond for pair, bond in new.items() if bond.joins})
        before, taken = len(taken), {clusters.group[root] for root in taken}
        rounds = rounds + 1 if not batch else 0
        if not waiting and len(taken) == before:
            break
    return bonds


def _bonds(
    ordered: Sequence[Article],
    seen: Sequence[Marks],
    units: Sequence[Sequence[int]],
    by_time: Sequence[int],
    fresh: Collection[int],
    outside: Outside,
) -> dict[tuple[int, int], Bond]:
    scale = Scale(seen, units, outside)
    return {
        (one, other): bond
        for one, other in scale.candidates(by_time, fresh)
        if ordered[one].story is None or ordered[other].story is None
        if (bond := scale.bond(one, other)) is not None
    }


def _told(
    ordered: Sequence[Article],
    clusters: Clusters,
    bonds: Mapping[tuple[int, int], Bond],
    seen: Sequence[Marks],
) -> tuple[Story, ...]:
    """The groups as stories, each with what joined it in words."""
    inside: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, other in sorted(bonds, key=lambda pair: (-bonds[pair].odds, pair)):
        root = clusters.group[one]
        if root == clusters.group[other]:
            inside[root].append((one, other))
    out = []
    for root, members in clusters.members.items():
        ids = tuple(sorted(ordered[n].id for n in members))
        name = clusters.given.get(root)
        why = ["the records name the story"] if name is not None else []
        why += [_shares(bonds[pair], seen[pair[0]]) for pair in inside[root][:2]]
        if not why:
            why = ["no other article shares its events, figures or quotes"]
        out.append(Story(name or f"story-{ids[0]}", ids, "; ".join(dict.fromkeys(why))))
    return tuple(sorted(out, key=lambda story: story.id))


def _phrases(marks: Marks, names: Collection[str]) -> list[str]:
    """Shared names as the article prints them, words of one name together, longest first."""
    common, left = listed("common"), set(names)
    out: list[tuple[bool, int, str]] = []
    for phrase in marks.phrases:
        words = phrase.lower().split()
        if left.issuperset(words):
            left.difference_update(words)
            out.append((all(word in common for word in words), -len(words), phrase))
    out += [(name in common, 0, marks.names[name]) for name in left]
    return [phrase for known, _, phrase in sorted(out) if not known]


def _shares(bond: Bond, marks: Marks) -> str:
    """What a bond rests on, in words."""
    parts = []
    names = _phrases(marks, bond.names)
    if names:
        parts.append("the names " + ", ".join(names[:4]))
    if bond.figures:
        parts.append("the figures " + ", ".join(f"“{marks.figures[f]}”" for f in bond.figures[:3]))
    if bond.quotes:
        parts.append(f"the quoted words “{bond.quotes[0]} …”")
    if bond.days:
        parts.append("the day " + ", ".join(bond.days[:2]))
    if bond.gap is not None and bond.gap <= NEAR:
        parts.append("the time of publication")
    return "articles share " + ", ".join(parts)


def _apart(
    ordered: Sequence[Article],
    clusters: Clusters,
    bonds: Mapping[tuple[int, int], Bond],
    seen: Sequence[Marks],
) -> dict[str, NotCompared]:
    """A note for each article that shares names with a larger story and stayed out of it."""
    nearest: dict[int, int] = {}
    for one, other in sorted(bonds, key=lambda pair: (-bonds[pair].odds, pair)):
        a, b = clusters.group[one], clusters.group[other]
        if a == b:
            continue
        for n, root, home in ((one, b, a), (other, a, b)):
            if len(clusters.members[root]) > max(1, len(clusters.members[home])):
                nearest.setdefault(n, root)
    out: dict[str, NotCompared] = {}
    for n, root in sorted(nearest.items()):
        met = [
            bond
            for m in sorted(clusters.members[root])
            if (bond := bonds.get((min(n, m), max(n, m)))) is not None
        ]
        names = _phrases(seen[n], {name for bond in met for name in bond.names})
        if len(names) >= _ALIKE:
            story = ", ".join(sorted({ordered[m].outlet for m in clusters.members[root]})[:3])
            shares = f"{ordered[n].outlet} shares the names {', '.join(names[:4])} with {story}"
            told = shares + _lacks(ordered[n], met) + "; it stays out"
            out[ordered[n].id] = NotCompared((), told)
    return out


def _lacks(article: Article, met: Sequence[Bond]) -> str:
    """What an article lacks that would make it part of the story whose articles it met."""
    told = ""
    shared = {
        "figure": any(bond.figures for bond in met),
        "quote": any(bond.quotes for bond in met),
        "date": any(bond.days for bond in met),
    }
    lacks = [what for what, has in shared.items() if not has]
    if len(lacks) == len(shared):
        told += " but no figure, quote or date"
    elif lacks:
        told += f" but no {' or '.join(lacks)}"
    gaps = [bond.gap for bond in met if bond.gap is not None]
    if article.published is None:
        told += ", and bears no date"
    elif gaps and min(gaps) > NEAR:
        told += f", and was published {min(gaps)} days apart from it"
    return told
