"""Stories a journalist could read: two figures, whether they are one question, and how they relate."""

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.link import Pair
from xref.model.report import Report

STORIES = yaml.safe_load(
    (Path(__file__).parents[1] / "stories" / "figures.yaml").read_text(encoding="utf-8")
)


def told(story: dict[str, str]) -> Report:
    documents = [
        Document(
            id=id_,
            path=f"{id_}.txt",
            text=str(story[id_]),
            outlet=f"Outlet {id_.upper()}",
            published=str(story.get(f"{id_}_published", "2031-03-20")),
            story="s",
        )
        for id_ in ("a", "b")
    ]
    return pipeline.run(documents, rules.load(rules.default_packs()), lexicons())


def at(report: Report, article: str, words: str) -> set[str]:
    (text,) = [a.text for a in report.articles if a.id == article]
    start = text.index(words)
    end = start + len(words)
    found = {
        c.id
        for c in report.claims
        if c.article == article and c.kind == "quantity"
        and c.span.start < end and start < c.span.end
    }  # fmt: skip
    assert found, f"no figure at “{words}”"
    return found


def shared(report: Report, story: dict[str, list[str]]) -> list[Pair]:
    """The pairs of the slots that hold both figures, in different cells or in one."""
    one, other = at(report, "a", story["words"][0]), at(report, "b", story["words"][1])
    found: list[Pair] = []
    for slot in report.linked.slots:
        held = [set(cell.claims) for cell in slot.cells]
        both = any(x & one and y & other for x, y in combinations(held, 2)) or any(
            y & one and x & other for x, y in combinations(held, 2)
        )
        if both:
            found += slot.pairs
    return found


CASES = [
    pytest.param(
        story,
        id=story["name"],
        marks=pytest.mark.xfail(reason=story["todo"]) if "todo" in story else (),
    )
    for story in STORIES
]


@pytest.mark.parametrize("story", CASES)
def test_story(story: dict[str, list[str]]):
    pairs = shared(told(story), story)
    kinds = {str(pair.relation.kind) for pair in pairs}
    if story["expect"] == "apart":
        assert kinds == set()
        return
    assert story["expect"] in kinds
    if "because" in story:
        assert any(str(story["because"]) in pair.relation.reason for pair in pairs)


@pytest.mark.parametrize("story", [s for s in STORIES if "decides" in s], ids=lambda s: s["name"])
def test_without_the_deciding_words_the_relation_is_another(story: dict[str, list[str]]):
    without = {
        key: str(text).replace(str(story["decides"]), "") if key in ("a", "b") else text
        for key, text in story.items()
    }
    assert without != story
    kinds = {str(pair.relation.kind) for pair in shared(told(without), story)}
    assert kinds == {story["without"]}


def test_every_relation_that_cites_words_has_a_story_that_turns_without_them():
    cited = {"compatible", "update", "correction", "scope", "attributed", "internal"}
    assert {story["expect"] for story in STORIES if "decides" in story} == cited


def test_twenty_of_them_tell_two_things_apart():
    assert sum(story["expect"] == "apart" for story in STORIES) >= 20
