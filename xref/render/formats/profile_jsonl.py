"""Profiles for programs: one JSON object a line, as in the report."""

from xref.model.report import Report
from xref.render.encoding import line
from xref.render.options import Options
from xref.render.report_records import outlet_record, profile_record


def render(report: Report, options: Options) -> str:
    """The profiles of `report` by article or by outlet, each on a line."""
    if options.by == "outlet":
        return "".join(f"{line(outlet_record(each))}\n" for each in report.outlets)
    return "".join(f"{line(profile_record(each))}\n" for each in report.profiles)
