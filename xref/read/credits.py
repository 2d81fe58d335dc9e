"""Where the credit of a picture begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_TAIL = 180
"""The longest credit, in characters."""
_WORTH = re.compile(
    r"[/\\|]|[)\]]\W?\Z|[Cc]redit|[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]ourtesy|[Ss]ource"
)
_SENTENCE_MARKS = frozenset('.!?”"')
_JOINT = re.compile(r"\s*[/\\|]\s*|\s+via\s+|,\s+")
_SLASHED = re.compile(r"[/\\]|\svia\s")
_GOES_ON = re.compile(r"[a-z]{2}\.\s+[A-Z]")
_SMALL = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "de",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "iStock",
        "dpa",
    ]
)
_SENTENCE_END = re.compile(r"(?<!\s[A-Z])[.!?…][\"”’')\]]*\s*(?=[^\W\d_a-z])|\n\s*|\s*[|–—]\s+")


@dataclass(frozen=True, slots=True)
class CreditGrammar:
    """The labels and agencies by which a credit is known."""

    labelled: re.Pattern[str]
    agencies: frozenset[str]


def credit_grammar(words: Mapping[str, Any]) -> CreditGrammar:
    """Compile the lexicon of credits."""
    labels = "|".join(sorted(map(re.escape, words["labels"]), key=len, reverse=True))
    return CreditGrammar(
        labelled=re.compile(rf"(?:{labels})\b(?:\s*(?::|\.\.\.|…|/)|(?<=\bby)\s|(?<=\bof)\s)"),
        agencies=frozenset(words["agencies"]),
    )


def credit_start(text: str, start: int, end: int, grammar: CreditGrammar) -> int | None:
    """Where the credit at the end of ``text[start:end]`` begins; `start` where it is all credit.

    ``None`` where there is none. A credit stands in brackets, or follows the end of a sentence,
    a bar or the line's start; it opens with a label ("Photo:") or names an agency ("Name/Agency",
    "via Agency").
    """
    near = max(start, end - _TAIL)
    if not _worth(text, near, end):
        if end - start < _TAIL and text[start:end].strip(" .()") in grammar.agencies:
            return start
        return None
    bracket = _bracket(text, near, end)
    if bracket is not None and _is_credit(text[bracket + 1 : end].rstrip(" .)]"), grammar, False):
        return bracket
    places = [place.end() for place in _SENTENCE_END.finditer(text, near, end)]
    if near == start:
        places.append(start)
    for place in places:
        words = text[place:end].rstrip(" .")
        if _is_credit(words, grammar, place == start):
            return place
    return None


def _worth(text: str, near: int, end: int) -> bool:
    """Whether the end of a paragraph could be a credit, told quickly."""
    if text[end - 1] in _SENTENCE_MARKS:
        find = text.find
        return (
            find("/", near, end) >= 0
            or find("\\", near, end) >= 0
            or find("hoto", near, end) >= 0
            or find("ourtesy", near, end) >= 0
        ) or find(" via ", near, end) >= 0
    return _WORTH.search(text, near, end) is not None


def _bracket(text: str, near: int, end: int) -> int | None:
    """Where the bracket that ends the stretch opens."""
    last = text[near:end].rstrip(" .")
    if not last or last[-1] not in ")]":
        return None
    opening = max(last.rfind("("), last.rfind("["))
    inner = last.rfind(")", 0, len(last) - 1)
    if opening < 0:
        return None
    if inner > opening:  # a bracket inside the bracket
        opening = last.rfind("(", 0, opening)
    return near + opening if opening >= 0 else None


def _is_credit(words: str, grammar: CreditGrammar, alone: bool) -> bool:
    """Whether the words are a credit and nothing else; `alone`: no caption stands before them."""
    if not words or len(words) > _TAIL:
        return False
    label = grammar.labelled.match(words.lower())
    if label:
        return len(words) - label.end() > 1 and not _GOES_ON.search(words, label.end())
    if words in grammar.agencies:
        return True
    parts = _JOINT.split(words)
    if len(parts) < 2 or not all(map(_named, parts)):
        return False
    if parts[-1] in grammar.agencies or parts[0] in grammar.agencies:
        return True
    return not alone and len(parts[0].split()) > 1 and _SLASHED.search(words) is not None


def _named(part: str) -> bool:
    """Whether a part of a credit is a name: capitals throughout but for small joining words."""
    words = part.split()
    return 0 < len(words) <= 6 and all(
        word[:1].isupper() or word in _SMALL or (place and word[:1].isdigit())
        for place, word in enumerate(words)
    )
