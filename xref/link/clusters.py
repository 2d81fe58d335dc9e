"""Groups of articles that grow together along the bonds between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from xref.link.bonds import Bond
from xref.model.article import Article

T = TypeVar("T")

_BOUND = 0.34
"""The share of a group's articles that must be bound to another group before the two are one ..."""
_ENOUGH = 3
"""... and how many are enough, however large the group."""
_STAND = 6
"""Articles that stand for a group when it is compared again."""


class Clusters:
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

    def standing_for(self, root: int) -> tuple[int, ...]:
        """Articles of a group, evenly taken from it, that are compared in place of all."""
        return standing(sorted(self.members[root]))


def standing(members: Sequence[T]) -> tuple[T, ...]:
    """Those of some sorted members that stand for all, evenly taken from them."""
    if len(members) <= _STAND:
        return tuple(members)
    return tuple(members[k * (len(members) - 1) // (_STAND - 1)] for k in range(_STAND))
