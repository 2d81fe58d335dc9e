"""Why two figures of one question are not held against each other, where nothing explains them.

A difference that no words explain is told only where both figures are surely of one thing.
"""

from collections.abc import Mapping
from decimal import Decimal

from xref.link.anchors import anchors
from xref.link.bonds import FAR
from xref.link.cells import Answer
from xref.link.questions import POWERS, slipped
from xref.model.article import Article
from xref.model.claim import Quantity

_SURE = 7.0
_LEAST = 2.0
"""How much must speak for two figures before they can contradict each other, together and each."""
_COUNTED = 3.0
_GROWTH = 3
"""What must speak for each before time alone explains that one is more than so many times the
other."""
_ALIKE = 5
"""So many content words in common, a name among them, make up for what speaks for the figures."""
_MUCH_ALIKE = 7
_LED = 5.0
"""What speaks for a figure that the lead of its article gives."""
_FAR_APART = 20
"""Figures further apart than this factor are not of one thing, unless a digit slipped."""
_DEFINITE = ("the ", "these ", "those ", "both ")


def doubt(
    a: Answer,
    b: Answer,
    articles: Mapping[str, Article],
    *,
    in_words: bool = False,
    by_time: bool = False,
) -> str | None:
    """Why two figures may not be of one thing; ``None`` where nothing speaks against it.

    `in_words` says that nothing but the words around them brought the two together, `by_time` that
    nothing but time explains how they differ.
    """
    days = _days_between(a, b)
    if days >= FAR:
        return f"the articles appeared {days} days apart, and a follow-up gives no latest count"
    if not _comparable(a, b):
        return f"one is more than {_FAR_APART} times the other, too far for one thing"
    grown = by_time and not _comparable(a, b, _GROWTH)
    for one in (a, b):
        if one.weight < (_COUNTED if grown else _LEAST):
            return f"“{_text(one)}” stands far down its article or is told of something else"
    for one, other in ((a, b), (b, a)):
        if _nominal(one) in other.also:
            return f"the article with “{_text(other)}” gives that number too, of something else"
        if _mentions_some(one, articles):
            return f"“{_text(one)}” speaks of some that were told of before"
    if a.weight + b.weight >= _SURE and not in_words:
        return None
    mine, theirs = (anchors(x.reading.claim, articles[x.cell.article]) for x in (a, b))
    alike = len(mine.sentence & theirs.sentence)
    needed = _MUCH_ALIKE if in_words and not slipped(_nominal(a), _nominal(b)) else _ALIKE
    if alike >= needed and mine.all_names & theirs.all_names:
        return None
    return "their sentences share too little to say that both are of one thing"


def _text(answer: Answer) -> str:
    return answer.reading.claim.text


def _mentions_some(answer: Answer, articles: Mapping[str, Article]) -> bool:
    """Whether a figure far down speaks of some that were told before ("the two men", "two of")."""
    claim = answer.reading.claim
    if answer.weight >= _LED:
        return False
    text = articles[answer.cell.article].part(claim.field)
    before = text[claim.sentence.start : claim.span.start].lower()
    return before.endswith(_DEFINITE) or text.startswith(" of ", claim.span.end)


def _days_between(a: Answer, b: Answer) -> int:
    """Days between two articles; 0 where one bears no date."""
    one, other = a.reading.published, b.reading.published
    if one is None or other is None:
        return 0
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def _nominal(answer: Answer) -> Decimal | None:
    value = answer.reading.claim.value
    return value.amount.nominal if isinstance(value, Quantity) else None


def _comparable(a: Answer, b: Answer, factor: int = _FAR_APART) -> bool:
    """Whether two figures lie near enough to be of one thing; a slip by ten or a hundred is."""
    lows = sorted(x for x in (a.cell.low or a.cell.high, b.cell.low or b.cell.high) if x)
    if len(lows) < 2 or lows[1] <= factor * lows[0]:
        return True
    return lows[1] / lows[0] in POWERS
