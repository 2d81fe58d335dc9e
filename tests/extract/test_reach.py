"""How far an attribution reaches beyond the words that a cue reports."""

from datetime import date

import pytest

from tests.extract.reading import claims
from xref.lexicon import table
from xref.model.claim import NO_SOURCE, Attribution, Quantity, SourceType


def behind(text: str, figure: str, **record: str) -> Attribution:
    (found,) = [
        c.attribution
        for c in claims(text, **record)
        if isinstance(c.value, Quantity) and c.text.startswith(figure)
    ]
    return found


@pytest.mark.parametrize("example", table("reach")["examples"], ids=lambda e: e["text"])
def test_example(example: dict[str, str]) -> None:
    found = behind(example["text"], example["figure"])
    if example["by"] == "-":
        assert found == NO_SOURCE
    else:
        assert found.speaker is not None
        assert found.speaker.text == example["by"]


def test_what_goes_on_from_a_sentence_before_is_told_as_such() -> None:
    text = "Police said 40 people were hurt. Two of them died in hospital."
    assert behind(text, "Two").carried
    assert not behind(text, "40 people").carried


def test_the_reach_ends_where_somebody_else_speaks() -> None:
    text = "Police said 40 people were hurt. Ida Brandt said she ran. Two people died in hospital."
    assert behind(text, "Two people") == NO_SOURCE


def test_the_reach_ends_with_its_third_sentence() -> None:
    text = "Police said 40 people were hurt. " + "He was hurt. " * 3 + "Two people were killed."
    assert behind(text, "Two people") == NO_SOURCE


def test_a_paragraph_further_on_is_reached_only_through_the_one_between() -> None:
    text = "Police said 40 people were hurt.\n\nThe port is old.\n\nTwo people were killed."
    assert behind(text, "Two people") == NO_SOURCE


def test_a_document_in_a_relative_clause_is_one() -> None:
    text = "The minister spoke of a report that revealed how the office lost 300 letters."
    assert behind(text, "300 letters").type is SourceType.DOCUMENT


def test_a_figure_knows_when_it_was_said() -> None:
    text = "Police said on Tuesday that 40 people were hurt. Two of them died in hospital."
    for figure in ("40 people", "Two"):
        assert behind(text, figure, published="2031-03-06").said_on == date(2031, 3, 4)
