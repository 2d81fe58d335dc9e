"""Claims as JSON Lines, one ``xref.claim/1`` object a line."""

from xref.model.report import Report
from xref.render import records
from xref.render.options import Options


def render(report: Report, options: Options) -> str:
    """The claims of `report`, in order."""
    return "".join(f"{records.line(records.claim_record(each))}\n" for each in report.claims)
