"""Blocks, as a page or a feed gives them, to one text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from xref.load.fields import folded_words
from xref.model.article import Marked, Zone
from xref.model.span import Span

_CUT = ("…", "...", "[…]", "[...]", "[&#8230;]")
"""How a summary ends that was cut off."""


class Piece(NamedTuple):
    """The words of one block, and its zone."""

    text: str
    zone: Zone = Zone.BODY


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Marked, ...]]:
    """One text with a blank line between the pieces, and where each stands in it."""
    parts: list[str] = []
    marks: list[Marked] = []
    at = 0
    for piece in pieces:
        words = piece.text.strip()
        if not words:
            continue
        if parts:
            at += 2
        parts.append(words)
        marks.append(Marked(Span(at, at + len(words)), piece.zone))
        at += len(words)
    return "\n\n".join(parts), tuple(marks)


def with_standfirst(standfirst: str | None, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces below their standfirst, where that says more than the text and is whole.

    One that the text holds anyway is marked there if it is a block of its own.
    """
    words = folded_words(standfirst or "")
    if not standfirst or not words:
        return list(pieces)
    for place, piece in enumerate(pieces[:4]):
        if folded_words(piece.text) == words:
            told = piece._replace(zone=Zone.STANDFIRST) if len(pieces) > 1 else piece
            return [*pieces[:place], told, *pieces[place + 1 :]]
    if is_cut(standfirst) or words in folded_words(" ".join(piece.text for piece in pieces)):
        return list(pieces)
    return [Piece(standfirst, Zone.STANDFIRST), *pieces]


def is_cut(text: str) -> bool:
    """Whether a text breaks off: its last figure or sentence may be wrong."""
    return text.rstrip().endswith(_CUT)
