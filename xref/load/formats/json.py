"""JSON: one record, or a list of records."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.whole import whole


def records(stream: BinaryIO) -> Iterator[Record | Broken]:
    """The file's records in order; each of a list is numbered from 1."""
    decoded = whole(stream)
    if isinstance(decoded, Broken):
        yield decoded
        return
    try:
        value = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        hint = "; one record a line belongs into a .jsonl file" if error.msg == "Extra data" else ""
        yield Broken(f"no JSON: {error.msg}, line {error.lineno} column {error.colno}{hint}")
        return
    except (ValueError, RecursionError):
        yield Broken("no JSON that xref reads: nested too deep, or a number of thousands of digits")
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
