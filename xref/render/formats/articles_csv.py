"""Articles as read, as a spreadsheet: one row a block, with its zone."""

from xref.model.report import Report
from xref.render.cells import spreadsheet
from xref.render.options import Options
from xref.render.rows import ARTICLE_COLUMNS, article_rows


def render(report: Report, options: Options) -> str:
    """The blocks of the articles of `report`, in order, under a header row."""
    return spreadsheet(ARTICLE_COLUMNS, article_rows(report))
