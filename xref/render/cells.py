"""Spreadsheets, safe from being read as formulas."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def _cell(value: object) -> object:
    """`value`, kept from being read as a formula: text that begins like one gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        safe = value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
        return f"'{safe}" if safe.startswith(_FORMULA) else safe
    return value


def spreadsheet(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """CSV of rows under a row of names."""
    out = StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()
