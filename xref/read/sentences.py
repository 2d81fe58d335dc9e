"""Sentences, by the marks that end them and the abbreviations that do not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from xref.lexicon import table
from xref.model.span import Span

_STOP = re.compile(
    r"(?<![.!?…])([.!?…]++)((?:\[\d{1,3}\])*+[\"'”’»)\]]*+)(?:\s++|\Z)"  # a mark before a space
    r"|(?<=[a-z%][a-z%])([.!?])([\"”’)]*+)(?=[“‘]?[A-Z][a-z])"  # glued to the next sentence
)
_BEFORE = re.compile(r"[^\s(\[{\"“”‘—–/]*\Z")
_NEXT = re.compile(r"[\"'“‘«(\[—–\-•*\s]*([^\W_]*)")
_CUE = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}(\w+)")
_DOTTED = re.compile(r"[A-Za-z](?:\.[A-Za-z])+")
_REACH = 24
"""Characters before a mark that may hold its word."""


@dataclass(frozen=True, slots=True)
class SentenceGrammar:
    """The words that decide whether a full stop ends a sentence; all without their last stop."""

    always: frozenset[str]
    before_number: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    cues: frozenset[str]


def sentence_grammar(words: Mapping[str, Any]) -> SentenceGrammar:
    """Compile the lexicon of abbreviations."""
    return SentenceGrammar(
        always=frozenset(words["titles"]) | frozenset(words["inner"]),
        before_number=frozenset(words["numbered"]) | frozenset(words["months"]),
        either=frozenset(words["either"]),
        starters=frozenset(words["starters"]),
        cues=frozenset(words["cues"]),
    )


@cache
def _packaged() -> SentenceGrammar:
    return sentence_grammar(table("abbreviations"))


def sentences(
    text: str, start: int, end: int, grammar: SentenceGrammar | None = None
) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]`` in order; together they hold all that is no space.

    Quotes are cut where their sentences end; a closing mark stays with the sentence it closes.
    """
    grammar = grammar or _packaged()
    spans = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    begin = start
    for stop in _STOP.finditer(text, start, end):
        close = stop.end(2) if stop.end(2) >= 0 else stop.end(4)
        after = stop.end()
        if after >= end:
            break
        if begin < close and _ends(text, begin, stop, after, end, grammar):
            spans.append(Span(begin, close))
            begin = after
    if begin < end:
        spans.append(Span(begin, end))
    return tuple(spans)


def _ends(
    text: str, begin: int, stop: re.Match[str], after: int, end: int, grammar: SentenceGrammar
) -> bool:
    """Whether the mark ends a sentence that began at `begin`."""
    first = text[after]
    if first.islower():
        return False
    if stop[3]:
        return True
    marks, closers = stop[1], stop[2]
    following = _NEXT.match(text, after, end)
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    at = stop.start()
    if marks != ".":
        if closers and marks[-1] in "?!":
            cue = _CUE.match(text, after, min(end, after + 80))
            return cue is None or cue[1] not in grammar.cues
        return not (at > begin and text[at - 1] in "[(" and closers)
    if first in ".…":
        return False
    before = _BEFORE.search(text, max(begin, at - _REACH), at)
    token = before[0] if before else ""
    if not token:
        return True
    if token in grammar.always:
        return False
    if token in grammar.before_number:
        return not word[:1].isdigit()
    if len(token) == 1 and token.isupper():
        return word in grammar.starters and word not in ("A", "I")
    if token in grammar.either or _DOTTED.fullmatch(token):
        return word in grammar.starters
    return not (token.isdigit() and at - len(token) == begin and len(token) < 4)
