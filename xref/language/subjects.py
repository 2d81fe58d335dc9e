"""Subjects: of a verb from its left, across interpolations, of a whole sentence."""

import re

from xref.language.grammar import Grammar
from xref.language.phrases import Range, phrase_after, phrase_before
from xref.language.tokens import Tagged

_ASIDES = 6
"""How many interpolations between a subject and its verb are stepped over."""
_RELATIVE_REACH = 14
_LONGEST_INTRODUCTION = 25
_TIMED = re.compile(r"[pdr]{0,2}T+P+")
"""A time and a name right behind it."""
_RELATIVES = frozenset(("who", "that", "which", "whose"))


def left_subject(unit: Tagged, j: int, grammar: Grammar) -> Range | None:
    """The subject whose last token is `j`; a relative "who" stands for its antecedent."""
    tags, low = unit.tags, unit.low
    if tags[j] == ")":
        opening = tags.rfind("(", 0, j)
        return left_subject(unit, opening - 1, grammar) if opening > 0 else None
    if tags[j] == "h" and low[j] == "who":
        if not (j and tags[j - 1] in ",-"):
            return _nearest(unit, phrase_before(unit, j, grammar), grammar) or (j, j + 1)
        if tags[j - 2 : j - 1] == "q":
            return None
        named = _nearest(unit, phrase_before(unit, j - 1, grammar), grammar)
        return named or subject_across_commas(unit, j - 1, grammar)
    if tags[j] == "h":
        return j, j + 1
    end = j + 1
    while end > 1 and tags[end - 1] == "e" and tags[end - 2] in "nPdC":
        end -= 1
    if tags[end - 1] == "d":
        return (end - 1, end) if low[end - 1] in grammar.words.quantifiers else None
    phrase = phrase_before(unit, end, grammar)
    if phrase is None:
        return _antecedent(unit, end, grammar) if tags[j] == "e" else None
    return _antecedent(unit, phrase[0], grammar) or phrase


def _nearest(unit: Tagged, phrase: Range | None, grammar: Grammar) -> Range | None:
    """The part of a phrase that a following "who" means: the name that ends it, else the whole."""
    if phrase is None:
        return phrase
    if unit.tags[phrase[1] - 1] != "P" and unit.low[phrase[1] - 1] not in grammar.roles:
        return phrase
    for k in range(phrase[1] - 1, phrase[0], -1):
        if unit.tags[k] in "pt":
            return (k + 1, phrase[1]) if phrase[1] - k > 2 else phrase
    return phrase


def _antecedent(unit: Tagged, at: int, grammar: Grammar) -> Range | None:
    """What the relative clause hangs on that ends at `at` ("an aide who knows him said")."""
    tags, low = unit.tags, unit.low
    if at < 2 or tags[at - 1] not in "vtbgexprhs":
        return None
    for k in range(at - 1, max(0, at - _RELATIVE_REACH), -1):
        if tags[k] in ",;:q-":
            return None
        if low[k] in _RELATIVES and k < at - 1 and tags[k - 1] in "nPC,":
            return phrase_before(unit, k - 1 if tags[k - 1] == "," else k, grammar)
        if tags[k] in "sh":
            return None
    return None


def subject_across_commas(
    unit: Tagged, comma: int, grammar: Grammar, floor: int = 0
) -> Range | None:
    """The noun phrase that an interpolation ending at `comma` belongs to.

    "Ann Lee, a professor of law, |said": steps left over appositions, relative clauses and ages.
    A phrase that ends right at `comma` is none: there a second predicate begins.
    """
    tags = unit.tags
    floor = max(floor, after_dateline(unit))
    end = comma
    aside: Range | None = None
    for _ in range(_ASIDES):
        start = _part_start(unit, end, floor)
        if start == end:
            if start > floor and tags[start - 1] in ",-":
                end = start - 1
                continue
            return None
        if tags[end - 1] == ")" and (opening := tags.rfind("(", start, end)) > start:
            end = opening
        where = tags[start] == "s" and end < comma and not set(tags[start:end]) & set("xbvegh")
        if where:
            return phrase_before(unit, end, grammar, start + 1)
        if not _is_aside(unit, start, end, floor):
            named = tags[start - 2 : start] == "n," and set(tags[start:end]) == {"P"}
            whole = end < comma or named
            phrase = phrase_before(unit, end, grammar, start) if whole else None
            if phrase and aside and _ends_clause(tags[start : phrase[0]]):
                return phrase_before(unit, aside[1], grammar, aside[0])
            return phrase
        if start <= floor or tags[start - 1] not in ",-":
            return None
        aside = (start, end) if tags[start] in "dP" and end < comma else None
        end = start - 1
    return None


