"""Length and readability of an article's running text: indices that need no table of syllables.

Words and letters are counted as textstat counts them, sentences are the article's own.
"""

import re
from typing import NamedTuple

from xref.model.article import Article, Zone

_READ = (Zone.STANDFIRST, Zone.BODY, Zone.LIST)
_ENDS = frozenset(".!?…\"”'’)]")
_STOPS = re.compile("[.!?]")
_QUOTE = re.compile(r"'(?![tsd]|ve|ll|re)")
"""An apostrophe that joins no short form to its word."""
_MARK = re.compile(r"[^\w\s']")
_NO_LETTER = re.compile(r"\W")
_LETTERS = 200
"""Letters below which a text is too short for an index."""
_FEW = 2
"""A sentence of so few words is none."""
_LONG = 6
"""A word of more letters is a long one."""


class Ease(NamedTuple):
    """Words and sentences of the running text, and its indices; none for a very short text."""

    words: int
    sentences: int
    indices: tuple[tuple[str, float], ...]


def ease(article: Article) -> Ease:
    """How long an article is and how hard to read, as description.

    The automated readability index (Smith and Senter, 1967) and that of Coleman and Liau (1975) are
    US school grades; LIX (Björnsson, 1968) is the mean length of a sentence in words plus the
    percentage of words of more than six letters.
    """
    told = _told(article)
    text = " ".join(told)
    words = len(_words(text))
    if not text:
        return Ease(0, 0, ())
    sentences = max(1, sum(len(_words(sentence)) > _FEW for sentence in told))
    letters = len(_NO_LETTER.sub("", text))
    if letters < _LETTERS:
        return Ease(words, sentences, ())
    written = text.split()
    a_sentence = words / sentences
    long = sum(len(_NO_LETTER.sub("", word)) > _LONG for word in written)
    automated = 4.71 * (sum(map(len, written)) / len(written)) + 0.5 * a_sentence - 21.43
    coleman_liau = 0.058 * (letters / words * 100) - 0.296 * (sentences / words * 100) - 15.8
    return Ease(
        words,
        sentences,
        (
            ("automated readability index", round(automated, 1)),
            ("coleman-liau index", round(coleman_liau, 1)),
            ("lix", round(a_sentence + 100 * long / words, 1)),
        ),
    )


def _words(text: str) -> list[str]:
    """The words, marks left out but for the apostrophe of a short form ("can't")."""
    return _MARK.sub("", _QUOTE.sub("", text)).split()


def _told(article: Article) -> list[str]:
    """The sentences of the running text, each with one full stop.

    Captions, furniture, what is printed twice and lines that do not end like a sentence are left
    out.
    """
    told = []
    for block in article.blocks:
        if block.zone not in _READ or block.repeats is not None:
            continue
        if article.text[block.span.end - 1] not in _ENDS:
            continue
        for sentence in block.sentences:
            words = sentence.of(article.text).rstrip()
            told.append(f"{_STOPS.sub('·', words[:-1])}{_STOPS.sub('', words[-1:])}.")
    return told
