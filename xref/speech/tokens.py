"""The units of quoting: sentences in which what stands inside quote marks is one token."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from xref.language import Reading
from xref.language.tokens import Tagged
from xref.model.span import Span
from xref.speech.grammar import SpeechGrammar
from xref.speech.marks import Marked
from xref.speech.tags import tagged

_PROMISE = frozenset(",?!—-")


@dataclass(slots=True, kw_only=True)
class Unit(Tagged):
    """One sentence, or several that a quotation joins, of `text`; `reading` are its clauses.

    They are read only where they are asked for.
    """

    number: int
    block: int
    span: Span
    text: str
    reading: Reading | None = None


def tokenise(
    unit: Unit,
    marked: Sequence[Marked],
    numbers: Sequence[int],
    surnames: Container[str],
    grammar: SpeechGrammar,
) -> None:
    """Fill `unit` with its tokens; `numbers` are the quotations that lie in it, in order."""
    text = unit.text
    words: list[str] = []
    at, stop = unit.span
    for number in numbers:
        outer = marked[number].outer
        unit.cut(words, text, at, outer.start)
        if _promises_cue(text, marked[number]):
            unit.closing.add(len(words))
        unit.quotes[len(words)] = number
        words.append('"')
        unit.starts.append(max(outer.start, at))
        unit.ends.append(outer.end)
        at = outer.end
    unit.cut(words, text, at, stop)
    unit.trim_final_dots(words)
    unit.low, unit.tags = tagged(words, unit.quotes, surnames, grammar)


def _promises_cue(text: str, mark: Marked) -> bool:
    """Whether a quotation ends in a way that its cue should follow."""
    last = text[mark.inner.end - 1 : mark.inner.end]
    return last in _PROMISE or text[mark.outer.end : mark.outer.end + 1] == ","
