"""All claims of an article: the extractors run one by one, then repeats are told."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from xref import speech
from xref.extract import date, figure, quotation, statement
from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.extract.sources import Sources
from xref.extract.standing import ASSERTED, Stand, stand_of
from xref.extract.withheld import withheld
from xref.model.article import Article, Field, Zone
from xref.model.claim import Claim, Quantity, Quotation, QuotationType
from xref.model.span import Span
from xref.speech import Mentioned
from xref.text.fold import fold

Extractor = Callable[[Passage, Grammars], Iterable[Draft]]

EXTRACTORS: dict[str, Extractor] = {
    "quantity": figure.figures,
    "date": date.dates,
    "quotation": quotation.quotations,
    "statement": statement.statements,
}


class Extraction(NamedTuple):
    """What one article says, and the persons that it names."""

    claims: tuple[Claim, ...]
    persons: tuple[Mentioned, ...]


def extract(article: Article, grammars: Grammars) -> Extraction:
    """The claims of one article in order of place (title first, then text), and its persons.

    Furniture and credits yield none. Text that is printed twice yields one claim whose later
    printings name it in `repeats`.
    """
    said = speech.read(article, grammars.speech)
    kept = withheld(article, said.sayings, grammars.anonymity)
    names = frozenset(person.name for person in said.persons)
    claims: list[Claim] = []
    fields: tuple[Field, ...] = ("title", "text")
    for part in fields:
        blocks = [b for b in article.blocks_of(part) if b.zone not in (Zone.FURNITURE, Zone.CREDIT)]
        if not blocks:
            continue
        passage = Passage(article, part, article.part(part), tuple(blocks), said)
        drafts = [d for read in EXTRACTORS.values() for d in read(passage, grammars)]
        drafts.sort(key=lambda d: (d.span, d.kind))
        sources = Sources(passage, grammars, kept, names)
        claims.extend(
            _claim(passage, draft, sources, _stand(passage, draft, grammars)) for draft in drafts
        )
    return Extraction(_with_repeats(claims, article), said.persons)


def _stand(passage: Passage, draft: Draft, grammars: Grammars) -> Stand:
    """How a figure stands; nothing else is asked."""
    if not isinstance(draft.value, Quantity):
        return ASSERTED
    return stand_of(passage, draft, grammars.classes, grammars.standing)


def _claim(passage: Passage, draft: Draft, sources: Sources, stand: Stand) -> Claim:
    article = passage.article
    return Claim(
        id=_id(passage, draft.span, draft.kind),
        article=article.id,
        outlet=article.outlet,
        field=passage.field,
        span=draft.span,
        text=draft.span.of(passage.text),
        sentence=draft.sentence,
        zone=draft.zone,
        value=draft.value,
        attribution=sources.of(draft),
        derived_from=tuple(_id(passage, part, draft.kind) for part in draft.parts),
        standing=stand.standing,
        stands_by=stand.words,
        elsewhere=stand.elsewhere,
        retold_by=stand.retold,
    )


def _id(passage: Passage, span: Span, kind: str) -> str:
    where = "title:" if passage.field == "title" else ""
    return f"{passage.article.id}@{where}{span.start}-{span.end}:{kind}"


def _with_repeats(claims: list[Claim], article: Article) -> tuple[Claim, ...]:
    """The claims, each that stands in a sentence printed before naming the earlier one."""
    first: dict[tuple[str, str, int, str], str] = {}
    plain: dict[tuple[Field, Span], str] = {}
    out: list[Claim] = []
    for claim in claims:
        if isinstance(claim.value, Quotation) and claim.value.type is QuotationType.TERM:
            out.append(claim)
            continue
        printed = (claim.field, claim.sentence)
        sentence = plain.get(printed)
        if sentence is None:
            folded = fold(claim.sentence.of(article.part(claim.field)))
            sentence = plain[printed] = " ".join(folded.strip(" .").split())
        key = (claim.kind, sentence, claim.span.start - claim.sentence.start, claim.text)
        earlier = first.setdefault(key, claim.id)
        out.append(claim if earlier == claim.id else replace(claim, repeats=earlier))
    return tuple(out)
