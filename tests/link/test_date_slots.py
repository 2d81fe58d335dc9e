"""Dates of one happening in two articles: when they are one question, and how they relate."""

import pytest

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.link import Slot
from xref.model.report import Report
from xref.rules.compare_figures import time_between

ROLES = pytest.mark.xfail(reason="who does what is not read: only the words are compared")


def told(*texts: str, published: str = "2031-03-20") -> Report:
    documents = [
        Document(
            id=f"a{n}",
            path=f"a{n}.txt",
            text=text,
            outlet=f"Outlet {n}",
            published=published,
            story="accord",
        )
        for n, text in enumerate(texts)
    ]
    return pipeline.run(documents, rules.load(rules.default_packs()), lexicons())


def dated(*texts: str) -> list[Slot]:
    report = told(*texts)
    return [slot for slot in report.linked.slots if slot.kind == "date"]


def test_two_days_for_one_signing_are_a_conflict():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
        "Norvania and Elst signed the Saddle accord on March 14, 2031.",
    )
    assert slot.relation == "conflict"
    assert "near" in slot.why


def test_one_day_in_two_styles_agrees():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
        "Elst and Norvania signed the Saddle accord on 4 March 2031.",
    )
    assert slot.relation == "agree"


def test_a_day_agrees_with_its_month():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord in March 2031.",
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
    )
    assert slot.relation == "agree"


@ROLES
def test_two_accords_are_two_questions():
    assert (
        dated(
            "Norvania and Elst signed the Saddle accord on March 4, 2031.",
            "Norvania and Elst broke off the river talks on March 14, 2031.",
        )
        == []
    )


@ROLES
def test_a_term_told_with_two_beginnings_is_a_conflict():
    (slot,) = dated(
        "Odette Varr was president of Norvania from 2020 to 2026.",
        "Odette Varr was president of Norvania from 2021 to 2026.",
    )
    assert slot.relation == "conflict"


@ROLES
def test_two_persons_of_one_day_are_two_questions():
    assert (
        dated(
            "The engineer Tom Ellison was born in Port Ansel on March 4, 1980.",
            "The engineer Ilse Varga was born in Port Ansel on March 4, 1980.",
        )
        == []
    )


@ROLES
def test_two_pairs_of_states_are_two_questions():
    assert (
        dated(
            "In Harrow, Norvania and Elst signed the Saddle accord on March 4, 2031.",
            "In Harrow, Corran and Tarn signed the Saddle accord on March 14, 2031.",
        )
        == []
    )


@ROLES
def test_a_day_ahead_and_a_day_past_are_no_one_day():
    assert (
        dated(
            "The council of Port Ansel will vote on the Saddle ferry on Tuesday.",
            "The council of Port Ansel voted on the Saddle ferry on Tuesday.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("on March 4, 2031", "on March 14, 2031", "10 days"),
        ("in March 2031", "in May 2031", "2 months"),
        ("in 2002", "in 2003", "1 year"),
    ],
)
def test_how_far_two_dates_lie_apart_is_told_in_their_own_precision(one, other, gap):
    text = "Norvania and Elst signed the Saddle accord {}."
    report = told(text.format(one), text.format(other), published="2031-06-20")
    (finding,) = [f for f in report.findings if f.rule == "event-date"]
    assert finding.message.endswith(f": {gap} apart")


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("in March 2031", "on May 14, 2031", (2, "month")),
        ("in 2002", "on March 4, 2005", (3, "year")),
        ("on May 14, 2031", "in May 2031", (0, "month")),
    ],
)
def test_a_day_and_a_period_lie_apart_in_the_unit_of_the_coarser(one, other, gap):
    report = told(*(f"The accord was signed {when}." for when in (one, other)))
    a, b = (c for c in report.claims if c.kind == "date")
    assert time_between(a, b) == time_between(b, a) == gap
