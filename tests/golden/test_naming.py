"""What the page calls a question, and whom it says to ask."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.golden.sample import report
from xref.model.claim import Attribution, SourceType, Speaker
from xref.model.link import Story
from xref.model.report import Linked, Report
from xref.model.span import Span
from xref.render.page import settling
from xref.render.page.naming import Titles, around
from xref.render.places import Index

LONG = "On the quay the council counted 5 brown cats beside the ferry, the harbour master and half the town."


def found(measure=None, slots=1, counted="cat"):
    room = Newsroom()
    room.articles = {name: article(name, name.upper(), f"Report\n{LONG}\n") for name in "ab"}
    claims = [room.claim(name, "5 brown cats", count(exact(5), "brown cats")) for name in "ab"]
    claims = [
        replace(c, value=replace(c.value, counted=counted, counted_text="brown cats"))
        for c in claims
    ]
    made = slot("s-1", "s", [cell(c) for c in claims], [pair("a", "b", "agree", "same")], claims[0])
    every = [replace(made, id=f"s-{n}", measure=measure, counted=counted) for n in range(slots)]
    linked = Linked((Story("s", ("a", "b"), ""),), slots=tuple(every))
    return Report(tuple(room.articles.values()), tuple(claims), linked, (), (), ())


def titles(one: Report):
    named = Titles(Index(one), one.linked.slots)
    return [named.of(each) for each in one.linked.slots]


def test_a_question_is_named_by_what_it_counts():
    assert titles(found()) == ["Number of brown cats"]
    assert titles(found("people.killed")) == ["Brown cats killed"]
    assert titles(found("people.killed", counted="person")) == ["People killed"]


def test_what_no_article_names_in_full_is_called_in_the_plural():
    one = found()
    short = [replace(c, value=replace(c.value, counted_text=None)) for c in one.claims]
    assert titles(replace(one, claims=tuple(short))) == ["Number of cats"]


def test_two_questions_of_one_name_are_told_apart_by_their_words():
    for told in titles(found("people.killed", slots=2)):
        assert told.startswith("Brown cats killed: “")
        assert "5 brown cats" in told


def test_what_counts_and_measures_nothing_by_name_quotes_its_words():
    one = found()
    bare = replace(one.linked.slots[0], counted=None, unit="percentage")
    named = Titles(Index(one), [bare])
    assert named.parts(bare)[1]


@given(st.integers(1, 200))
def test_the_words_around_hold_the_claim_and_are_of_its_sentence(width: int):
    one = found()
    claim = one.claims[0]
    told = around(Index(one), claim, width)
    assert claim.text in told
    inner = told.removeprefix("… ").removesuffix(" …")
    assert inner in LONG
    assert len(inner) <= max(width, len(claim.text)) + 1


def asked(relation, *sources):
    claims = []
    for n, (kind, name) in enumerate(sources):
        speaker = Speaker(name, Span(0, 1), name) if name else None
        made = replace(found().claims[0], id=f"c{n}", outlet=f"Outlet {n}")
        claims.append(replace(made, attribution=Attribution(kind, speaker)))
    return settling.of_figures(relation, claims)


NAMED, BODY, PAPER, NOBODY = (
    SourceType.NAMED,
    SourceType.ORGANISATION,
    SourceType.DOCUMENT,
    SourceType.NONE,
)


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (
            [(BODY, "The ministry in Sarn"), (BODY, "the ministry in Sarn")],
            "Ask the ministry in Sarn which of the figures holds, and as of when.",
        ),
        (
            [(BODY, "The ministry"), (NAMED, "Ada Rell")],
            "Ask the ministry and Ada Rell what is counted, and as of when.",
        ),
        (
            [(PAPER, "the budget papers"), (PAPER, "The budget papers")],
            "Look it up in the budget papers.",
        ),
        (
            [(PAPER, "the budget papers"), (BODY, "The council")],
            "Look it up in the budget papers. Ask the council what is counted, and as of when.",
        ),
        ([(NOBODY, ""), (NOBODY, "")], "Ask Outlet 0 and Outlet 1 where the figure comes from."),
    ],
)
def test_whom_to_ask(sources, told):
    assert asked("conflict", *sources) == told


def test_nobody_is_asked_about_what_is_explained():
    assert asked("update", (BODY, "The ministry"), (NOBODY, "")) == ""
    assert asked("denial", (NOBODY, ""), (NAMED, "Ada Rell")) == "Ask Ada Rell whether it is so."


def test_what_nobody_asserts_is_told_by_how_it_stands():
    from xref.render import Options
    from xref.render.page.build import build

    stood = [each for story in build(report(), Options()).stories for each in story.stood]
    assert [each.heading for each in stood] == ["Denied"]
    assert "60 cars" in stood[0].passages[0].text
