"""Which articles cover one story.

The record's `story` decides. Else articles meet in the posting lists of what they share: names,
figures with what they count, quoted words, days. What few articles bear weighs most (inverse
document frequency, Spärck Jones 1972). Names alone join nothing that is not of one time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import NamedTuple

from xref.link.marks import Marks, listed, marks
from xref.link.shingles import Groups, postings
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import NotCompared, Story

_BACKGROUND = 200
"""Articles of other news that a small run is weighed against, so that two articles can have rare names."""
_MOST = 60
"""A mark that more articles bear than this (or one in ten) meets nobody: it is no news of one story."""
_REACH = 8
_NEAR = 7
"""Days between two articles of one time."""
_FAR = 120
"""Days from which on articles are of another time unless they share what only one story can have."""


class Sorted(NamedTuple):
    """The stories of a run, and what stayed out of the story that it resembles, with the reason."""

    stories: tuple[Story, ...]
    apart: tuple[NotCompared, ...]


@dataclass(frozen=True, slots=True)
class _Bond:
    """What two articles share, and how much it weighs."""

    names: tuple[str, ...]
    figures: tuple[str, ...]
    quotes: tuple[str, ...]
    days: tuple[date, ...]
    headline: tuple[str, ...]
    name_weight: float
    figure_weight: float
    gap: int | None


def stories(articles: Mapping[str, Article], claims: Mapping[str, Sequence[Claim]]) -> Sorted:
    """Sort articles into stories; every article is in exactly one.

    Args:
        articles: by id.
        claims: the claims of each article, by article id.

    Returns:
        Stories by id, and one note for each article that resembles a story and stays out of it.
    """
    ordered = sorted(articles.values(), key=lambda article: article.id)
    seen = [marks(article, claims.get(article.id, ())) for article in ordered]
    groups = Groups(len(ordered))
    given: dict[str, int] = {}
    for number, article in enumerate(ordered):
        if article.story is not None:
            groups.join(given.setdefault(article.story, number), number)
    told = dict.fromkeys(given.values(), "the records name the story")
    weigh = _Scale(seen)
    loose: list[tuple[float, int, int, _Bond]] = []
    evidence: dict[tuple[int, int], str] = {}
    for one, other in weigh.candidates(ordered):
        if ordered[one].story is not None and ordered[other].story is not None:
            continue
        bond = weigh.bond(one, other)
        strength, why = _judge(bond)
        if strength >= 1:
            loose.append((strength, one, other, bond))
            evidence[one, other] = why
    story_of: dict[int, str] = {groups.root(n): name for name, n in given.items()}
    for _, one, other, _bond in sorted(loose, key=lambda item: (-item[0], item[1], item[2])):
        a, b = groups.root(one), groups.root(other)
        if a == b or (a in story_of and b in story_of):
            continue
        name = story_of.get(a) or story_of.get(b)
        groups.join(a, b)
        if name is not None:
            story_of[groups.root(a)] = name
    found = []
    by_article: dict[int, str] = {}
    for members in groups.members():
        name = story_of.get(groups.root(members[0])) or f"story-{ordered[members[0]].id}"
        by_article.update(dict.fromkeys(members, name))
        found.append(_story(name, members, ordered, evidence, name in given))
    del told
    apart = _apart(ordered, groups, weigh)
    return Sorted(tuple(sorted(found, key=lambda story: story.id)), apart)


def _story(
    name: str,
    members: Sequence[int],
    ordered: Sequence[Article],
    evidence: Mapping[tuple[int, int], str],
    given: bool,
) -> Story:
    inside = set(members)
    links = [why for pair, why in sorted(evidence.items()) if inside.issuperset(pair)]
    if given and not links:
        why = "the records name the story"
    elif len(members) == 1:
        why = "no other article shares an event, a figure or a quote with it"
    else:
        why = "; ".join(dict.fromkeys(links[:3]))
        if given:
            why = f"the records name the story; {why}"
    return Story(name, tuple(ordered[n].id for n in members), why)


class _Scale:
    """What the marks of a run weigh, and who meets whom."""

    def __init__(self, seen: Sequence[Marks]) -> None:
        self.seen = seen
        total = max(len(seen), _BACKGROUND)
        count: Counter[str] = Counter()
        for one in seen:
            count.update(one.names)
            count.update(one.figures)
        common = listed("common")
        self.weights = {
            mark: log(total / n) * (0.3 if mark in common else 1) for mark, n in count.items()
        }
        self.most = max(_MOST, len(seen) // 100)
        self.count = count

    def candidates(self, ordered: Sequence[Article]) -> list[tuple[int, int]]:
        """Pairs that share enough rare marks to be worth a look, near in time or near in name."""
        by_time = sorted(
            range(len(self.seen)),
            key=lambda n: (self.seen[n].published or (date.min, date.min), ordered[n].id),
        )
        keys = [
            [("n", name) for name in self.seen[n].names if name not in listed("common")]
            + [("f", figure) for figure in self.seen[n].figures]
            + [("q", quote) for quote in self.seen[n].quotes]
            for n in by_time
        ]
        met: defaultdict[tuple[int, int], float] = defaultdict(float)
        for (kind, mark), numbers in postings(keys).items():
            if len(numbers) > self.most:
                continue
            weight = 6.0 if kind == "q" else self.weights.get(mark, 0)
            for at, one in enumerate(numbers):
                for other in numbers[at + 1 : at + 1 + _REACH]:
                    met[one, other] += weight
        return sorted(
            (min(by_time[a], by_time[b]), max(by_time[a], by_time[b]))
            for (a, b), weight in met.items()
            if weight >= 6
        )

    def bond(self, one: int, other: int) -> _Bond:
        """What two articles share."""
        a, b = self.seen[one], self.seen[other]

        def heavy(shared: Iterable[str]) -> tuple[str, ...]:
            return tuple(sorted(shared, key=lambda mark: (-self.weights[mark], mark)))

        names, figures = heavy(a.names & b.names), heavy(a.figures & b.figures)
        return _Bond(
            names,
            figures,
            tuple(sorted(a.quotes & b.quotes)),
            tuple(sorted(a.days & b.days)),
            tuple(sorted(a.headline & b.headline)),
            sum(self.weights[n] for n in names),
            sum(self.weights[f] for f in figures),
            _gap(a.published, b.published),
        )


def _gap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> int | None:
    """Days between two intervals, 0 where they overlap; ``None`` where one is unknown."""
    if one is None or other is None:
        return None
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def _judge(bond: _Bond) -> tuple[float, str]:
    """How strongly two articles belong together (1 is enough), and by what, in words."""
    near = bond.gap is not None and bond.gap <= _NEAR
    strength = min(bond.name_weight, 60) / 40
    strength += min(bond.figure_weight, 20) / 15
    strength += min(len(bond.quotes), 10) / 8
    strength += min(len(bond.headline), 5) / 15
    if bond.days:
        strength += 0.25
    if near:
        strength += 0.3
    elif bond.gap is not None and bond.gap > _FAR:
        strength -= 0.8
    elif bond.gap is not None:
        strength -= 0.2
    anchored = bool(bond.quotes or bond.figures or bond.days or near)
    if not anchored:
        strength = min(strength, 0.9)
    return strength, f"they share {_told(bond)}"


def _told(bond: _Bond) -> str:
    parts = []
    if bond.names:
        parts.append("the names " + ", ".join(name.title() for name in bond.names[:5]))
    if bond.figures:
        parts.append("the figures " + ", ".join(bond.figures[:3]))
    if bond.quotes:
        parts.append(f"quoted words (“{bond.quotes[0]}”)")
    if bond.days:
        parts.append("the day " + ", ".join(day.isoformat() for day in bond.days[:2]))
    if bond.gap is not None and bond.gap <= _NEAR:
        parts.append("the time of publication")
    return ", ".join(parts) or "nothing"


def _apart(ordered: Sequence[Article], groups: Groups, weigh: _Scale) -> tuple[NotCompared, ...]:
    return ()
