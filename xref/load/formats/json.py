"""JSON: one record, or a list of records."""

from collections.abc import Iterator
from typing import BinaryIO

from xref.load.json_text import JsonError, parse
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.whole import whole


def records(stream: BinaryIO) -> Iterator[Record | Broken]:
    """The file's records in order; each of a list is numbered from 1."""
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
    if not isinstance(value, list):
        yield _checked(value, None, decoded.notes)
        return
    if not value:
        yield Broken("the list holds no record")
    for number, one in enumerate(value, start=1):
        yield _checked(one, number, decoded.notes)


def _checked(value: object, number: int | None, notes: tuple[str, ...]) -> Record | Broken:
    try:
        return record(value, number, notes)
    except BadRecordError as error:
        return Broken(str(error), number)
