"""The same story says the same in every format that it is handed over in."""

from datetime import date
from pathlib import Path

import pytest

from tests.e2e.command import ROOT
from tests.load.writing import WRITERS, Story
from tests.long import few
from xref import pipeline, rules
from xref.load import load
from xref.model.article import Article, Skipped, Zone
from xref.model.report import Report
from xref.read import read

UNDATED = ("texts", "docx")
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


def _stories() -> list[Story]:
    found = [
        read(one) for one in load([str(ROOT / "inputs/flood")]) if not isinstance(one, Skipped)
    ]
    return [_story(each) for each in found if isinstance(each, Article) and each.published_on]


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


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Story], Report]:
    stories = _stories()
    return stories, _run(stories, "records", tmp_path_factory.mktemp("records"))


def test_the_story_has_findings_of_several_rules(expected):
    stories, report = expected
    assert len(stories) >= 5
    assert len({finding.rule for finding in report.findings}) >= 4


@pytest.mark.parametrize(
    "way",
    few(
        sorted(set(WRITERS) - {"records", *UNDATED}),
        ["csv", "eml", "front_matter", "json_feed", "newsml", "pages", "rss", "warc"],
    ),
)
def test_every_format_gives_the_same_findings(expected, way: str, tmp_path: Path):
    stories, wanted = expected
    report = _run(stories, way, tmp_path)
    assert [each for each in report.skipped if not each.expected] == []
    assert _days(report) == _days(wanted)
    assert {a.outlet: a.title for a in report.articles} == {s.outlet: s.title for s in stories}
    assert _told(report) == _told(wanted)


def test_a_document_says_what_the_plain_text_says(expected, tmp_path_factory):
    """Neither has a record: outlet and date are those of the file's name and of a line."""
    stories, wanted = expected
    text, word = (_run(stories, way, tmp_path_factory.mktemp(way)) for way in UNDATED)
    assert _days(text) == _days(word) == _days(wanted)
    assert _told(text) == _told(word)
    assert len(_told(text) & _told(wanted)) > 0.8 * len(_told(wanted))
