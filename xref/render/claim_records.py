"""From the model to the published JSON: claims, and articles as read."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, cast, overload

from xref.model.amount import Amount
from xref.model.article import Article, Block, Evidence
from xref.model.claim import (
    Attribution,
    Claim,
    Cue,
    Date,
    Event,
    Quantity,
    Quotation,
    Scope,
    Speaker,
    Statement,
)
from xref.model.span import Span
from xref.render import claim_shapes as s
from xref.render.encoding import number


def day(value: date | None) -> str | None:
    """`value` as an ISO day."""
    return None if value is None else value.isoformat()


@overload
def offsets(span: Span) -> s.Offsets: ...
@overload
def offsets(span: None) -> None: ...
def offsets(span: Span | None) -> s.Offsets | None:
    """`span` as a pair; nothing of none."""
    return None if span is None else (span.start, span.end)


def event_record(event: Event | None) -> s.EventRecord | None:
    """An event in its published shape."""
    if event is None:
        return None
    return {
        "kind": event.kind,
        "participants": list(event.participants),
        "place": event.place,
        "date": day(event.on),
        "weekday": event.weekday,
    }


def scope_record(scope: Scope) -> s.ScopeRecord:
    """A scope in its published shape."""
    return {"place": scope.place, "subset": scope.subset, "period": scope.period}


def _conversion(amount: Amount | None, dimension: str) -> s.ConversionRecord | None:
    if amount is None:
        return None
    return {
        "low": number(amount.low),
        "high": number(amount.high),
        "nominal": number(amount.nominal),
        "bound": amount.bound,
        "unit": amount.unit.name if amount.unit else None,
        "dimension": amount.unit.dimension if amount.unit else dimension,
    }


def _quantity(value: Quantity) -> s.QuantityRecord:
    amount = value.amount
    return {
        "low": number(amount.low),
        "high": number(amount.high),
        "nominal": number(amount.nominal),
        "bound": amount.bound,
        "unit": amount.unit.name if amount.unit else None,
        "dimension": value.dimension,
        "counted": value.counted,
        "counted_text": value.counted_text,
        "measure": value.measure,
        "is": value.mode,
        "trend": value.trend,
        "subject": value.subject,
        "event": event_record(value.event),
        "scope": scope_record(value.scope),
        "as_of": day(value.as_of),
        "also": _conversion(value.also, value.dimension),
        "parts": [int(part) for part in value.parts] or None,
    }


def _date(value: Date) -> s.DateRecord:
    when = value.when
    return {
        "earliest": day(when.earliest),
        "latest": day(when.latest),
        "precision": when.precision,
        "weekday": when.weekday,
        "anchor": when.anchor,
        "what": value.what,
    }


def _quotation(value: Quotation) -> s.QuotationRecord:
    return {
        "type": value.type,
        "segments": [offsets(span) for span in value.segments],
        "content": [offsets(span) for span in value.content],
        "edited": value.edited,
    }


def _statement(value: Statement) -> s.StatementRecord:
    return {
        "act": value.act,
        "polarity": cast("Literal['affirmed', 'denied']", value.polarity),
        "hedges": list(value.hedges),
        "text_span": offsets(value.text_span),
    }


def _speaker(speaker: Speaker | None) -> s.SpeakerRecord | None:
    if speaker is None:
        return None
    return {
        "text": speaker.text,
        "start": speaker.span.start,
        "end": speaker.span.end,
        "name": speaker.name,
        "role": speaker.role,
    }


def _cue(cue: Cue | None) -> s.CueRecord | None:
    if cue is None:
        return None
    return {"text": cue.text, "start": cue.span.start, "end": cue.span.end}


def _attribution(said: Attribution) -> s.AttributionRecord:
    return {
        "type": said.type,
        "speaker": _speaker(said.speaker),
        "cue": _cue(said.cue),
        "via": _speaker(said.via),
        "said_on": day(said.said_on),
        "medium": said.medium,
        "addressee": said.addressee,
        "withheld": said.withheld,
        "carried": said.carried,
    }


def claim_record(claim: Claim) -> s.ClaimRecord:
    """A claim in its published shape."""
    value, aside = claim.value, claim.elsewhere
    return {
        "schema": "xref.claim/1",
        "id": claim.id,
        "kind": cast("Any", claim.kind),
        "article": claim.article,
        "outlet": claim.outlet,
        "in": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "sentence": offsets(claim.sentence),
        "zone": claim.zone,
        "repeats": claim.repeats,
        "derived_from": list(claim.derived_from) or None,
        "quantity": _quantity(value) if isinstance(value, Quantity) else None,
        "date": _date(value) if isinstance(value, Date) else None,
        "quotation": _quotation(value) if isinstance(value, Quotation) else None,
        "statement": _statement(value) if isinstance(value, Statement) else None,
        "attribution": _attribution(claim.attribution),
        "standing": claim.standing,
        "stands_by": offsets(claim.stands_by),
        "elsewhere": aside is not None,
        "elsewhere_by": offsets(aside.span) if aside else None,
    }


@overload
def evidence_record(evidence: Evidence) -> s.EvidenceRecord: ...
@overload
def evidence_record(evidence: None) -> None: ...
def evidence_record(evidence: Evidence | None) -> s.EvidenceRecord | None:
    """Evidence in its published shape."""
    if evidence is None:
        return None
    span = evidence.span
    return {
        "source": evidence.source,
        "text": evidence.text,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def _blocks(blocks: Sequence[Block]) -> list[s.BlockRecord]:
    return [
        {
            "start": block.span.start,
            "end": block.span.end,
            "zone": block.zone,
            "sentences": [offsets(span) for span in block.sentences],
            "repeats": offsets(block.repeats) if block.repeats else None,
        }
        for block in blocks
    ]


def article_record(article: Article) -> s.ReadArticleRecord:
    """An article as read, with its text and blocks, in its published shape."""
    return {
        "schema": "xref.article/1",
        "id": article.id,
        "outlet": article.outlet,
        "outlet_from": evidence_record(article.outlet_from),
        "title": article.title,
        "published": day(article.published_on),
        "published_from": evidence_record(article.published_from)
        if article.published_from
        else None,
        "author": article.author,
        "author_from": evidence_record(article.author_from),
        "url": article.url,
        "language": article.language,
        "story": article.story,
        "path": article.path,
        "content_id": article.content_id,
        "notes": list(article.notes),
        "text": article.text,
        "blocks": _blocks(article.blocks),
        "title_blocks": _blocks(article.title_blocks),
        "modified": article.modified,
        "told_by": dict(article.told_by),
        "cut": list(article.cut),
    }
