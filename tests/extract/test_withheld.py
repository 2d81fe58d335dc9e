"""Which unnamed sources are kept out of sight."""

import pytest

from tests.extract.reading import claims, lexicons
from xref.lexicon import table
from xref.model.claim import Claim, Quantity


def figure(text: str, which: int = 0) -> Claim:
    return [c for c in claims(text) if isinstance(c.value, Quantity)][which]


@pytest.mark.parametrize("example", table("anonymity")["examples"], ids=lambda e: e["text"])
def test_example(example: dict[str, object]) -> None:
    kept = lexicons().claims.anonymity.kept_back(str(example["text"]))
    assert kept == example["withheld"]


def test_a_senior_official_is_kept_out_of_sight() -> None:
    assert figure("A senior official said 40 boats were lost.").attribution.withheld


def test_an_office_that_speaks_is_not() -> None:
    for who in ("Officials", "Officials with the Harbour Board", "Saddle Bay police officials"):
        assert not figure(f"{who} said 40 boats were lost.").attribution.withheld


def test_the_official_is_whoever_was_told_before() -> None:
    kept = "A senior official said the dam had failed. The official said 40 boats were lost."
    assert figure(kept).attribution.withheld
    plain = "Officials said the dam had failed. The officials said 40 boats were lost."
    assert not figure(plain).attribution.withheld


def test_a_sentence_that_says_so_decides() -> None:
    text = "A villager, speaking on condition of anonymity, said 40 boats were lost."
    assert figure(text).attribution.withheld


def test_whoever_passes_it_on_by_name_stands_behind_it() -> None:
    text = "Mayor Ann Aldane said that two diplomats believed 40 boats were lost."
    found = figure(text, 1).attribution
    assert found.via is not None
    assert not found.withheld


def test_somebody_else_does_not_point_back() -> None:
    text = "A senior official said the dam had failed. One witness said 40 boats were lost."
    assert not figure(text).attribution.withheld
