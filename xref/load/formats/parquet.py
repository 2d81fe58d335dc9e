"""Parquet: a table of articles, one a row."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from xref.load.extras import missing
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.source import Source

_ROWS = 64
"""The rows that are held at once."""


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The rows as records, numbered from 1."""
    stopped = missing("pyarrow", "parquet", "Parquet files")
    if stopped is not None:
        yield stopped
        return
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        table = parquet.ParquetFile(stream)
        for batch in table.iter_batches(batch_size=_ROWS, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield _record(row, number, source)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Broken(f"no Parquet that can be read: {str(error).splitlines()[0]}")
        return
    if not number:
        yield Broken("the table holds no row")


def _record(row: dict[str, object], number: int, source: Source) -> Record | Broken:
    value = {
        name: cell.isoformat() if isinstance(cell, date) else cell
        for name, cell in row.items()
        if cell is not None
    }
    try:
        return record(value, number, fields=source.fields)
    except BadRecordError as error:
        return Broken(str(error), number)
