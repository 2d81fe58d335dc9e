"""The examples of the lexicons of relations hold, and no entry of a set says two things."""

from typing import Any

import pytest

from tests.compare.test_pairs import reading
from xref.compare.around import Phrases
from xref.compare.deciding import deciding_words
from xref.compare.periods import periods
from xref.compare.sources import source_of
from xref.lexicon import table
from xref.text.fold import fold

RELATIONS = table("relations")["examples"]
RUNNING = table("running")["examples"]
CLOCK = table("clock")["examples"]
WAYS = table("restrictions")["ways"]
SIDES = table("sides")


def says(text: str, phrases: list[str]) -> bool:
    return Phrases(phrases).pattern.search(fold(text)) is not None


@pytest.mark.parametrize("case", RELATIONS, ids=lambda case: case["text"])
def test_a_deciding_phrase_has_its_role(case: dict[str, Any]):
    assert case["role"] in {word.role for word in deciding_words(case["group"], case["text"])}


@pytest.mark.parametrize("case", RUNNING, ids=lambda case: case["text"])
def test_a_count_runs(case: dict[str, Any]):
    assert says(case["text"], table("running")[case["way"]]["words"])


@pytest.mark.parametrize("case", CLOCK, ids=lambda case: case["text"])
def test_a_stage_is_told(case: dict[str, Any]):
    stages = table("clock")[case["group"]]
    told = [rank for rank, phrases in enumerate(stages) if phrases and says(case["text"], phrases)]
    assert told == [case["stage"]]


@pytest.mark.parametrize("case", table("restrictions")["examples"], ids=lambda case: case["text"])
def test_a_part_or_a_whole_is_told(case: dict[str, Any]):
    assert says(case["text"], table("restrictions")[case["group"]])


@pytest.mark.parametrize("case", SIDES["examples"], ids=lambda case: case["text"])
def test_a_side_is_told(case: dict[str, Any]):
    assert any(says(case["text"], side) for pair in SIDES["sides"] for side in pair)


@pytest.mark.parametrize("members", WAYS, ids=lambda members: members[0][0])
def test_ways_of_counting_exclude_each_other(members: list[list[str]]):
    phrases = [phrase for way in members for phrase in way]
    assert len(phrases) == len(set(phrases))


def test_every_kind_of_body_is_named_once():
    words = [w for members in table("sources_own")["kinds"].values() for w in members]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("case", table("periods")["examples"], ids=lambda case: case["text"])
def test_a_period_is_as_long(case: dict[str, Any]):
    told = reading({"a": case["text"], "figures": ["40 boats"]}, "a")
    assert case["days"] in {period.days for period in periods(told)}


@pytest.mark.parametrize("case", table("sources_own")["examples"], ids=lambda case: case["text"])
def test_a_figure_is_held(case: dict[str, Any]):
    source = source_of(reading({"a": case["text"], "figures": [case["figure"]]}, "a"))
    assert source is not None
    assert source.place.text == case["source"]
