"""Sanity checks: the slip in a sentence or in two articles, and the same told rightly."""

from pathlib import Path

import pytest

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.link import checks
from xref.model.article import Document
from xref.model.link import Check

TOLL = "A ferry sank off Port Ansel on Monday. The crash killed {} people and injured {} others."


def failed(
    *texts: str, title: str | None = None, outlet: str = "", days: tuple[int, ...] = ()
) -> list[Check]:
    documents = [
        Document(
            id=f"a{n}",
            path=f"a{n}.txt",
            text=text,
            title=title,
            outlet=outlet or f"Outlet {n}",
            published=f"2031-03-{days[n] if days else 20}",
            story="s",
        )
        for n, text in enumerate(texts)
    ]
    report = pipeline.run(documents, rules.load(rules.default_packs()), lexicons())
    return list(report.linked.checks)


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("weekday", "The accord was signed on Monday, March 4, 2031.", "The accord was signed on Tuesday, March 4, 2031."),
        ("list", "It binds six states — Elst, Norvania, Corran, Tarn, Dunmere, Ansel and Harrow — to one law.", "It binds six states — Elst, Norvania, Corran, Tarn, Dunmere and Ansel — to one law."),
        ("parts", "The blast killed 12 people — eight men and five women — at the mill.", "The blast killed 12 people — seven men and five women — at the mill."),
        ("list", "The storm hit six towns, Kelm, Hask and Dorn, on Monday.", "The storm hit three towns, Kelm, Hask and Dorn, on Monday."),
        ("parts", "Of the 11 dead, six were men and four were women.", "Of the 11 dead, six were men and five were women."),
        ("parts", "Eleven people died, six of them men and four women.", "Eleven people died, seven of them men and four women."),
        ("parts", "Of the 11 dead, 16 were women.", "Of the 11 dead, six were women."),
        ("parts", "The blast left 30 casualties, 12 dead and 20 wounded.", "The blast left 32 casualties, 12 dead and 20 wounded."),
        ("age", "The dead are Jan Berriman, 34, and Odette Varr. Officials say 43-year-old Jan Berriman owned the mill.", "The dead are Jan Berriman, 34, and Odette Varr. Officials say 34-year-old Jan Berriman owned the mill."),
        ("paraphrase", "Mayor Ilse Garrow said that the town would sell 14 boats this summer. “We will sell 40 boats this summer,” Garrow said.", "Mayor Ilse Garrow said that the town would sell 14 boats this summer. “We will sell 14 boats this summer,” Garrow said."),
        ("paraphrase", "Mayor Ilse Garrow said the town would not sell the boats in the harbour. “We will sell the boats in the harbour,” Garrow said.", "Mayor Ilse Garrow said the town would not sell the boats in the harbour. “We will not sell the boats in the harbour,” Garrow said."),
        ("parts", "The blast killed 12 people, including 15 children, at the mill.", "The blast killed 12 people, including five children, at the mill."),
        ("share", "In Elst, 30 of the 120 members (50 percent) voted no.", "In Elst, 60 of the 120 members (50 percent) voted no."),
    ],
)  # fmt: skip
def test_a_slip_in_one_sentence(name: str, wrong: str, right: str):
    assert [c.name for c in failed(wrong)] == [name]
    assert failed(right) == []


def test_a_weekday_is_told_with_the_true_one():
    (check,) = failed("The accord was signed on Monday, March 4, 2031.")
    assert check.reason == (
        "a weekday that is not that date: “Monday, March 4, 2031” was a Tuesday"
    )


def test_killed_and_wounded_swapped():
    found = failed(TOLL.format(12, 31), TOLL.format(31, 12))
    assert "swap" in [c.name for c in found]
    assert "swap" not in [c.name for c in failed(TOLL.format(12, 31), TOLL.format(12, 31))]


def test_a_zero_too_many():
    found = failed(TOLL.format(14, 31), TOLL.format(140, 31))
    assert "slip" in [c.name for c in found]


def test_the_same_digits_with_another_noun():
    dead = "The flood at Port Ansel killed 1,264 people, the province of Elst said on Monday."
    homes = "The flood at Port Ansel destroyed 1,264 homes, the province of Elst said on Monday."
    assert "noun" in [c.name for c in failed(dead, homes)]
    assert failed(dead, dead) == []


def test_ages_of_one_person():
    one = "Odette Varr, 34, was pulled from the water at Port Ansel."
    two = "Odette Varr, 43, was pulled from the water at Port Ansel."
    assert "age" in [c.name for c in failed(one, two)]
    assert failed(one, one.replace("34", "35")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two of the six towns, Kelm and Hask, were hit on Monday.",
        "Three of his eight pupils, Odette, Ruben, Marta and Ilse, came to the port.",
        "Police found a total of 14 rifles, 31 magazines and two knives.",
        "The storm hit two towns, Kelm, Norvania, and Hask, Elst, on Monday.",
        "Of the 11 dead, six were crew and four were women.",
        "The blast killed 12 people: three women, eight men and a child.",
        "One of two girls, 7 and 5, was hurt on Monday.",
        "A 21-year-old Port Ansel man and a 34-year-old Port Ansel woman were hurt.",
    ],
)
def test_what_only_looks_like_a_slip(sentence: str):
    assert failed(sentence) == []


def test_a_slipped_decimal_point():
    cost = "The new bridge over the Osk at Port Ansel cost {} million euros, the province said."
    (check,) = failed(cost.format("4.5"), cost.format("45"))
    assert check.name == "slip"
    assert failed(cost.format("4.5"), cost.format("4.7")) == []


def test_two_articles_of_one_outlet():
    toll = "A ferry sank off Port Ansel on Monday, killing {} people, the coast guard said."
    (check,) = failed(toll.format(14), toll.format(19), outlet="Quay Lantern")
    assert check.name == "outlet"
    assert failed(toll.format(14), toll.format(19), outlet="Quay Lantern", days=(18, 20)) == []
    assert failed(toll.format(14), toll.format(14), outlet="Quay Lantern") == []


def test_as_many_dead_here_as_hurt_there():
    dead = "The blast at the Calder mill in Port Ansel killed 12 people on Monday."
    hurt = "The blast at the Calder mill in Port Ansel injured 12 people on Monday."
    assert [c.name for c in failed(dead, hurt)] == ["swap"]
    assert failed(dead, f"{hurt} Three people died.") == []


def test_every_check_has_its_file_and_its_line_in_the_table():
    folder = Path(checks.__file__).parent
    files = {file.stem for file in folder.glob("*.py")} - {"__init__", "desk"}
    assert {check.__module__.rpartition(".")[2] for check in checks.CHECKS} == files


def test_a_headline_is_held_against_the_event_s_own_figure():
    text = (
        "A gunman killed one person and injured several others in Port Ansel on Monday, police said. "
        "Police said nine people were shot at the harbour club."
    )
    other = "Nine people were shot at the harbour club in Port Ansel on Monday, police said."
    found = failed(text, other, title="Shooting in Port Ansel kills one, injures eight")
    assert not [c for c in found if c.name == "headline" and c.places[0].article == "a0"]
