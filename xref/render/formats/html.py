"""The report as one self-contained page."""

from xref.model.report import Report
from xref.render import html_page
from xref.render.options import Options
from xref.render.page.build import build


def render(report: Report, options: Options) -> str:
    """The page of `report`."""
    return html_page.written(report, build(report, options), options)
