"""The formats that xref reads, one file each; a new format is one file here and one line below."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from xref.load.formats import json, jsonl, md, txt
from xref.load.record import Broken, Record

Reader = Callable[[BinaryIO], Iterator[Record | Broken]]
"""Reads one open file from its start: its records in order, and what in it could not be read."""

FORMATS: dict[str, Reader] = {
    ".json": json.records,
    ".jsonl": jsonl.records,
    ".md": md.records,
    ".txt": txt.records,
}
"""The reader of each file extension, lower case."""
