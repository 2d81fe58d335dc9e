"""Quote marks: one scan from left to right that decides what opens, what closes and what is an apostrophe.

A quotation never runs past its paragraph; a paragraph that begins with an opening mark while the one
before was left open continues it (the newspaper convention of re-opened marks).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xref.model.span import Span

_CANDIDATE = re.compile(
    r"''(?!'(?:[\s.,;:!?)]|$))|``|[\"“”„‟«»]|(?<![^\W_])['‘‚‹`](?=\S)|(?<=\S)['’›](?![^\W_])|(?<![^\W_])’(?=[^\W_])|´´"
)
_CLOSING_BEFORE = frozenset(".,!?;:…)]—–-")
_LOW = {"„": "”“‟\"", "«": "»", "»": "«", "‹": "›", "‘": "’'", "‚": "’‘'", "'": "'’", "’": "’'", "`": "'’`"}
_SPACED = frozenset(" \t\n\r\u00a0([{—–-/")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch inside quote marks.

    `outer` includes the marks, `inner` leaves them out. `single` tells UK-style marks;
    `closed` is false where the paragraph ended first; `resumes` says that the mark re-opens
    what the paragraph before left open.
    """

    outer: Span
    inner: Span
    single: bool = False
    closed: bool = True
    resumes: bool = False


@dataclass(slots=True)
class _Mark:
    """A candidate: where it is, what it can do, and of which family it is."""

    start: int
    end: int
    char: str
    opens: bool
    closes: bool
    single: bool


def _candidates(text: str, span: Span, elisions: frozenset[str]) -> list[_Mark]:
    """The marks of a paragraph with what each could do, judged by its neighbours."""
    found: list[_Mark] = []
    lo, hi = span
    for match in _CANDIDATE.finditer(text, lo, hi):
        char = match.group()
        start, end = match.span()
        before = text[start - 1] if start > lo else " "
        after = text[end] if end < hi else " "
        single = char in "'‘’‚‹›`"
        open_shape = before in _SPACED or before in "“”\"'‘’«"
        close_shape = after.isspace() or not (after.isalnum() or after in "$£€#@")
        if char in ("“", "„", "‟", "``"):
            mark = _Mark(start, end, char, True, False, False)
            if not open_shape and (not after.strip() or after in ",.;:!?)"):
                mark.opens, mark.closes = False, True
            elif after.isspace():
                mark.closes = True
            elif not open_shape and close_shape:
                mark.closes = True
        elif char == "”":
            mark = _Mark(start, end, char, False, True, False)
            if (open_shape and before not in "”’'“" and after.isalnum()) or start == lo:
                mark.opens = True
        elif char in "«»":
            mark = _Mark(start, end, char, char == "«", char == "»", False)
            if open_shape and after.strip():
                mark.opens = True
            elif close_shape:
                mark.closes = True
        elif char in ('"', "''", "´´"):
            if char == '"' and before.isdigit() and start - 2 >= lo and text[start - 2] in "'′":
                continue
            spaced_after = after.isspace()
            mark = _Mark(
                start, end, char, open_shape and not spaced_after, not (before in _SPACED and not spaced_after), False
            )
            if before.isspace() and spaced_after:
                mark.opens = mark.closes = True
        elif char in "‹›":
            mark = _Mark(start, end, char, char == "‹", char == "›", True)
        else:
            opens = char in "'‘‚`’" and not before.isalnum() and not after.isspace() and open_shape
            closes = char in "'’" and not before.isspace() and not after.isalnum()
            if opens and char in "'’" and _elided(text, end, hi, elisions):
                opens = False
            if char == "’":
                opens = opens and before in _SPACED and False
            if not opens and not closes:
                continue
            mark = _Mark(start, end, char, opens, closes, single)
        found.append(mark)
    return found


def _elided(text: str, at: int, stop: int, elisions: frozenset[str]) -> bool:
    """Whether the word at `at` begins with an apostrophe of its own ('em, '90s)."""
    if text[at : at + 1].isdigit():
        return True
    end = at
    while end < stop and end - at < 8 and text[end].isalpha():
        end += 1
    return text[at:end].lower() in elisions


def _single_closer(text: str, marks: Sequence[_Mark], k: int, hi: int) -> int | None:
    """The index of the mark that closes the single mark `k`, or ``None``.

    A mark after punctuation closes for certain; one after a plural's s is taken for a
    possessive as long as a better one follows before the next opening mark.
    """
    partners = _LOW.get(marks[k].char, "'’")
    fallback: int | None = None
    for j in range(k + 1, min(len(marks), k + 40)):
        mark = marks[j]
        if mark.char not in partners or not mark.closes:
            if fallback is not None and mark.opens and mark.single:
                break
            continue
        before = text[mark.start - 1]
        after = text[mark.end] if mark.end < hi else "\n"
        if before in _CLOSING_BEFORE or not (before in "sS" and after == " "):
            return j
        following = text[mark.end + 1 : mark.end + 2]
        if fallback is None or not following.islower():
            fallback = j
    return fallback


def paragraph_marks(text: str, span: Span, elisions: frozenset[str], resumes: bool) -> Iterator[Marked]:
    """The marked stretches of one paragraph, outermost only, in order.

    `resumes`: the paragraph before left a quotation open.
    """
    marks = _candidates(text, span, elisions)
    if not marks:
        return
    remaining = sum(1 for m in marks if m.closes and not m.single)
    k = 0
    opener: _Mark | None = None
    depth = 0
    first = True

    def done(start: _Mark, end: int, outer_end: int, closed: bool) -> Marked:
        at_head = not text[span.start : start.start].strip()
        return Marked(
            Span(start.start, outer_end), Span(start.end, end), start.single, closed, resumes and first and at_head
        )

    while k < len(marks):
        mark = marks[k]
        if mark.closes and not mark.single:
            remaining -= 1
        if opener is None:
            if mark.opens and not mark.single and not (mark.closes and mark.char == '"' and not mark.opens):
                opener, depth = mark, 1
            elif mark.opens and mark.single:
                closer = _single_closer(text, marks, k, span.end)
                if closer is not None:
                    yield done(mark, marks[closer].start, marks[closer].end, True)
                    first = False
                    remaining -= sum(1 for m in marks[k + 1 : closer] if m.closes and not m.single)
                    k = closer
            k += 1
            continue
        if mark.single:
            k += 1
            continue
        if mark.closes and _same_family(opener.char, mark.char):
            depth -= 1
            if depth <= 0:
                yield done(opener, mark.start, mark.end, True)
                first = False
                opener = None
        elif mark.opens and _same_family(mark.char, opener.char, opening=True):
            if mark.char in "“„«" and remaining > depth:
                depth += 1
            else:
                end = mark.start
                while end > opener.end and text[end - 1].isspace():
                    end -= 1
                yield done(opener, end, end, False)
                first = False
                opener, depth = mark, 1
        k += 1
    if opener is not None and opener.end < span.end:
        end = span.end
        while end > opener.end and text[end - 1].isspace():
            end -= 1
        if end > opener.end:
            yield done(opener, end, end, False)


_FAMILY = {"“": 0, "”": 0, "„": 0, "‟": 0, "«": 1, "»": 1, '"': 2, "''": 3, "``": 3, "´´": 3}


def _same_family(opener: str, closer: str, opening: bool = False) -> bool:
    """Whether `closer` can end what `opener` began; straight and doubled marks pair with curly ones."""
    a, b = _FAMILY.get(opener, -1), _FAMILY.get(closer, -1)
    if a == b:
        return True
    if opening or 1 in (a, b):
        return False
    return {a, b} in ({0, 2}, {2, 3}, {0, 3})
