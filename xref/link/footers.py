"""Lines under articles of many stories: the same footer on three hundred pages joins nothing."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from xref.link.outside import NOWHERE, Outside
from xref.link.shingles import postings
from xref.model.article import Article, Block
from xref.model.span import Span
from xref.text.fold import fold

_SEVERAL = 3
"""Articles that must end alike before the end is a footer, ..."""
_COPY = 0.5
"""... and the share of a text from which on two articles that have it in common are copies."""


def footers(articles: Sequence[Article], outside: Outside = NOWHERE) -> dict[int, tuple[Span, ...]]:
    """The blocks at the end of each article, by its number, that others end with too.

    Copies of one text end alike as well, and share all the rest; a footer stands under texts that
    have little else in common.
    """
    lines = [[(line_of(a, b), b) for b in a.blocks] for a in articles]
    texts = [{line: len(line) for line, _ in mine} for mine in lines]
    alike: dict[tuple[int, int], float] = {}

    def in_common(one: int, other: int) -> float:
        if (one, other) not in alike:
            shared = sum(texts[one][line] for line in texts[one].keys() & texts[other].keys())
            least = min(sum(texts[one].values()), sum(texts[other].values()))
            alike[one, other] = shared / least if least else 1.0
        return alike[one, other]

    ends = set(outside.ending(dict.fromkeys(line for mine in texts for line in mine)))
    for line, numbers in postings([mine.keys() for mine in texts]).items():
        if len(numbers) >= _SEVERAL:
            shares = [in_common(*pair) for pair in pairwise(numbers)]
            if median(shares) < _COPY:
                ends.add(line)
    return {n: found for n, mine in enumerate(lines) if (found := _last(mine, ends))}


def line_of(article: Article, block: Block) -> str:
    """A block as it is compared with those of other articles."""
    return fold(block.span.of(article.text)).strip()


def _last(lines: Sequence[tuple[str, Block]], ends: set[str]) -> tuple[Span, ...]:
    """The blocks from the end on that are all footers."""
    found = []
    for line, block in reversed(lines):
        if line not in ends:
            break
        found.append(block.span)
    return tuple(found)
