"""What is known of a file besides its bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import BinaryIO

from xref.load.fields import FieldMap
from xref.load.record import Broken, Record


@dataclass(frozen=True, slots=True)
class Source:
    """A file on its way to a reader.

    `name` is what it is called, in its folder or archive; its extension chooses the reader.
    `fields` say where records keep what is needed. `url` and `charset` are what an archive tells
    of a page. `depth` counts the archives around it. `dispatch` reads a member of an archive by
    its own name, `reads` tells whether there is a reader for a name.
    """

    name: str
    dispatch: "Reader"
    reads: Callable[[str], bool] = bool
    fields: FieldMap = field(default_factory=dict)
    url: str | None = None
    charset: str | None = None
    depth: int = 0

    @property
    def suffix(self) -> str:
        """The last extension of the name, lower case."""
        return PurePath(self.name).suffix.lower()

    def member(self, name: str) -> "Source":
        """A file inside this one."""
        return replace(self, name=name, depth=self.depth + 1)


Reader = Callable[[BinaryIO, Source], Iterator[Record | Broken]]
"""Reads one open file from its start: its records in order, and what in it could not be read."""
