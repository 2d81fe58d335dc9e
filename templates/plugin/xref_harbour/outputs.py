"""Writes how many findings there are of each rule."""

from collections import Counter

from xref.model.report import Report
from xref.render import Format, Options


def render(report: Report, options: Options) -> str:
    """A line for each rule, the most frequent first."""
    counts = Counter(finding.rule for finding in report.findings if finding.level >= options.show)
    return "".join(f"{count:5} {rule}\n" for rule, count in counts.most_common())


TALLY = Format("tally", ".tally.txt", {"check", "report"}, "findings by rule, counted", by=render)
