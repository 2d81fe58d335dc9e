"""How far a hedged figure reaches is fitted from stories whose labels tell the relation."""

from pathlib import Path

import pytest
import yaml

from training.rounding import apart, fitted, limit, written

STORIES = Path(__file__).parents[2] / "training" / "stories"


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, float]]:
    return fitted(list(apart([STORIES / "beats.yaml", STORIES / "longer.yaml"])))


def test_a_limit_ends_where_more_pairs_are_two_numbers_than_one():
    told = [
        (0.1, True),
        (0.3, True),
        (0.4, True),
        (0.45, False),
        (0.6, False),
        (0.7, True),
        (0.9, False),
    ]
    assert limit(told) == 0.5


def test_nothing_reaches_far_of_which_nobody_told():
    assert limit([]) < 0.001


def test_what_is_hedged_reaches_no_farther_than_its_last_digit(found):
    assert 0 < found["hedged"]["steps"] <= 1
    assert found["hedged"]["one"] > found["hedged"]["two"] > 0


def test_what_is_written_is_read_back(found):
    assert yaml.safe_load(written(found, "digest")) == found
