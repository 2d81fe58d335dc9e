"""What a text tells of itself: the cases of tests/corpus/read-evidence.yaml."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from xref.model.article import Article, Document
from xref.read import read

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "read-evidence.yaml").read_text(encoding="utf-8")
)
NOTHING = {"is": None, "from": None}


def article(case: dict) -> Article:
    """The article of a case, in a file of its own."""
    found = read(
        Document(id="case", path="a/the-stem.v2.txt", text=case["text"], **case.get("record", {}))
    )
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_evidence(case):
    found = article(case)
    told = {
        "outlet": (found.outlet, found.outlet_from),
        "author": (found.author, found.author_from),
        "published": (found.published and list(found.published), found.published_from),
    }
    shown = {
        name: {"is": value, "from": evidence and [evidence.source, evidence.text]}
        for name, (value, evidence) in told.items()
    }
    expected = {name: case.get(name, NOTHING) for name in shown}
    expected["outlet"] = case.get("outlet", {"is": "the-stem.v2", "from": ["file name", ""]})
    assert shown == expected
    assert found.notes == ((case["note"],) if "note" in case else ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_words_of_evidence_stand_at_its_span(case):
    found = article(case)
    for evidence in (found.outlet_from, found.author_from, found.published_from):
        if evidence is not None and evidence.span is not None:
            assert evidence.span.of(found.text) == evidence.text


def test_an_article_has_one_day_only_where_the_day_is_known():
    by_name = {case["name"]: article(case) for case in CASES}
    assert by_name["a dateline with a year"].published_on == date(2024, 5, 12)
    assert by_name["the company's line"].published_on is None