def _ends_clause(before: str) -> bool:
    """Whether a phrase after these words ends their clause ("the lake was |full|, Lee, …")."""
    finite = max(before.rfind("x"), before.rfind("b"))
    return finite > 0 and "s" not in before[finite:] and before[finite - 1] not in "st"


def _part_start(unit: Tagged, end: int, floor: int) -> int:
    """Where the part between commas that ends at `end` begins; brackets hide their commas."""
    tags = unit.tags
    start, depth = end, 0
    while start > floor:
        tag = tags[start - 1]
        if tag == ")":
            depth += 1
        elif tag == "(":
            depth = max(0, depth - 1)
        elif not depth and (tag in ",-;:" or (tag == "q" and start - 1 in unit.closing)):
            break
        start -= 1
    return start


def _is_aside(unit: Tagged, start: int, end: int, floor: int) -> bool:
    """Whether ``[start, end)``, between commas, adds to what stands before it."""
    tags = unit.tags
    if start <= floor:
        return False
    first, before = tags[start], tags[start - 2 : start - 1]
    if first in "psrgeCTtxcov" or (first == "h" and unit.low[start] == "who"):
        return True
    if tags[start - 1] not in ",-" or not before or _leads(unit, start - 1, floor):
        return False
    if first in "dn":
        return before in "PnCy)"
    return first == "P" and before in "PnC" and (end - start <= 2 or set(tags[start:end]) != {"P"})


def _leads(unit: Tagged, end: int, floor: int) -> bool:
    """Whether the part that ends at the mark `end` is the sentence's introduction ("On Monday")."""
    start = _part_start(unit, end, floor)
    if not floor == start < end or unit.tags[start] not in "psrgeTtc":
        return False
    if _TIMED.fullmatch(unit.tags, start, end):
        return False  # "Last night |Ann Lee|, a councillor, said"
    return unit.tags[start] != "s" or not set(unit.tags[start:end]).isdisjoint("xbveg")


def subject_of(unit: Tagged, grammar: Grammar) -> Range | None:
    """The first noun phrase of the sentence that is no part of a dateline or an introduction."""
    tags, low = unit.tags, unit.low
    size = len(tags)
    at = after_dateline(unit)
    for _ in range(4):
        while at < size and tags[at] in "cr-.,:":
            at += 1
        if at >= size:
            return None
        if tags[at] in "psrgeTt" or (tags[at] == "v" and at == 0):
            comma = _introduction_end(unit, at)
            if comma is not None:
                at = comma + 1
            elif low[at] in grammar.words.subordinate:
                at += 1
            else:
                return None
            continue
        end = phrase_after(unit, at, grammar)
        passed = end < size and low[end] in ("ago", "later", "earlier")
        if passed and tags[end + 1 : end + 2] in tuple(",Phdn"):
            at = end + 1
            continue
        return (at, end) if end > at else None
    return None


def after_dateline(unit: Tagged) -> int:
    """Where the text of a wire story begins ("PORT ALBA, March 3 (Meridian) - ")."""
    dash = unit.tags.find("-", 1, 14)
    if dash > 0 and unit.tags[0] == "P" and not unit.tags[:dash].strip("PTC,()."):
        return dash + 1
    return 0


def _introduction_end(unit: Tagged, at: int) -> int | None:
    """The comma (or closing quotation) that ends an introduction, where it is near."""
    comma = unit.tags.find(",", at)
    closing = min((q for q in unit.closing if q > at), default=-1)
    if closing != -1 and (comma == -1 or closing < comma):
        comma = closing
    return comma if comma != -1 and comma - at <= _LONGEST_INTRODUCTION else None
