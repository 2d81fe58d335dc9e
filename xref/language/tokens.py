"""Sentences as tokens with one-letter tags; a quotation may be one token.

Tags: ``P`` capitalised name, ``n`` other word (noun, adjective, unknown verb), ``C`` number,
``d`` determiner, ``h`` subject pronoun, ``o`` object pronoun, ``p`` preposition, ``t`` to,
``c`` conjunction, ``s`` subordinator, ``x`` auxiliary or negation, ``b`` verb that reports nothing,
``v`` verb that may report, ``e`` word in -ed, ``g`` word in -ing, ``r`` adverb, ``T`` time word,
``y`` possessive, ``q`` quotation, ``Q`` title in marks, ``,`` ``.`` ``:`` ``;`` ``-`` ``(`` ``)``
``'`` marks, ``?`` any other mark.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from xref.model.span import Span

_CLITIC = r"(?:[sSdmDM]|ll|re|ve)(?![^\W_])"
# Plain letters are tried before all others: a class of few ranges is read several times faster.
_WORD = r"(?:[A-Za-z0-9]++[^\W_]*+|[^\W_]++)"
_TIED = rf"(?:(?:[-.&/]|['’](?!{_CLITIC})){_WORD})*+\.?"
_TOKEN = re.compile(
    rf"(\d+(?:[.,]\d+)*+(?::\d\d)?{_WORD}?{_TIED}"
    rf"|[A-Za-z](?:\.(?:[A-Za-z]\.)++|[A-Za-z0-9]*+[^\W_]*+{_TIED})"
    rf"|[@#]?{_WORD}{_TIED}|['’]{_CLITIC}|--+|_+|\.{{2,}}|[^\w\s])"
)


def cut(text: str, start: int, end: int, most: int = 0) -> tuple[list[str], list[int], list[int]]:
    """The tokens of ``text[start:end]`` as written, and where each begins and ends in `text`.

    With `most` only so many are cut.
    """
    parts = _TOKEN.split(text[start:end], most)
    edges = list(accumulate(map(len, parts), initial=start))
    return parts[1::2], edges[1:-1:2], edges[2:-1:2]


@dataclass(slots=True)
class Tagged:
    """A sentence as tokens.

    `low` holds the words lower-cased with straight apostrophes; `tags` one letter a token; `starts`
    and `ends` count in the text. `quotes` maps the index of a ``q`` token to the number of its
    quotation, `closing` holds those whose last mark a comma could stand for.
    """

    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: str = ""
    quotes: dict[int, int] = field(default_factory=dict)
    closing: set[int] = field(default_factory=set)

    def chars(self, first: int, last: int) -> Span:
        """The span of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])

    def cut(self, words: list[str], text: str, start: int, end: int) -> None:
        """Append the tokens of ``text[start:end]``, as written to `words`; tags are left to do."""
        found, starts, ends = cut(text, start, end)
        words.extend(found)
        self.starts.extend(starts)
        self.ends.extend(ends)

    def trim_final_dots(self, words: list[str]) -> None:
        """Take the full stop off a word that ends the sentence or stands before a quotation."""
        for k in (len(words) - 1, *(q - 1 for q in self.quotes if q)):
            word = words[k] if k >= 0 else ""
            if len(word) > 2 and word[-1] == "." and word[0].isalnum() and "." not in word[:-1]:
                words[k] = word[:-1]
                self.ends[k] -= 1
