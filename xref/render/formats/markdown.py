"""The report as markdown."""

from xref.model.report import Report
from xref.render.options import Format, Options


def render(report: Report, options: Options) -> str:
    """The findings of `report`."""
    import html

    lines = [f"{each.level.label}: {each.message}" for each in report.findings]
    return html.escape("\n".join(lines)) + "\n"


FORMAT = Format(
    name="markdown",
    suffix=".md",
    commands=frozenset({"report"}),
    render=render,
    about="the report as markdown",
)
