"""Titles, nicknames, words mentioned and scare quotes: marks that enclose no speech."""

from xref.speech.grammar import SpeechGrammar
from xref.speech.tokens import Unit

TITLE = "Q"
"""The tag of a quotation whose neighbours show a title, a nickname or a mentioned word."""

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
    parts = words.split()
    if words.startswith("(") and words.endswith((")", ").")):
        return True
    if not parts or len(parts) > 12 or words[-1] in "?!":
        return not parts
    before, after = low[q - 1] if q else "", low[q + 1] if q + 1 < len(low) else ""
    before_tag, after_tag = tags[q - 1 : q], tags[q + 1 : q + 2]
    if before in grammar.mention or (before == "as" and low[q - 2 : q - 1] == ["known"]):
        return len(parts) < 9
    if before_tag == "P" and after_tag == "P" and len(parts) <= 3 and before not in grammar.verbs:
        return True
    if not is_title_case(parts, grammar):
        return False
    if before in grammar.works or after in grammar.works or before_tag == "y":
        return True
    if before in grammar.naming and tags[q - 2 : q - 1] in ("n", "x"):
        return True
    if after in ("a", "an", "the") and words[-1] == "," and grammar.works & set(low[q + 2 : q + 5]):
        return True
    if before == "," and q > 1 and (low[q - 2] in grammar.works or tags[q - 3 : q - 1] == "dn"):
        return bool(grammar.works & set(low[max(0, q - 4) : q - 1]))
    if len(parts) < 2:
        return False
    if before in ("of", "on"):
        return words[-1] != "," or bool(grammar.works & set(low[max(0, q - 4) : q - 1]))
    return before in ("a", "an") and words[-1] != "," and len(parts) < 6


def is_term(words: str, grammar: SpeechGrammar) -> bool:
    """Whether a quotation that no cue reaches is a title, a label or a scare quote: it is short."""
    parts = words.split()
    return len(parts) <= (4 if is_title_case(parts, grammar) else 3)


def is_heading(words: str, single: bool, grammar: SpeechGrammar) -> bool:
    """Whether a quotation that is a paragraph of its own is a heading, not speech."""
    parts = words.split()
    if words[-1] in ",?!" or not 1 < len(parts) <= 10:
        return False
    if not is_title_case(parts, grammar):
        return single and words[-1] != "." and len(parts) <= 8
    return single or words.isupper() or words[-1] != "."


def is_title_case(parts: list[str], grammar: SpeechGrammar) -> bool:
    """Whether every word that is not small in a title begins with a capital."""
    for k, part in enumerate(parts):
        core = part.strip(".,;:!?'’()[]“”\"")
        if core and core[0].islower():
            small = k > 0 and grammar.tags.get(core.lower(), "n") in _SMALL
            if not small:
                return False
    return bool(parts) and (parts[0][0].isupper() or parts[0][0].isdigit())
