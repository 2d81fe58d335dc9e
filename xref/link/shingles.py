"""Counting what texts share without comparing every pair.

Each text is a set of keys; the texts that bear one key stand in a posting list. A list in the
order of the texts is only walked within a short reach, so that a key of n texts costs n steps, not
n²: the copies of one text are neighbours in all their lists and still meet.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

REACH = 6


def postings(keys: Sequence[Iterable[Key]]) -> dict[Key, list[int]]:
    """For each key of two texts or more the numbers of the texts that bear it, ascending."""
    lists: defaultdict[Key, list[int]] = defaultdict(list)
    for number, mine in enumerate(keys):
        for key in dict.fromkeys(mine):
            lists[key].append(number)
    return {key: numbers for key, numbers in lists.items() if len(numbers) > 1}


def shared(
    lists: Mapping[Key, Sequence[int]],
    weights: Mapping[Key, float] | None = None,
    *,
    most: int | None = None,
    reach: int = REACH,
) -> Counter[tuple[int, int]]:
    """How much two texts share: the sum of the weights (1 without any) of the keys that both bear.

    Args:
        lists: posting lists.
        weights: of the keys; a key without a weight counts nothing.
        most: keys that more texts bear are passed over.
        reach: how far apart two texts may stand in a list to be counted.

    Returns:
        For pairs of numbers, smaller first. Pairs that stand further apart in every list are
        missing.
    """
    pairs: Counter[tuple[int, int]] = Counter()
    for key, numbers in lists.items():
        if most is not None and len(numbers) > most:
            continue
        weight = 1 if weights is None else weights.get(key, 0)
        if not weight:
            continue
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 : at + 1 + reach]:
                pairs[one, other] += weight  # type: ignore[assignment]
    return pairs


class Groups:
    """Disjoint groups of numbers that grow together (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        """The smallest number of the group that `number` is in."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of the two."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def members(self) -> list[list[int]]:
        """All groups, each ascending, in the order of their smallest numbers."""
        out: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            out[self.root(number)].append(number)
        return [out[root] for root in sorted(out)]
