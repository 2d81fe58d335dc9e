"""How figures stand: whether somebody asserts them, and of which event."""

from pathlib import Path

import pytest
import yaml

from tests.extract.reading import claims, lexicons
from xref.extract.standing import standing
from xref.language import Readings
from xref.lexicon import table
from xref.model.claim import Claim, Quantity
from xref.model.span import Span

CORPUS = yaml.safe_load(
    (Path(__file__).parents[1] / "corpus" / "standing.yaml").read_text(encoding="utf-8")
)
STANDINGS = [(text, kind) for kind, texts in CORPUS["standing"].items() for text in texts]
ASIDES = [(text, kind) for kind, texts in CORPUS["elsewhere"].items() for text in texts]
RETOLD = CORPUS["retold"]


def stand(marked: str):
    start = marked.index("|")
    end = marked.index("|", start + 1) - 1
    text = marked.replace("|", "")
    grammars = lexicons().claims
    reading = Readings(text, grammars.classes).of(Span(0, len(text)))
    return text, standing(reading, Span(start, end), grammars.standing, present=2031)


@pytest.mark.parametrize(("text", "kind"), STANDINGS, ids=[t[:60] for t, _ in STANDINGS])
def test_standing(text: str, kind: str) -> None:
    _, found = stand(text)
    assert found.standing == kind


@pytest.mark.parametrize(("text", "kind"), ASIDES, ids=[t[:60] for t, _ in ASIDES])
def test_elsewhere(text: str, kind: str | None) -> None:
    _, found = stand(text)
    assert (found.elsewhere.kind if found.elsewhere else None) == kind


@pytest.mark.parametrize(("marked", "words"), RETOLD, ids=[t[:60] for t, _ in RETOLD])
def test_retold(marked: str, words: str | None) -> None:
    text, found = stand(marked)
    assert (found.retold.of(text) if found.retold else None) == words


@pytest.mark.parametrize("example", table("standing")["examples"], ids=lambda e: e["text"][:60])
def test_example_of_the_lexicon(example: dict[str, str | None]) -> None:
    _, found = stand(str(example["text"]))
    if "standing" in example:
        assert found.standing == example["standing"]
    else:
        assert (found.elsewhere.kind if found.elsewhere else None) == example["elsewhere"]


def test_the_words_that_say_so_are_told() -> None:
    text, found = stand("The quarry denied that the slide had buried |nine| trucks.")
    assert found.words is not None
    assert found.words.of(text) == "denied"
    text, found = stand("Another blast, in Orle, wounded |five|.")
    assert found.elsewhere is not None
    assert found.elsewhere.span.of(text) == "Another blast"


def figure(text: str, which: int = 0) -> Claim:
    return [c for c in claims(text) if isinstance(c.value, Quantity)][which]


def test_the_lead_tells_of_the_articles_own_event() -> None:
    lead = "A slide in Tolva last year killed 12 people."
    assert figure(lead).elsewhere is None
    assert figure(f"Rain fell in Orle on Monday. {lead}").elsewhere is not None
