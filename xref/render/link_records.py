"""From the model to the published JSON: what belongs together across articles."""

from collections.abc import Iterable
from typing import Any, cast

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
from xref.render import link_shapes as s
from xref.render.claim_records import day, event_record, scope_record
from xref.render.encoding import number


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


def place_records(places: Iterable[Place]) -> list[s.PlaceRecord]:
    """Places in their published shape."""
    return [place_record(place) for place in places]


def story_record(story: Story) -> s.StoryRecord:
    """A story in its published shape."""
    return {"id": story.id, "articles": list(story.articles), "why": story.why}


def origin_record(origin: Origin) -> s.OriginRecord:
    """A shared text in its published shape."""
    return {"id": origin.id, "articles": list(origin.articles), "evidence": origin.evidence}


def not_compared_record(left: NotCompared) -> s.NotComparedRecord:
    """Claims that were not compared, in their published shape."""
    return {"claims": list(left.claims), "reason": left.reason}


def check_record(check: Check) -> s.CheckRecord:
    """A sanity check in its published shape."""
    return {
        "name": check.name,
        "story": check.story,
        "reason": check.reason,
        "places": place_records(check.places),
    }


def person_record(person: Person) -> s.PersonRecord:
    """A person in their published shape."""
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
        "words": place_records(relation.words),
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


def perhaps_record(each: Perhaps) -> s.PerhapsRecord:
    """Two claims that are perhaps of one thing, in their published shape."""
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


def coverage_record(each: Coverage) -> s.CoverageRecord:
    """What became of a story's figures, in its published shape."""
    return {
        "story": each.story,
        "candidates": each.candidates,
        "compared": each.compared,
        "perhaps": each.perhaps,
        "apart": each.apart,
    }


def slot_record(slot: Slot, claims: dict[str, Claim]) -> s.SlotRecord:
    """A slot in its published shape; `claims` are those of the report, by id."""
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


def utterance_record(utterance: Utterance) -> s.UtteranceRecord:
    """An utterance in its published shape."""
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


def account_record(account: Account) -> s.AccountRecord:
    """Statements that say the same, in their published shape."""
    return {
        "id": account.id,
        "story": account.story,
        "claims": list(account.claims),
        "why": account.why,
    }
