"""Entries of several articles that are of one thing."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Node = tuple[str, int]
"""An article, and the place of one of its entries."""


class Bond(NamedTuple):
    """Two entries of two articles, and the probability that they are of one thing."""

    a: Node
    b: Node
    probability: float


def clusters(bonds: Sequence[Bond]) -> list[list[Node]]:
    """The entries that belong together, the likeliest bonds first.

    Two groups that both hold an entry of one article stay apart: one article's two answers are
    answers to two questions.
    """
    group: dict[Node, dict[str, Node]] = {}
    for bond in sorted(bonds, key=lambda bond: (-bond.probability, bond.a, bond.b)):
        mine = group.setdefault(bond.a, {bond.a[0]: bond.a})
        theirs = group.setdefault(bond.b, {bond.b[0]: bond.b})
        if mine is theirs or not mine.keys().isdisjoint(theirs):
            continue
        small, large = sorted((mine, theirs), key=len)
        large.update(small)
        for node in small.values():
            group[node] = large
    distinct: Mapping[int, dict[str, Node]] = {id(one): one for one in group.values()}
    return sorted(sorted(one.values()) for one in distinct.values() if len(one) > 1)
