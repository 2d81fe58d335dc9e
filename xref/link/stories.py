"""Which articles cover one story.

The record's `story` decides. Else articles that share rare names, figures, quoted words and time
(`bonds`) grow together, the closest first; two groups only become one when their articles are bound
all over, not by one article that names much.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from xref.link.bonds import NEAR, Bond, Scale
from xref.link.marks import Marks, listed, marks
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Story

_BOUND = 0.34
"""The share of a group's articles that must be bound to another group before the two are one ..."""
_ENOUGH = 3
"""... and how many are enough, however large the group."""
_ALIKE = 2
"""Shared names, no countries, from which on a reader wonders why an article stayed out."""


class Sorted(NamedTuple):
    """The stories of a run, and notes on articles that stayed out of a story they resemble."""

    stories: tuple[Story, ...]
    apart: tuple[NotCompared, ...]


def stories(articles: Mapping[str, Article], claims: Mapping[str, Sequence[Claim]]) -> Sorted:
    """Sort articles into stories; every article is in exactly one.

    Args:
        articles: by id.
        claims: the claims of each article, by article id.

    Returns:
        Stories by id, and a note for each article that resembles a story and stays out of it.
    """
    ordered = [articles[key] for key in sorted(articles)]
    loose = [n for n, article in enumerate(ordered) if article.story is None]
    clusters = _Clusters(ordered)
    if not loose:
        return Sorted(_told(ordered, clusters, {}, []), ())
    seen = [marks(article, claims.get(article.id, ())) for article in ordered]
    bonds = _bonds(ordered, seen)
    strong = {pair: bond for pair, bond in bonds.items() if bond.joins}
    clusters.grow(strong)
    found = _told(ordered, clusters, strong, seen)
    return Sorted(found, _apart(ordered, clusters, bonds, seen))


def _bonds(ordered: Sequence[Article], seen: Sequence[Marks]) -> dict[tuple[int, int], Bond]:
    scale = Scale(seen)
    none = (date.min, date.min)
    by_time = sorted(range(len(seen)), key=lambda n: (seen[n].published or none, n))
    return {
        (one, other): bond
        for one, other in scale.candidates(by_time)
        if ordered[one].story is None or ordered[other].story is None
        if (bond := scale.bond(one, other)) is not None
    }


class _Clusters:
    """Groups of articles, by number. Those whose records name one story are one from the start."""

    def __init__(self, ordered: Sequence[Article]) -> None:
        self.group = list(range(len(ordered)))
        self.members: dict[int, list[int]] = {}
        self.given: dict[int, str] = {}
        self._touched: defaultdict[int, dict[int, set[int]]] = defaultdict(dict)
        first: dict[str, int] = {}
        for n, article in enumerate(ordered):
            root = n if article.story is None else first.setdefault(article.story, n)
            self.group[n] = root
            self.members.setdefault(root, []).append(n)
            if article.story is not None:
                self.given[root] = article.story

    def grow(self, bonds: Mapping[tuple[int, int], Bond]) -> None:
        """Join groups along the bonds, the strongest first."""
        for one, other in sorted(bonds, key=lambda pair: (-bonds[pair].odds, pair)):
            a, b = self.group[one], self.group[other]
            if a == b or (a in self.given and b in self.given):
                continue
            touched = self._touched[a].setdefault(b, set())
            self._touched[b][a] = touched
            touched |= {one, other}
            if self._bound(a, touched) and self._bound(b, touched):
                self._join(a, b)

    def _bound(self, root: int, touched: Iterable[int]) -> bool:
        """Whether enough articles of a group are bound to another group."""
        reached = sum(self.group[n] == root for n in touched)
        return reached >= min(_ENOUGH, _BOUND * len(self.members[root]))

    def _join(self, a: int, b: int) -> None:
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for n in self.members[b]:
            self.group[n] = a
        self.members[a] += self.members.pop(b)
        if b in self.given:
            self.given[a] = self.given.pop(b)
        for other, touched in self._touched.pop(b, {}).items():
            del self._touched[other][b]
            if other != a:
                both = self._touched[a].setdefault(other, set())
                both |= touched
                self._touched[other][a] = both


def _told(
    ordered: Sequence[Article],
    clusters: _Clusters,
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
    clusters: _Clusters,
    bonds: Mapping[tuple[int, int], Bond],
    seen: Sequence[Marks],
) -> tuple[NotCompared, ...]:
    """A note for each article that shares names with a larger story and stayed out of it."""
    nearest: dict[int, int] = {}
    for one, other in sorted(bonds, key=lambda pair: (-bonds[pair].odds, pair)):
        a, b = clusters.group[one], clusters.group[other]
        if a == b:
            continue
        for n, root, home in ((one, b, a), (other, a, b)):
            if len(clusters.members[root]) > max(1, len(clusters.members[home])):
                nearest.setdefault(n, root)
    out = []
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
            out.append(NotCompared((), shares + _lacks(ordered[n], met) + "; it stays out"))
    return tuple(out)


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
