"""Sentences: the paragraphs of tests/corpus/read-sentences.yaml, and a second segmenter."""

from pathlib import Path

import nupunkt
import pytest
import yaml

from xref.load import load
from xref.model.article import Article, Document, Zone
from xref.read import read, sentences

ROOT = Path(__file__).parents[2]
CORPUS = yaml.safe_load(
    (ROOT / "tests" / "corpus" / "read-sentences.yaml").read_text(encoding="utf-8")
)
PARAGRAPHS = CORPUS["paragraphs"].splitlines()
GLUED = CORPUS["glued"].splitlines()


def cut(text: str) -> list[str]:
    """The sentences of a text."""
    return [span.of(text) for span in sentences(text, 0, len(text))]


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_sentences(case):
    assert cut(case.replace(" ¦ ", " ")) == case.split(" ¦ ")


@pytest.mark.parametrize("case", GLUED)
def test_sentences_that_a_copy_glued_together(case):
    assert cut(case.replace(" ¦ ", "")) == case.split(" ¦ ")


def ends_by_nupunkt(text: str) -> set[int]:
    """Where the other segmenter ends a sentence, white space left out."""
    return {start + len(text[start:end].rstrip()) for start, end in nupunkt.sent_spans(text)}


def test_a_second_segmenter_agrees():
    """On running prose; abbreviations before names are where the two differ, see above."""
    found = [read(each) for each in load([str(ROOT / "inputs")]) if isinstance(each, Document)]
    bodies = [
        block.span.of(article.text)
        for article in found
        if isinstance(article, Article)
        for block in article.blocks
        if block.zone is Zone.BODY
    ]
    ours = [{span.end for span in sentences(body, 0, len(body))} for body in bodies]
    theirs = [ends_by_nupunkt(body) for body in bodies]
    same = sum(len(a & b) for a, b in zip(ours, theirs, strict=True))
    all_of_both = sum(len(a) + len(b) for a, b in zip(ours, theirs, strict=True))
    assert len(bodies) > 80
    assert 2 * same / all_of_both >= 0.99
