"""Slips that two texts of a story share: who copies a sentence copies its errors.

An error that two witnesses share, and no other has, shows that one depends on the other or both on
a third (the common-error method of textual criticism; Maas, "Textkritik", 1927).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from xref.compare.names import sound
from xref.model.article import Article, Zone
from xref.model.span import Span
from xref.text.fold import fold, fold_marks

_SENTENCE = 8
"""Words of a sentence that two texts share word for word, outside quotations."""
_RIGHT = 2
"""Articles of the story that spell the name otherwise, all the same way."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Six letters, three digits and more: of less one sign makes another name or number.
_NAME = re.compile(r"(?<![\w'])[A-Z][^\W\d_]{5,}|(?<![\w.,])\d[\d,.]+\d(?!\w)")
_DIGITS = 3
_OWN = frozenset({Zone.BODY, Zone.LIST, Zone.STANDFIRST})

Shared = tuple[str, str, str]
"""Two articles, by id, and the slip that they share, in words."""


def shared_slips(
    articles: Sequence[Article], quoted: Mapping[str, Sequence[Span]]
) -> Iterator[Shared]:
    """The misspelt names and numbers that two articles of one story alone share in a sentence."""
    if len(articles) < 2 + _RIGHT:
        return
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for name in _NAME.findall(fold_marks(article.text)):
            bearers[name].add(article.id)
    near = _neighbours(bearers)
    for sentence, (text, homes) in _sentences(articles, quoted).items():
        if len(homes) != 2:
            continue
        one, other = sorted(homes)
        for name in _NAME.findall(text):
            right = [word for word in near(name) if _is_slip(bearers, name, word, homes)]
            if right:
                yield (
                    one,
                    other,
                    (
                        f"both print “{name}”, where others have “{right[0]}”, in one sentence "
                        f"(“{' '.join(sentence[:_SENTENCE])} …”)"
                    ),
                )


def _is_slip(bearers: Mapping[str, set[str]], name: str, word: str, homes: Iterable[str]) -> bool:
    """Whether `name`, which stands in `homes` alone, is a slip for `word`, which others have."""
    if bearers[name] != set(homes) or len(bearers[word]) < _RIGHT or bearers[word] & set(homes):
        return False
    if name[0].isdigit():
        return _digit_slip(name, word)
    # Another romanisation or a plural is no slip.
    same = sound(name.lower()) == sound(word.lower()) or name.rstrip("s") == word.rstrip("s")
    return not same and OSA.distance(name, word) == 1


def _digit_slip(one: str, other: str) -> bool:
    """Whether two numbers have the same digits but for one, or for two that changed places.

    Round ones, and those that differ at the end alone, may be counts of two days.
    """
    digits = ["".join(filter(str.isdigit, number)) for number in (one, other)]
    if min(map(len, digits)) < _DIGITS or digits[0][:-1] == digits[1][:-1]:
        return False
    return digits[0] != digits[1] and OSA.distance(*digits) == 1


def _neighbours(words: Iterable[str]) -> Callable[[str], list[str]]:
    """A look-up of the words that one letter may turn a word into (by shared deletions)."""
    of: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for key in _keys(word):
            of[key].append(word)

    def near(word: str) -> list[str]:
        found = {other for key in _keys(word) for other in of[key]}
        return sorted(found - {word})

    return near


def _keys(word: str) -> set[str]:
    return {word, *(word[:n] + word[n + 1 :] for n in range(1, len(word)))}


def _sentences(
    articles: Sequence[Article], quoted: Mapping[str, Sequence[Span]]
) -> dict[tuple[str, ...], tuple[str, set[str]]]:
    """The sentences outside quotations, as words, with a text and the articles that have them."""
    out: dict[tuple[str, ...], tuple[str, set[str]]] = {}
    for article in articles:
        starts = sorted(span.start for span in quoted.get(article.id, ()))
        for block in article.blocks:
            if block.zone not in _OWN or block.repeats is not None:
                continue
            for sentence in block.sentences:
                text = fold_marks(sentence.of(article.text))
                words = tuple(_WORD.findall(fold(text)))
                at = bisect_left(starts, sentence.start)
                speaks = '"' in text or (at < len(starts) and starts[at] < sentence.end)
                if len(words) >= _SENTENCE and not speaks:
                    out.setdefault(words, (text, set()))[1].add(article.id)
    return out
