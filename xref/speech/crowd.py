"""Words that others call out beside what is said: "…, he said, to cries of |“Shame!”|"."""

from collections.abc import Sequence

from xref.speech.grammar import SpeechGrammar
from xref.speech.report import Report
from xref.speech.tokens import Unit

_BACK = 8
"""Tokens before a quotation in which the phrase that leads it in begins."""


def called_out(unit: Unit, reports: Sequence[Report], grammar: SpeechGrammar) -> frozenset[int]:
    """The quotations of a sentence that a crowd or a heckler calls; no report reaches to them."""
    found: set[int] = set()
    for q in sorted(unit.quotes):
        if q < 2 or unit.low[q - 1] != "of" or unit.low[q - 2] not in grammar.outcries:
            continue
        found.add(q)
        start = unit.tags.rfind("p", max(0, q - _BACK), q - 2)
        for report in reports:
            if report.right is None or start < 0 or not report.right[0] <= start < report.right[1]:
                continue
            report.right = (report.right[0], start) if start > report.right[0] else None
    return frozenset(found)
