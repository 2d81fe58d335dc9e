"""What one article states of figures: each with how much it says of the article's own event."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

_SCOPES = ("earlier", "other", "forecast", "wide")
_LEAD = 2
_PLACES = ((0, 3.2), (_LEAD, 3.0), (5, 2.0), (12, 1.0))
"""What a figure's place weighs: (last sentence, weight); a title is sentence 0."""
_ELSEWHERE = 4.0
_DOUBTED = 2.5
_CONFINED = 2.0
_YEAR = re.compile(r"(?<![\w$£€.,])(?:19|20)\d\d(?![\w%])(?!,\d)")
_NEAR = 80
"""How many characters away words can stand that place a figure elsewhere."""
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
_SAME_NAMES = 2
_DATED = 400
_NO_YEAR = 9999
_OPENING = 25
"""Words that open a sentence, up to this offset, place all of its figures."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its standing in the article.

    `number` counts the sentences of the text from one; a title is 0. `elsewhere` holds the words
    that place the figure in another event, or in many; `outdated` those that call it an earlier
    figure; `alone` those that confine it to one place ("in the district alone"). `derived`: no number is written, the total was added up. `weight` is how much speaks
    for this being the article's figure of its own event.
    """

    claim: Claim
    number: int
    derived: bool
    elsewhere: Place | None
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
        return self.elsewhere is not None and self.elsewhere.note != "earlier"

    @property
    def nominal(self) -> Decimal | None:
        """The number said."""
        return self.value.amount.nominal


def statements(article: Article, claims: Sequence[Claim]) -> list[Statement]:
    """The figures of an article, in order, each with its standing."""
    article_sentences = [s for b in article.blocks for s in (b.sentences or (b.span,))]
    starts = [s.start for s in article_sentences]
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    beside: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in figures:
        beside[claim.field, claim.sentence].append(claim)
    present = _present(article)
    lead = " ".join(s.of(article.text) for s in article_sentences[:_LEAD])
    leads = set(_NAME.findall(f"{article.title or ''} {lead}"))
    placed: dict[str, tuple[str, Place]] = {}
    outdated: dict[str, Place] = {}
    for (field, sentence), group in beside.items():
        placed.update(_elsewhere(article, field, sentence, group, present, leads))
        outdated.update(_outdated(article, field, sentence, group))
    _spread(figures, placed)
    numbers = {
        c.id: 0 if c.field == "title" else bisect_right(starts, c.span.start) for c in figures
    }
    wide = (c for c in figures if c.id in placed and placed[c.id][0] == "wide")
    many = {_said(c)[0] for c in wide if numbers[c.id] <= _LEAD}
    parts = _parts(beside.values())
    follows = {s.start for s in _behind_others(article)}
    out = []
    for claim in figures:
        number = numbers[claim.id]
        weight = _weight(claim, number)
        if claim.id in placed:
            weight -= _ELSEWHERE
        elif (
            _said(claim)[0] in many
            or claim.id in parts
            or (claim.sentence.start in follows and number > _LEAD)
        ):
            weight -= _DOUBTED
        place = placed[claim.id][1] if claim.id in placed else None
        alone = _alone(claim, article)
        weight -= _CONFINED if alone else 0.0
        value = claim.value
        assert isinstance(value, Quantity)
        out.append(
            Statement(claim, number, _derived(value), place, outdated.get(claim.id), weight, alone)
        )
    return out


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
def _incidents() -> frozenset[str]:
    kinds: Mapping[str, Mapping[str, Sequence[str]]] = table("events")["kinds"]
    named = table("elsewhere")["incidents"]
    return frozenset(singular(noun) for kind in named for noun in kinds[kind]["nouns"])


def _elsewhere(
    article: Article,
    field: str,
    sentence: Span,
    beside: Sequence[Claim],
    present: int,
    leads: set[str],
) -> dict[str, tuple[str, Place]]:
    """The claims of a sentence that are told of another event, or of many; role and words.

    A figure that counts events ("three shootings") makes the others a sum over them.
    """
    for other in beside:
        value = other.value
        low = value.amount.low if isinstance(value, Quantity) else None
        counted = value.counted if isinstance(value, Quantity) else None
        if counted in _incidents() and low is not None and low > 1 and "other" not in other.text:
            place = Place(article.id, other.field, other.span, other.text, other.id, "wide")
            return {c.id: ("wide", place) for c in beside if c.id != other.id}
    text = article.title or "" if field == "title" else article.text
    pattern, roles = _pattern()
    out: dict[str, tuple[str, Place]] = {}
    words = sentence.of(text)
    cues = [(m.span(), roles[m[0]]) for m in pattern.finditer(fold(words))]
    # A past year tells of another event, unless the sentence names those whom the lead names.
    if len(leads & set(_NAME.findall(words))) < _SAME_NAMES:
        years = (m for m in _YEAR.finditer(words) if int(m[0]) < present)
        cues.extend((m.span(), "earlier") for m in years)
    for (start, end), role in cues:
        span = Span(sentence.start + start, sentence.start + end)
        for claim in beside:
            if _reaches(claim.span, span, text, start):
                place = Place(article.id, claim.field, span, span.of(text), note=role)
                out.setdefault(claim.id, (role, place))
    return out


def _reaches(claim: Span, cue: Span, text: str, start: int) -> bool:
    """Whether words that place a figure elsewhere reach it: those of its clause, and opening ones."""
    if start <= _OPENING:
        return True
    between = text[min(claim.end, cue.end) : max(claim.start, cue.start)]
    return len(between) <= _NEAR and "," not in between


def _present(article: Article) -> int:
    """The year in which the article appeared; else the latest that its head names.

    An undated article that names no year at its head tells of its own time without one: every
    year that it names lies behind.
    """
    if article.published is not None:
        return article.published[0].year
    return max((int(m[0]) for m in _YEAR.finditer(article.text, 0, _DATED)), default=_NO_YEAR)


def _alone(claim: Claim, article: Article) -> Place | None:
    """The words near a figure that confine it to one place, or count in what others leave out."""
    text = article.part(claim.field)
    start = max(claim.sentence.start, claim.span.start - _NEAR)
    end = min(claim.sentence.end, claim.span.end + _NEAR)
    for word in deciding_words("scope", text[start:end], start):
        if word.role in ("alone", "more"):
            return Place(article.id, claim.field, word.span, word.span.of(text), note=word.role)
    return None


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
