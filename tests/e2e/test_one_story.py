"""The same story says the same in every format that it is handed over in."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.e2e.command import ROOT
from tests.load.writing import WRITERS, Story
from tests.long import few
from xref import pipeline, rules
from xref.load import load
from xref.model.article import Article, Skipped, Zone
from xref.model.report import Report
from xref.read import read

PACKS = rules.load(list(rules.default_packs()))
WORDS = pipeline.words(PACKS)


def _story(article: Article) -> Story:
    """An article of the sample story: its headline and its paragraphs, without the rest."""
    head = next((b.span.of(article.text) for b in article.blocks if b.zone is Zone.HEADLINE), "")
    assert article.published_on is not None
    return Story(
        article.outlet,
        " ".join((article.title or head).split()),
        article.author or "Staff",
        article.published_on.isoformat(),
        tuple(
            " ".join(block.span.of(article.text).split())
            for block in article.blocks
            if block.zone is Zone.BODY
        ),
    )


def _stories(folder: str) -> list[Story]:
    """The first article of each outlet of a folder of samples."""
    given = load([str(ROOT / "inputs" / folder)])
    found = [read(one) for one in given if not isinstance(one, Skipped)]
    dated = [_story(each) for each in found if isinstance(each, Article) and each.published_on]
    return list({story.outlet: story for story in reversed(dated)}.values())


def _told(report: Report) -> set[tuple[object, ...]]:
    """The findings, each by its rule, its relation and the words of each outlet."""
    outlet = {article.id: article.outlet for article in report.articles}
    return {
        (
            f.rule,
            f.level,
            f.relation,
            *sorted((outlet[p.article], p.text) for p in (f.primary, *f.related)),
        )
        for f in report.findings
    }


def _days(report: Report) -> dict[str, date | None]:
    return {article.outlet: article.published_on for article in report.articles}


def _run(stories: list[Story], way: str, folder: Path) -> Report:
    WRITERS[way](stories, folder)
    return pipeline.run(load([str(folder)]), PACKS, WORDS)


@cache
def _wanted(folder: str) -> tuple[list[Story], Report]:
    """A sample story, and what is found where records tell all that is known of its articles."""
    stories = _stories(folder)
    with TemporaryDirectory() as records:
        return stories, _run(stories, "records", Path(records))


def test_the_story_has_findings_of_several_rules():
    stories, report = _wanted("flood")
    assert len(stories) >= 5
    assert len({finding.rule for finding in report.findings}) >= 4


ALL = [("flood", way) for way in sorted(set(WRITERS) - {"records"})]
BARE = [(folder, way) for folder in ("budget", "summit") for way in ("texts", "docx", "pdf")]
"""Formats without a record: outlet, headline and date are those of the file's name and of lines."""
HANDED = {f"{folder}-{way}": (folder, way) for folder, way in (*ALL, *BARE)}


@pytest.mark.parametrize(
    "handed",
    few(
        HANDED,
        [
            *("flood-csv", "flood-eml", "flood-front_matter", "flood-json_feed", "flood-newsml"),
            *("flood-pages", "flood-rss", "flood-warc", "flood-docx", "flood-pdf", "flood-texts"),
            *("summit-texts", "budget-docx"),
        ],
    ),
)
def test_every_format_gives_the_same_findings(handed: tuple[str, str], tmp_path: Path):
    folder, way = handed
    stories, wanted = _wanted(folder)
    report = _run(stories, way, tmp_path)
    assert [each for each in report.skipped if not each.expected] == []
    assert _days(report) == _days(wanted)
    assert {a.outlet: a.headline for a in report.articles} == {s.outlet: s.title for s in stories}
    assert _told(report) == _told(wanted)
