"""Wordings of one utterance: each pair of the corpus relates as it says, and its mirror likewise."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from xref.compare.words import Said, relate
from xref.lexicon import table
from xref.model.relation import SEVERITY, Wording

CORPUS = yaml.safe_load(
    (Path(__file__).parent.parent / "corpus" / "wordings.yaml").read_text("utf-8")
)
EXAMPLES = table("wording")["examples"]
LADDER = [w.value for w in Wording if w is not Wording.SINGLE]
FLIPPED = {"insert": "delete", "delete": "insert"}


def said(case: dict[str, Any], side: str) -> Said:
    words = case[side]
    extra = {name: case.get(f"{name}_{side}", "") for name in ("lead", "through")}
    if isinstance(words, dict):
        return Said((words["reported"],), quoted=False, outlet=side, **extra)
    return Said(tuple(words) if isinstance(words, list) else (words,), outlet=side, **extra)


@pytest.mark.parametrize("case", CORPUS + EXAMPLES, ids=lambda case: case.get("name", case["a"]))
def test_pair(case):
    found = relate(said(case, "a"), said(case, "b"))
    assert found.relation.value == found.wording.value == case["relation"], found
    if "moved" in case:
        assert list(found.moved) == case["moved"], found
    if "slight" in case:
        assert found.slight is case["slight"], found
    assert case.get("says", "") in found.reason


@pytest.mark.parametrize("case", CORPUS + EXAMPLES, ids=lambda case: case.get("name", case["a"]))
def test_mirror(case):
    one, two = said(case, "a"), said(case, "b")
    found, mirrored = relate(one, two), relate(two, one)
    assert (mirrored.relation, mirrored.moved, mirrored.slight) == (
        found.relation,
        found.moved,
        found.slight,
    )
    turned = [(FLIPPED.get(step, step), b, a) for step, a, b in found.diff]
    assert sorted(mirrored.diff) == sorted(turned)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["name"])
def test_every_earlier_relation_was_tried_and_says_why_it_failed(case):
    found = relate(said(case, "a"), said(case, "b"))
    tried = [step.relation for step in found.tried]
    assert all(step.failed for step in found.tried)
    assert tried == sorted(tried, key=SEVERITY.__getitem__)
    if found.relation.value in ("typography", "excerpt", "omission", "altered"):
        before = LADDER[: LADDER.index(found.relation.value)]
        assert set(tried) >= {name for name in before if name != "paraphrase"}


def test_the_diff_covers_what_both_print():
    found = relate(
        Said(("I beg the town to hear me. We lost the pier and nobody was told.",)),
        Said(("We lost the old pier and nobody was told. That is all I have to say.",)),
    )
    assert found.diff == (
        ("equal", "We lost the", "We lost the"),
        ("insert", "", "old"),
        ("equal", "pier and nobody was told", "pier and nobody was told"),
    )


def test_another_speaker_comes_after_another_day():
    one, two = Said(("The pier stays.",), speaker="Ilse Varga"), Said(("The pier stays.",))
    assert relate(one, two, same_speaker=False).relation is Wording.REASSIGNED
    assert relate(one, two, same_speaker=False).wording is Wording.VERBATIM
    assert relate(one, two, same_speaker=None).relation is Wording.VERBATIM


def test_the_diff_goes_on_to_the_end_that_both_print():
    found = relate(
        Said(("The quay had been shut since May and the port knew it",), outlet="Pilot"),
        Said(("The quay had been shut since May and the port was well aware of it",)),
    )
    start = "The quay had been shut since May and the port"
    assert found.diff == (
        ("equal", start, start),
        ("replace", "knew", "was well aware of"),
        ("equal", "it", "it"),
    )


def test_a_day_that_only_one_tells_is_no_difference():
    from datetime import date

    one = Said(("The pier stays.",), said_on=date(2031, 5, 2))
    other = Said(("The pier stays.",), said_on=date(2031, 5, 3))
    assert relate(one, Said(("The pier stays.",))).same_date is None
    assert relate(one, one).same_date is True
    found = relate(one, other)
    assert (found.relation, found.wording) == (Wording.REDATED, Wording.VERBATIM)
    assert "3 May 2031" in found.reason
