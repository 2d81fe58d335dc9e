"""Dates of one happening in two articles: when they are one question, and how they relate."""

from tests.extract.reading import lexicons
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.link import Slot


def dated(*texts: str) -> list[Slot]:
    documents = [
        Document(
            id=f"a{n}",
            path=f"a{n}.txt",
            text=text,
            outlet=f"Outlet {n}",
            published="2031-03-20",
            story="accord",
        )
        for n, text in enumerate(texts)
    ]
    report = pipeline.run(documents, rules.load(rules.default_packs()), lexicons())
    return [slot for slot in report.linked.slots if slot.kind == "date"]


def test_two_days_for_one_signing_are_a_conflict():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
        "Norvania and Elst signed the Saddle accord on March 14, 2031.",
    )
    assert slot.relation == "conflict"
    assert "accord" in slot.why


def test_one_day_in_two_styles_agrees():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
        "Elst and Norvania signed the Saddle accord on 4 March 2031.",
    )
    assert slot.relation == "agree"


def test_a_month_leaves_room_for_its_days():
    (slot,) = dated(
        "Norvania and Elst signed the Saddle accord in March 2031.",
        "Norvania and Elst signed the Saddle accord on March 4, 2031.",
    )
    assert slot.relation == "compatible"


def test_two_accords_are_two_questions():
    assert (
        dated(
            "Norvania and Elst signed the Saddle accord on March 4, 2031.",
            "Norvania and Elst broke off the river talks on March 14, 2031.",
        )
        == []
    )


def test_a_period_is_no_day():
    assert (
        dated(
            "Odette Varr was president of Norvania from 2020 to 2026.",
            "Odette Varr was president of Norvania from 2021 to 2026.",
        )
        == []
    )
