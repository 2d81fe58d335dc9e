"""Titles, nicknames, words mentioned and scare quotes: marks that enclose no speech."""

from xref.speech.grammar import SpeechGrammar
from xref.speech.cues import Report
from xref.speech.tokens import Unit


def is_term(unit: Unit, q: int, words: str, report: Report | None, grammar: SpeechGrammar) -> bool:
    """Whether the quotation token `q` is a title, a nickname or a word that is only mentioned."""
    low, tags = unit.low, unit.tags
    before = low[q - 1] if q else ""
    parts = words.split()
    if not parts:
        return True
    if before in grammar.mention or (before == "as" and q > 1 and low[q - 2] in ("known", "dubbed")):
        return True
    if _title_case(parts, grammar) and len(parts) <= 9 and words[-1:] not in "!?":
        adjacent = report is not None and (tags[q - 1 : q] in ("v", ",", ":") or tags[q + 1 : q + 2] in ("v", "P"))
        near = {before, low[q + 1] if q + 1 < len(low) else "", low[q - 2] if q > 1 else ""}
        if near & grammar.works or (tags[q - 1 : q] == "y"):
            return True
        if len(parts) > 1 and not adjacent:
            return True
    return False


def _title_case(parts: list[str], grammar: SpeechGrammar) -> bool:
    """Whether every word that could be small in a title is, and all others begin with a capital."""
    for k, part in enumerate(parts):
        core = part.strip(".,;:!?'’()")
        if core and core[0].islower() and (k == 0 or grammar.tags.get(core.lower()) not in ("d", "p", "t", "c", "s")):
            return False
    return parts[0][:1].isupper() or parts[0][:1].isdigit()
