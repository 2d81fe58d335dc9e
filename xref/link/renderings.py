"""The quotations of a story as renderings: the words, and who the text shows to say them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xref.compare.names import generation, name_parts, same_part, same_person, surname
from xref.compare.tokens import Tokens, read
from xref.compare.words import Said
from xref.link.translation import through_translation
from xref.model.article import Article
from xref.model.claim import Claim, Quotation, QuotationType, SourceType
from xref.text.fold import fold_marks

_SEXES = {"he": "m", "him": "m", "his": "m", "mr": "m", "mr.": "m", "she": "f", "her": "f"}
_SEXES |= {"mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"}
_INDEFINITE = re.compile(r"(?:an?|one|another|some|any|several|two|three) ", re.I)
_ASIDE = re.compile(r"[,(]| who | of ")
_NEARBY = 800
"""Characters before a quotation in which a pronoun finds its person."""


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
    out = []
    for claim in claims:
        if not isinstance(claim.value, Quotation) or claim.repeats is not None:
            continue
        if claim.value.type is QuotationType.TERM:
            continue
        one = _heard(claim, claim.value, articles[claim.article])
        if one.tokens.words:
            out.append(one)
    out.sort(key=lambda h: (h.article.id, h.claim.field, h.claim.span, h.claim.id))
    return out


def _heard(claim: Claim, value: Quotation, article: Article) -> Heard:
    text = article.part(claim.field)
    quoted = value.type is not QuotationType.INDIRECT and bool(value.segments)
    spans = value.segments if quoted else value.content
    segments = tuple(span.of(text) for span in spans)
    start = spans[0].start if spans else claim.span.start
    lead = text[min(claim.sentence.start, start) : start]
    speaker = claim.attribution.speaker
    named = None
    if claim.attribution.type is SourceType.NAMED and speaker is not None:
        named = speaker.name or None
    said = Said(
        segments=segments,
        quoted=quoted,
        lead=lead,
        speaker=named,
        said_on=claim.attribution.said_on,
        outlet=article.outlet,
    )
    return Heard(claim, article, read(segments), said, named, quoted)


def same_speaker(one: Heard, other: Heard) -> bool | None:
    """Whether one person speaks; ``None`` where a side names nobody or may have been misread.

    A spokesperson, an organisation or an unnamed source may stand for the named person. A name that
    was only reached from a pronoun or a description is no proof when the other's name stands close
    by.
    """
    if one.named is None or other.named is None:
        return None
    if same_person(one.named, other.named):
        return True if generation(one.named) == generation(other.named) else None
    if _sex(one) and _sex(other) and _sex(one) != _sex(other):
        return False
    if _may_mean(one, other.named) or _may_mean(other, one.named):
        return None
    return False


def names_differ(one: Heard, other: Heard) -> bool:
    """Whether the two sides name persons of different surnames, be the naming sure or not."""
    if not one.named or not other.named:
        return False
    return not same_part(surname(one.named), surname(other.named))


def _sex(rendering: Heard) -> str:
    """What the pronoun or honorific of the attribution tells: "m", "f" or nothing."""
    speaker = rendering.claim.attribution.speaker
    first = speaker.text.split(maxsplit=1)[:1] if speaker else []
    return _SEXES.get(first[0].lower(), "") if first else ""


def _may_mean(rendering: Heard, name: str) -> bool:
    """Whether a rendering's speaker, found by a pronoun, may be the person of this name."""
    attribution = rendering.claim.attribution
    if (
        attribution.via is not None
        and attribution.via.name
        and same_person(attribution.via.name, name)
    ):
        return True
    speaker, family = attribution.speaker, surname(name)
    if speaker is None or not family:
        return True
    own = name_parts(rendering.named or "")
    whole = name_parts(speaker.text)
    if len(own) > 1 and own[0] in whole and own[-1] in whole:
        return False
    if _INDEFINITE.match(speaker.text):
        return True
    if own and own[-1] in rendering.tokens.forms:
        return True  # Hardly anybody speaks of himself by name.
    mention = name_parts(_ASIDE.split(speaker.text)[0])
    if mention and own and same_part(mention[-1], own[-1]):
        # Of two persons with one surname the wrong one is easily taken.
        return same_part(own[-1], family)
    text = rendering.article.part(rendering.claim.field)
    if speaker.text.lower() in _SEXES:
        # A description may mean anybody of the article, a pronoun only somebody close by.
        start = rendering.claim.span.start
        text = text[max(0, start - _NEARBY) : rendering.claim.sentence.end]
    return any(same_person(found, name) for found in _bearers(text, family))


def _bearers(text: str, family: str) -> list[str]:
    """The names with this surname in a text, each with the capitalised word before it, if any."""
    found = re.findall(rf"(?:\b([A-Z][\w'-]+) )?\b({re.escape(family)})\b", fold_marks(text), re.I)
    return [f"{given} {last}" if given[:1].isupper() else last for given, last in found]


def translated(one: Heard) -> Said:
    """The rendering with the words that show that it came through a translation, if any do."""
    claim = one.claim
    if claim.field != "text":
        return one.said
    words = through_translation(one.article, one.named, claim.span.start, claim.span.end)
    return replace(one.said, through=words)
