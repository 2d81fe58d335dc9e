"""A text as it came, beside the form that was read: where the two differ, and the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from xref.model.span import Span


class Edit(NamedTuple):
    """A stretch ``[start, end)`` of a text as given, and what was read in its place."""

    start: int
    end: int
    read: str

    @property
    def level(self) -> bool:
        """Whether each character was read as one character."""
        return len(self.read) == self.end - self.start


@dataclass(frozen=True, slots=True)
class Given:
    """A text as it came, with the edits that make the form that was read, in order.

    `read` is that form. Offsets of it are turned into offsets of `text` by `span`.
    """

    text: str
    edits: tuple[Edit, ...]
    read: str = field(init=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _ends: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pieces: list[str] = []
        at = 0
        for start, end, read in self.edits:
            pieces += (self.text[at:start], read)
            at = end
        pieces.append(self.text[at:])
        ends = list(accumulate(map(len, pieces)))
        object.__setattr__(self, "read", "".join(pieces))
        object.__setattr__(self, "_starts", ends[:-1:2])
        object.__setattr__(self, "_ends", ends[1:-1:2])

    def span(self, read: Span) -> Span:
        """The stretch of the text as given that a stretch of the read form stands for.

        What was left out at its edges stays outside; what was left out within is inside.
        """
        start = self._at(read.start, bisect_right(self._ends, read.start), first=True)
        if read.end <= read.start:
            return Span(start, start)
        end = self._at(read.end, bisect_left(self._starts, read.end), first=False)
        return Span(start, max(start, end))

    def reading(self, span: Span) -> Span:
        """The stretch of the read form that stands for a stretch of the text as given."""
        start, end = (self._read_at(offset) for offset in span)
        return Span(start, max(start, end))

    def _read_at(self, offset: int) -> int:
        """The offset in the read form, that of an edit's start within the edit."""
        before = bisect_right(self.edits, offset, key=lambda edit: edit.start)
        if not before:
            return offset
        edit = self.edits[before - 1]
        if offset < edit.end:
            return self._starts[before - 1] + (offset - edit.start if edit.level else 0)
        return self._ends[before - 1] + offset - edit.end

    def _at(self, offset: int, before: int, *, first: bool) -> int:
        """The offset in the text as given, `before` edits being done with by then."""
        if first and before < len(self.edits) and self._starts[before] < offset:
            edit = self.edits[before]
            return edit.start + (offset - self._starts[before] if edit.level else 0)
        if not first and before and self._ends[before - 1] >= offset > self._starts[before - 1]:
            edit = self.edits[before - 1]
            return edit.end - (self._ends[before - 1] - offset if edit.level else 0)
        if not before:
            return offset
        return offset - self._ends[before - 1] + self.edits[before - 1].end


def given(text: str, edits: Iterable[Edit]) -> Given:
    """A text with those edits that do not overlap; of two that do, the earlier or longer stays."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.end > edit.start and (not kept or edit.start >= kept[-1].end):
            kept.append(edit)
    return Given(text, tuple(kept))
