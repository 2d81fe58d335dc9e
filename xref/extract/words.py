"""The words of one sentence, with their places; built only for sentences that hold a figure."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from xref.model.span import Span
from xref.text.fold import fold

_WORD = re.compile(r"\w[\w'.&]*\w|\w|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Words:
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
    sentence = fold(span.of(text))
    found = list(_WORD.finditer(sentence))
    starts = [span.start + match.start() for match in found]
    ends = [span.start + match.end() for match in found]
    raw = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lower = [match[0] for match in found]
    return Words(span, tuple(raw), tuple(lower), tuple(starts), tuple(ends))
