"""What stands around a figure: its clause, the sentences beside it, the phrases in them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.span import Span
from xref.text.fold import fold

_BREAK = re.compile(
    r"[;:()\n]| --? |, (?=(?:and|but|while|whereas|against|compared|versus|with|although|though)\b)"
)
_RIGHT = 2
"""Within so many characters words stand right behind a figure."""


def text_of(reading: Reading, span: Span) -> str:
    """The words at `span`, folded (lower case, straight quotes), as far as they are known."""
    first, last = span.start - reading.context_start, span.end - reading.context_start
    return _folded(reading)[max(0, first) : max(0, last)]


@kept
def _folded(reading: Reading) -> str:
    return fold(reading.context)


@kept
def clause(reading: Reading) -> Span:
    """The part of the figure's sentence that tells of it: between marks and joining words."""
    sentence, figure = reading.sentence, reading.claim.span
    text = text_of(reading, sentence)
    start, end = sentence
    for match in _BREAK.finditer(text):
        at = sentence.start + match.start()
        if at < figure.start:
            start = sentence.start + match.end()
        elif at >= figure.end:
            end = at
            break
    return Span(min(start, figure.start), max(end, figure.end))


def sentence_before(reading: Reading) -> Span:
    """What is known of the text ahead of the figure's sentence."""
    return Span(reading.context_start, reading.sentence.start)


def sentence_behind(reading: Reading) -> Span:
    """What is known of the text behind the figure's sentence."""
    end = reading.context_start + len(reading.context)
    return Span(reading.sentence.end, max(end, reading.sentence.end))


class Phrases:
    """Phrases that are looked for together: any of them, as whole words, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        within = "|".join(map(re.escape, ordered)) or r"(?!)"
        self.pattern = re.compile(rf"(?<![\w-])(?:{within})(?![\w-])")


@cache
def phrases(lexicon: str, *path: str) -> Phrases:
    """The phrases that stand at a path of a lexicon, none where it has no such path."""
    told: Any = table(lexicon)
    for name in path:
        told = told.get(name, ())
    return Phrases(told)


@kept
def found(reading: Reading, span: Span, phrases: Phrases) -> tuple[Span, ...]:
    """Where any of the phrases stands at `span`, left to right, as spans of the article's field."""
    start = max(span.start, reading.context_start)
    return tuple(
        Span(start + match.start(), start + match.end())
        for match in phrases.pattern.finditer(text_of(reading, span))
    )


def another_between(reading: Reading, span: Span) -> bool:
    """Whether another figure stands between the figure and `span`, or right ahead of `span`.

    The words are that figure's: "losses of 30m last year, and shutting it will cost 58m".
    """
    figure = reading.claim.span
    gap = Span(min(figure.end, span.end), max(figure.start, span.start))
    for other in reading.beside:
        if not isinstance(other.value, Quantity):
            continue
        right_ahead = 0 <= span.start - other.span.end <= _RIGHT and span.end <= figure.start
        if gap.covers(other.span) or right_ahead:
            return True
    return False


def distance(reading: Reading, span: Span) -> int:
    """How many characters lie between the figure and `span`; 0 where they touch."""
    figure = reading.claim.span
    if span.end <= figure.start:
        return figure.start - span.end
    return max(0, span.start - figure.end)
