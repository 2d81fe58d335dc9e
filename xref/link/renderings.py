"""The quotations of a story as renderings: the words, and whom the article names for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from xref.compare.names import may_be_person, name_parts, same_person, surname
from xref.compare.tokens import Tokens, read
from xref.compare.words import Said
from xref.lexicon import table
from xref.link.headlines import Body, as_told, body_of
from xref.link.translation import through_translation
from xref.model.article import Article
from xref.model.claim import Claim, Quotation, QuotationType, SourceType
from xref.text.days import WEEKDAYS

_WEEKDAY = re.compile(rf"^on ({'|'.join(WEEKDAYS)})$")
_TWO_NAMES = re.compile(r"([A-Z][a-z]+) ([A-Z][\w'’-]*[a-z])\b")


@dataclass(frozen=True, slots=True)
class Heard:
    """A quotation of one article with its words.

    `named` is the speaker's name where a named person speaks.
    """

    claim: Claim
    article: Article
    tokens: Tokens
    said: Said
    named: str | None
    quoted: bool


def heard(articles: Mapping[str, Article], claims: Iterable[Claim]) -> list[Heard]:
    """The renderings among `claims`, by article and place; repeats and mere terms are left out."""
    told = [claim for claim in claims if isinstance(claim.value, Quotation)]
    bodies = {key: body_of(articles[key]) for key in {claim.article for claim in told}}
    full = _full_names(told, bodies)
    out = []
    for claim in told:
        value = claim.value
        if claim.repeats is None and isinstance(value, Quotation):
            if value.type is QuotationType.TERM:
                continue
            one = _heard(claim, value, articles[claim.article], bodies[claim.article], full)
            if one.tokens.words:
                out.append(one)
    out.sort(key=lambda h: (h.article.id, h.claim.field, h.claim.span, h.claim.id))
    return out


def _name_told(claim: Claim, body: Body) -> str | None:
    """The name of whoever speaks, as far as it is a name."""
    speaker = claim.attribution.speaker
    if speaker is None or not speaker.name:
        return None
    name = as_told(speaker.name, body, speaker.text)
    return name if name and may_be_person(name) else None


def _full_names(claims: Iterable[Claim], bodies: Mapping[str, Body]) -> dict[str, str]:
    """The full name of whoever alone bears a surname among the speakers."""
    names: dict[str, set[str]] = {}
    for claim in claims:
        named = _name_told(claim, bodies[claim.article])
        if claim.attribution.type is SourceType.NAMED and named and len(name_parts(named)) > 1:
            names.setdefault(surname(named), set()).add(named)
    return {
        family: max(full, key=lambda name: (len(name), name))
        for family, full in names.items()
        if all(same_person(one, other) for one in full for other in full)
    }


def _named(claim: Claim, article: Article, body: Body, full: Mapping[str, str]) -> str | None:
    """The name of the person who speaks, if one does.

    Where a story knows one person of a surname, the surname alone means that person; so it does,
    where it was taken for an organisation's, if the article itself has the full name.
    """
    kind, name = claim.attribution.type, _name_told(claim, body)
    if name is None:
        return None
    parts = name_parts(name)
    known = full.get(parts[0]) if len(parts) == 1 else None
    if kind is SourceType.NAMED:
        return known or name
    if kind is SourceType.ORGANISATION and len(parts) == 1:
        return known or _full_names_in(article.text).get(parts[0])
    return None


@lru_cache(maxsize=2_000)
def _full_names_in(text: str) -> dict[str, str]:
    """The surnames that stand behind a given name in a text, each with its first full name."""
    found: dict[str, str] = {}
    for match in _TWO_NAMES.finditer(text):
        if given_name_sex(match[1]) is not None:
            found.setdefault(surname(match[2]), match[0])
    return found


@cache
def _given_names() -> dict[str, str]:
    lexicon = table("given_names")
    return {
        name.lower(): sex
        for key, sex in (("male", "m"), ("female", "f"), ("either", ""))
        for name in str(lexicon[key]).split()
    }


def given_name_sex(name: str) -> str | None:
    """Whose given name a word is: "m", "f", "" for both, ``None`` where it is nobody's."""
    return _given_names().get(name.lower())


def _heard(
    claim: Claim, value: Quotation, article: Article, body: Body, full: Mapping[str, str]
) -> Heard:
    text = article.part(claim.field)
    quoted = value.type is not QuotationType.INDIRECT and bool(value.segments)
    spans = value.segments if quoted else value.content
    segments = tuple(span.of(text) for span in spans)
    start = spans[0].start if spans else claim.span.start
    named = _named(claim, article, body, full)
    said = Said(
        segments=segments,
        quoted=quoted,
        lead=text[min(claim.sentence.start, start) : start],
        speaker=named,
        said_on=claim.attribution.said_on or _day_in(claim.attribution.medium, article),
        outlet=article.outlet,
    )
    return Heard(claim, article, read(segments), said, named, quoted)


def _day_in(medium: str | None, article: Article) -> date | None:
    """The day that "on Wednesday" beside a quotation means: the last one up to publication."""
    day = article.published_on
    named = _WEEKDAY.search(medium.lower()) if medium and day else None
    if named is None or day is None:
        return None
    back = (day.weekday() - WEEKDAYS.index(named[1])) % 7
    return day - timedelta(days=back)


def translated(one: Heard) -> Said:
    """The rendering with the words that show that it came through a translation, if any do."""
    claim = one.claim
    if claim.field != "text":
        return one.said
    told = through_translation(one.article, one.named, claim.span.start, claim.span.end)
    return replace(one.said, through=told.words, surely_through=told.sure)
