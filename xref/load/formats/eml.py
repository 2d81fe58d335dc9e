"""A message of electronic mail, or a page that a browser saved as one file (MHTML)."""

from collections.abc import Iterator
from typing import BinaryIO

from xref.load.mail import message
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole_bytes


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The message's one text."""
    raw = whole_bytes(stream)
    yield raw if isinstance(raw, Broken) else message(raw)
