"""Spreadsheets, safe from being read as formulas."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from xref.text.display import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def _cell(value: object) -> object:
    """`value`, fit for a terminal and kept from being read as a formula.

    Text that begins like a formula gets an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        safe = visible(value)
        return f"'{safe}" if safe.startswith(_FORMULA) else safe
    return value


def spreadsheet(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """CSV of rows under a row of names."""
    out = StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writerow({name: _cell(name) for name in columns})
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()
