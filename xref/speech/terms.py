"""Titles, nicknames, words mentioned and scare quotes: marks that enclose no speech."""

from xref.speech.grammar import SpeechGrammar
from xref.speech.tokens import Unit

TITLE = "Q"
"""The tag that a quotation token gets where its neighbours show a title, a nickname or a mentioned word."""

_SMALL = frozenset("dptcsx")


def mark_titles(unit: Unit, texts: dict[int, str], grammar: SpeechGrammar) -> None:
    """Retag the quotation tokens that plainly are no speech; `texts` holds what each encloses."""
    found = [q for q, words in texts.items() if _plainly_title(unit, q, words, grammar)]
    if found:
        tags = list(unit.tags)
        for q in found:
            tags[q] = TITLE
        unit.tags = "".join(tags)


def _plainly_title(unit: Unit, q: int, words: str, grammar: SpeechGrammar) -> bool:
    low, tags = unit.low, unit.tags
    before, after = low[q - 1] if q else "", low[q + 1] if q + 1 < len(low) else ""
    before_tag, after_tag = tags[q - 1 : q], tags[q + 1 : q + 2]
    parts = words.split()
    if not parts or len(parts) > 12 or words[-1] in "?!":
        return not parts
    if before in grammar.mention or (before == "as" and low[q - 2 : q - 1] == ["known"]):
        return len(parts) < 9
    if before_tag == "P" and after_tag == "P" and len(parts) <= 3 and before not in grammar.verbs:
        return True
    if not is_title_case(parts, grammar):
        return False
    if before in grammar.works or after in grammar.works or before_tag == "y":
        return True
    if words[-1] == "," and after in ("a", "an", "the") and q + 4 < len(low) and grammar.works & set(low[q + 2 : q + 5]):
        return True
    return len(parts) > 1 and before in ("of", "on") and words[-1] != ","


def is_term(unit: Unit, q: int, words: str, grammar: SpeechGrammar) -> bool:
    """Whether a quotation that no cue reaches is a title, a label or a scare quote."""
    parts = words.split()
    if is_title_case(parts, grammar):
        return len(parts) <= 4
    return len(parts) <= 3


def is_title_case(parts: list[str], grammar: SpeechGrammar) -> bool:
    """Whether every word that is not small in a title begins with a capital."""
    for k, part in enumerate(parts):
        core = part.strip(".,;:!?'’()[]“”\"")
        if core and core[0].islower() and (k == 0 or grammar.tags.get(core.lower(), "n") not in _SMALL):
            return False
    return parts[0][:1].isupper() or parts[0][:1].isdigit()
