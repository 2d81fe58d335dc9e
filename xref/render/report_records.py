"""From the model to the published JSON: a report."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from xref.model.article import Article, Skipped
from xref.model.claim import Claim, Date
from xref.model.link import (
    Account,
    Cell,
    Check,
    Coverage,
    NotCompared,
    Origin,
    Pair,
    Perhaps,
    Person,
    RenderingPair,
    Slot,
    Story,
    Utterance,
)
from xref.model.match import Match
from xref.model.relation import Place, Tried
from xref.model.report import Earlier, Finding, Profile, Report, Since
from xref.render import report_shapes as s
from xref.render.claim_records import (
    claim_record,
    day,
    event_record,
    evidence_record,
    scope_record,
)
from xref.render.encoding import number


def _article(article: Article, story: str | None, origin: str | None) -> s.ArticleRecord:
    published = article.published
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": day(article.published_on),
        "published_from": evidence_record(article.published_from)
        if article.published_from
        else None,
        "url": article.url,
        "story": story,
        "origin": origin,
        "author": article.author,
        "author_from": evidence_record(article.author_from),
        "outlet_from": evidence_record(article.outlet_from),
        "published_between": (
            (published[0].isoformat(), published[1].isoformat()) if published else None
        ),
        "language": article.language,
        "path": article.path,
        "content_id": article.content_id,
        "notes": list(article.notes),
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


def _story(story: Story) -> s.StoryRecord:
    return {"id": story.id, "articles": list(story.articles), "why": story.why}


def _origin(origin: Origin) -> s.OriginRecord:
    return {"id": origin.id, "articles": list(origin.articles), "evidence": origin.evidence}


def _not_compared(left: NotCompared) -> s.NotComparedRecord:
    return {"claims": list(left.claims), "reason": left.reason}


def _skipped(skipped: Skipped) -> s.SkippedRecord:
    return {"path": skipped.path, "reason": skipped.reason}


def _check(check: Check) -> s.CheckRecord:
    return {
        "name": check.name,
        "story": check.story,
        "reason": check.reason,
        "places": _places(check.places),
    }


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
        return (day(when.earliest), day(when.latest))
    return (number(cell.low), number(cell.high))


def _cell(cell: Cell, current: Claim | None) -> s.CellRecord:
    return {
        "article": cell.article,
        "claims": list(cell.claims),
        "current": cell.current,
        "interval": cast("Any", _interval(cell, current)),
        "scope": scope_record(cell.scope),
        "as_of": day(cell.as_of),
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
        "probability": None if pair.match is None else round(pair.match.probability, 3),
        "certainty": cast("Any", pair.certainty.value),
        "evidence": _evidence(pair.match),
    }


def _evidence(match: Match | None) -> list[s.FieldRecord]:
    return [
        {
            "field": e.field,
            "level": e.level,
            "bits": round(e.bits, 2),
            "a": e.a and (e.a.start, e.a.end),
            "b": e.b and (e.b.start, e.b.end),
        }
        for e in (match.evidence if match is not None else ())
    ]


def _perhaps(each: Perhaps) -> s.PerhapsRecord:
    return {
        "story": each.story,
        "a": each.match.a,
        "b": each.match.b,
        "relation": each.relation.kind,
        "reason": each.relation.reason,
        "probability": round(each.match.probability, 3),
        "certainty": "possible",
        "evidence": _evidence(each.match),
    }


def _coverage(each: Coverage) -> s.CoverageRecord:
    return {
        "story": each.story,
        "candidates": each.candidates,
        "compared": each.compared,
        "perhaps": each.perhaps,
        "apart": each.apart,
    }


def _slot(slot: Slot, claims: dict[str, Claim]) -> s.SlotRecord:
    return {
        "id": slot.id,
        "story": slot.story,
        "kind": cast("Any", slot.kind),
        "measure": slot.measure,
        "unit": slot.unit,
        "subject": slot.subject,
        "event": event_record(slot.event),
        "scope": scope_record(slot.scope),
        "cells": [_cell(cell, claims.get(cell.current)) for cell in slot.cells],
        "pairs": [_pair(pair) for pair in slot.pairs],
        "relation": slot.relation,
        "reason": slot.reason,
        "origins": slot.origins,
        "counted": slot.counted,
        "why": slot.why,
        "certainty": cast("Any", slot.certainty and slot.certainty.value),
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


def _account(account: Account) -> s.AccountRecord:
    return {
        "id": account.id,
        "story": account.story,
        "claims": list(account.claims),
        "why": account.why,
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
        "certainty": cast("Any", finding.certainty and finding.certainty.value),
        "probability": None if finding.probability is None else round(finding.probability, 3),
    }


def _counts(profile: Profile) -> list[s.CountRecord]:
    return [
        {
            "name": count.name,
            "value": count.value,
            "of": count.of,
            "group": count.group or None,
            "likely": count.likely,
            "claims": list(count.claims),
        }
        for count in profile.counts
    ]


def _told(profile: Profile) -> s.ToldRecord:
    return {
        "facts": {fact.name: fact.value for fact in profile.facts},
        "readability": {name: number(value) for name, value in profile.readability},
        "weighed": [
            {"name": w.name, "measured": w.measured, "weight": w.weight, "adds": w.adds}
            for w in profile.weighed
        ],
    }


def profile_record(profile: Profile) -> s.ProfileRecord:
    """The profile of an article in its published shape."""
    return {
        "article": profile.subject,
        "counts": _counts(profile),
        "speakers": sorted({name for _, names in profile.speakers for name in names}),
        "sources": {kind: list(names) for kind, names in profile.speakers},
        **_told(profile),
    }


def outlet_record(profile: Profile) -> s.OutletProfileRecord:
    """The profile of an outlet in its published shape."""
    return {
        "outlet": profile.subject,
        "articles": list(profile.articles),
        "counts": _counts(profile),
        "sources": {kind: list(names) for kind, names in profile.speakers},
        **_told(profile),
    }


def _earlier(each: Earlier) -> s.EarlierRecord:
    return {
        "id": each.id,
        "rule": each.rule,
        "level": each.level,
        "message": each.message,
        "fingerprint": each.fingerprint,
        "articles": list(each.articles),
    }


def _since(since: Since) -> s.SinceRecord:
    return {
        "new": list(since.new),
        "changed": [{"id": id_, "before": _earlier(before)} for id_, before in since.changed],
        "settled": list(map(_earlier, since.settled)),
    }


def report_parts(report: Report) -> dict[str, str | Iterator[object]]:
    """The parts of a report in their published order, each item made when it is asked for.

    A report of hundreds of thousands of claims need not stand in memory as records.
    """
    linked = report.linked
    claims = {claim.id: claim for claim in report.claims}
    story = {name: each.id for each in linked.stories for name in each.articles}
    origin = {name: each.id for each in linked.origins for name in each.articles}
    return {
        "schema": "xref.report/1",
        "articles": (
            _article(each, story.get(each.id), origin.get(each.id, each.origin))
            for each in report.articles
        ),
        "stories": map(_story, linked.stories),
        "origins": map(_origin, linked.origins),
        "persons": map(_person, linked.persons),
        "claims": map(claim_record, report.claims),
        "slots": (_slot(each, claims) for each in linked.slots),
        "utterances": map(_utterance, linked.utterances),
        "findings": map(_finding, report.findings),
        "not_compared": map(_not_compared, linked.not_compared),
        "profiles": map(profile_record, report.profiles),
        "skipped": map(_skipped, report.skipped),
        "suppressed": map(_finding, report.suppressed),
        "checks": map(_check, linked.checks),
        "accounts": map(_account, linked.accounts),
        "perhaps": map(_perhaps, linked.perhaps),
        "coverage": map(_coverage, linked.coverage),
        "outlets": map(outlet_record, report.outlets),
        "since": map(_since, [report.since] if report.since else []),
    }


def report_record(report: Report) -> s.ReportRecord:
    """A report in its published shape."""
    parts = report_parts(report).items()
    made = {key: part if isinstance(part, str) else list(part) for key, part in parts}
    return cast("s.ReportRecord", made)
