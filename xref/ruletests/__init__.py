"""Runs the tests that sit in the rules, through the whole pipeline."""

from xref.ruletests.running import calls, documents, is_named, matches, run
from xref.ruletests.telling import junit, told
from xref.ruletests.verdicts import RuleResult, Status, Verdict

__all__ = [
    "RuleResult",
    "Status",
    "Verdict",
    "calls",
    "documents",
    "is_named",
    "junit",
    "matches",
    "run",
    "told",
]
