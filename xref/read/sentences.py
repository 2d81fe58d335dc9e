"""Sentences, by the marks that end them and the abbreviations that do not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from xref.lexicon import table
from xref.model.span import Span

# The first mark of a run, the rest of the run, what closes the sentence, then space or a glued
# capital. The look-behind keeps a long run from being tried again at each of its marks.
_STOP = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*+"
    r"((?:\[\d{1,3}\])*+[\"'”’»)\]\x92\x94]*+)"
    r"(?:\s++|\Z|(?=[“‘]?[A-Z][a-z]*+[\s,’']))",
    re.DOTALL,
)
# The time of day that a post of a live report opens with: "13:55 – ", "14.32 BST: ", "9.20am ".
_STAMP = re.compile(
    r"[ \t•*-]{0,4}(?:[01]?\d|2[0-3])(?::[0-5]\d|\.[0-5]\d)(?::[0-5]\d)? ?(?:[AaPp]\.?[Mm]\b\.?)?"
    r"(?: (?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|IST|AE[SD]T|hrs|h)\b)?+"
    r"(?: ?[–—:|]| -)? +(?=[A-Z“\"])"
)
_NEXT = re.compile(r"[\"'“‘«(\[―—–\-•*\s\x91\x93]{0,8}([^\W_]*)")
_CUE = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}(\w+)")
_DOTTED = re.compile(r"[A-Za-z](?:\.[A-Za-z])+")
_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+")
"""A word without a vowel is shortened ("Cllr.", "Rgt.")."""
_OPENING = "([{\"'“”‘’«―—–-/\x91\x93"
_REACH = 24
"""Characters before a mark that may hold its word."""


@dataclass(frozen=True, slots=True)
class SentenceGrammar:
    """The words that decide whether a full stop ends a sentence.

    `stops` tells of each abbreviation, without its last stop, what it asks: ``never`` the end,
    ``number`` not before a number, ``either`` the end only before one of `starters`. `cues`
    go on with a sentence after a closing quote.
    """

    stops: Mapping[str, str]
    starters: frozenset[str]
    cues: frozenset[str]


class _Mark(NamedTuple):
    """A possible end: marks at ``[start, closers)``, closing marks to `end`, the next text."""

    start: int
    closers: int
    end: int
    following: int


def sentence_grammar(words: Mapping[str, Any]) -> SentenceGrammar:
    """Compile the lexicon of abbreviations."""
    return SentenceGrammar(
        stops={
            **dict.fromkeys(words["either"], "either"),
            **dict.fromkeys([*words["numbered"], *words["months"]], "number"),
            **dict.fromkeys([*words["titles"], *words["inner"]], "never"),
        },
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

    Quotes are cut where their sentences end; a closing mark stays with the sentence it closes. The
    time that a post of a live report opens with stands by itself.
    """
    grammar = grammar or _packaged()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    spans = []
    stamp = _STAMP.match(text, start, end)
    if stamp is not None:
        spans.append(Span(start, start + len(stamp[0].rstrip())))
        start = stamp.end()
    for stop in _STOP.finditer(text, start, end):
        closers, close = stop.span(1)
        following = stop.end()
        if following >= end:
            break
        if text[following].islower():
            continue
        mark = _Mark(stop.start(), closers, close, following)
        if _ends(text, start, mark, end, grammar):
            if close == following and _opens(text, start, closers, close):
                close = following = closers
            spans.append(Span(start, close))
            start = following
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


def _opens(text: str, begin: int, closers: int, close: int) -> bool:
    """Whether a straight mark between two sentences without a space opens the second."""
    return text[closers:close] == '"' and text.count('"', begin, closers) % 2 == 0


def _ends(text: str, begin: int, mark: _Mark, end: int, grammar: SentenceGrammar) -> bool:
    """Whether a mark ends the sentence that began at `begin`."""
    at = mark.start
    following = _NEXT.match(text, mark.following, end)
    word = following[1] if following else ""
    if word[:1].islower() or at == begin:
        return False
    glued = mark.end == mark.following
    if glued and not (text[at - 2 : at].islower() and at - begin > _REACH // 2):
        return False
    if mark.closers - at > 1 or text[at] != ".":
        return _after_marks(text, mark, end, grammar)
    if text[mark.following] in ".…":
        return False
    token = _word_before(text, begin, at)
    asks = grammar.stops.get(token) or grammar.stops.get(token.rpartition("-")[2])
    if asks is None:
        if len(token) == 1 and token.isupper():
            return word in grammar.starters and word not in ("A", "I")
        if token.isdigit():
            return at - begin > 3
        short = _DOTTED.fullmatch(token) or _VOWELLESS.fullmatch(token)
        asks = "either" if short else "end"
    if asks == "either":
        return word in grammar.starters and text[mark.following] not in "-–—―"
    if asks == "number":
        return not word[:1].isdigit()
    return asks == "end"


def _after_marks(text: str, mark: _Mark, end: int, grammar: SentenceGrammar) -> bool:
    """Whether question marks, exclamation marks or dots end a sentence before a capital."""
    if mark.closers == mark.end:
        return True
    if text[mark.start - 1] in "[(":
        return False
    if text[mark.closers - 1] in "?!":
        cue = _CUE.match(text, mark.following, min(end, mark.following + 80))
        return cue is None or cue[1] not in grammar.cues
    return True


def _word_before(text: str, begin: int, at: int) -> str:
    """The word that a full stop follows, without what opens it."""
    near = text[max(begin, at - _REACH) : at]
    if near[-1].isspace():
        return ""
    token = near.split()[-1].lstrip(_OPENING)
    return token.rpartition("—")[2]
