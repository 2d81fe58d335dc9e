"""The lexicons of reading: their examples hold, and they are what they seem."""

import pytest

from xref.lexicon import table
from xref.model.article import Article, Document, Skipped, Zone
from xref.read import read, sentences
from xref.read.lexicons import packaged

NAMES = ("abbreviations", "credits", "furniture", "language")


def leaves(value):
    """Every key and value of a lexicon."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from leaves(held)
    elif isinstance(value, list):
        for held in value:
            yield from leaves(held)
    else:
        yield value


@pytest.mark.parametrize("name", NAMES)
def test_words_are_text(name):
    """YAML takes a bare no, on or yes for a truth value; in a lexicon they must be quoted."""
    words = {key: held for key, held in table(name).items() if key != "examples"}
    assert [leaf for leaf in leaves(words) if not isinstance(leaf, str)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_has_examples(name):
    assert table(name)["examples"]


@pytest.mark.parametrize("example", table("abbreviations")["examples"], ids=str)
def test_abbreviations(example):
    text = example["text"]
    assert [s.of(text) for s in sentences(text, 0, len(text))] == example["sentences"]


@pytest.mark.parametrize("example", table("furniture")["examples"], ids=str)
def test_furniture(example):
    assert packaged().phrases.kind(example["text"]) == example["kind"]


def test_every_kind_of_furniture_has_an_example():
    lexicon = table("furniture")
    assert set(lexicon) - {"examples"} <= {each["kind"] for each in lexicon["examples"]}


@pytest.mark.parametrize("example", table("credits")["examples"], ids=str)
def test_credits(example):
    lead = "The town of Tollen has a new bridge, and the mayor was the first to walk across it."
    article = read(Document(id="x", path="x.txt", text=f"{lead}\n\n{example['text']}"))
    assert isinstance(article, Article)
    zones = {block.zone: block.span.of(article.text) for block in article.blocks[1:]}
    assert zones.get(Zone.CREDIT) == example["credit"]
    assert zones.get(Zone.CAPTION) == example.get("caption")


@pytest.mark.parametrize("example", table("language")["examples"], ids=str)
def test_language(example):
    found = read(Document(id="x", path="x.txt", text=example["text"]))
    reason = found.reason if isinstance(found, Skipped) else None
    assert reason == example["reason"]
