"""Tables in running text: a row's bare number counts what the heading of its column names."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from xref.model.amount import Unit
from xref.quantity import left_out, nouns
from xref.quantity.draft import Draft
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.tokens import Tokens
from xref.quantity.unit_phrases import words_at

_BARS = ("|", "\t")


class Cell(NamedTuple):
    """A cell of a row by its tokens (`last` exclusive), and those of its column's heading."""

    first: int
    last: int
    heading: tuple[int, int]


class _Line(NamedTuple):
    """The cells of one line, each as a range of characters."""

    cells: tuple[tuple[int, int], ...]


def cells(t: Tokens) -> list[Cell]:
    """The cells below a heading of all tables of a text, in order.

    A table is two lines or more, one below the other, of as many cells, parted by bars or tabs; its
    first line, the heading, has no digits.
    """
    found: list[Cell] = []
    heading: _Line | None = None
    start = 0
    for text in t.text.split("\n"):
        line = _line(text, start)
        if not text.strip():
            pass  # a page's rows are paragraphs
        elif line is None:
            # A rule of dashes parts the heading of a table from its rows.
            heading = heading if _rules(text) else None
        elif heading is None or len(line.cells) != len(heading.cells):
            heading = line if not any(c.isdecimal() for c in text) else None
        else:
            for cell, head in zip(line.cells, heading.cells, strict=True):
                found.append(Cell(*_tokens(t, cell), _tokens(t, head)))
        start += len(text) + 1
    return found


def _rules(text: str) -> bool:
    return bool(text.strip()) and not text.strip(" |:-+=\t")


def _line(text: str, start: int) -> _Line | None:
    """The cells of a line; ``None`` where it has fewer than two, or is a rule."""
    mark = next((mark for mark in _BARS if mark in text), None)
    if mark is None or _rules(text):
        return None
    parts = text.split(mark)
    at = start
    ranges: list[tuple[int, int]] = []
    for part in parts:
        ranges.append((at, at + len(part)))
        at += len(part) + 1
    if mark == "|":
        # The outer bars of "| Orra | 340 |" part no cells.
        ranges = ranges[not parts[0].strip() : len(ranges) - (not parts[-1].strip())]
    return _Line(tuple(ranges)) if len(ranges) > 1 else None


def _tokens(t: Tokens, cell: tuple[int, int]) -> tuple[int, int]:
    first = bisect_right(t.ends, cell[0], 0, t.size)
    return first, max(first, bisect_right(t.starts, cell[1] - 1, 0, t.size))


def table(t: Tokens) -> "Table | None":
    """The tables of a text; ``None`` where it has none."""
    found = cells(t) if any(mark in t.text for mark in _BARS) else []
    return Table(found) if found else None


class Table:
    """The cells of a text, to be found by a token."""

    def __init__(self, found: list[Cell]) -> None:
        self._cells = found
        self._firsts = [cell.first for cell in self._cells]

    def at(self, i: int) -> Cell | None:
        """The cell that token `i` stands in."""
        k = bisect_right(self._firsts, i) - 1
        return self._cells[k] if k >= 0 and i < self._cells[k].last else None

    def alone(self, first: int, last: int) -> Cell | None:
        """The cell that holds nothing but the tokens from `first` to `last`."""
        cell = self.at(first)
        return cell if cell is not None and (cell.first, cell.last) == (first, last) else None


def name(t: Tokens, drafts: Sequence[Draft], found: Table, g: Grammar) -> None:
    """Give bare numbers that are alone in their cells the noun or the unit of the heading."""
    for d in drafts:
        cell = found.alone(d.first, d.last) if d.bare and d.dimension == "count" else None
        if cell is None:
            continue
        if _measured(t, d, cell, g):
            continue
        head = _plural(t, cell, g)
        if head >= 0:
            d.noun = Counted(cell.heading[0], head + 1, head)


def _measured(t: Tokens, d: Draft, cell: Cell, g: Grammar) -> bool:
    """Give a number the unit of its heading: "Length (km)", "Share, %", "Cost (€m)"."""
    first, last = cell.heading
    for k in range(first, last):
        bracketed = t.gaps[k].rstrip(" ").endswith(("(", "["))
        if not (bracketed or k == last - 1):
            continue
        unit, end = _unit(t, k, bracketed, g)
        if unit is None:
            continue
        scale = g.numbers.money_letters.get(t.words[end]) if end == last - 1 else None
        if end == last or scale is not None:
            d.unit, d.dimension = unit, unit.dimension
            if scale is not None:
                left_out.multiply(d, scale)
            return True
    return False


def _unit(t: Tokens, k: int, bracketed: bool, g: Grammar) -> tuple[Unit | None, int]:
    """The unit at token `k` of a heading, and the token after it."""
    sign = g.units.signs.get(t.words[k])
    if sign is not None:
        return sign, k + 1
    written = t.written(k)
    unit = g.units.symbols.get(written)
    if unit is None and bracketed:
        unit = g.units.short.get(written)
    if unit is not None:
        return unit, k + 1
    named = words_at(t, k, g.units) if bracketed else None
    return (None, k) if named is None else named


def _plural(t: Tokens, cell: Cell, g: Grammar) -> int:
    """The first plural of a heading, which its numbers count; -1 for none."""
    first, last = cell.heading
    return next((k for k in range(first, last) if nouns.plural_at(t, k, g.nouns)), -1)
