"""Which pairs set one article's one figure of its event beside a lesser figure of the other."""

from collections.abc import Sequence
from itertools import permutations

from xref.link.match.entries import Entry
from xref.link.match.score import Scored


def lesser(each: Sequence[Scored], mine: Sequence[Entry], theirs: Sequence[Entry]) -> set[int]:
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
