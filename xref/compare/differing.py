"""What differs between two renderings that were laid side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from xref.compare.aligning import Alignment, Edit
from xref.compare.forms import word_set
from xref.compare.style import same_words
from xref.compare.tokens import Tokens, Word, printed, read

CUT = 3
"""From so many missing words on it is a cut; fewer may have been put in by the other side."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `a` of one rendering stand where the other has `b`; either may be empty.

    `kind` is ``style`` where both are the same words, ``marked`` where a rendering shows that it
    left out or put in, ``dropped`` where one lacks a stretch, else ``changed``.
    """

    edit: Edit
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    kind: Literal["style", "marked", "dropped", "changed"]


def differences(laid: Alignment, leads: tuple[str, str]) -> list[Difference]:
    """The differences inside the shared stretch, and those at its edges that are no mere cut."""
    out = []
    for edit in (*laid.edits, *laid.clashes, *_lost_negation(laid, leads)):
        mine = laid.a.words[edit.a0 : edit.a1]
        theirs = laid.b.words[edit.b0 : edit.b1]
        out.append(Difference(edit, mine, theirs, _kind(laid, edit, mine, theirs)))
    out.sort(key=lambda d: (d.edit.a0, d.edit.b0))
    return out


def _kind(
    laid: Alignment, edit: Edit, mine: Sequence[Word], theirs: Sequence[Word]
) -> Literal["style", "marked", "dropped", "changed"]:
    if same_words(mine, theirs):
        return "style"
    if laid.marked(edit):
        return "marked"
    if (not mine and _bracketed(laid.a, edit.a0)) or (not theirs and _bracketed(laid.b, edit.b0)):
        return "marked"
    return "dropped" if not (mine and theirs) and len(mine or theirs) >= CUT else "changed"


def _bracketed(side: Tokens, at: int) -> bool:
    """Whether the outlet put words of its own before word `at`."""
    return any(place == at for place, _ in side.edits)


def _lost_negation(laid: Alignment, leads: tuple[str, str]) -> list[Edit]:
    """The "not" right before the shared stretch, where one rendering alone has it.

    A cut that leaves it behind turns the sense, unless the outlet tells it in its own words
    (`lead`).
    """
    window, negations = laid.window, word_set("negations")
    if not laid.blocks or any(clash.a1 == window.a0 for clash in laid.clashes):
        return []
    for words, at, lead in (
        (laid.a.words, window.a0, leads[1]),
        (laid.b.words, window.b0, leads[0]),
    ):
        if at == 0 or words[at - 1].ends or words[at - 1].form not in negations:
            continue
        if negations.isdisjoint(read((lead,)).forms):
            mine = words is laid.a.words
            return [
                Edit(at - 1, at, window.b0, window.b0)
                if mine
                else Edit(window.a0, window.a0, at - 1, at)
            ]
    return []


def word_diff(laid: Alignment) -> tuple[tuple[str, str, str], ...]:
    """The word diff from the first word of both to the last."""
    one, two = laid.a.words, laid.b.words
    out: list[tuple[str, str, str]] = []
    steps = sorted((*laid.edits, *laid.clashes))
    ends = Edit(len(one), len(one), len(two), len(two))
    if not laid.blocks:
        steps, ends = [Edit(0, len(one), 0, len(two))], Edit(0, 0, 0, 0)
    at_a = at_b = 0
    for edit in (*steps, ends):
        for name, a, b in _same(laid, Edit(at_a, edit.a0, at_b, edit.b0)):
            out.append((name, printed(a), printed(b)))
        mine, theirs = one[edit.a0 : edit.a1], two[edit.b0 : edit.b1]
        if mine or theirs:
            name = "replace" if mine and theirs else "delete" if mine else "insert"
            out.append((name, printed(mine), printed(theirs)))
        at_a, at_b = edit.a1, edit.b1
    return tuple(out)


def _same(laid: Alignment, between: Edit) -> list[tuple[str, Sequence[Word], Sequence[Word]]]:
    """What stands between two differences: shared words, and what was cut off around them."""
    window, one, two = laid.window, laid.a.words, laid.b.words
    a0, a1, b0, b1 = between
    first = max(a0, min(window.a0, a1)), max(b0, min(window.b0, b1))
    last = max(first[0], min(window.a1, a1)), max(first[1], min(window.b1, b1))
    out: list[tuple[str, Sequence[Word], Sequence[Word]]] = []
    for name, mine, theirs in (
        ("delete", one[a0 : first[0]], ()),
        ("insert", (), two[b0 : first[1]]),
        ("equal", one[first[0] : last[0]], two[first[1] : last[1]]),
        ("delete", one[last[0] : a1], ()),
        ("insert", (), two[last[1] : b1]),
    ):
        if mine or theirs:
            out.append((name, mine, theirs))
    return out
