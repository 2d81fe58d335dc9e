"""Claims as a spreadsheet: one row a claim, the fields that a reader sorts and filters by."""

from xref.model.report import Report
from xref.render.cells import spreadsheet
from xref.render.options import Options
from xref.render.rows import CLAIM_COLUMNS, claim_rows


def render(report: Report, options: Options) -> str:
    """The claims of `report`, in order, under a header row."""
    return spreadsheet(CLAIM_COLUMNS, claim_rows(report))
