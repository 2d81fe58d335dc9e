"""The runs of words that two renderings share, without those that chance put there."""

from typing import NamedTuple

from xref.compare.forms import is_content
from xref.compare.tokens import Tokens


class Block(NamedTuple):
    """`size` words that both have, from word `a` of the one and word `b` of the other."""

    a: int
    b: int
    size: int


def bounds(side: Tokens, at: int) -> bool:
    """Whether a sentence or a pair of marks ends before word `at`."""
    return at in (0, len(side.words)) or at in side.breaks or side.words[at - 1].ends


def at_cuts(a: Tokens, b: Tokens, blocks: list[Block]) -> list[Block]:
    """The blocks, so that a stretch which one side lacks lies where that side shows a cut.

    Where words repeat, it is open which of them were left out: of "to the mayor and to the board"
    against "to the … board" it is "mayor and to the".
    """
    out = blocks[:1]
    for right in blocks[1:]:
        left = out.pop()
        gap_a, gap_b = right.a - left.a - left.size, right.b - left.b - left.size
        step = 0
        if not gap_b:
            step = _step_to_cut(a, left.a + left.size, gap_a, right.b, b.breaks, left, right)
        elif not gap_a:
            step = _step_to_cut(b, left.b + left.size, gap_b, right.a, a.breaks, left, right)
        out.append(left._replace(size=left.size + step))
        out.append(Block(right.a + step, right.b + step, right.size - step))
    return [block for block in out if block.size]


def _step_to_cut(
    side: Tokens, start: int, gap: int, at: int, breaks: frozenset[int], left: Block, right: Block
) -> int:
    """How far the missing words ``start:start+gap`` must move for place `at` to be a cut; or 0."""
    forms = side.forms
    for way, room in ((1, right.size), (-1, left.size)):
        for step in range(room + 1):
            if at + way * step in breaks:
                return way * step
            out = start + (step if way > 0 else -step - 1)
            if step == room or forms[out] != forms[out + gap]:
                break
    return 0


def without_islands(a: Tokens, b: Tokens, blocks: list[Block]) -> list[Block]:
    """The blocks without those that only chance put there.

    A word or two at an edge, far from the rest, is no shared edge: "the ... we will rebuild the
    bridge". A lone word of grammar between two changes is no island of agreement.
    """
    while len(blocks) > 1 and _stray(a, b, blocks[0], blocks[1], lead=True):
        blocks = blocks[1:]
    while len(blocks) > 1 and _stray(a, b, blocks[-1], blocks[-2], lead=False):
        blocks = blocks[:-1]
    out = blocks[:1]
    for n in range(1, len(blocks) - 1):
        one, this, two = out[-1], blocks[n], blocks[n + 1]
        lone = this.size == 1 and not is_content(a.words[this.a].form)
        before = min(this.a - one.a - one.size, this.b - one.b - one.size)
        after = min(two.a - this.a - 1, two.b - this.b - 1)
        if not (lone and before > 0 and after > 0):
            out.append(this)
    return out + blocks[1:][-1:]


def _stray(a: Tokens, b: Tokens, edge: Block, inner: Block, *, lead: bool) -> bool:
    """Whether a block at the edge is too small for its distance from the next."""
    left, right = (edge, inner) if lead else (inner, edge)
    gap_a = right.a - left.a - left.size
    gap_b = right.b - left.b - left.size
    marked = any(left.a + left.size <= n <= right.a for n in a.breaks) or any(
        left.b + left.size <= n <= right.b for n in b.breaks
    )
    content = sum(is_content(a.words[n].form) for n in range(edge.a, edge.a + edge.size))
    weight = edge.size + content
    gap = max(gap_a, gap_b)
    if marked:
        return weight < 3
    outer = 0 if lead else edge.size
    if content and bounds(a, edge.a + outer) and bounds(b, edge.b + outer):
        # Both sentences begin or end with it.
        return gap > 6 * weight
    return gap > 2 * weight or (weight < 3 and gap > 1)
