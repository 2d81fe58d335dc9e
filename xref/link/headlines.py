"""Names that only a headline in title case gives: "Ellison Leaves In" is Ellison, leaving.

Where every word of a headline has a capital, nothing shows where a name ends. The body shows it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from xref.compare.forms import word_set
from xref.model.article import Article, Zone
from xref.model.span import Span
from xref.text.fold import fold_marks

_WORD = re.compile(r"[^\W_][\w'-]*")
_LONG = 4
"""Letters from which on a word of a headline in sentence case has no capital."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Body:
    """The capitalised words of an article outside its headline, alone and in pairs.

    `title_case` tells that every word of the headline has a capital; where not, no word is held,
    as none is asked for. `lines` are the headlines that stand in the text itself.
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    title_case: bool
    lines: tuple[Span, ...]


def body_of(article: Article) -> Body:
    """Read the capitalised words of an article's body."""
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    lines = tuple(block.span for block in article.blocks if block.zone is Zone.HEADLINE)
    told = [article.title or "", *(line.of(article.text) for line in lines)]
    if not any(map(_in_title_case, told)):
        return Body(frozenset(), frozenset(), title_case=False, lines=lines)
    for block in article.blocks:
        if block.zone is Zone.HEADLINE:
            continue
        before = ""
        for word in _words(block.span.of(article.text)):
            if not word[0].isupper():
                before = ""
                continue
            words.add(word)
            if before:
                pairs.add((before, word))
            before = word
    return Body(frozenset(words), frozenset(pairs), title_case=True, lines=lines)


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s").rstrip("'") for word in _WORD.findall(fold_marks(text))]


def _in_title_case(headline: str) -> bool:
    long = [word for word in _words(headline)[1:] if len(word) >= _LONG]
    return len(long) >= _FEWEST and all(word[0].isupper() for word in long)


def as_told(name: str, body: Body, near: str = "") -> str | None:
    """A name as far as the body has it; ``None`` where nothing is left.

    Args:
        name: as it was read.
        body: of the article that it was read in.
        near: words that mean the person; of two names in one the one with these is taken.

    A name of an article whose headline is not in title case stays as it is.
    """
    if not body.title_case:
        return name
    words = _words(name)
    if _stands(words, body):
        return name
    runs: list[list[str]] = []
    for word in words:
        if runs and (runs[-1][-1], word) in body.pairs:
            runs[-1].append(word)
        elif word in body.words and word.lower() not in word_set("function"):
            runs.append([word])
    if not runs:
        return None
    meant = set(_words(near))
    best = max(runs, key=lambda run: (bool(meant.intersection(run)), len(run)))
    return " ".join(best)


def _stands(words: list[str], body: Body) -> bool:
    """Whether the body has a name whole, be it with other words for its initials and particles."""
    if len(words) == 1:
        return words[0] in body.words
    return all(pair in body.pairs for pair in pairwise(words))


def in_headline(place: Span, field: str, body: Body) -> bool:
    """Whether words stand in a headline in title case."""
    inside = field == "title" or any(line.covers(place) for line in body.lines)
    return body.title_case and inside
