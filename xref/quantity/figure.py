"""What a figure is: one number of a text with its bound words, its unit and what it counts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from xref.model.amount import Amount
from xref.model.claim import Mode
from xref.model.span import Span


class Part(StrEnum):
    """How a figure refers to a whole that was named before, or adds to one."""

    OF = "of"
    """N of the victims, N of them, N of whom."""
    OTHERS = "others"
    """N others, N other people."""
    MORE = "more"
    """N more, N additional, N extra."""
    ANOTHER = "another"
    """another N, a further N."""
    INCLUDING = "including"
    """including N, among them N."""


class Pair(NamedTuple):
    """One end of a change told by both its levels ("from 36,040 to 34,935").

    The two figures of a pair share `key`, which is unique within one text; `later` tells the
    level after the change from the one before.
    """

    key: int
    later: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as written.

    `span` covers the number with its bound words and its unit or counted noun;
    `number_span` the digits or words of the number alone; `noun_span` the counted noun
    phrase. Offsets are code points into the text that was parsed.

    `dimension` is count, duration, length, area, volume, mass, money, percentage, share,
    multiple, age, ordinal, score, temperature, speed, rate, energy, power, points ...;
    `amount.unit` is ``None`` for a plain count, a share (0.5 for "half of") and an ordinal.
    `counted` is the head of the counted noun phrase, lower case and singular,
    `counted_text` the head as written, `modifiers` the words before it, lower case. `trend`
    is "up" or "down" where the figure is a change. `also` is a conversion in brackets. `parts` are
    the two numbers of a score ("24-17") as written; its amount runs from the lower to the higher.
    """

    span: Span
    number_span: Span
    amount: Amount
    dimension: str
    counted: str | None = None
    counted_text: str | None = None
    modifiers: tuple[str, ...] = ()
    noun_span: Span | None = None
    mode: Mode = Mode.LEVEL
    trend: str | None = None
    also: Amount | None = None
    of: Part | None = None
    pair: Pair | None = None
    parts: tuple[Decimal, ...] = ()
