"""The examples in the lexicons of quoting are their tests."""

from typing import Any

import pytest

from tests.speech.passages import told
from xref.lexicon import table
from xref.model.claim import QuotationType
from xref.speech import grammar as compile_grammar

NAMES = (
    "cue_verbs", "cue_nouns", "function_words", "people", "sources", "given_names", "marked_words",
)  # fmt: skip
GRAMMAR = compile_grammar(table)


def _examples(*names: str, key: str) -> list[Any]:
    return [
        pytest.param(name, example, id=f"{name}-{example['text']}")
        for name in names
        for example in table(name)["examples"]
        if key in example
    ]


@pytest.mark.parametrize(("name", "example"), _examples("cue_verbs", "cue_nouns", key="content"))
def test_a_cue_reports(name: str, example: dict[str, Any]) -> None:
    found = told(example["text"]).behind(example["content"])
    assert found.speaker is not None
    assert found.cue is not None
    assert (found.speaker.text, found.cue.text) == (example["speaker"], example["cue"])


def test_every_construction_has_an_example() -> None:
    cues = {example["cue"] for example in table("cue_verbs")["examples"]}
    frames = {frame for cue in cues for frame in GRAMMAR.verbs[cue].takes}
    listed = {"clause", "addressee", "attempt", "judgement", "naming", "topic", "manner", "thought"}
    assert listed | {"finding"} <= frames


@pytest.mark.parametrize(("name", "example"), _examples("function_words", "people", key="class"))
def test_a_word_is_of_its_class(name: str, example: dict[str, Any]) -> None:
    held = table(name)[example["class"]]
    groups = held.values() if isinstance(held, dict) else [held]
    assert example["text"].lower() in {word for group in groups for word in group.split()}


@pytest.mark.parametrize(("name", "example"), _examples("people", "sources", key="type"))
def test_a_source_is_of_its_kind(name: str, example: dict[str, Any]) -> None:
    text = example["text"][0].upper() + example["text"][1:]
    found = told(f"{text} said that the bridge was closed.").behind("the bridge was closed")
    assert found.speaker is not None
    facts = {"type": found.type, "name": found.speaker.name, "role": found.speaker.role}
    want = {key: value for key, value in example.items() if key != "text"}
    assert {key: facts[key] for key in want} == want


@pytest.mark.parametrize(("name", "example"), _examples("given_names", key="gender"))
def test_a_given_name_has_its_gender(name: str, example: dict[str, Any]) -> None:
    text = f"{example['text']} Aldane said that the bridge was closed."
    assert [(p.name, p.gender) for p in told(text).speech.persons] == [
        (f"{example['text']} Aldane", example["gender"])
    ]


@pytest.mark.parametrize(("name", "example"), _examples("marked_words", key="type"))
def test_marked_words_are_no_speech(name: str, example: dict[str, Any]) -> None:
    passage = told(f"It was {example['text']} again.")
    assert [s.type for s in passage.speech.sayings] == [QuotationType(example["type"])]


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_lexicon_became_a_truth_value(name: str) -> None:
    """YAML reads a bare "no" or "on" as a truth value; in a word list it must be quoted."""

    def leaves(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [*value, *(leaf for held in value.values() for leaf in leaves(held))]
        return (
            [leaf for held in value for leaf in leaves(held)]
            if isinstance(value, list)
            else [value]
        )

    words = {key: held for key, held in table(name).items() if key != "examples"}
    assert [leaf for leaf in leaves(words) if not isinstance(leaf, str)] == []
