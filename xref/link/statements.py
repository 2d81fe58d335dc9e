"""What one article states of figures: each with how much it says of the article's own event."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from xref.compare.deciding import deciding_words
from xref.lexicon import table
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.fold import fold
from xref.text.nouns import singular

_SCOPES = ("earlier", "other", "wide")
_LEAD = 2
_HEAD = 5
_TOP = 12


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its standing in the article.

    `number` counts the sentences of the text from one; a title is 0. `elsewhere` holds the
    words that place the figure in another event, or in many; `outdated` those that call it an earlier
    figure. `derived`: no number is written, the total was added up. `weight` is how
    much speaks for this being the article's figure of its own event.
    """

    claim: Claim
    number: int
    derived: bool
    elsewhere: Place | None
    outdated: Place | None
    weight: float

    @property
    def value(self) -> Quantity:
        """The figure; a statement is always one."""
        assert isinstance(self.claim.value, Quantity)
        return self.claim.value

    @property
    def part(self) -> bool:
        """Whether it counts a named part only."""
        return self.value.scope.subset is not None

    @property
    def nominal(self) -> Decimal | None:
        """The number said."""
        return self.value.amount.nominal


def statements(article: Article, claims: Sequence[Claim]) -> list[Statement]:
    """The figures of an article, in order, with their standing; copies of a sentence are left out."""
    starts = [s.start for b in article.blocks for s in (b.sentences or (b.span,))]
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    beside: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in figures:
        beside[claim.field, claim.sentence].append(claim)
    placed = {key: _elsewhere(article, key[0], key[1], group) for key, group in beside.items()}
    outdated = {key: _outdated(article, key[0], key[1], group) for key, group in beside.items()}
    out = []
    for claim in figures:
        key = claim.field, claim.sentence
        number = 0 if claim.field == "title" else bisect_right(starts, claim.span.start)
        out.append(_statement(claim, number, placed[key], outdated[key].get(claim.id)))
    return out


def _statement(
    claim: Claim, number: int, elsewhere: Place | None, outdated: Place | None
) -> Statement:
    value = claim.value
    assert isinstance(value, Quantity)
    amount = value.amount
    derived = amount.step is None and amount.nominal is not None
    if elsewhere is not None and elsewhere.claim == claim.id:
        elsewhere = None
    weight = 3.2 if number == 0 else 3.0 if number <= _LEAD else 2.0 if number <= _HEAD else 0.0
    weight += 1.0 if _HEAD < number <= _TOP else 0.0
    weight += 0.0 if derived and amount.nominal == 1 else 2.0
    weight -= 4.0 if elsewhere is not None else 0.0
    return Statement(claim, number, derived, elsewhere, outdated, weight)


@cache
def _pattern() -> re.Pattern[str]:
    words = table("elsewhere")
    phrases = sorted({p for scope in _SCOPES for p in words[scope]}, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


@cache
def _events() -> frozenset[str]:
    kinds: Mapping[str, Mapping[str, Sequence[str]]] = table("events")["kinds"]
    return frozenset(singular(noun) for kind in kinds.values() for noun in kind["nouns"])


def _elsewhere(
    article: Article, field: str, sentence: Span, beside: Sequence[Claim]
) -> Place | None:
    """The words of a sentence that place its figures in another event than the article's, or in many.

    A figure that counts events ("three shootings") makes the others a sum over them.
    """
    where = "title" if field == "title" else "text"
    for other in beside:
        value = other.value
        if isinstance(value, Quantity) and value.counted in _events():
            low = value.amount.low
            if low is not None and low > 1:
                return Place(article.id, other.field, other.span, other.text, other.id)
    text = article.title or "" if where == "title" else article.text
    found = _pattern().search(fold(sentence.of(text)))
    if found is None:
        return None
    span = Span(sentence.start + found.start(), sentence.start + found.end())
    return Place(article.id, beside[0].field, span, span.of(text))


def _outdated(
    article: Article, field: str, sentence: Span, beside: Sequence[Claim]
) -> dict[str, Place]:
    """The claims of a sentence that it calls earlier figures, each with the words that do so."""
    text = article.title or "" if field == "title" else article.text
    out: dict[str, Place] = {}
    for word in deciding_words("revision", sentence.of(text), sentence.start):
        if word.role != "earlier":
            continue
        nearest = min(beside, key=lambda c: _distance(c.span, word.span), default=None)
        if nearest is not None and _distance(nearest.span, word.span) <= 90:
            place = Place(article.id, nearest.field, word.span, word.span.of(text))
            out.setdefault(nearest.id, place)
    return out


def _distance(span: Span, word: Span) -> int:
    """Characters between; a figure behind the word is nearer than one before it."""
    if word.end <= span.start:
        return span.start - word.end
    return max(0, word.start - span.end) + 20
