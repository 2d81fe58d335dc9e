"""The quotations of a story as renderings: the words, and whom the article names for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xref.compare.names import name_parts, same_person, surname
from xref.compare.tokens import Tokens, read
from xref.compare.words import Said
from xref.link.translation import through_translation
from xref.model.article import Article
from xref.model.claim import Claim, Quotation, QuotationType, SourceType


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
    full = _full_names(told)
    out = []
    for claim in told:
        value = claim.value
        if claim.repeats is None and isinstance(value, Quotation):
            if value.type is QuotationType.TERM:
                continue
            one = _heard(claim, value, articles[claim.article], full)
            if one.tokens.words:
                out.append(one)
    out.sort(key=lambda h: (h.article.id, h.claim.field, h.claim.span, h.claim.id))
    return out


def _full_names(claims: Iterable[Claim]) -> dict[str, str]:
    """The full name of whoever alone bears a surname among the speakers."""
    names: dict[str, set[str]] = {}
    for claim in claims:
        speaker = claim.attribution.speaker
        named = claim.attribution.type is SourceType.NAMED and speaker and speaker.name
        if named and len(name_parts(named)) > 1:
            names.setdefault(surname(named), set()).add(named)
    return {
        family: max(full, key=lambda name: (len(name), name))
        for family, full in names.items()
        if all(same_person(one, other) for one in full for other in full)
    }


def _named(claim: Claim, full: Mapping[str, str]) -> str | None:
    """The name of the person who speaks, if one does.

    Where a story knows one person of a surname, the surname alone means that person, also where it
    was taken for an organisation's.
    """
    kind, speaker = claim.attribution.type, claim.attribution.speaker
    if speaker is None or not speaker.name:
        return None
    parts = name_parts(speaker.name)
    known = full.get(parts[0]) if len(parts) == 1 else None
    if kind is SourceType.NAMED or (kind is SourceType.ORGANISATION and known):
        return known or speaker.name
    return None


def _heard(claim: Claim, value: Quotation, article: Article, full: Mapping[str, str]) -> Heard:
    text = article.part(claim.field)
    quoted = value.type is not QuotationType.INDIRECT and bool(value.segments)
    spans = value.segments if quoted else value.content
    segments = tuple(span.of(text) for span in spans)
    start = spans[0].start if spans else claim.span.start
    named = _named(claim, full)
    said = Said(
        segments=segments,
        quoted=quoted,
        lead=text[min(claim.sentence.start, start) : start],
        speaker=named,
        said_on=claim.attribution.said_on,
        outlet=article.outlet,
    )
    return Heard(claim, article, read(segments), said, named, quoted)


def translated(one: Heard) -> Said:
    """The rendering with the words that show that it came through a translation, if any do."""
    claim = one.claim
    if claim.field != "text":
        return one.said
    words = through_translation(one.article, one.named, claim.span.start, claim.span.end)
    return replace(one.said, through=words)
