"""What differs between two renderings that were laid side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from xref.compare.aligning import Alignment, Edit
from xref.compare.blocks import bounds
from xref.compare.forms import is_content, word_set
from xref.compare.roles import lemma
from xref.compare.style import same_words, told_of_a_third
from xref.compare.tokens import Tokens, Word, printed, read

Kind = Literal["style", "person", "marked", "dropped", "changed"]

CUT = 3
"""From so many missing words on it is a cut; fewer may have been put in by the other side."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `a` of one rendering stand where the other has `b`; either may be empty.

    `kind` is ``style`` where both are the same words, ``person`` where "I look" became "he looks"
    to fit the outlet's sentence, ``marked`` where a rendering shows that it left out or put in,
    ``dropped`` where one lacks a stretch, else ``changed``. `sentence` tells that the stretch is
    a whole sentence.
    """

    edit: Edit
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    kind: Kind
    sentence: bool = False


def differences(laid: Alignment, leads: tuple[str, str]) -> list[Difference]:
    """The differences inside the shared stretch, and those at its edges that are no mere cut."""
    out = []
    ends = (laid.met(end, head=end.a1 == laid.window.a0) for end in laid.clashes)
    inner = (laid.slid(e) if e.a0 == e.a1 or e.b0 == e.b1 else e for e in laid.edits)
    moved = _moved_to_edge(laid)
    for edit in (*inner, *ends, *moved, *_lost_negation(laid, leads)):
        mine = laid.a.words[edit.a0 : edit.a1]
        theirs = laid.b.words[edit.b0 : edit.b1]
        kind = _kind(laid, edit, mine, theirs)
        if kind == "changed" and told_of_a_third(mine, theirs, leads):
            kind = "person"
        side, start, end = (laid.a, *edit[:2]) if mine else (laid.b, *edit[2:])
        sentence = kind == "dropped" and bounds(side, start) and bounds(side, end)
        out.append(Difference(edit, mine, theirs, kind, sentence))
    out.sort(key=lambda d: (d.edit.a0, d.edit.b0))
    return out


def _moved_to_edge(laid: Alignment) -> list[Edit]:
    """The edges that one rendering alone has, of words that the other has elsewhere: no cuts."""
    w = laid.window
    edges = (
        Edit(0, w.a0, 0, w.b0),
        Edit(w.a1, len(laid.a.words), w.b1, len(laid.b.words)),
    )
    lone = [e for e in edges if (e.a0 == e.a1) != (e.b0 == e.b1)]
    places = {e: (_news(laid.a, e.a0, e.a1), _news(laid.b, e.b0, e.b1)) for e in lone}
    inside = [(_news(laid.a, e.a0, e.a1), _news(laid.b, e.b0, e.b1)) for e in laid.edits]
    out = []
    for edge, (mine, theirs) in places.items():
        others = [*inside, *(told for other, told in places.items() if other != edge)]
        if any((mine and mine == its) or (theirs and theirs == my) for my, its in others):
            out.append(edge)
    return out


def _news(side: Tokens, start: int, end: int) -> list[str]:
    """The words with news among the words ``start:end``, as in a dictionary, in its order."""
    return sorted(lemma(w.form) for w in side.words[start:end] if is_content(w.form))


def _kind(laid: Alignment, edit: Edit, mine: Sequence[Word], theirs: Sequence[Word]) -> Kind:
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


def word_diff(laid: Alignment, found: Iterable[Difference]) -> tuple[tuple[str, str, str], ...]:
    """The word diff of the stretch that both cover, to the ends of the sentence that both print.

    `found` are the differences in it. What one outlet alone prints before or behind that stretch
    is no part of it.
    """
    one, two = laid.a.words, laid.b.words
    out: list[tuple[str, str, str]] = []
    steps = sorted(d.edit for d in found)
    if not laid.blocks:
        steps = [Edit(0, len(one), 0, len(two))]
    reach = laid.reach
    at_a, at_b = reach.a0, reach.b0
    for edit in (*steps, Edit(reach.a1, reach.a1, reach.b1, reach.b1)):
        mine, theirs = one[at_a : edit.a0], two[at_b : edit.b0]
        if mine and theirs:
            out.append(("equal", printed(mine), printed(theirs)))
        mine, theirs = one[edit.a0 : edit.a1], two[edit.b0 : edit.b1]
        if mine or theirs:
            name = "replace" if mine and theirs else "delete" if mine else "insert"
            out.append((name, printed(mine), printed(theirs)))
        at_a, at_b = max(at_a, edit.a1), max(at_b, edit.b1)
    return tuple(out)
