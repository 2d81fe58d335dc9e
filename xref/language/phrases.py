"""Noun phrases found from tags: what ends before a verb, what begins after one."""

from xref.language.grammar import Grammar
from xref.language.tokens import Tagged

Range = tuple[int, int]
"""A half-open range of tokens."""


def phrase_before(unit: Tagged, end: int, grammar: Grammar, floor: int = 0) -> Range | None:
    """The noun phrase whose last token is ``end - 1``, or ``None``.

    Post-modifiers ("officials familiar with the plan") belong to it; an introductory phrase
    ("in a statement Lee said") and whatever stands before a comma do not.
    """
    at = end
    while at > floor:
        reached = _one_back(unit, at, end, floor, grammar)
        if reached == at:
            break
        at = reached
        if unit.tags[at] == "d" and not _modifies(unit, at, end, floor, grammar):
            if at > floor and unit.tags[at - 1] == "d":
                at -= 1
            break
        if unit.tags[at] == "h":
            break
    at = _trim_left(unit, at, end, grammar)
    return _without_lead(unit, at, end, floor, grammar) if at < end else None


def _one_back(unit: Tagged, at: int, end: int, floor: int, grammar: Grammar) -> int:
    """Where the phrase begins after one more token to the left; `at` where it takes none."""
    tags, low = unit.tags, unit.low
    tag = tags[at - 1]
    if tag in "PnCyd":
        return at - 1
    left = tags[at - 2] if at - 2 >= floor else "^"
    inside = at < end
    if tag in "pt":
        modifies = left in "PnCeyg" or _reduced(unit, at - 2, floor, grammar)
        modifies = modifies or (left == "v" and low[at - 2].endswith("ing") and tags[at - 3] == "n")
        modifies = modifies and low[at - 1] in grammar.words.post_modifiers
        return at - 1 if inside and modifies else at
    if tag in "eg":
        if (inside and left in "nPdrc") or left == "d":
            return at - 1
        return at - 1 if inside and left in "q,^" and low[at] in grammar.roles else at
    if tag == "v" and inside and tags[at] == "p" and _reduced(unit, at - 1, floor, grammar):
        return at - 1
    if tag == "v" and low[at - 1].endswith("ing"):
        noun = left == "y" or (inside and tags[at] in "nP" and left in "nPd")
        noun = noun or (inside and tags[at] in "pt" and left == "n" and grammar.speaks(low[at - 2]))
        return at - 1 if noun else at
    if tag == "r":
        return at - 1 if inside and tags[at] in "ne" and left == "d" else at
    if tag == "c" and inside and low[at - 1] in ("and", "&"):
        return _joined_back(unit, at, end, left, grammar)
    return at


def _reduced(unit: Tagged, at: int, floor: int, grammar: Grammar) -> bool:
    """Whether the participle at `at` follows its noun ("a study |published| in a journal")."""
    if at <= floor or unit.tags[at] != "v" or unit.tags[at - 1] != "n":
        return False
    verb = grammar.verbs[unit.low[at]]
    return verb.form in "dn" and "clause" not in verb.takes


def _joined_back(unit: Tagged, at: int, end: int, left: str, grammar: Grammar) -> int:
    """Where a phrase begins that "and" continues: names join names, nouns join nouns."""
    tags = unit.tags
    if left == "h":
        return at - 2
    owned = tags[at] == "d" and unit.low[at] in grammar.words.owners
    if left == "P" and (tags[at] == "P" or owned):
        return at - 1
    office = unit.low[at - 2] in grammar.roles and unit.low[end - 1] in grammar.roles
    return at - 1 if left == "n" and (tags[at] in "nd" or office) else at


def _modifies(unit: Tagged, at: int, end: int, floor: int, grammar: Grammar) -> bool:
    """Whether the phrase at the determiner `at` hangs on a preposition after a noun."""
    if at - 2 < floor or unit.tags[at - 1] not in "ptc":
        return False
    if unit.tags[at - 1] == "c":
        return _joined_back(unit, at, end, unit.tags[at - 2], grammar) != at and at < end
    if unit.tags[at - 2] == "v" and not _reduced(unit, at - 2, floor, grammar):
        return unit.low[at - 2].endswith("ing") and at < end
    return unit.tags[at - 2] in "PnCegv" and unit.low[at - 1] in grammar.words.post_modifiers


def _trim_left(unit: Tagged, at: int, end: int, grammar: Grammar) -> int:
    """Drop what cannot begin a noun phrase."""
    tags, low = unit.tags, unit.low
    while at < end and tags[at] in "cyreg":
        if at + 1 < end and (tags[at] == "e" or low[at + 1] in grammar.roles):
            break
        at += 1
    return at


def _without_lead(unit: Tagged, at: int, end: int, floor: int, grammar: Grammar) -> Range:
    """Cut an introduction that runs into a name without a comma ("In the debate Lee said")."""
    tags, low = unit.tags, unit.low
    if not (at > floor and tags[at - 1] in "pt") or tags[end - 1] != "P":
        return at, end
    name = end
    while name > at and (
        tags[name - 1] == "P"
        or low[name - 1] in grammar.roles
        or low[name - 1] in grammar.modifiers
    ):
        name -= 1
    return (name, end) if name > at else (at, end)


def phrase_after(unit: Tagged, start: int, grammar: Grammar) -> int:
    """The end of the noun phrase that begins at `start`; `start` itself where none does.

    It takes "of", "for" and "from" phrases along, and stops before a second determiner, a time,
    a verb or a mark.
    """
    tags = unit.tags
    size = len(tags)
    if start < size and tags[start] == "h":
        return start + 1
    head = start
    while head < size and tags[head] in "dr" and head - start < 3:
        head += 1
    at = head
    while at < size:
        reached = _one_on(unit, at, head, grammar)
        if reached == at:
            break
        at = reached
    while at > head and tags[at - 1] in "cr":
        at -= 1
    return at if at > head else start


def _one_on(unit: Tagged, at: int, head: int, grammar: Grammar) -> int:
    """Where the phrase ends after one more token to the right; `at` where it takes none."""
    tags, low = unit.tags, unit.low
    tag = tags[at]
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if tag in "PC" or (tag == "n" and not _verb_after_name(unit, at, head, following, grammar)):
        return at + 1
    if tag == "T" and at == head and at and tags[at - 1] == "d" and following in "nP":
        return at + 1
    if tag == "y" or (tag == "d" and at > head and tags[at - 1] == "y"):
        return at + 1
    if tag in "eg":
        begins = at == head or tags[at - 1] in "nCdy"
        noun = tag == "g" and at > head and tags[at - 1] in "nC" and following in "p,."
        return at + 1 if (following in "nP" and begins) or noun else at
    if at == head:
        return at
    if tag == "p" and low[at] in grammar.words.after_verb and following in "dPnC":
        at += 1
        while at < len(tags) and tags[at] == "d":
            at += 1
        return at
    return at + 1 if tag == "c" and following == "P" and low[at] in ("and", "&") else at


def _verb_after_name(unit: Tagged, at: int, head: int, following: str, grammar: Grammar) -> bool:
    """Whether an unknown word after a name is rather its verb than part of it."""
    if at == head or unit.tags[at - 1] != "P":
        return False
    if head and unit.tags[head - 1] == "d" and unit.low[head - 1] in grammar.words.owners:
        return False
    noun = grammar.speaks(unit.low[at]) or unit.low[at] in grammar.modifiers
    return not noun and following not in "P,.;:)"
