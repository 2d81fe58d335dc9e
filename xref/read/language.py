"""Whether a text is in a language that xref reads, by the share of its most frequent words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_READ = "English"
_CODE = "en"
_WORD = re.compile(r"[^\W\d_]+")
_COMMONEST = " the "
_COMMON = 0.02
"""A word that no other language has, and the share of it that shows English at once."""
_SAMPLE = 3_000
"""Characters from the start, and from the middle, of the text that are looked at."""
_ENOUGH = 40
"""Words from which a text without frequent English words is no English text."""
_FEW = 8
"""Words from which another language can be told."""
_ENGLISH = 0.04
"""The share of frequent words that any English prose has; it commonly is above 0.3."""
_OTHER = 0.15
"""The share of another language's frequent words that shows it."""


@dataclass(frozen=True, slots=True)
class LanguageGrammar:
    """Frequent words of languages, and the names of scripts."""

    read: frozenset[str]
    others: Mapping[str, frozenset[str]]
    scripts: Mapping[str, str]


def language_grammar(words: Mapping[str, Any]) -> LanguageGrammar:
    """Compile the lexicon of languages."""
    return LanguageGrammar(
        read=frozenset(words["read"]),
        others={name: frozenset(each) for name, each in words["others"].items()},
        scripts=dict(words["scripts"]),
    )


def unread_language(text: str, told: str | None, grammar: LanguageGrammar) -> str | None:
    """Why a text is not read; ``None`` for English, and where the text is too short to tell.

    `told` is the record's language as a tag ("en", "de-AT"); it is believed.
    """
    if told:
        code = re.split(r"[-_]", told.lower())[0]
        if code in (_CODE, "eng", _READ.lower()):
            return None
        return f'the record says that it is in the language "{told}"; xref reads {_READ}'
    middle = max(_SAMPLE, (len(text) - _SAMPLE) // 2)
    sample = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}".lower()
    if sample.count(_COMMONEST) > _COMMON * sample.count(" "):
        return None
    words = _WORD.findall(sample)
    if len(words) < _FEW and sample.isascii():
        return None
    script = _script(sample, grammar)
    if script is not None:
        return f"it looks like {script}; xref reads {_READ}"
    if len(words) < _FEW:
        return None
    held = Counter(words)
    english = _share(held, grammar.read, len(words))
    if english >= _OTHER:
        return None
    best, share = max(
        ((name, _share(held, each, len(words))) for name, each in grammar.others.items()),
        key=lambda found: found[1],
    )
    if share >= _OTHER and share > 2 * english:
        return f"it looks like {best}; xref reads {_READ}"
    if len(words) >= _ENOUGH and english < _ENGLISH:
        return f"it does not look like {_READ}, which is what xref reads"
    return None


def _share(held: Counter[str], frequent: frozenset[str], words: int) -> float:
    return sum(held[word] for word in frequent) / words


def _script(sample: str, grammar: LanguageGrammar) -> str | None:
    """The writing of most letters where that is not Latin."""
    if sample.isascii():
        return None
    letters = [char for char in sample[:1000] if char.isalpha()]
    foreign = [char for char in letters if char > "\u024f"]
    if len(foreign) * 2 <= len(letters):
        return None
    names = Counter(re.split(r"[ -]", unicodedata.name(char, "?"))[0] for char in foreign)
    name = names.most_common(1)[0][0]
    return grammar.scripts.get(name, "a language in another script")
