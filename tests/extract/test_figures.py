"""What figures count, of whom, and in which event: the corpora and the lexicons' own examples."""

from pathlib import Path

import pytest
import yaml

from tests.extract.reading import claims
from xref.lexicon import table
from xref.model.claim import Claim, Quantity

CORPUS = Path(__file__).parents[1] / "corpus"


def corpus(name: str) -> list[dict[str, object]]:
    return yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))


def figure(text: str, words: str) -> tuple[Claim, Quantity]:
    start = text.index(words)
    found = [
        (c, c.value)
        for c in claims(text)
        if isinstance(c.value, Quantity)
        and c.span.start < start + len(words)
        and start < c.span.end
    ]
    assert len(found) == 1, [c.text for c, _ in found]
    return found[0]


@pytest.mark.parametrize("case", corpus("subjects"), ids=lambda c: f"{c['of']} {c['figure']}")
def test_subject(case: dict[str, str]):
    _, value = figure(case["of"], case["figure"])
    assert (value.subject or "-") == case["subject"]


@pytest.mark.parametrize("case", corpus("events"), ids=lambda c: c["of"])
def test_event(case: dict[str, str]):
    _, value = figure(case["of"], case["figure"])
    assert value.measure == "event.length"
    assert value.event is not None
    assert value.event.kind == case["kind"]
    assert set(case["participants"]) <= set(value.event.participants)
    assert value.event.place == case.get("place")
    assert value.event.weekday == case.get("weekday")


@pytest.mark.parametrize("example", table("measures")["examples"], ids=lambda e: e["text"])
def test_measure_example(example: dict[str, object]):
    found = [c.value for c in claims(str(example["text"])) if isinstance(c.value, Quantity)]
    assert [value.measure or "-" for value in found] == example["measures"]


@pytest.mark.parametrize("example", table("organisations")["examples"], ids=lambda e: e["text"])
def test_organisation_example(example: dict[str, str]):
    found = [c.value for c in claims(example["text"]) if isinstance(c.value, Quantity)]
    assert [value.subject for value in found] == [example["subject"]]


@pytest.mark.parametrize("example", table("demonyms")["examples"], ids=lambda e: e["text"])
def test_demonym_example(example: dict[str, str]):
    _, value = figure(f"About 40 {example['text']} came.", "40")
    assert value.subject == example["country"]


@pytest.mark.parametrize("example", table("events")["examples"], ids=lambda e: e["text"])
def test_event_example(example: dict[str, str]):
    (value,) = [
        c.value for c in claims(f"On Monday {example['text']}.") if isinstance(c.value, Quantity)
    ]
    assert value.event is not None
    assert value.event.kind == example["kind"]
