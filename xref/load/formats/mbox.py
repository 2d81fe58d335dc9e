"""mbox: a file of messages, as mail programs export them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from xref.load.mail import message
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import MAX_BYTES, too_long

_FROM = b"From "
_LINE = 1_000_000
"""The most bytes of a line that are looked at at once."""


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The messages, numbered from 1."""
    number = 0
    for number, raw in enumerate(_messages(stream), start=1):
        if len(raw) > MAX_BYTES:
            yield Broken(too_long("the message"), number)
        else:
            yield replace(message(raw), number=number)
    if not number:
        yield Broken('no mbox: it does not begin with "From "')


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages between lines that begin with "From " after a blank line."""
    if not stream.readline(_LINE).startswith(_FROM):
        return
    lines: list[bytes] = []
    size = 0
    blank = False
    while line := stream.readline(_LINE):
        if blank and line.startswith(_FROM):
            yield b"".join(lines)
            lines.clear()
            size = 0
        else:
            if size <= MAX_BYTES:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    yield b"".join(lines)
