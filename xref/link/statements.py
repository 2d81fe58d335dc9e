"""What one article states of figures: each with how much it says of the article's own event."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xref.compare.deciding import deciding_words
from xref.model.article import Article, Field
from xref.model.claim import Aside, Claim, Elsewhere, Quantity, Standing
from xref.model.relation import Place
from xref.model.span import Span

_LEAD = 2
_PLACES = ((0, 3.2), (_LEAD, 3.0), (5, 2.0), (12, 1.0))
"""What a figure's place weighs: (last sentence, weight); a title is sentence 0."""
_MOVES = frozenset({"raised", "lowered", "revised"})
_ELSEWHERE = 4.0
_DOUBTED = 2.5
_CONFINED = 2.0
"""What is taken off a figure told of elsewhere, of one that may be, of one confined to a place."""
_UNASSERTED = frozenset(Standing) - {Standing.ASSERTED, Standing.PLANNED}
_MOVED = 1.0
"""What speaks for a figure to which the article says that the count moved ("rose to 7")."""
_TO = 12
"""How many characters before a figure the words end that say so."""
_NEAR = 80
"""How many characters around a figure the words stand that confine it to one place."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its standing in the article.

    `number` counts the sentences of the text from one; a title is 0. `elsewhere` holds the words
    that place the figure in another event, or in many; `outdated` those that call it an earlier
    figure; `alone` those that confine it to one place ("in the district alone"). `derived`: no
    number is written, the total was added up. `weight` is how much speaks for this being the
    article's figure of its own event.
    """

    claim: Claim
    number: int
    derived: bool
    elsewhere: Elsewhere | None
    outdated: Place | None
    weight: float
    alone: Place | None = None

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
    def of_others(self) -> bool:
        """Whether its sentence places it in another event or in many, not just further back."""
        return self.elsewhere is not None and self.elsewhere.kind is not Aside.EARLIER

    @property
    def nominal(self) -> Decimal | None:
        """The number said."""
        return self.value.amount.nominal


def statements(article: Article, claims: Sequence[Claim]) -> list[Statement]:
    """The figures of an article, in order, each with its standing."""
    starts = [sentence.start for sentence in article.running]
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    beside: dict[tuple[Field, Span], list[Claim]] = defaultdict(list)
    for claim in figures:
        beside[claim.field, claim.sentence].append(claim)
    places = _spread(figures)
    moved: set[str] = set()
    for (field, sentence), group in beside.items():
        moved.update(_moved(article, field, sentence, group))
    numbers = {
        c.id: 0 if c.field == "title" else bisect_right(starts, c.span.start) for c in figures
    }
    doubted = _doubted(article, figures, beside.values(), places, numbers) - moved
    out = []
    for claim in figures:
        place, alone = places.get(claim.id), _alone(claim, article)
        weight = _weight(claim, numbers[claim.id])
        weight -= (
            _ELSEWHERE
            if place or claim.standing in _UNASSERTED
            else _DOUBTED
            if claim.id in doubted
            else 0.0
        )
        weight += _MOVED * (claim.id in moved) - _CONFINED * (alone is not None)
        value = claim.value
        assert isinstance(value, Quantity)
        out.append(
            Statement(
                claim=claim,
                number=numbers[claim.id],
                derived=_derived(value),
                elsewhere=place,
                outdated=_outdated(claim, article),
                weight=weight,
                alone=alone,
            )
        )
    return out


def _doubted(
    article: Article,
    figures: Sequence[Claim],
    sentences: Iterable[Sequence[Claim]],
    places: Mapping[str, Elsewhere],
    numbers: Mapping[str, int],
) -> set[str]:
    """The figures that may be told of another event or of a part, though no words of theirs say so.

    Those of a measure of which the lead gives a sum over many events; those beside others of
    their measure; those right behind a sentence that turns to another event.
    """
    many = {
        _said(c)[0]
        for c in figures
        if c.id in places and places[c.id].kind is Aside.MANY and numbers[c.id] <= _LEAD
    }
    away = set(_turned_away(article, figures))
    return _parts(sentences) | {
        c.id
        for c in figures
        if _said(c)[0] in many or (c.sentence.start in away and numbers[c.id] > _LEAD)
    }


