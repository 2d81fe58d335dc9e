"""What one article states of figures: each with how much it says of the article's own event."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

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
_FOLLOWS = 2.5
_NEAR = 80
"""How many characters away words can stand that place a figure elsewhere."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its standing in the article.

    `number` counts the sentences of the text from one; a title is 0. `elsewhere` holds the words
    that place the figure in another event, or in many; `outdated` those that call it an earlier
    figure. `derived`: no number is written, the total was added up. `weight` is how much speaks
    for this being the article's figure of its own event.
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
    """The figures of an article, in order, each with its standing."""
    starts = [s.start for b in article.blocks for s in (b.sentences or (b.span,))]
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    beside: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in figures:
        beside[claim.field, claim.sentence].append(claim)
    placed: dict[str, tuple[str, Place]] = {}
    outdated: dict[str, Place] = {}
    for (field, sentence), group in beside.items():
        placed.update(_elsewhere(article, field, sentence, group))
        outdated.update(_outdated(article, field, sentence, group))
    _spread(figures, placed)
    follows = {s.start for s in _behind_others(article)}
    out = []
    for claim in figures:
        number = 0 if claim.field == "title" else bisect_right(starts, claim.span.start)
        _, place = placed.get(claim.id, ("", None))
        out.append(
            _statement(
                claim,
                number,
                place,
                outdated.get(claim.id),
                follows=claim.sentence.start in follows,
            )
        )
    return out


def _spread(figures: Sequence[Claim], placed: dict[str, tuple[str, Place]]) -> None:
    """A sum over many events stays one where it is repeated without the words that said so."""
    wide: dict[tuple[str | None, object], tuple[str, Place]] = {}
    for claim in figures:
        if claim.id in placed and placed[claim.id][0] == "wide":
            wide.setdefault(_said(claim), placed[claim.id])
    for claim in figures:
        if claim.id not in placed and _said(claim) in wide:
            placed[claim.id] = wide[_said(claim)]


def _said(claim: Claim) -> tuple[str | None, object]:
    assert isinstance(claim.value, Quantity)
    return claim.value.measure, claim.value.amount.nominal


def _statement(
    claim: Claim, number: int, elsewhere: Place | None, outdated: Place | None, *, follows: bool
) -> Statement:
    value = claim.value
    assert isinstance(value, Quantity)
    amount = value.amount
    derived = amount.step is None and amount.nominal is not None
    weight = 3.2 if number == 0 else 3.0 if number <= _LEAD else 2.0 if number <= _HEAD else 0.0
    weight += 1.0 if _HEAD < number <= _TOP else 0.0
    weight += 0.0 if derived and amount.nominal == 1 else 2.0
    weight -= 4.0 if elsewhere is not None else 0.0
    weight -= _FOLLOWS if follows and number > _LEAD else 0.0
    return Statement(claim, number, derived, elsewhere, outdated, weight)


def _behind_others(article: Article) -> Iterator[Span]:
    """The sentences right behind one that turns to another event ("the second shooting")."""
    pattern, roles = _pattern()
    folded = fold(article.text)
    sentences = [s for b in article.blocks for s in (b.sentences or (b.span,))]
    for before, sentence in pairwise(sentences):
        if any(roles[m[0]] == "other" for m in pattern.finditer(folded, *before)):
            yield sentence


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = table("elsewhere")
    roles = {phrase: role for role in _SCOPES for phrase in words[role]}
    phrases = sorted(roles, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)"), roles


@cache
def _events() -> frozenset[str]:
    kinds: Mapping[str, Mapping[str, Sequence[str]]] = table("events")["kinds"]
    return frozenset(singular(noun) for kind in kinds.values() for noun in kind["nouns"])


def _elsewhere(
    article: Article, field: str, sentence: Span, beside: Sequence[Claim]
) -> dict[str, tuple[str, Place]]:
    """The claims of a sentence that are told of another event, or of many; role and words.

    A figure that counts events ("three shootings") makes the others a sum over them.
    """
    for other in beside:
        value = other.value
        low = value.amount.low if isinstance(value, Quantity) else None
        counted = value.counted if isinstance(value, Quantity) else None
        if counted in _events() and low is not None and low > 1:
            place = Place(article.id, other.field, other.span, other.text, other.id)
            return {c.id: ("wide", place) for c in beside if c.id != other.id}
    text = article.title or "" if field == "title" else article.text
    pattern, roles = _pattern()
    out: dict[str, tuple[str, Place]] = {}
    for found in pattern.finditer(fold(sentence.of(text))):
        span = Span(sentence.start + found.start(), sentence.start + found.end())
        for claim in beside:
            if _apart(claim.span, span) <= _NEAR:
                place = Place(article.id, claim.field, span, span.of(text))
                out.setdefault(claim.id, (roles[found[0]], place))
    return out


def _apart(a: Span, b: Span) -> int:
    return max(0, b.start - a.end, a.start - b.end)


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
