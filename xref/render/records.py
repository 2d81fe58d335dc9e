"""From the model to the published JSON: a claim, an article as read, a report, and their schemas.

Numbers are JSON numbers: integral ones become integers; what JSON cannot say (infinity,
not-a-number) is null.
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import Any, Literal, cast

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
from xref.model.link import Cell, Pair, Person, RenderingPair, Slot, Utterance
from xref.model.relation import Place, Tried
from xref.model.report import Finding, Profile, Report
from xref.model.span import Span
from xref.render import shapes as s

_LARGEST = 308
"""The decimal exponent past which a JSON reader's double overflows."""


def number(value: Decimal | float | None) -> int | float | None:
    """`value` as a JSON number: an integer where it is whole, null where JSON cannot say it."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        if not value.is_finite() or value.adjusted() > _LARGEST:
            return None
        return int(value) if value == value.to_integral_value() else float(value)
    if not isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _offsets(span: Span) -> s.Offsets:
    return (span.start, span.end)


def _event(event: Event | None) -> s.EventRecord | None:
    if event is None:
        return None
    return {
        "kind": event.kind,
        "participants": list(event.participants),
        "place": event.place,
        "date": _day(event.on),
        "weekday": event.weekday,
    }


def _scope(scope: Scope) -> s.ScopeRecord:
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
        "event": _event(value.event),
        "scope": _scope(value.scope),
        "as_of": _day(value.as_of),
        "also": _conversion(value.also, value.dimension),
    }


def _date(value: Date) -> s.DateRecord:
    when = value.when
    return {
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "precision": when.precision,
        "weekday": when.weekday,
        "anchor": when.anchor,
        "what": value.what,
    }


def _quotation(value: Quotation) -> s.QuotationRecord:
    return {
        "type": value.type,
        "segments": [_offsets(span) for span in value.segments],
        "content": [_offsets(span) for span in value.content],
        "edited": value.edited,
    }


def _statement(value: Statement) -> s.StatementRecord:
    return {
        "act": value.act,
        "polarity": cast("Literal['affirmed', 'denied']", value.polarity),
        "hedges": list(value.hedges),
        "text_span": _offsets(value.text_span),
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
        "said_on": _day(said.said_on),
        "medium": said.medium,
        "addressee": said.addressee,
    }


def claim_record(claim: Claim) -> s.ClaimRecord:
    """A claim in its published shape."""
    value = claim.value
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
        "sentence": _offsets(claim.sentence),
        "zone": claim.zone,
        "repeats": claim.repeats,
        "derived_from": list(claim.derived_from) or None,
        "quantity": _quantity(value) if isinstance(value, Quantity) else None,
        "date": _date(value) if isinstance(value, Date) else None,
        "quotation": _quotation(value) if isinstance(value, Quotation) else None,
        "statement": _statement(value) if isinstance(value, Statement) else None,
        "attribution": _attribution(claim.attribution),
    }


def _evidence(evidence: Evidence) -> s.EvidenceRecord:
    span = evidence.span
    return {
        "source": evidence.source,
        "text": evidence.text,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def _article(article: Article, story: str | None, origin: str | None) -> s.ArticleRecord:
    published = article.published
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": _day(article.published_on),
        "published_from": _evidence(article.published_from) if article.published_from else None,
        "url": article.url,
        "story": story,
        "origin": origin,
        "author": article.author,
        "author_from": _evidence(article.author_from) if article.author_from else None,
        "outlet_from": _evidence(article.outlet_from),
        "published_between": (
            (published[0].isoformat(), published[1].isoformat()) if published else None
        ),
        "language": article.language,
        "path": article.path,
        "content_id": article.content_id,
        "notes": list(article.notes),
    }


def _blocks(blocks: Sequence[Block]) -> list[s.BlockRecord]:
    return [
        {
            "start": block.span.start,
            "end": block.span.end,
            "zone": block.zone,
            "sentences": [_offsets(span) for span in block.sentences],
            "repeats": _offsets(block.repeats) if block.repeats else None,
        }
        for block in blocks
    ]


def article_record(article: Article) -> s.ReadArticleRecord:
    """An article as read, with its text and blocks, in its published shape."""
    return {
        "schema": "xref.article/1",
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": _day(article.published_on),
        "published_from": _evidence(article.published_from) if article.published_from else None,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "story": article.story,
        "path": article.path,
        "content_id": article.content_id,
        "notes": list(article.notes),
        "text": article.text,
        "blocks": _blocks(article.blocks),
        "title_blocks": _blocks(article.title_blocks),
    }


def place_record(place: Place) -> s.PlaceRecord:
    """A place in its published shape."""
    return {
        "article": place.article,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "claim": place.claim,
        "note": place.note,
        "in": place.field,
    }


def _places(places: Iterable[Place]) -> list[s.PlaceRecord]:
    return [place_record(place) for place in places]


def _person(person: Person) -> s.PersonRecord:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "titles": [{"title": t.title, "place": place_record(t.place)} for t in person.titles],
        "story": person.story,
    }


def _tried(tried: Iterable[Tried]) -> list[s.TriedRecord]:
    return [{"relation": each.relation, "failed": each.failed} for each in tried]


def _interval(cell: Cell, current: Claim | None) -> tuple[int | float | str | None, ...]:
    """A cell's interval: the days of a date claim, else numbers."""
    if current is not None and isinstance(current.value, Date):
        when = current.value.when
        return (_day(when.earliest), _day(when.latest))
    return (number(cell.low), number(cell.high))


