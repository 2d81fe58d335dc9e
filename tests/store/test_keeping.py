"""A run that finds what an earlier one kept says the same, and works out only what is new."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from xref import pipeline
from xref.load import load
from xref.model.article import Document
from xref.model.report import Report
from xref.render import FORMATS, Options
from xref.rules import RuleSet, default_packs
from xref.rules import load as load_rules

ROOT = Path(__file__).parents[2]


First = tuple[dict[str, bytes], Report]
"""What a run kept, and its report."""


class Counting(dict[str, bytes]):
    """A store that counts what was not there."""

    missed = 0

    def get(self, key: str) -> bytes | None:  # type: ignore[override]
        found = super().get(key)
        self.missed += found is None
        return found

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(default_packs())


@pytest.fixture(scope="module")
def lexicons(rules: RuleSet) -> pipeline.Words:
    return pipeline.words(rules)


@cache
def articles() -> tuple[Document, ...]:
    return tuple(each for each in load([str(ROOT / "inputs")]) if isinstance(each, Document))


@pytest.fixture(scope="module")
def first(rules: RuleSet, lexicons: pipeline.Words) -> First:
    """What a run kept, and its report."""
    store = Counting()
    report = pipeline.run(articles(), rules, lexicons, store=store)
    assert store.missed > len(articles())
    return dict(store), report


def test_what_was_kept_is_what_would_be_worked_out(
    rules: RuleSet, lexicons: pipeline.Words, first: First
):
    store = Counting(first[0])
    without = pipeline.run(articles(), rules, lexicons)
    again = pipeline.run(articles(), rules, lexicons, store=store)
    assert store.missed == 0
    told = [FORMATS["json"].render(report, Options()) for report in (without, first[1], again)]
    assert told[0] == told[1] == told[2]
    assert again == without


def test_an_article_that_joins_has_only_its_own_story_worked_out(
    rules: RuleSet, lexicons: pipeline.Words, first: First
):
    store = Counting(first[0])
    new = Document("new", "new.md", "The quince harvest was good.")
    joined = pipeline.run([*articles(), new], rules, lexicons, store=store)
    assert store.missed == 2, "the article and its story"
    assert joined == pipeline.run([*articles(), new], rules, lexicons)


def edited(documents: Sequence[Document], **changes: object) -> list[Document]:
    first, *rest = documents
    return [replace(first, **changes), *rest]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "The quince harvest was good."},
        {"published": "2031-05-05"},
        {"outlet": "Another"},
        {"origin": "wire"},
        {"path": "elsewhere.md"},
        {"first_line": 9},
    ],
    ids=str,
)
def test_whatever_changes_in_a_document_is_worked_out_anew(
    rules: RuleSet, lexicons: pipeline.Words, first: First, changes: dict[str, object]
):
    store = Counting(first[0])
    some = edited(articles(), **changes)
    assert pipeline.run(some, rules, lexicons, store=store) == pipeline.run(some, rules, lexicons)


def test_measures_that_rules_teach_make_keys_of_their_own(rules: RuleSet, first: First):
    store = Counting(first[0])
    taught = replace(rules, measures=({"ferry.capacity": {"counted": ["passenger"]}},))
    found = pipeline.run(articles(), taught, store=store)
    assert len(store) == 2 * len(first[0])
    assert found == pipeline.run(articles(), taught)


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", b'{"article": null}', b"\xff"])
def test_what_does_not_fit_is_worked_out_anew(
    rules: RuleSet, lexicons: pipeline.Words, first: First, raw: bytes
):
    store = Counting(dict.fromkeys(first[0], raw))
    assert pipeline.run(articles(), rules, lexicons, store=store) == first[1]
    assert raw not in store.values()
