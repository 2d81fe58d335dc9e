"""Findings as GitLab's code quality report, a JSON list of issues.

The properties are those of "Code Quality report format" in GitLab's documentation: description,
check_name, a fingerprint of its own for each issue, severity, and a location by lines.
"""

import json
from hashlib import sha256
from typing import Any

from xref.model.report import Finding, Level, Report
from xref.render import words
from xref.render.options import Options
from xref.render.places import Index, relative

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.INFO: "info"}


def _issue(index: Index, finding: Finding) -> dict[str, Any]:
    where = index.locate(finding.primary)
    return {
        "check_name": f"xref/{finding.rule}",
        "description": words.one_line(f"{finding.message} [{finding.id}]"),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": where.path,
            "lines": {"begin": where.line, "end": where.end_line},
        },
    }


def render(report: Report, options: Options) -> str:
    """The findings of `report` from ``options.show`` on, and each input that was skipped."""
    index = Index(report, options.root)
    issues = [_issue(index, each) for each in report.findings if each.level >= options.show]
    for each in report.unread:
        path = relative(each.path, options.root)
        issues.append(
            {
                "check_name": "xref/skipped",
                "description": words.one_line(f"skipped: {each.reason}"),
                "fingerprint": sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:20],
                "severity": _SEVERITIES[Level.WARNING],
                "location": {"path": path, "lines": {"begin": 1, "end": 1}},
            }
        )
    return json.dumps(issues, indent=1) + "\n"
