"""Sentences as tokens with one-letter tags; what stands inside quote marks is one token.

Tags: ``P`` capitalised name, ``n`` other word (noun, adjective, unknown verb), ``C`` number,
``d`` determiner, ``h`` subject pronoun, ``o`` object pronoun, ``p`` preposition, ``t`` to,
``c`` conjunction, ``s`` subordinator, ``x`` auxiliary or negation, ``b`` verb that reports nothing,
``v`` verb that may report, ``e`` word in -ed, ``g`` word in -ing, ``r`` adverb, ``T`` time word,
``y`` possessive, ``q`` quotation, ``Q`` title in marks, ``,`` ``.`` ``:`` ``;`` ``-`` ``(`` ``)``
``'`` marks, ``?`` any other mark.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked
from xref.speech.tagging import tagged

_CLITIC = r"(?:[sSdmDM]|ll|re|ve)(?![^\W_])"
# Plain letters are tried before all others: a class of few ranges is read several times faster.
_WORD = r"(?:[A-Za-z0-9]++[^\W_]*+|[^\W_]++)"
_TIED = rf"(?:(?:[-.&/]|['’](?!{_CLITIC})){_WORD})*+\.?"
_TOKEN = re.compile(
    r"([A-Za-z0-9](?:(?<=[A-Za-z])\.(?:[A-Za-z]\.)++"
    rf"|[A-Za-z0-9]*+[^\W_]*+{_TIED})"
    rf"|[@#]?{_WORD}{_TIED}|['’]{_CLITIC}|--+|\.{{2,}}|[^\w\s])"
)
_PROMISE = frozenset(",?!—-")


@dataclass(slots=True)
class Unit:
    """One sentence, or several that a quotation joins.

    `low` holds the words lower-cased with straight apostrophes; `tags` one letter a token; `quotes`
    maps the index of a ``q`` token to the number of its quotation, `closing` holds those whose
    last mark promises a cue.
    """

    number: int
    block: int
    span: Span
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: str = ""
    quotes: dict[int, int] = field(default_factory=dict)
    closing: set[int] = field(default_factory=set)

    def chars(self, first: int, last: int) -> Span:
        """The span of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])


def tokenise(
    unit: Unit,
    text: str,
    marked: Sequence[Marked],
    numbers: Sequence[int],
    surnames: Container[str],
    grammar: SpeechGrammar,
) -> None:
    """Fill `unit` with its tokens; `numbers` are the quotations that lie in it, in order."""
    words: list[str] = []
    at, stop = unit.span
    for number in numbers:
        outer = marked[number].outer
        _cut(unit, words, text, at, outer.start)
        if _promises_cue(text, marked[number]):
            unit.closing.add(len(words))
        unit.quotes[len(words)] = number
        words.append('"')
        unit.starts.append(max(outer.start, at))
        unit.ends.append(outer.end)
        at = outer.end
    _cut(unit, words, text, at, stop)
    _trim_final_dots(unit, words)
    unit.low, unit.tags = tagged(words, unit.quotes, surnames, grammar)


def _cut(unit: Unit, words: list[str], text: str, start: int, end: int) -> None:
    parts = _TOKEN.split(text[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    unit.starts.extend(edges[1:-1:2])
    unit.ends.extend(edges[2:-1:2])
    words.extend(parts[1::2])


def _promises_cue(text: str, mark: Marked) -> bool:
    """Whether a quotation ends in a way that its cue should follow."""
    last = text[mark.inner.end - 1 : mark.inner.end]
    return last in _PROMISE or text[mark.outer.end : mark.outer.end + 1] == ","


def _trim_final_dots(unit: Unit, words: list[str]) -> None:
    """Take the full stop off a word that ends the sentence or stands before a quotation."""
    for k in (len(words) - 1, *(q - 1 for q in unit.quotes if q)):
        word = words[k] if k >= 0 else ""
        if len(word) > 2 and word[-1] == "." and word[0].isalnum() and "." not in word[:-1]:
            words[k] = word[:-1]
            unit.ends[k] -= 1
