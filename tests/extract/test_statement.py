"""The examples of the statement lexicon are its tests."""

import pytest

from tests.extract.reading import claims
from xref.lexicon import table
from xref.model.claim import Act, Claim, SourceType, Statement


def said(text: str) -> list[tuple[Claim, Statement]]:
    return [(c, c.value) for c in claims(text) if isinstance(c.value, Statement)]


@pytest.mark.parametrize("example", table("statements")["examples"], ids=lambda e: e["text"])
def test_example(example: dict[str, object]):
    found = [value for _, value in said(str(example["text"]))]
    if example["act"] == "-":
        assert found == []
        return
    (value,) = found
    assert (value.act, value.polarity) == (example["act"], example["polarity"])
    assert list(value.hedges) == example.get("hedges", list(value.hedges))


def test_whoever_denies_is_the_source():
    ((claim, _),) = said(
        "The Norvanian palace, which has denied any plan to attack Elst, was silent."
    )
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text == "The Norvanian palace"


def test_unnamed_people_who_fear_it_are_its_source():
    ((claim, _),) = said(
        "Some pilots and officials have voiced concerns Norvania could attack Elst."
    )
    assert claim.attribution.type is SourceType.ANONYMOUS
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text.endswith("officials")


def test_whoever_accuses_is_the_source():
    ((claim, _),) = said(
        "The ministry was quiet, but the Elst guards accused Norvania of sabotage."
    )
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text == "the Elst guards"


def test_a_reported_intent_is_its_speakers():
    ((claim, _),) = said("Norvania is preparing to invade Elst, Foreign Minister Odette Varr said.")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.name == "Odette Varr"


def test_whoever_briefs_about_intelligence_is_its_source():
    ((claim, value),) = said(
        "Elst administration officials on Friday briefed reporters about intelligence reports of "
        "raiders setting up a pretext for an invasion."
    )
    assert value.act is Act.ASSESSES
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text == "Elst administration officials"
    assert claim.attribution.withheld


def test_whoever_is_accused_accuses_nobody():
    for text in (
        "A man accused of the murder of two sailors was in court on Friday.",
        "The sailor, accused in the attack on the mint, stays in jail.",
    ):
        assert said(text) == []


def test_a_state_rules_it_out_itself():
    ((claim, value),) = said("Queen Maud Ferrin has ruled out sending forces to Elst.")
    assert (value.act, value.polarity) == (Act.INTENDS, "denied")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.name == "Maud Ferrin"


def test_what_is_passed_on_without_its_source_is_not_the_outlets_own():
    assert said("The idea that raiders could sabotage the dam is old.") == []


def test_a_hint_is_of_whoever_opens_the_sentence():
    ((claim, _),) = said(
        "But Norvania has been vague so far, hinting at new weapons deployments on the islands."
    )
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text == "Norvania"


def test_an_accusation_behind_a_preposition_is_of_whoever_opens_the_sentence():
    ((claim, _),) = said("Milo Finch was fined by the court for accusing Ida Brandt of fraud.")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text == "Milo Finch"


def test_what_is_denied_before_an_and_denies_nothing_behind_it():
    ((_, value),) = said("Norvania showed no remorse and could attack Elst, the palace said.")
    assert value.polarity == "affirmed"


def test_a_place_before_the_verb_is_not_whoever_accuses():
    ((claim, _),) = said("Two lawsuits heard in Saddle Bay have accused Norvania of sabotage.")
    assert claim.attribution.speaker is not None
    assert claim.attribution.speaker.text.startswith("Two lawsuits")
