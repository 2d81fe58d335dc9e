"""Plain text: the file is one text, as it is."""

from collections.abc import Iterator
from typing import BinaryIO

from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The file's one text."""
    decoded = whole(stream)
    if isinstance(decoded, Broken):
        yield decoded
    else:
        yield Record(decoded.text, notes=decoded.notes)
