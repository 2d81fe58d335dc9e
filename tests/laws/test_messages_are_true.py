"""Whatever a report says that an outlet prints, that outlet prints: every message and every reason, of every rule, over
all sample stories."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from xref import pipeline
from xref.model.article import Document
from xref.model.report import Report
from xref.rules import RuleSet, default_packs, load
from xref.ruletests import documents

ROOT = Path(__file__).parents[2]
QUOTED = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
BETWEEN = re.compile(
    r" (?:(?:says|has|gives|denies|prints|also says|has the words) )?(?:both (?:“[^”]*” and )?)?"
)
"""What may stand between an outlet and the words that it is told to print."""


@cache
def pack() -> RuleSet:
    return load(default_packs())


@cache
def words() -> pipeline.Words:
    return pipeline.words(pack())


def _stories() -> Iterator[tuple[str, list[Document]]]:
    for rule in pack().rules:
        for test in rule.tests:
            yield f"{rule.id}: {test.name}", list(documents(test.given))
    for story in yaml.safe_load((ROOT / "tests/stories/figures.yaml").read_text("utf-8")):
        sides = {"Quay Lantern": story["a"], "Ridge Courier": story["b"]}
        yield story["name"], [_document(outlet, text) for outlet, text in sides.items()]
    for story in yaml.safe_load((ROOT / "tests/stories/quotations.yaml").read_text("utf-8")):
        yield story["story"], [_document(o, a) for o, a in story["articles"].items()]
    for name, said in TOLD.items():
        yield name, [_document(outlet, text) for outlet, text in said.items()]


def _document(outlet: str, told: Any) -> Document:
    record = told if isinstance(told, dict) else {"text": told}
    published = {"published": str(record["published"])} if "published" in record else {}
    id_ = outlet.lower().replace(" ", "-")
    return Document(id_, f"{id_}.txt", record["text"], outlet=outlet, story="told", **published)


TOLD = {
    "one paper alone gives two figures": {
        "Quay Lantern": "A ferry sank off Dalby on Monday, killing 17 people, the coast guard said.",
        "Ridge Courier": (
            "Seventeen people were killed when a ferry sank off Dalby on Monday, the coast guard said. It was the worst "
            "accident since 1998, when a ferry fire killed 40 people."
        ),
    },
    "one paper corrects itself in the text": {
        "Quay Lantern": "The fire in Dalby killed nine people, police said. Later the mayor said that 11 people were killed.",
        "Ridge Courier": "The fire in Dalby killed nine people, police said on Monday.",
    },
    "three papers, two figures": {
        "Quay Lantern": "The storm in Dalby left 1,200 homes without power on Monday, the grid said.",
        "Ridge Courier": "The storm in Dalby left 2,100 homes without power on Monday, the grid said.",
        "Calder Star": "The storm in Dalby left 1,200 homes without power on Monday, residents said.",
    },
}
STORIES = dict(_stories())


@cache
def report(name: str) -> Report:
    return pipeline.run(STORIES[name], pack(), words())


def _told(found: Report) -> Iterator[str]:
    """Every sentence in which the report tells what outlets print."""
    for finding in found.findings:
        yield finding.message
        yield finding.reason
    for slot in found.linked.slots:
        yield from (pair.relation.reason for pair in slot.pairs)
    for utterance in found.linked.utterances:
        yield from (pair.relation.reason for pair in utterance.pairs)


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _outlet(told: str, quote: re.Match[str], names: list[str]) -> str | None:
    """The outlet that a sentence names for a stretch in marks: right behind it, or right before."""
    for name in names:
        if re.match(rf" (?:in |\(){re.escape(name)}", told[quote.end() :]):
            return name
        at = told.rfind(name, 0, quote.start())
        if at >= 0 and BETWEEN.fullmatch(told, at + len(name), quote.start()):
            return name
    return None


@pytest.mark.parametrize("name", STORIES)
def test_an_outlet_prints_what_it_is_told_to_print(name: str) -> None:
    found = report(name)
    printed: dict[str, str] = {}
    for article in found.articles:
        text = f"{printed.get(article.outlet, '')} {article.title or ''} {article.text}"
        printed[article.outlet] = text
    flat = {outlet: f" {_flat(text)} " for outlet, text in printed.items()}
    names = sorted(flat, key=len, reverse=True)
    for told in _told(found):
        for quote in QUOTED.finditer(told):
            outlet = _outlet(told, quote, names)
            texts = [flat[outlet]] if outlet else list(flat.values())
            for part in re.split(r"…|\s\.\.\.\s", quote[1]):
                stretch = _flat(part)
                assert not stretch or any(_has(text, stretch) for text in texts), (outlet, told)


def _has(text: str, stretch: str) -> bool:
    """Whether a text prints a stretch, which may be cut in two by a cue (“…,” she said, “…”)."""
    if f" {stretch} " in text:
        return True
    words = stretch.split()
    return any(
        f" {' '.join(words[:k])} " in text and f" {' '.join(words[k:])} " in text
        for k in range(1, len(words))
    )
