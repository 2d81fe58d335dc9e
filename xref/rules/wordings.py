"""Whether the words that a rule names are those of a claim: in any case, number or regular form."""

import re
from collections.abc import Callable
from functools import lru_cache

from xref.lexicon.nouns import singular
from xref.rules.values import Words
from xref.text.fold import fold

WORD = re.compile(r"\w+(?:['.]\w+)*")
_NEAR_ENDINGS = ("", "s", "es", "d", "ed", "ing")


def among(words: Words | None, test: Callable[[str], bool]) -> bool:
    """Whether any of the words asked for passes a test, and none of those ruled out."""
    if words is None:
        return True
    return (not words.any or any(map(test, words.any))) and not any(map(test, words.not_))


def in_text(words: Words | None, value: str | None) -> bool:
    """Each word matches where it stands in `value`; "none" and "any" tell if there is one."""

    def test(word: str) -> bool:
        if word in ("none", "any"):
            return (value is None) == (word == "none")
        return value is not None and said_in(word, value)

    return among(words, test)


def said_in(word: str, value: str) -> bool:
    """Whether the words of `word` stand in `value` one after the other, in any case or number."""
    wanted, given = _words(word), _words(value)
    width = len(wanted)
    return any(given[at : at + width] == wanted for at in range(len(given) - width + 1))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(singular(match[0]) for match in WORD.finditer(fold(text)))


def stands_in(near: Words | None, sentence: str) -> bool:
    """Whether words stand in a sentence: single ones in any regular form, phrases as written."""
    words, line = _held(sentence)

    def test(word: str) -> bool:
        if " " in word:
            return _held(word)[1] in line
        return not words.isdisjoint(_forms(word))

    return among(near, test)


@lru_cache(maxsize=1024)
def _held(text: str) -> tuple[frozenset[str], str]:
    """The words of a sentence or phrase, and the same as one line with spaces around each."""
    listed = WORD.findall(fold(text))
    return frozenset(listed), f" {' '.join(listed)} "


@lru_cache(maxsize=1024)
def _forms(word: str) -> frozenset[str]:
    """A word with its regular inflections."""
    low = fold(word)
    forms = {low + ending for ending in _NEAR_ENDINGS}
    if low.endswith("e"):
        forms.add(low[:-1] + "ing")
    if low.endswith("y"):
        forms |= {low[:-1] + "ies", low[:-1] + "ied"}
    if len(low) > 2 and low[-1] not in "aeiouwxy":
        forms |= {low + low[-1] + "ed", low + low[-1] + "ing"}
    return frozenset(forms)