def _cell(cell: Cell, current: Claim | None) -> s.CellRecord:
    return {
        "article": cell.article,
        "claims": list(cell.claims),
        "current": cell.current,
        "interval": cast("Any", _interval(cell, current)),
        "scope": _scope(cell.scope),
        "as_of": _day(cell.as_of),
    }


def _pair(pair: Pair) -> s.PairRecord:
    relation = pair.relation
    return {
        "a": pair.a,
        "b": pair.b,
        "relation": relation.kind,
        "reason": relation.reason,
        "words": _places(relation.words),
        "tried": _tried(relation.tried),
    }


def _slot(slot: Slot, claims: dict[str, Claim]) -> s.SlotRecord:
    return {
        "id": slot.id,
        "story": slot.story,
        "kind": cast("Any", slot.kind),
        "measure": slot.measure,
        "unit": slot.unit,
        "subject": slot.subject,
        "event": _event(slot.event),
        "scope": _scope(slot.scope),
        "cells": [_cell(cell, claims.get(cell.current)) for cell in slot.cells],
        "pairs": [_pair(pair) for pair in slot.pairs],
        "relation": slot.relation,
        "reason": slot.reason,
        "origins": slot.origins,
        "counted": slot.counted,
        "why": slot.why,
    }


def _rendering_pair(pair: RenderingPair) -> s.RenderingPairRecord:
    relation = pair.relation
    return {
        "a": pair.a,
        "b": pair.b,
        "relation": relation.relation,
        "wording": relation.wording,
        "same_speaker": relation.same_speaker,
        "same_date": relation.same_date,
        "reason": relation.reason,
        "diff": [{"op": op, "a": a, "b": b} for op, a, b in relation.diff],
        "tried": _tried(relation.tried),
    }


def _utterance(utterance: Utterance) -> s.UtteranceRecord:
    return {
        "id": utterance.id,
        "story": utterance.story,
        "speaker": utterance.speaker,
        "renderings": [{"article": r.article, "claim": r.claim} for r in utterance.renderings],
        "pairs": [_rendering_pair(pair) for pair in utterance.pairs],
        "relation": utterance.relation,
        "reason": utterance.reason,
        "origins": utterance.origins,
    }


def _finding(finding: Finding) -> s.FindingRecord:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": cast("Any", finding.level.label),
        "relation": finding.relation,
        "message": finding.message,
        "primary": place_record(finding.primary),
        "related": _places(finding.related),
        "slot": finding.slot,
        "utterance": finding.utterance,
        "reason": finding.reason,
        "fingerprint": finding.fingerprint,
        "story": finding.story,
    }


def _profile(profile: Profile) -> s.ProfileRecord:
    return {
        "article": profile.article,
        "counts": [
            {"name": count.name, "value": count.value, "claims": list(count.claims)}
            for count in profile.counts
        ],
        "speakers": list(profile.speakers),
        "readability": {name: number(value) for name, value in profile.readability},
    }


def report_record(report: Report) -> s.ReportRecord:
    """A report in its published shape."""
    linked = report.linked
    claims = {claim.id: claim for claim in report.claims}
    story = {name: each.id for each in linked.stories for name in each.articles}
    origin = {name: each.id for each in linked.origins for name in each.articles}
    return {
        "schema": "xref.report/1",
        "articles": [
            _article(each, story.get(each.id), origin.get(each.id, each.origin))
            for each in report.articles
        ],
        "stories": [
            {"id": each.id, "articles": list(each.articles), "why": each.why}
            for each in linked.stories
        ],
        "origins": [
            {"id": each.id, "articles": list(each.articles), "evidence": each.evidence}
            for each in linked.origins
        ],
        "persons": [_person(each) for each in linked.persons],
        "claims": [claim_record(each) for each in report.claims],
        "slots": [_slot(each, claims) for each in linked.slots],
        "utterances": [_utterance(each) for each in linked.utterances],
        "findings": [_finding(each) for each in report.findings],
        "not_compared": [
            {"claims": list(each.claims), "reason": each.reason} for each in linked.not_compared
        ],
        "profiles": [_profile(each) for each in report.profiles],
        "skipped": [{"path": each.path, "reason": each.reason} for each in report.skipped],
        "suppressed": [_finding(each) for each in report.suppressed],
        "checks": [
            {
                "name": each.name,
                "story": each.story,
                "reason": each.reason,
                "places": _places(each.places),
            }
            for each in linked.checks
        ],
    }


_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def line(record: object) -> str:
    """`record` as JSON on one line, without a newline.

    What a reader could take for the end of a line (U+0085, U+2028), and halves of surrogate
    pairs, which no encoding can write, are escaped.
    """
    text = _ENCODER.encode(record)
    if _UNSAFE.search(text):
        return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``claim``, ``article`` or ``report``.

    Raises:
        KeyError: for any other name.
    """
    from pydantic import TypeAdapter

    shape, published = {
        "claim": (s.ClaimRecord, "xref.claim/1"),
        "article": (s.ReadArticleRecord, "xref.article/1"),
        "report": (s.ReportRecord, "xref.report/1"),
    }[name]
    made = TypeAdapter(shape).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{published.replace('/', ':').replace('.', ':')}",
        **made,
        "title": published,
    }


SCHEMAS = ("claim", "article", "report")
"""The names that `schema` knows."""
