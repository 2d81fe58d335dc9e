"""What a rewording touches: the sense, the news in it, or grammar alone."""

from collections import Counter
from collections.abc import Sequence

from xref.compare.tokens import is_content, read, word_set
from xref.model.relation import WordingRelation
from xref.rules.vocabulary import MOVED
from xref.text.nouns import singular

_CLAUSE = 4
"""A run of so many words that one side lacks is a cut: a "not" in it turns nothing around."""


def changes(relation: WordingRelation) -> frozenset[str]:
    """The kinds of change between two renderings, in the words of `compare.changed`; never empty.

    ``content`` says that words which carry news differ, ``grammar`` that nothing else does. What
    one rendering lacks at its edges is no change, and a whole run of words that it lacks inside
    counts only where nothing smaller differs: it may be cut with a mark.
    """
    kinds = {MOVED.get(part, part) for part in relation.moved}
    edits = _inner(relation.diff)
    small = [edit for edit in edits if not _clause(*edit)]
    if edits and "negation" in kinds and not any(_turns(*edit) for edit in small):
        kinds.discard("negation")
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for one, two in small or edits:
        mine.update(_content(one))
        theirs.update(_content(two))
    if mine != theirs or (edits and not small):
        kinds.add("content")
    return frozenset(kinds or {"grammar"})


def _inner(diff: Sequence[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """The edits of a diff without what one side lacks before its first and after its last word."""
    steps = list(diff)
    while steps and steps[0][0] in ("delete", "insert"):
        steps.pop(0)
    while steps and steps[-1][0] in ("delete", "insert"):
        steps.pop()
    if not steps:
        steps = list(diff)
    return [(one, two) for operation, one, two in steps if operation != "equal"]


def _clause(one: str, two: str) -> bool:
    """Whether one side of an edit lacks a whole run of words."""
    return not (one and two) and len(read((one or two,)).forms) >= _CLAUSE


def _turns(one: str, two: str) -> bool:
    """Whether one side of an edit denies and the other does not."""
    mine, theirs = read((one,)).forms, read((two,)).forms
    negations = word_set("negations")
    return sum(form in negations for form in mine) != sum(form in negations for form in theirs)


def _content(words: str) -> list[str]:
    fillers = word_set("fillers")
    return [singular(f) for f in read((words,)).forms if is_content(f) and f not in fillers]
