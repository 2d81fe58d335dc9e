"""Quote marks: one scan that decides what opens, what closes and what is an apostrophe.

A quotation never runs past its paragraph; a paragraph that begins with an opening mark while the
one before was left open continues it (the newspaper convention of re-opened marks).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xref.model.span import Span

# Each alternative looks back at the mark: a pattern that begins with a set of characters is
# searched for several times faster than one that begins with choices.
_CANDIDATE = re.compile(
    r"[\"“”„‟«»'‘’‚‹›`´](?:(?<=[\"“”„‟«»])"
    r"|(?<=')'(?!'(?:[\s.,;:!?)]|$))|(?<=`)`|(?<=['‘‚‹`])(?<![^\W_].)(?=\S)"
    r"|(?<=\S['’›])(?![^\W_])|(?<=’)(?<![^\W_].)(?=[^\W_])|(?<=´)´)"
)
_SINGLE = frozenset("'‘’‚‹›`")
_OPENING = frozenset(("“", "„", "‟", "``"))
_STRAIGHT = frozenset(('"', "''", "´´"))
_CLOSING_BEFORE = frozenset(".,!?;:…)]—–-")
_PARTNERS = {"‘": "’'", "‚": "’‘'", "'": "'’", "‹": "›", "`": "'’`"}
_SPACED = frozenset(" \t\n\r\u00a0([{—–-/")
_FAMILY = {"“": 0, "”": 0, "„": 0, "‟": 0, "«": 1, "»": 1, '"': 2, "''": 3, "``": 3, "´´": 3}
_SLIP = re.compile(r"[.,!?]’(?= [A-Z])")
_FAR = 40
"""How many marks later a single mark's partner is still looked for."""


class Marked(NamedTuple):
    """A stretch inside quote marks.

    `outer` includes the marks, `inner` leaves them out. `single` tells UK-style marks; `closed` is
    false where the paragraph ended first; `resumes` says that the mark re-opens what the
    paragraph before left open.
    """

    outer: Span
    inner: Span
    single: bool = False
    closed: bool = True
    resumes: bool = False


class _Mark(NamedTuple):
    """A candidate: where it is, what it can do, and whether it is a single mark."""

    start: int
    end: int
    char: str
    opens: bool
    closes: bool
    single: bool


def paragraph_marks(
    text: str, span: Span, elisions: frozenset[str], resumes: bool
) -> Iterator[Marked]:
    """The marked stretches of one paragraph that hold a word, outermost only, in order.

    `resumes`: the paragraph before left a quotation open.
    """
    head = _first_sign(text, span)
    for start, end, outer_end, single, closed in _stretches(text, span, head, elisions):
        inner = Span(start.end, end)
        if any(map(str.isalnum, text[inner.start : inner.end])):
            again = resumes and start.start == head
            yield Marked(Span(start.start, outer_end), inner, single, closed, again)


def _stretches(
    text: str, span: Span, head: int, elisions: frozenset[str]
) -> Iterator[tuple[_Mark, int, int, bool, bool]]:
    """Opening mark, end inside and outside the marks, whether single, whether closed.

    `head` is the paragraph's first character that is no space. Double marks of another family
    inside a quotation ("it is “too loud” for us") are nested.
    """
    marks = _candidates(text, span, elisions)
    if not any(mark.opens for mark in marks):
        return
    remaining = Counter(_FAMILY[m.char] for m in marks if m.closes and not m.single)
    opener: _Mark | None = None
    nested: _Mark | None = None
    depth = 0
    k = -1
    while (k := k + 1) < len(marks):
        mark = marks[k]
        _pass(mark, remaining)
        if opener is None:
            if mark.opens and not mark.single:
                opener, depth = mark, 1
            elif mark.opens:
                closer = _single_closer(text, marks, k, span.end)
                if closer is not None:
                    yield mark, marks[closer].start, marks[closer].end, True, True
                    for between in marks[k + 1 : closer]:
                        _pass(between, remaining)
                    k = closer
        elif mark.single:
            continue
        elif nested is not None and mark.closes and _FAMILY[mark.char] == _FAMILY[nested.char]:
            nested = None
        elif mark.closes and _closes(opener.char, mark.char):
            depth -= 1
            if depth <= 0:
                yield opener, mark.start, mark.end, False, True
                opener = nested = None
        elif mark.opens and _FAMILY[mark.char] == _FAMILY[opener.char]:
            if mark.char in "“„«" and remaining[_FAMILY[mark.char]] > depth:
                depth += 1
            else:
                end = _open_end(text, opener.end, mark.start)
                yield opener, end, end, False, False
                opener, nested, depth = mark, None, 1
        elif mark.opens and nested is None and remaining[_FAMILY[mark.char]]:
            nested = mark if opener.start == head or remaining[_FAMILY[opener.char]] else None
    if opener is not None:
        end = _open_end(text, opener.end, span.end)
        if end > opener.end:
            yield opener, end, end, False, False


