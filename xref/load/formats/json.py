"""JSON: one record or a list of them, an export, a JSON Feed, ninjs, or JSON-LD."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.record import Broken, Record
from xref.load.shapes import records_of
from xref.load.source import Source
from xref.load.whole import whole

DEEP = "no JSON that xref reads: nested too deep, or a number of thousands of digits"


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The file's records in order; each of several is numbered from 1."""
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
        yield Broken(DEEP)
        return
    if value == []:
        yield Broken("the list holds no record")
        return
    yield from records_of(value, source.fields, decoded.notes)
