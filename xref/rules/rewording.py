"""What a rewording touches: the sense, the news in it, or grammar alone."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.model.relation import WordingRelation
from xref.rules.vocabulary import MOVED
from xref.text.fold import fold

_WORD = re.compile(r"\w+(?:['.,]\w+)*")
_CLAUSE = 4
"""A run of so many words that one side lacks is a cut: a "not" in it turns nothing around."""


def changes(relation: WordingRelation) -> frozenset[str]:
    """The kinds of change between two renderings, in the words of `compare.changed`; never empty.

    ``content`` says that words which carry news differ, ``grammar`` that nothing else does. What
    one rendering lacks at its edges is no change, and a whole run of words that it lacks inside
    counts only where nothing smaller differs: it may be cut with a mark.
    """
    if relation.slight:
        return frozenset({"grammar"})
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
    return not (one and two) and len(_forms(one or two)) >= _CLAUSE


def _turns(one: str, two: str) -> bool:
    """Whether one side of an edit denies and the other does not."""
    negations = _listed("negations")
    mine, theirs = (sum(form in negations for form in _forms(side)) for side in (one, two))
    return mine != theirs


def _content(words: str) -> list[str]:
    light = _listed("function") | _listed("fillers")
    return [singular(form) for form in _forms(words) if form not in light]


def _forms(words: str) -> list[str]:
    """The words without marks and case, contractions written out ("won't" is "will not")."""
    short: dict[str, str] = table("wording")["contractions"]
    forms: list[str] = []
    for word in _WORD.findall(fold(words)):
        if word in short:
            forms += short[word].split()
        elif word.endswith("n't"):
            forms += (word[:-3], "not")
        else:
            forms.append(word.partition("'")[0])
    return forms


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in table("wording")[name])
