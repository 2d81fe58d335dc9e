"""Articles as read, as JSON Lines, one ``xref.article/1`` object a line."""

from xref.model.report import Report
from xref.render import records
from xref.render.options import Options


def render(report: Report, options: Options) -> str:
    """The articles of `report` with the text that offsets count in, in order."""
    return "".join(f"{records.line(records.article_record(each))}\n" for each in report.articles)
