"""Which figures of an article are told of another event than its own, or of many at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from xref.lexicon import table
from xref.lexicon.nouns import singular
from xref.model.article import Article, Field
from xref.model.claim import Claim, Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.fold import fold

ROLES = ("earlier", "other", "recalled", "forecast", "wide", "spell")
"""What the words of the lexicon say of the figures near them; the role is a place's note."""

Sentences = Mapping[tuple[Field, Span], Sequence[Claim]]

_LEAD = 2
_YEAR = re.compile(r"(?<![\w$£€.,])(?:19|20)\d\d(?![\w%])(?!,\d)(?! block)")
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
_SAME_NAMES = 2
_NEAR = 80
"""How many characters away words can stand that place a figure elsewhere."""
_OPENING = 25
"""Words that open a sentence, up to this offset, place all of its figures."""
_DATED = 400
_NO_YEAR = 9999
_NUMBER = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\b"
)


def elsewhere(article: Article, figures: Sentences) -> dict[str, Place]:
    """The words that place figures in another event or in many, by claim id.

    `figures` are the article's, by field and sentence. What a title or lead names is the
    article's own event: a year gone by beside those names is its own, too, unless the lead gives
    another figure for the same without one.
    """
    present = _present(article)
    sentences = list(_sentences(article))[:_LEAD]
    named = [(s, set(_NAME.findall(s.of(article.text)))) for s in sentences]
    titled = set(_NAME.findall(article.title or ""))
    led = _led(article, figures, sentences, present)
    out: dict[str, Place] = {}
    for (field, sentence), group in figures.items():
        if _adds_up(article, group, out):
            continue
        # What a sentence names itself says nothing of what the others name.
        own = set().union(*(n for s, n in named if field == "title" or s != sentence))
        own |= titled if field == "text" else set()
        first = field == "text" and sentence == sentences[0]
        same = len(own & set(_NAME.findall(article.part(field), *sentence))) >= _SAME_NAMES
        for cue in _cues(article, field, sentence, present):
            if cue.note == "recalled" and first:
                continue  # "the man who was killed in ..." opens the article: that is its event
            for claim in group:
                value = _value(claim)
                alone = led.get(value.measure, value.amount.nominal) == value.amount.nominal
                if same and alone and _YEAR.match(cue.text):
                    continue
                if first and alone and cue.note == "earlier" and _told_as_own(article, cue):
                    continue
                if _reaches(claim, cue.span, article.part(field)):
                    out.setdefault(claim.id, cue)
    return out


def _told_as_own(article: Article, cue: Place) -> bool:
    """Whether words of time stand right by the article's own incident: "the shooting last week"."""
    text = article.part(cue.field)
    return (
        _incident().search(fold(text[max(0, cue.span.start - _NEAR) : cue.span.start])) is not None
    )


def _led(
    article: Article, figures: Sentences, lead: Sequence[Span], present: int
) -> dict[str | None, Decimal | None]:
    """The numbers that the title and the lead give beside no year and no time gone by."""
    out: dict[str | None, Decimal | None] = {}
    for (field, sentence), group in figures.items():
        if field != "title" and sentence not in lead:
            continue
        if _YEAR.search(article.part(field), *sentence) is not None:
            continue
        cues = [c for c in _cues(article, field, sentence, present) if c.note == "earlier"]
        for claim in group:
            if not any(_reaches(claim, cue.span, article.part(field)) for cue in cues):
                out.setdefault(_value(claim).measure, _value(claim).amount.nominal)
    return out


def _value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def turned_away(article: Article) -> Iterator[Span]:
    """The sentences right behind one that turns to another event ("the second shooting")."""
    pattern, roles = _pattern()
    folded = fold(article.text)
    for before, sentence in pairwise(_sentences(article)):
        if any(_role(m[0], roles) == "other" for m in pattern.finditer(folded, *before)):
            yield sentence


def _sentences(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        yield from block.sentences or (block.span,)


def _adds_up(article: Article, group: Sequence[Claim], out: dict[str, Place]) -> bool:
    """Whether a figure counts events ("three shootings"); then the others beside it are sums."""
    for claim in group:
        value = _value(claim)
        low = value.amount.low
        many = value.counted in _incidents() and low is not None and low > 1
        if many and "other" not in claim.text:
            place = Place(article.id, claim.field, claim.span, claim.text, claim.id, "wide")
            out.update((c.id, place) for c in group if c.id != claim.id)
            return True
    return False


def _cues(article: Article, field: Field, sentence: Span, present: int) -> Iterator[Place]:
    """The words of a sentence that place its figures elsewhere, with their role."""
    text = article.part(field)
    words = sentence.of(text)
    pattern, roles = _pattern()
    folded = fold(words)
    found = [(m.span(), _role(m[0], roles)) for m in pattern.finditer(folded)]
    one = any(role == "spell" for _, role in found) and _incident().search(folded) is not None
    found = [
        (span, "wide" if role == "spell" else role)
        for span, role in found
        if not (one and role == "spell")
    ]
    found.extend((m.span(), "wide") for m in _incidents_told().finditer(folded))
    years = (m for m in _YEAR.finditer(words) if int(m[0]) < present)
    found.extend((m.span(), "earlier") for m in years)
    for (start, end), role in found:
        span = Span(sentence.start + start, sentence.start + end)
        yield Place(article.id, field, span, span.of(text), note=role)


def _reaches(claim: Claim, cue: Span, text: str) -> bool:
    """Whether words that place a figure elsewhere reach it: in its clause, or opening it."""
    if cue.start - claim.sentence.start <= _OPENING:
        return True
    between = text[min(claim.span.end, cue.end) : max(claim.span.start, cue.start)]
    return len(between) <= _NEAR and "," not in between


def _present(article: Article) -> int:
    """The year in which the article appeared; else the latest that its head names.

    An undated article that names no year at its head tells of its own time without one: every
    year that it names lies behind.
    """
    if article.published is not None:
        return article.published[0].year
    return max((int(m[0]) for m in _YEAR.finditer(article.text, 0, _DATED)), default=_NO_YEAR)


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = table("elsewhere")
    roles = {phrase: role for role in ROLES for phrase in words[role]}
    phrases = sorted(roles, key=lambda p: (-len(p), p))
    listed = "|".join(re.escape(p).replace(r"\#", _NUMBER.pattern) for p in phrases)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)"), roles


def _role(words: str, roles: Mapping[str, str]) -> str:
    return roles.get(words) or roles[_NUMBER.sub("#", words, count=1)]


@cache
def _incident() -> re.Pattern[str]:
    """One incident: "a shooting", "the early-morning attack"."""
    nouns = "|".join(sorted(_incidents()))
    return re.compile(rf"\b(?:an?|the|one)\s+(?:[\w'’-]+\s+){{0,4}}(?:{nouns})\b")


@cache
def _incidents_told() -> re.Pattern[str]:
    """Several incidents by a word that tells them apart: "in overnight shootings"."""
    nouns = "|".join(sorted(f"{noun}s" for noun in _incidents() if noun[-1] not in "sh"))
    several = "|".join(table("elsewhere")["several"])
    return re.compile(rf"\b(?:{several})\s+(?:[\w'.’-]+\s+){{0,2}}(?:{nouns})\b")


@cache
def _incidents() -> frozenset[str]:
    kinds: Mapping[str, Mapping[str, Sequence[str]]] = table("events")["kinds"]
    named = table("elsewhere")["incidents"]
    return frozenset(singular(noun) for kind in named for noun in kinds[kind]["nouns"])
