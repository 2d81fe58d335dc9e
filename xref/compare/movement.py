"""How words move a figure: from the one before it, by so much, or as its owner's own."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from xref.compare.amounts import Fit
from xref.compare.around import another_between, found, phrases, text_of
from xref.compare.case import Case, compare_told, near, own_words
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.days import MONTHS

_BACK, _AT = 50, 14
"""Within how far from a figure the words stand that put it before another, and how near the
nearest letter of them is, in characters."""
_ANOTHER_TIME = re.compile(
    r"[ ,(]*(?:per ?cent|percent|pct|%)?[ ,(]*(?:in|for|of|at|during|over)? ?(?:the |a )?"
    r"(?:year|month|quarter|previous (?:year|month|quarter)|last (?:year|month|quarter)"
    rf"|{'|'.join(MONTHS)}|20\d\d|19\d\d)\b"
)
_BEFORE, _AFTER = 40, 30
"""How far from its figure a word like "rose to" may stand, in characters."""


def middle(reading: Reading) -> Decimal:
    """The number that a figure says, else its least; 0 of a date."""
    value = reading.claim.value
    amount = value.amount if isinstance(value, Quantity) else None
    if amount is None:
        return Decimal(0)
    return amount.nominal if amount.nominal is not None else amount.low or Decimal(0)


def named_before(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The words by which an article names the other's figure as the one before its own.

    "Up from 58 the day before", "the first estimate had been 3 million", "from 14 to 11 years".
    """
    for other in later.beside:
        if type(other.value) is not type(later.claim.value):
            continue
        if compare_told(later, other, earlier, case.policy).fit is not Fit.EQUAL:
            continue
        place = Place(later.article, later.field, other.span, other.text, other.id)
        beside = Span(max(later.context_start, other.span.start - _BACK), other.span.start)
        behind = Span(other.span.end, other.span.end + _BACK)
        if _ANOTHER_TIME.match(text_of(later, behind)):
            continue  # "up from 4.2 in April": April's figure, not an earlier one of May
        ahead = found(later, beside, phrases("relations", "before", "ahead"))
        after = found(later, behind, phrases("relations", "before", "behind"))
        for word in (*ahead[-1:], *after[:1]):
            if max(other.span.start - word.end, word.start - other.span.end) > _AT:
                continue
            return (later.place(word, "names the other figure as the one before"), place)
    return ()


def by_so_many(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The figure beside the later one by which it grew or fell ("16 more than on Monday")."""
    mine, theirs = later.claim.value, earlier.claim.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return ()
    difference = abs(middle(later) - middle(earlier))
    role = "more" if later is case.higher else "fewer"
    for other in later.beside:
        value = other.value
        if not isinstance(value, Quantity) or value.amount.nominal != difference or not difference:
            continue
        behind = Span(other.span.start, other.span.end + _BACK)
        for word in found(later, behind, phrases("relations", "before", role)):
            place = Place(later.article, later.field, other.span, other.text, other.id)
            return (place, later.place(word, "says by how much it moved"))
    return ()


@kept
def restated(reading: Reading) -> tuple[Place, ...]:
    """The words by which somebody moves a figure of his own ("raised its forecast")."""
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    for match in _own_moves().finditer(text):
        at = Span(start + match.start(), start + match.end())
        if at.end <= reading.claim.span.start and not another_between(reading, at):
            return (reading.place(at, "says that it moved"),)
    return ()


@cache
def _own_moves() -> re.Pattern[str]:
    verbs, nouns = ("|".join(table("relations")["moves"][n]) for n in ("verbs", "nouns"))
    return re.compile(
        rf"\b(?:{verbs}) (?:its|their|his|her|the|an?) (?:[\w-]+ ){{0,2}}(?:{nouns})\b"
    )


def movement(reading: Reading, roles: Sequence[str]) -> tuple[Place, ...]:
    """The words near a figure by which it moved, of one of these roles ("raised", "lowered")."""
    for word in own_words(reading, "revision"):
        if word.role in roles and near(word, reading.claim.span, _BEFORE, _AFTER):
            return (reading.place(word.span, "says that it moved"),)
    return ()
