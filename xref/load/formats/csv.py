"""CSV and TSV: a table of articles, one a row, below a row of names."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.fields import folded
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.source import Source
from xref.load.whole import MAX_BYTES, whole

_MARKS = ",;\t|"


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The rows as records, numbered by the line on which they begin."""
    decoded = whole(stream)
    if isinstance(decoded, Broken):
        yield decoded
        return
    text = decoded.text
    head = text[: text.find("\n")] if "\n" in text else text
    mark = "\t" if source.suffix == ".tsv" else max(_MARKS, key=head.count)
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [name.strip() for name in next(rows, [])]
        if len({folded(name) for name in names if name}) < 2:
            yield Broken("its first row names no columns; a table needs at least text and outlet")
            return
        line = rows.line_num + 1
        empty = True
        for row in rows:
            if any(cell.strip() for cell in row):
                empty = False
                yield _record(names, row, line, source, decoded.notes)
            line = rows.line_num + 1
    except csv.Error as error:
        yield Broken(f"no CSV: {error}", rows.line_num)
        return
    if empty:
        yield Broken("the table holds no row")


def _record(
    names: list[str], row: list[str], line: int, source: Source, notes: tuple[str, ...]
) -> Record | Broken:
    if len(row) > len(names):
        return Broken(f"the row has {len(row)} cells, the first row {len(names)}", line)
    value = {name: cell for name, cell in zip(names, row, strict=False) if name and cell.strip()}
    try:
        return record(value, line, notes, fields=source.fields, first_line=line)
    except BadRecordError as error:
        return Broken(str(error), line)
