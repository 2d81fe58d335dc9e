"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of code points in one text.

    Spans order by start, then by end. A span never crosses from an article's
    title into its text: each has its own offsets.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
