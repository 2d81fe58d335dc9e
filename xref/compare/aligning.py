"""How the words of one rendering lie against the words of another.

The alignment takes the longest run that both share first and then works outwards (Ratcliff and
Obershelp, "Pattern matching: the Gestalt approach", 1988): of several longest common subsequences a
reader sees the one with the longest runs. Renderings that are equal or lie whole in the other never
get there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from xref.compare.blocks import Block, at_cuts, bounds, without_islands
from xref.compare.forms import is_content
from xref.compare.tokens import Tokens

_LONGEST = 400
"""Words of one rendering that are aligned in full; of a longer one the stretch that shares most."""
_ANCHOR = 3
_EDGE = 4
"""Words at an edge of which the one end may be a rewording of the other; longer ends are cuts."""


class Edit(NamedTuple):
    """Words ``a0:a1`` of one rendering stand where the other has ``b0:b1``; either may be empty."""

    a0: int
    a1: int
    b0: int
    b1: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The shared runs of two renderings, in order; none where they share nothing.

    What lies between two blocks differs; what lies before the first and behind the last was
    cut off by the one or the other.
    """

    a: Tokens
    b: Tokens
    blocks: tuple[Block, ...]

    @property
    def matched(self) -> int:
        """How many words both have."""
        return sum(block.size for block in self.blocks)

    @property
    def content(self) -> int:
        """How many of the words that both have carry news."""
        words = self.a.words
        return sum(
            is_content(words[n].form)
            for block in self.blocks
            for n in range(block.a, block.a + block.size)
        )

    @property
    def likeness(self) -> float:
        """The share of the words with news that both have, of the side of the stretch with more.

        What is marked as left out is no part of the stretch.
        """
        r, out = self.reach, [edit for edit in self.edits if self.marked(edit)]
        gone_a = {n for edit in out for n in range(edit.a0, edit.a1)}
        gone_b = {n for edit in out for n in range(edit.b0, edit.b1)}
        told = [
            sum(is_content(side.words[n].form) for n in range(*reach) if n not in gone)
            for side, reach, gone in (
                (self.a, (r.a0, r.a1), gone_a),
                (self.b, (r.b0, r.b1), gone_b),
            )
        ]
        return self.content / max(1, *told)

    @property
    def run(self) -> int:
        """The length of the longest run, in words."""
        return max((block.size for block in self.blocks), default=0)

    @property
    def window(self) -> Edit:
        """The stretch of each rendering that the other also covers."""
        if not self.blocks:
            return Edit(0, 0, 0, 0)
        first, last = self.blocks[0], self.blocks[-1]
        return Edit(first.a, last.a + last.size, first.b, last.b + last.size)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What differs between the first shared word and the last."""
        out = []
        for one, two in zip(self.blocks, self.blocks[1:], strict=False):
            edit = Edit(one.a + one.size, two.a, one.b + one.size, two.b)
            if edit.a0 < edit.a1 or edit.b0 < edit.b1:
                out.append(edit)
        return tuple(out)

    @property
    def ends(self) -> tuple[Edit, ...]:
        """The ends at which both renderings go on within the sentence, with other words.

        Where one rendering alone goes on, it was cut there; that is no difference.
        """
        if not self.blocks:
            return ()
        a, b, w = self.a, self.b, self.window
        left = Edit(_back(a, w.a0), w.a0, _back(b, w.b0), w.b0)
        right = Edit(w.a1, _ahead(a, w.a1), w.b1, _ahead(b, w.b1))
        return tuple(edit for edit in (left, right) if edit.a0 < edit.a1 and edit.b0 < edit.b1)

    @property
    def clashes(self) -> tuple[Edit, ...]:
        """The ends that differ: a few words, or ends of a sentence that meet again.

        Longer ends are what each of the two outlets took besides.
        """
        w = self.window
        return tuple(
            end
            for end in self.ends
            if max(end.a1 - end.a0, end.b1 - end.b0) <= _EDGE
            or self.met(end, head=end.a1 == w.a0) != end
        )

    def met(self, end: Edit, *, head: bool) -> Edit:
        """An end without the words with which both sentences begin (`head`) or end."""
        a0, a1, b0, b1 = end
        mine, theirs = self.a.words, self.b.words
        while head and a0 < a1 and b0 < b1 and mine[a0].form == theirs[b0].form:
            a0, b0 = a0 + 1, b0 + 1
        while not head and a0 < a1 and b0 < b1 and mine[a1 - 1].form == theirs[b1 - 1].form:
            a1, b1 = a1 - 1, b1 - 1
        return Edit(a0, a1, b0, b1)

    @property
    def reach(self) -> Edit:
        """The stretch of each rendering that the other also covers, with the ends that clash."""
        every = (self.window, *self.clashes)
        return Edit(
            min(edit.a0 for edit in every),
            max(edit.a1 for edit in every),
            min(edit.b0 for edit in every),
            max(edit.b1 for edit in every),
        )

    @property
    def cuts(self) -> tuple[bool, bool]:
        """Whether each of the two goes on where the other begins or ends."""
        r = self.reach
        return (
            r.a0 > 0 or r.a1 < len(self.a.words),
            r.b0 > 0 or r.b1 < len(self.b.words),
        )

    def slid(self, edit: Edit) -> Edit:
        """A missing stretch where it is marked, else where its sentence begins, if that is open.

        Of "We sat. We went home." against "We went home." it is "We sat." that is missing, not
        "sat. We".
        """
        if self.marked(edit):
            return edit
        side = self.a if edit.b0 == edit.b1 else self.b
        start, end = edit[:2] if side is self.a else edit[2:]
        left = next(block.size for block in self.blocks if block.a + block.size == edit.a0)
        right = next(block.size for block in self.blocks if block.a == edit.a1)
        for step, room in ((-1, left), (1, right)):
            for at in range(0, step * (room + 1), step):
                if bounds(side, start + at) and bounds(side, end + at):
                    return Edit(*(n + at for n in edit))
                # The word that leaves the stretch at one end must be the one that enters it.
                out = min(at, at + step)
                if abs(at) == room or side.words[start + out].form != side.words[end + out].form:
                    break
        return edit

    def marked(self, edit: Edit) -> bool:
        """Whether the renderings show that words are missing here, by an ellipsis or new marks."""
        in_a = any(edit.a0 <= n <= edit.a1 for n in self.a.breaks)
        in_b = any(edit.b0 <= n <= edit.b1 for n in self.b.breaks)
        lacks = edit.a0 == edit.a1 or edit.b0 == edit.b1
        return (in_a and in_b) or (lacks and (in_a or in_b))

    @property
    def width(self) -> int:
        """The words of the stretch that both cover, with the ends that differ; the larger count.

        What is marked as left out is no part of it.
        """
        every, out = (self.window, *self.ends), [e for e in self.edits if self.marked(e)]
        mine = max(e.a1 for e in every) - min(e.a0 for e in every)
        theirs = max(e.b1 for e in every) - min(e.b0 for e in every)
        mine -= sum(edit.a1 - edit.a0 for edit in out)
        theirs -= sum(edit.b1 - edit.b0 for edit in out)
        return max(mine, theirs)

    def inverted(self) -> "Alignment":
        """The same alignment seen from the other rendering."""
        return Alignment(self.b, self.a, tuple(Block(b, a, n) for a, b, n in self.blocks))


def _back(side: Tokens, at: int) -> int:
    """Where the sentence that goes on at word `at` begins; `at` itself where one begins there."""
    while not bounds(side, at):
        at -= 1
    return at


def _ahead(side: Tokens, at: int) -> int:
    """Behind the last word of the sentence that goes on at word `at`; else `at` itself."""
    while not bounds(side, at):
        at += 1
    return at


def align(a: Tokens, b: Tokens) -> Alignment:
    """Lay two renderings side by side; ``align(b, a)`` is the mirror image of ``align(a, b)``."""
    mine, theirs = a.forms, b.forms
    if mine == theirs:
        return Alignment(a, b, (Block(0, 0, len(mine)),) if mine else ())
    if (len(mine), mine, a.edits) > (len(theirs), theirs, b.edits):
        return align(b, a).inverted()
    at = _find(mine, theirs)
    if at is not None:
        return Alignment(a, b, (Block(0, at, len(mine)),) if mine else ())
    from_a, from_b = _stretch(mine, theirs)
    matcher = SequenceMatcher(
        None, mine[from_a : from_a + _LONGEST], theirs[from_b : from_b + _LONGEST], autojunk=False
    )
    blocks = [
        Block(from_a + m.a, from_b + m.b, m.size) for m in matcher.get_matching_blocks() if m.size
    ]
    return Alignment(a, b, tuple(without_islands(a, b, at_cuts(a, b, blocks))))


def _find(short: Sequence[str], long: Sequence[str]) -> int | None:
    """Where `short` lies in `long` word for word, else ``None``."""
    if not short:
        return 0
    haystack = f" {' '.join(long)} "
    at = haystack.find(f" {' '.join(short)} ")
    return None if at < 0 else haystack.count(" ", 0, at)


def _stretch(short: Sequence[str], long: Sequence[str]) -> tuple[int, int]:
    """Where to start aligning two renderings of which one is too long to be aligned in full."""
    if len(long) <= _LONGEST:
        return 0, 0
    places: dict[tuple[str, ...], int] = {}
    for n in range(len(short) - _ANCHOR + 1):
        places.setdefault(tuple(short[n : n + _ANCHOR]), n)
    # Votes go to bands of the diagonal, so that a few words more or less do not split them.
    votes: Counter[int] = Counter()
    first: dict[int, tuple[int, int]] = {}
    for n in range(len(long) - _ANCHOR + 1):
        at = places.get(tuple(long[n : n + _ANCHOR]))
        if at is not None:
            band = (n - at) // 50
            votes[band] += 1
            first.setdefault(band, (at, n))
    if not votes:
        return 0, 0
    band = max(votes, key=lambda key: (votes[key], -key))
    at, n = first[band]
    back = min(at, n, 50)
    return at - back, n - back
