"""Length and readability of an article's running text, measured by textstat.

textstat and what it loads cost most of a second, so it is imported where a profile is first
written. Only what needs no table of syllables is asked of it: that would be fetched over the
network.
"""

import re
from typing import NamedTuple

from xref.model.article import Article, Zone

_READ = (Zone.STANDFIRST, Zone.BODY, Zone.LIST)
_ENDS = frozenset(".!?…\"”'’)]")
_STOPS = re.compile("[.!?]")
_LETTERS = 200
"""Letters below which a text is too short for an index."""


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
    from textstat import textstat

    text = _handed(article)
    if not text:
        return Ease(0, 0, ())
    length = textstat.lexicon_count(text), textstat.sentence_count(text)
    if textstat.letter_count(text) < _LETTERS:
        return Ease(*length, ())
    return Ease(
        *length,
        (
            ("automated readability index", round(textstat.automated_readability_index(text), 1)),
            ("coleman-liau index", round(textstat.coleman_liau_index(text), 1)),
            ("lix", round(textstat.lix(text), 1)),
        ),
    )


def _handed(article: Article) -> str:
    """The running text as textstat takes it: the article's own sentences, one full stop in each.

    textstat ends a sentence at every full stop, also at that of "Oct. 8" and of "9.5". Captions,
    furniture, what is printed twice and lines that do not end like a sentence are left out.
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
    return " ".join(told)
