"""Sanity checks: the slip in a sentence or in two articles, and the same told rightly."""

from pathlib import Path

import pytest

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.link import checks
from xref.model.article import Document
from xref.model.link import Check

TOLL = "A ferry sank off Port Ansel on Monday. The crash killed {} people and injured {} others."


def failed(*texts: str, title: str | None = None) -> list[Check]:
    documents = [
        Document(
            id=f"a{n}",
            path=f"a{n}.txt",
            text=text,
            title=title,
            outlet=f"Outlet {n}",
            published="2031-03-20",
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


def test_every_check_has_its_file_and_its_line_in_the_table():
    folder = Path(checks.__file__).parent
    files = {file.stem for file in folder.glob("*.py")} - {"__init__", "desk"}
    assert {check.__module__.rpartition(".")[2] for check in checks.CHECKS} == files
