"""The words of one sentence, with their places; built only for sentences that hold a figure."""

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from xref.model.span import Span
from xref.text.fold import fold

_WORD = re.compile(r"(\w[\w'.&]*\w|\w|[^\w\s])")


class Words(NamedTuple):
    """Tokens of ``text[span]``: `lower` folded and lower case, `raw` as written.

    A possessive keeps its "'s". `starts` and `ends` count in the text.
    """

    span: Span
    raw: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def index_at(self, offset: int) -> int:
        """The first token that ends after `offset`; the number of tokens when none does."""
        return bisect_left(self.ends, offset + 1)

    def between(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that touch `span`."""
        first = self.index_at(span.start)
        return first, max(first, bisect_left(self.starts, span.end))


def words_of(text: str, span: Span) -> Words:
    """The tokens of one sentence."""
    parts = _WORD.split(fold(span.of(text)))
    edges = list(accumulate(map(len, parts), initial=span.start))
    starts, ends = tuple(edges[1:-1:2]), tuple(edges[2:-1:2])
    raw = tuple([text[start:end] for start, end in zip(starts, ends, strict=True)])
    return Words(span, raw, tuple(parts[1::2]), starts, ends)
