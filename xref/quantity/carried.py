"""Nouns and units that a number leaves out because a figure before it names them.

"Two dogs ran off. One was found", "14 years, with nine to serve", "400 buses, of the operational
310", "47 days, three short of the mark", "94 micrograms, against a limit of 35".
"""

from decimal import Decimal
from itertools import pairwise

from xref.model.amount import Bound
from xref.model.claim import Mode
from xref.quantity.draft import Draft
from xref.quantity.figure import Part
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens

_CLAUSES = (", ", "; ", " – ", " — ", ": ")
_AND = frozenset({"and", "but", "while", "although", "though"})
_LEFT = frozenset({"left", "remaining"})
_APART = frozenset({"behind", "ahead", "short", "off", "inside", "outside", "adrift", "clear"})
"""Behind a bare number these tell how far something is from what was measured before."""
_LED = frozenset({"with", "leaving"})
_UNCARRIED = frozenset({"age", "ordinal", "multiple", "share", "score"})
_ADJECTIVES = ("able", "al", "ed", "ful", "ible", "ing", "ive", "less", "ous")
_ONE_SIZE = Decimal(50)
"""What a number is carried over from is less than so many times its size."""


def subject(t: Tokens, d: Draft, drafts: list[Draft], g: Grammar) -> bool:
    """Whether "one" opens a clause that tells of one of those just counted: "One was found".

    It then counts what they do.
    """
    n, a = d.numeral, drafts[-1] if drafts else None
    if n.form != "words" or t.words[n.first] != "one" or a is None or not d.bare:
        return False
    front, behind = t.front(n.first), t.words[n.last]
    opens = front == "" or front in _AND or t.gaps[n.first] in _CLAUSES
    told = behind == "was" or behind in g.nouns.fates
    if behind in ("has", "had") and t.spaced(n.last + 1):
        told = t.words[n.last + 1] == "been" or t.words[n.last + 1] in g.nouns.fates
    if not (opens and told and t.spaced(n.last) and _counts(a)):
        return False
    if a.high < 2 or _sentences(t, a, d) > 1 or t.gaps[n.first].count("\n") > 1:
        return False
    d.noun, d.part = a.noun, Part.OF
    return True


def carry(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Give each number the noun or the unit that the figure before it names."""
    for a, b in pairwise(drafts):
        if not b.bare or b.dimension != "count" or a.dimension in _UNCARRIED or a.bare or a.parts:
            continue
        if b.part is not None:
            continue
        if _compared(t, a, b, g):
            b.mode = Mode.DIFFERENCE
        elif not (_near_in_size(a, b) and _goes_back(t, a, b, g)):
            continue
        b.unit, b.noun, b.dimension = a.unit, b.noun or a.noun, a.dimension


def _goes_back(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """Whether a bare number is of what the figure before it measures or counts."""
    if _rest(t, a, b) or _limit(t, a, b, g) or _other_end(t, a, b):
        return True
    return _counts(a) and (_some(t, a, b, g) or _of_another(t, a, b, g))


def _counts(d: Draft) -> bool:
    return d.dimension == "count" and d.headed


def _sentences(t: Tokens, a: Draft, b: Draft) -> int:
    """How many sentences begin behind the one figure, up to the other."""
    return sum(t.opens_sentence(k) for k in range(a.last, b.numeral.first + 1))


def _near_in_size(a: Draft, b: Draft) -> bool:
    one, two = abs(a.nominal or a.high), abs(b.nominal or b.high)
    return 0 < two < one * _ONE_SIZE and one < two * _ONE_SIZE


def _compared(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """As in "47 days, three short of the mark", "58 milligrams, eight above the limit"."""
    apart = t.gaps[b.first] in (", ", " – ", " — ", "; ") and not _sentences(t, a, b)
    if not apart or not t.spaced(b.last) or b.high > a.high:
        return False
    if t.words[b.last] in g.changes.levels or (a.unit is not None and t.words[b.last] in _APART):
        return True
    return t.words[b.last] in g.changes.comparatives and t.words[b.last + 1] in ("of", "than")


def _rest(t: Tokens, a: Draft, b: Draft) -> bool:
    """As in "jailed for 14 years, with nine to serve"."""
    if t.front(b.first) not in _LED or _sentences(t, a, b) or b.high > a.high:
        return False
    if t.words[b.last] in _LEFT:
        return True
    return t.words[b.last] == "to" and t.spaced(b.last + 1) and t.words[b.last + 1].isalpha()


def _limit(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """As in "94 micrograms, against a limit of 35": a level that it is compared with."""
    if t.front(b.first) != "of" or t.front(b.first - 1) not in g.calendar.amount_nouns:
        return False
    if a.unit is None or _sentences(t, a, b) or b.first - a.last > 8 or _goes_on(t, b, g):
        return False
    return any(word in g.changes.compared for word in t.words[a.last : b.first])


def _other_end(t: Tokens, a: Draft, b: Draft) -> bool:
    """As in "a minimum of six weeks and a maximum of ten"."""
    opposite = {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
    return opposite and t.front(b.first) in ("and", "but", "or") and b.first - a.last == 1


def _some(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """As in "400 buses … of the operational 310": an adjective tells which of those counted."""
    k = b.first - 1
    if k < 1 or t.front(k) != "the" or not t.spaced(b.first) or _sentences(t, a, b) > 1:
        return False
    adjective = g.classes.of(t.words[k]) == "J" or t.words[k].endswith(_ADJECTIVES)
    named = t.words[k] in g.nouns.ends or t.words[k] in g.calendar.amount_nouns
    return adjective and not named and not t.capital(k) and not _goes_on(t, b, g)


def _of_another(t: Tokens, a: Draft, b: Draft, g: Grammar) -> bool:
    """As in "12 counts of fraud and three of forgery": the same noun, of something else."""
    listed = t.front(b.first) in ("and", "or", "but") or t.gaps[b.first] == ", "
    parallel = t.words[a.last] == "of" == t.words[b.last] and t.spaced(b.last + 1)
    return listed and parallel and not _sentences(t, a, b) and _is_other(t, b.last + 1, g)


def _is_other(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether no word at token `k` points back: "three of them", "three of the 12"."""
    return t.words[k] not in g.nouns.whole and t.words[k] not in g.nouns.pronouns


def _goes_on(t: Tokens, b: Draft, g: Grammar) -> bool:
    """Whether a word stands behind a number that it could count."""
    return t.joined(b.last) and t.words[b.last] not in g.nouns.ends
