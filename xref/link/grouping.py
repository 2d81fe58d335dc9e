"""Renderings in groups: those of one wording, and those of one utterance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xref.compare.names import skeleton, surname
from xref.link.renderings import Heard


@dataclass(frozen=True, slots=True)
class Wordings:
    """The renderings of one wording by one speaker, by number."""

    numbers: tuple[int, ...]

    @property
    def first(self) -> int:
        """The rendering that stands for the others."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class Joint:
    """Two wordings that were joined, by number, and how firmly.

    `in_one` and `in_other` are the words of each that the other covers, as half-open ranges;
    `whole` tells that the words of the smaller all stand in the larger.
    """

    one: int
    other: int
    strength: int
    in_one: tuple[int, int]
    in_other: tuple[int, int]
    whole: bool


def by_wording(said: Sequence[Heard]) -> list[Wordings]:
    """Renderings of the same words by the same person together."""
    alike: defaultdict[tuple[tuple[str, ...], str | None, bool], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        who = skeleton(surname(one.named)) if one.named else None
        alike[one.tokens.forms, who, one.quoted].append(number)
    return [Wordings(tuple(numbers)) for numbers in alike.values()]


Homes = Sequence[frozenset[str]]
"""The articles that print each wording."""


def _homes(said: Sequence[Heard], wordings: Sequence[Wordings]) -> Homes:
    return [frozenset(said[n].article.id for n in wording.numbers) for wording in wordings]


def _uncrossed(joints: Sequence[Joint], homes: Homes) -> list[Joint]:
    """The joints without those of which an end has a better partner in the other's article.

    Somebody who says a thing twice is quoted twice: each version belongs to its like. What stands
    whole in another rendering belongs there in any case.
    """
    partners: defaultdict[tuple[int, str], list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for joint in joints:
        for here, there, span in (
            (joint.one, joint.other, joint.in_one),
            (joint.other, joint.one, joint.in_other),
        ):
            for home in homes[there]:
                partners[here, home].append((joint.strength, span))

    def beaten(here: int, home: str, strength: int, span: tuple[int, int]) -> bool:
        """Whether article `home` has better for these words of wording `here`."""
        return home in homes[here] or any(
            more > strength and _overlap(span, theirs) for more, theirs in partners[here, home]
        )

    def stays(joint: Joint) -> bool:
        ends = (
            (joint.one, joint.other, joint.in_one),
            (joint.other, joint.one, joint.in_other),
        )
        return all(
            any(not beaten(here, home, joint.strength, span) for home in homes[there])
            for here, there, span in ends
        )

    return [joint for joint in joints if joint.whole or stays(joint)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share half of the smaller."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * both >= min(one[1] - one[0], other[1] - other[0])


def groups(
    said: Sequence[Heard], wordings: Sequence[Wordings], joints: Sequence[Joint]
) -> list[tuple[int, ...]]:
    """Renderings of one utterance, each joined to every other, at most one from each article.

    A long rendering may belong to several: another outlet may print its sentences one by one.
    """
    homes = _homes(said, wordings)
    kept = _uncrossed(joints, homes)
    ordered = sorted(kept, key=lambda j: (-j.strength, j.one, j.other))
    unique = _cliques(ordered, homes)
    unique |= {(n,) for n, one in enumerate(wordings) if said[one.first].quoted}
    found = {members for group in unique for members in _expanded(said, wordings, group, homes)}
    return _largest(group for group in found if len(group) > 1)


def _cliques(joints: Iterable[Joint], homes: Homes) -> set[tuple[int, ...]]:
    """Wordings of which each is joined to every other, the firmest joints first.

    Wordings that one article prints both only make pairs: it stands in a group with one of them.
    """
    joined: defaultdict[int, set[int]] = defaultdict(set)
    apart: dict[tuple[int, int], None] = {}
    pairs: set[tuple[int, ...]] = set()
    for joint in joints:
        if homes[joint.one] & homes[joint.other]:
            pairs.add((joint.one, joint.other))
            continue
        joined[joint.one].add(joint.other)
        joined[joint.other].add(joint.one)
        apart.setdefault((joint.one, joint.other))
    of: defaultdict[int, list[set[int]]] = defaultdict(list)
    for pair in apart:
        if any(pair[1] in group for group in of[pair[0]]):
            continue
        fitting = (
            (outside, group)
            for inside, outside in (pair, pair[::-1])
            for group in of[inside]
            if group <= joined[outside]
        )
        outside, group = next(fitting, (pair[1], {pair[0]}))
        group.add(outside)
        for n in group if len(group) == 2 else (outside,):
            of[n].append(group)
    return pairs | {tuple(sorted(group)) for groups in of.values() for group in groups}


def _expanded(
    said: Sequence[Heard], wordings: Sequence[Wordings], group: tuple[int, ...], homes: Homes
) -> Iterator[tuple[int, ...]]:
    """The renderings of the wordings of a group, one of each article.

    Where an article prints two of the wordings, there is a group with the one and one with the
    other.
    """
    overlaps = len(group) == 2 and homes[group[0]] & homes[group[1]]
    for order in (group, group[::-1]) if overlaps else (group,):
        chosen: dict[str, int] = {}
        for wording in order:
            for number in wordings[wording].numbers:
                chosen.setdefault(said[number].article.id, number)
        yield tuple(sorted(chosen.values()))


def _largest(groups: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The groups that no other group holds whole, in order."""
    sets = {group: frozenset(group) for group in groups}
    of: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for members in sets.values():
        for n in members:
            of[n].append(members)
    return sorted(
        group for group, mine in sets.items() if not any(mine < other for other in of[group[0]])
    )
