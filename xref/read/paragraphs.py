"""Lines to paragraphs, whether each stands on one line or is wrapped at a column."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from xref.model.article import Marked

_LINE = re.compile(r"\S[^\r\n\v\f\u2028\u2029]*")
_WORD = re.compile(r"\S{1,120}")
_COLUMNS = (40, 120)
"""The columns that a hard-wrapped text is wrapped at, at least and at most."""
_FULL = 0.8
"""The share of line ends, in a wrapped text, at which the next word would not have fitted."""
_FEW = 4
"""Line ends inside groups below which nothing can be said of the column."""
_BREAKS_OFF = 25
"""Characters of a line that may break off in mid-sentence; a shorter one is a label."""
_CLOSED = frozenset(".!?…:;\"”’')]|>")
_LIST_MARK = re.compile(r"[•▪●◦‣·*–—-]\s|\d{1,2}[.)]\s")


class Paragraph(NamedTuple):
    """A paragraph's place, without the space around it, and its group.

    A group is a run of paragraphs with no blank line between them, counted from 0.
    """

    start: int
    end: int
    group: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order; every character that is no space belongs to one.

    Lines are joined where the text is hard-wrapped, that is where nearly every line ends because
    the next word would have passed the column and few end a sentence, and where a line breaks off
    in mid-sentence.
    """
    lines = _lines(text)
    column = _column(text, lines)
    out: list[Paragraph] = []
    before: Paragraph | None = None
    for line in lines:
        if before and before.group == line.group and _goes_on(text, before, line, column):
            out[-1] = Paragraph(out[-1].start, line.end, line.group)
        else:
            out.append(line)
        before = line
    return out


def told_paragraphs(marked: Sequence[Marked]) -> list[Paragraph]:
    """The blocks that a format tells as paragraphs, each a group of its own."""
    return [Paragraph(*each.span, group) for group, each in enumerate(marked)]


def _lines(text: str) -> list[Paragraph]:
    """The lines that hold more than space, trimmed, in groups."""
    lines: list[Paragraph] = []
    group = end = 0
    for found in _LINE.finditer(text):
        start = found.start()
        if start - end > 1 and lines and _blank_line(text[end:start]):
            group += 1
        end = start + len(found[0].rstrip())
        lines.append(Paragraph(start, end, group))
    return lines


def _blank_line(gap: str) -> bool:
    """Whether the space between two lines holds an empty one."""
    return gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\n") or "\u2029" in gap


def _column(text: str, lines: list[Paragraph]) -> int | None:
    """The column that the text is wrapped at; ``None`` where it is not."""
    ends = [(one, following) for one, following in pairwise(lines) if one.group == following.group]
    if len(ends) < _FEW:
        return None
    column = max(line.end - line.start for line, _ in ends)
    if not _COLUMNS[0] <= column <= _COLUMNS[1]:
        return None
    full = sum(_is_full(text, line, following, column) for line, following in ends)
    closed = sum(text[line.end - 1] in _CLOSED for line, _ in ends)
    return column if full >= _FULL * len(ends) and 2 * closed < len(ends) else None


def _is_full(text: str, line: Paragraph, following: Paragraph, column: int) -> bool:
    """Whether the first word of the next line would have passed the column."""
    word = _WORD.match(text, following.start, following.end)
    return line.end - line.start + 1 + (len(word[0]) if word else 0) > column


def _goes_on(text: str, line: Paragraph, following: Paragraph, column: int | None) -> bool:
    """Whether the next line is of the same paragraph."""
    if _LIST_MARK.match(text, following.start):
        return False
    if column is not None and _is_full(text, line, following, column):
        return True
    return (
        line.end - line.start >= _BREAKS_OFF
        and text[following.start].islower()
        and text[line.end - 1] not in _CLOSED
    )