def _parts(sentences: Iterable[Sequence[Claim]]) -> set[str]:
    """The figures of sentences that give several of one measure: each may count a part only."""
    out: set[str] = set()
    for group in sentences:
        bare = 0
        said: dict[str, set[object]] = defaultdict(set)
        for claim in group:
            value = claim.value
            assert isinstance(value, Quantity)
            if _derived(value) or value.scope.subset is not None or value.dimension != "count":
                continue
            if value.measure:
                said[value.measure].add(value.amount.nominal)
            elif value.counted is None or value.counted == "other":
                bare += 1  # "1,000 had taken shelter in a field, 500 in a yard, 200 in a school"
        for claim in group:
            value = claim.value
            assert isinstance(value, Quantity)
            mine = said.get(value.measure or "", ())
            several = len(mine) > 1 or (bare > 1 and len(mine) > 0)
            if several and not _derived(value):
                out.add(claim.id)
    return out


def _turned_away(article: Article, figures: Sequence[Claim]) -> Iterator[int]:
    """Where the sentences start that follow one whose figures are told of another event."""
    turning = {
        c.sentence.start
        for c in figures
        if c.field == "text" and c.elsewhere is not None and c.elsewhere.kind is Aside.OTHER
    }
    sentences = pairwise(article.running)
    yield from (after.start for before, after in sentences if before.start in turning)


def _spread(figures: Sequence[Claim]) -> dict[str, Elsewhere]:
    """The words that place figures elsewhere, by claim id.

    A sum over many events stays one where it is repeated without the words that said so.
    """
    places = {c.id: c.elsewhere for c in figures if c.elsewhere is not None}
    wide: dict[tuple[str | None, object], Elsewhere] = {}
    for claim in figures:
        if claim.id in places and places[claim.id].kind is Aside.MANY:
            wide.setdefault(_said(claim), places[claim.id])
    for claim in figures:
        if _said(claim) in wide:
            places.setdefault(claim.id, wide[_said(claim)])
    return places


def _said(claim: Claim) -> tuple[str | None, object]:
    assert isinstance(claim.value, Quantity)
    return claim.value.measure, claim.value.amount.nominal


def _weight(claim: Claim, number: int) -> float:
    """How much the place of a figure in the article speaks for it."""
    value = claim.value
    assert isinstance(value, Quantity)
    place = 0.0
    for last, weight in _PLACES:
        if number <= last:
            place = weight
            break
    return place + (0.0 if _derived(value) and value.amount.nominal == 1 else 2.0)


def _derived(value: Quantity) -> bool:
    return value.amount.step is None and value.amount.nominal is not None


def _alone(claim: Claim, article: Article) -> Place | None:
    """The words near a figure that confine it to one place, or count in what others leave out."""
    text = article.part(claim.field)
    start = max(claim.sentence.start, claim.span.start - _NEAR)
    end = min(claim.sentence.end, claim.span.end + _NEAR)
    for word in deciding_words("scope", text[start:end], start):
        if word.role in ("alone", "more"):
            return Place(article.id, claim.field, word.span, word.span.of(text), note=word.role)
    return None


def _outdated(claim: Claim, article: Article) -> Place | None:
    """The words by which its sentence calls a figure one told before, or takes it back."""
    denied = claim.stands_by if claim.standing is Standing.DENIED else None
    words = claim.retold_by or denied
    if words is None:
        return None
    return Place(article.id, claim.field, words, words.of(article.part(claim.field)))


def _moved(
    article: Article, field: Field, sentence: Span, beside: Sequence[Claim]
) -> Iterator[str]:
    """The claims of a sentence right behind words that move a count ("bringing the total to")."""
    for word in deciding_words("revision", sentence.of(article.part(field)), sentence.start):
        if word.role in _MOVES:
            for claim in beside:
                if word.span.end <= claim.span.start <= word.span.end + _TO:
                    yield claim.id
