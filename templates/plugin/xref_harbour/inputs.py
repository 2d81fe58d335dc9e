"""Reads `.tide` files: outlet and story in the first line, the text behind a line of tildes."""

from collections.abc import Iterator
from typing import BinaryIO

from xref.load import Broken, Record, Source


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The one article of a file, or why there is none."""
    head, line, text = stream.read().decode("utf-8", errors="replace").partition("\n~~~\n")
    if not line:
        yield Broken("no line of tildes behind the first")
    else:
        # Places count in `text`, which is not the whole file here.
        outlet, _, story = head.partition(";")
        yield Record(text, outlet=outlet.strip(), story=story.strip() or None, first_line=3)
