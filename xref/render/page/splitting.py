"""A report in parts: one for each story, and one for the articles that stand alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from xref.model.link import NotCompared
from xref.model.report import Finding, Linked, Report
from xref.render.page.sections import shared
from xref.render.places import Index

_Thing = TypeVar("_Thing")
_Key = str | None


def parts_of(report: Report, index: Index) -> Iterator[tuple[_Key, Report]]:
    """The report on each story of two articles or more, in order, then (``None``) on the others.

    Everything of the whole is in one of the parts, but for what was skipped, suppressed, added up
    by outlet or compared with an earlier report.
    """
    homes = [story.id for story in shared(report)]
    known = set(homes)
    story_of = {a: each.id for each in shared(report) for a in each.articles}
    linked = report.linked

    def among(things: Iterable[_Thing], home: Callable[[_Thing], _Key]) -> dict[_Key, list[_Thing]]:
        out: dict[_Key, list[_Thing]] = defaultdict(list)
        for each in things:
            key = home(each)
            out[key if key in known else None].append(each)
        return out

    def of_finding(finding: Finding) -> _Key:
        return finding.story or story_of.get(finding.primary.article)

    def of_near(near: NotCompared) -> _Key:
        mine = {story_of.get(index.claims[c].article) for c in near.claims if c in index.claims}
        return mine.pop() if len(mine) == 1 else None

    articles = among(report.articles, lambda each: story_of.get(each.id))
    claims = among(report.claims, lambda each: story_of.get(each.article))
    findings = among(report.findings, of_finding)
    profiles = among(report.profiles, lambda each: story_of.get(each.subject))
    stories = among(linked.stories, lambda each: each.id)
    origins = among(linked.origins, lambda each: story_of.get(each.articles[0]))
    persons = among(linked.persons, lambda each: each.story)
    slots = among(linked.slots, lambda each: each.story)
    utterances = among(linked.utterances, lambda each: each.story)
    checks = among(linked.checks, lambda each: each.story)
    near = among(linked.not_compared, of_near)
    accounts = among(linked.accounts, lambda each: each.story)
    perhaps = among(linked.perhaps, lambda each: each.story)
    coverage = among(linked.coverage, lambda each: each.story)
    for key in (*homes, None):
        mine = Linked(
            stories=tuple(stories[key]),
            origins=tuple(origins[key]),
            persons=tuple(persons[key]),
            slots=tuple(slots[key]),
            utterances=tuple(utterances[key]),
            checks=tuple(checks[key]),
            not_compared=tuple(near[key]),
            accounts=tuple(accounts[key]),
            perhaps=tuple(perhaps[key]),
            coverage=tuple(coverage[key]),
        )
        yield (
            key,
            replace(
                report,
                articles=tuple(articles[key]),
                claims=tuple(claims[key]),
                linked=mine,
                findings=tuple(findings[key]),
                profiles=tuple(profiles[key]),
                skipped=(),
                suppressed=(),
                outlets=(),
                since=None,
            ),
        )
