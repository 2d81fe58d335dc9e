"""From the model to the published JSON: a report."""

from collections.abc import Iterator
from typing import Any, cast

from xref.model.article import Article, Skipped
from xref.model.report import Earlier, Finding, Profile, Report, Since
from xref.render import report_shapes as s
from xref.render.claim_records import (
    claim_record,
    day,
    evidence_record,
)
from xref.render.encoding import number
from xref.render.link_records import (
    account_record,
    check_record,
    coverage_record,
    not_compared_record,
    origin_record,
    perhaps_record,
    person_record,
    place_record,
    place_records,
    slot_record,
    story_record,
    utterance_record,
)


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


def _skipped(skipped: Skipped) -> s.SkippedRecord:
    return {"path": skipped.path, "reason": skipped.reason}


def _finding(finding: Finding) -> s.FindingRecord:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": cast("Any", finding.level.label),
        "relation": finding.relation,
        "message": finding.message,
        "primary": place_record(finding.primary),
        "related": place_records(finding.related),
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
        "stories": map(story_record, linked.stories),
        "origins": map(origin_record, linked.origins),
        "persons": map(person_record, linked.persons),
        "claims": map(claim_record, report.claims),
        "slots": (slot_record(each, claims) for each in linked.slots),
        "utterances": map(utterance_record, linked.utterances),
        "findings": map(_finding, report.findings),
        "not_compared": map(not_compared_record, linked.not_compared),
        "profiles": map(profile_record, report.profiles),
        "skipped": map(_skipped, report.skipped),
        "suppressed": map(_finding, report.suppressed),
        "checks": map(check_record, linked.checks),
        "accounts": map(account_record, linked.accounts),
        "perhaps": map(perhaps_record, linked.perhaps),
        "coverage": map(coverage_record, linked.coverage),
        "outlets": map(outlet_record, report.outlets),
        "since": map(_since, [report.since] if report.since else []),
    }


def report_record(report: Report) -> s.ReportRecord:
    """A report in its published shape."""
    parts = report_parts(report).items()
    made = {key: part if isinstance(part, str) else list(part) for key, part in parts}
    return cast("s.ReportRecord", made)