def _first_sign(text: str, span: Span) -> int:
    """Where the first character stands that is no space."""
    head = span.start
    while head < span.end and text[head].isspace():
        head += 1
    return head


def _pass(mark: _Mark, remaining: Counter[int]) -> None:
    """Take a mark that is read off the closing ones that remain of its family."""
    if mark.closes and not mark.single:
        remaining[_FAMILY[mark.char]] -= 1


def _open_end(text: str, start: int, end: int) -> int:
    """Where a quotation without its closing mark ends: at a single one set by mistake, else `end`.

    "“We go. We stay.’ Lee left" closes with a ’ that nothing opened.
    """
    slip = _SLIP.search(text, start, end)
    if slip is not None and "‘" not in text[start : slip.start()]:
        return slip.start() + 1
    return _last_word(text, start, end)


def _last_word(text: str, start: int, end: int) -> int:
    """`end` moved back over spaces, not below `start`."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _closes(opener: str, closer: str) -> bool:
    """Whether `closer` can end what `opener` began; straight, doubled and curly marks pair."""
    one, other = _FAMILY[opener], _FAMILY[closer]
    return one == other or 1 not in (one, other)


def _candidates(text: str, span: Span, elisions: frozenset[str]) -> list[_Mark]:
    """The marks of a paragraph with what each could do, judged by its neighbours."""
    found: list[_Mark] = []
    lo, hi = span
    for match in _CANDIDATE.finditer(text, lo, hi):
        start, end = match.span()
        char = match.group()
        before = text[start - 1] if start > lo else " "
        after = text[end] if end < hi else " "
        single = char in _SINGLE
        if single:
            opens = char not in "’›" and _opens_single(text, start, end, hi, before, elisions)
            closes = char in "'’›" and not before.isspace() and not after.isalnum()
        elif (
            char == '"' and before.isdigit() and text[max(lo, start - 2) : start - 1] in ("'", "′")
        ):
            continue
        else:
            head = start - lo < 4 and not text[lo:start].strip()
            opens, closes = _double(char, before, after, head)
        if opens or closes:
            found.append(_Mark(start, end, char, opens, closes, single))
    return found


def _double(char: str, before: str, after: str, head: bool) -> tuple[bool, bool]:
    """Whether a double mark opens and closes; `head`: it is the paragraph's first character."""
    open_shape = before in _SPACED or before in "“”\"'‘’«"
    close_shape = not (after.isalnum() or after in "$£€#@")
    if char in _OPENING:
        if not open_shape and (after.isspace() or after in ",.;:!?)"):
            return False, True
        return True, after.isspace() or (not open_shape and close_shape)
    if char == "”":
        return head or (open_shape and before not in "”’'“" and after.isalnum()), True
    if char in "«»":
        inward = open_shape and not after.isspace()
        return char == "«" or inward, (char == "»" or close_shape) and not inward
    if before.isspace() and after.isspace():
        return True, True
    return open_shape and not after.isspace(), not (before in _SPACED and not after.isspace())


def _opens_single(
    text: str, start: int, end: int, stop: int, before: str, elisions: frozenset[str]
) -> bool:
    """Whether a single mark can open: before a word that is no elision ('em, '90s)."""
    if before.isalnum() or not (before in _SPACED or before in "“”\"'‘’«"):
        return False
    if text[start] not in "'‘":
        return True
    if text[end : end + 1].isdigit():
        return False
    last = end
    while last < stop and last - end < 8 and text[last].isalpha():
        last += 1
    return text[end:last].lower() not in elisions


def _single_closer(text: str, marks: Sequence[_Mark], k: int, hi: int) -> int | None:
    """The index of the mark that closes the single mark `k`, or ``None``.

    A mark after punctuation closes for certain; one after a plural's s is taken for a possessive
    as long as a better one follows before the next opening mark.
    """
    partners = _PARTNERS[marks[k].char]
    fallback: int | None = None
    for j in range(k + 1, min(len(marks), k + _FAR)):
        mark = marks[j]
        if mark.char not in partners or not mark.closes:
            if fallback is not None and mark.opens and mark.single:
                break
            continue
        before = text[mark.start - 1]
        after = text[mark.end] if mark.end < hi else "\n"
        if before in _CLOSING_BEFORE or not (before in "sS" and after == " "):
            return j
        if fallback is None or not text[mark.end + 1 : mark.end + 2].islower():
            fallback = j
    return fallback
