"""Which part of a page is what: the cases of tests/corpus/read-zones.yaml."""

from pathlib import Path

import pytest
import yaml

from xref.model.article import Article, Document
from xref.read import read

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "read-zones.yaml").read_text(encoding="utf-8")
)


def article(text: str, title: str | None = None) -> Article:
    """The article of a text."""
    found = read(Document(id="case", path="case.txt", text=text, title=title))
    assert isinstance(found, Article), found
    return found


def shown(case: dict) -> tuple[list, list]:
    """The blocks of a case as found and as expected, the found ones cut to the expected words."""
    found = article(case["text"], case.get("title"))
    expected = [[block[0], str(block[1]), *block[2:]] for block in case["blocks"]]
    told = []
    for place, block in enumerate(found.blocks):
        words = block.span.of(found.text)
        length = len(expected[place][1]) if place < len(expected) else 60
        told.append([block.zone.value, words[:length], *(["repeats"] if block.repeats else [])])
    return told, expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_zones(case):
    told, expected = shown(case)
    assert told == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_carriage_returns_change_no_zone(case):
    plain = article(case["text"], case.get("title"))
    carriage = article(case["text"].replace("\n", "\r\n"), case.get("title"))
    assert [(b.zone, b.span.of(plain.text).split()) for b in plain.blocks] == [
        (b.zone, b.span.of(carriage.text).split()) for b in carriage.blocks
    ]
    assert [len(b.sentences) for b in plain.blocks] == [len(b.sentences) for b in carriage.blocks]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_repeat_is_the_span_of_the_earlier_printing(case):
    found = article(case["text"], case.get("title"))
    for block in found.blocks:
        if block.repeats is not None:
            assert block.repeats.end <= block.span.start
            assert block.repeats.of(found.text) == block.span.of(found.text)


def test_the_title_is_a_block_of_its_own():
    found = article("Ferries will sail again on Monday, the operator said.", "Strike ends. At last")
    (block,) = found.title_blocks
    assert block.zone.value == "headline"
    assert [s.of(found.title or "") for s in block.sentences] == ["Strike ends.", "At last"]
