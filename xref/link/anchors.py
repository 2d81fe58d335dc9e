"""The words around a figure that tell what it is about."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from xref.lexicon import table
from xref.model.article import Article
from xref.model.claim import Claim
from xref.text.fold import fold

_WORD = re.compile(r"[a-z][a-z']+")
_NAME = re.compile(r"[A-Z][a-z][\w'’-]*")
_BESIDE = 30
_WINDOW = 9
"""How many words on either side of a figure stand near it."""
_KEPT = 64
"""How many sentences are kept as cut: figures of one sentence come together."""
_ENDINGS = ("ing", "ed", "es", "s", "ly", "e")


@cache
def idle() -> frozenset[str]:
    """The words that tell nothing of what a figure is about."""
    function = " ".join(
        words for words in table("function_words").values() if isinstance(words, str)
    )
    return frozenset([*function.split(), *table("questions")["idle"]])


@cache
def stem(word: str) -> str:
    """A word without its regular ending; for comparing only.

    >>> stem("bombs"), stem("bombed"), stem("bombing")
    ('bomb', 'bomb', 'bomb')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] else cut
    return word


class Anchors(NamedTuple):
    """Stems of content words near a figure and in its sentence; names beside it and in it all."""

    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    all_names: frozenset[str]


class _Cut(NamedTuple):
    """The words of a sentence with their places in it; what the whole of it holds."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    stems: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=_KEPT)
def _cut(sentence: str) -> _Cut:
    found = list(_WORD.finditer(fold(sentence)))
    words = [match[0] for match in found]
    starts, ends = [match.start() for match in found], [match.end() for match in found]
    names = frozenset(name.lower() for name in _NAME.findall(sentence, 1))
    return _Cut(words, starts, ends, _stems(words), names - idle())


def anchors(claim: Claim, article: Article) -> Anchors:
    """The words of a figure's sentence; its own phrase counts as near."""
    text = article.part(claim.field)
    start, end = claim.sentence
    cut = _cut(text[start:end])
    first, last = claim.span.start - start, claim.span.end - start
    before, own = bisect_left(cut.ends, first + 1), bisect_left(cut.starts, last)
    near = _stems(cut.words[max(0, before - _WINDOW) : own + _WINDOW])
    beside = _NAME.findall(text[max(start, claim.span.start - _BESIDE) : claim.span.start])
    beside += _NAME.findall(text[claim.span.end : min(end, claim.span.end + _BESIDE)])
    names = frozenset(name.lower() for name in beside)
    return Anchors(near, cut.stems, names - idle(), cut.names)


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in words if w not in idle() and len(w) > 2)
