"""How hard a text is to read, by three indices that need no table of syllables.

Formulas and counts are those of textstat, but the sentences are the article's own, which no
abbreviation cuts in two. Importing textstat would take longer than reading a hundred articles.
"""

import re
from typing import NamedTuple

from xref.model.article import Article, Zone

_READ = (Zone.STANDFIRST, Zone.BODY, Zone.LIST)
_LETTERS = 200
"""Letters below which a text is too short for an index."""
_WORD = re.compile(r"[^\W_](?:[\w’'-]*[^\W_])?")
_LONG = 6
"""Letters above which LIX calls a word long."""
_ENDS = frozenset(".!?…\"'”’)]")
_JOINTS = str.maketrans("", "", "’'-")


class Counts(NamedTuple):
    """What the indices are made of: `characters` without spaces, `letters` also without marks."""

    characters: int
    letters: int
    words: int
    long_words: int
    sentences: int


def readability(article: Article) -> tuple[tuple[str, float], ...]:
    """The indices of an article's running text, as description; none for a very short text.

    The automated readability index (Smith and Senter, 1967) and that of Coleman and Liau (1975) are
    US school grades; LIX (Björnsson, 1968) is the mean length of a sentence in words plus the
    percentage of words of more than six letters.
    """
    counts = count(article)
    if counts.letters < _LETTERS:
        return ()
    per_sentence = counts.words / counts.sentences
    per_word = counts.letters / counts.words
    return (
        (
            "automated readability index",
            round(4.71 * counts.characters / counts.words + 0.5 * per_sentence - 21.43, 1),
        ),
        ("coleman-liau index", round(5.8 * per_word - 29.6 / per_sentence - 15.8, 1)),
        ("lix", round(per_sentence + 100 * counts.long_words / counts.words, 1)),
    )


def count(article: Article) -> Counts:
    """The counts of an article's running text.

    Captions, furniture, repeats and lines that do not end like a sentence are left out.
    """
    characters = letters = words = long_words = sentences = 0
    for block in article.blocks:
        if block.zone not in _READ or block.repeats is not None:
            continue
        text = block.span.of(article.text)
        if text[-1] not in _ENDS:
            continue
        found = [word.translate(_JOINTS) for word in _WORD.findall(text)]
        lengths = list(map(len, found))
        characters += sum(map(len, text.split()))
        letters += sum(lengths)
        words += len(lengths)
        long_words += sum(length > _LONG for length in lengths)
        sentences += len(block.sentences)
    return Counts(characters, letters, words, long_words, sentences)
