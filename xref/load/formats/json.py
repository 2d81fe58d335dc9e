"""JSON: one record or a list of them, an export, a JSON Feed, ninjs, or JSON-LD."""

from collections.abc import Iterator
from typing import BinaryIO

from xref.load.json_text import JsonError, parse
from xref.load.record import Broken, Record
from xref.load.shapes import records_of
from xref.load.source import Source
from xref.load.whole import whole


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The file's records in order; each of several is numbered from 1."""
    decoded = whole(stream)
    if isinstance(decoded, Broken):
        yield decoded
        return
    try:
        value = parse(decoded.text)
    except JsonError as error:
        hint = "; one record a line belongs into a .jsonl file" if error.more else ""
        where = f" from line {error.line}, column {error.column} on" if error.line else ""
        yield Broken(f"{error}{where}{hint}")
        return
    if value == []:
        yield Broken("the list holds no record")
        return
    yield from records_of(value, source.fields, decoded.notes)
