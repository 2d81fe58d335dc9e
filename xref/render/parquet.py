"""Claims and articles as Parquet: the same rows as the spreadsheets."""

from io import BytesIO

from xref.model.report import Report
from xref.render.rows import ARTICLE_COLUMNS, CLAIM_COLUMNS, article_rows, claim_rows

_NUMBERS = frozenset(["low", "high", "nominal"])
_OFFSETS = frozenset(["start", "end"])


def parquet(report: Report, articles: bool) -> bytes:
    """The claims of `report`, or with `articles` the blocks of its articles, as a Parquet file.

    Figures are numbers, offsets whole numbers, all else is text or null.

    Raises:
        ImportError: where pyarrow is not installed.
    """
    import pyarrow as pa
    from pyarrow.parquet import write_table

    names = ARTICLE_COLUMNS if articles else CLAIM_COLUMNS
    rows = list(article_rows(report) if articles else claim_rows(report))
    columns = {}
    for name in names:
        cells = [row[name] for row in rows]
        if name in _OFFSETS:
            columns[name] = pa.array(cells, pa.int64())
        elif name in _NUMBERS:
            columns[name] = pa.array([None if c is None else float(str(c)) for c in cells])
        else:
            columns[name] = pa.array([None if c is None else _text(c) for c in cells], pa.string())
    out = BytesIO()
    write_table(pa.table(columns), out)
    return out.getvalue()


def _text(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()
