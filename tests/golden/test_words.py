"""Figures, days and sources in words."""

from datetime import date
from decimal import Decimal

import pytest

from tests.golden.making import HOUR, MINUTE, Newsroom, article, bounded, exact, vague
from xref.model.amount import Amount, Bound, Unit
from xref.model.article import Evidence
from xref.model.claim import Attribution, Event, SourceType, Speaker
from xref.model.relation import Place
from xref.model.report import Linked, Report
from xref.model.span import Span
from xref.render import words
from xref.render.places import Index, uri

PERCENT = Unit("percentage", "percentage")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (exact(5), "5"),
        (exact(104_300), "104,300"),
        (exact("0.75"), "0.75"),
        (exact("4000000", Unit("dollar", "money")), "4 million dollars"),
        (exact("1234567"), "1,234,567"),
        (exact("2500000000"), "2.5 billion"),
        (exact(1, HOUR), "1 hour"),
        (exact(80, MINUTE), "80 minutes"),
        (exact("12.50", PERCENT), "12.5%"),
        (exact(6, Unit("foot", "length")), "6 feet"),
        (exact(40, Unit("mile per hour", "speed")), "40 miles per hour"),
        (exact(7, Unit("year of age", "age")), "7 years of age"),
        (exact(-3), "-3"),
        (bounded("more_than", 100_000), "more than 100,000"),
        (bounded("at_most", 3, HOUR), "at most 3 hours"),
        (vague(12, 120), "12 to 120"),
        (Amount(Decimal(3), Decimal(5), None, Bound.RANGE, HOUR), "3 to 5 hours"),
        (Amount(Decimal(9), Decimal(11), Decimal(10), Bound.ABOUT), "about 10"),
        (Amount(Decimal(10), None, None, Bound.VAGUE), "10 or more"),
        (Amount(None, Decimal(10), None, Bound.VAGUE), "10 or less"),
    ],
)
def test_amounts(amount, said):
    assert words.amount(amount) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), "4 March 2031"),
        (date(2031, 2, 1), date(2031, 2, 28), "February 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 1, 1), date(2033, 12, 31), "2031 to 2033"),
        (date(2031, 3, 4), date(2031, 3, 6), "4 March 2031 to 6 March 2031"),
        (date(2031, 3, 4), None, "from 4 March 2031"),
        (None, date(2031, 3, 4), "until 4 March 2031"),
    ],
)
def test_days(first, last, said):
    assert words.days(first, last) == said


def test_sources():
    speaker = Speaker("she", Span(0, 3), "Ana Torvel", "mayor")
    assert words.source(Attribution(SourceType.NAMED, speaker)) == "Ana Torvel, mayor"
    assert words.source(
        Attribution(SourceType.NAMED, speaker, via=Speaker("a spokesman", Span(4, 9)))
    ) == ("Ana Torvel, mayor, through a spokesman")
    assert (
        words.source(Attribution(SourceType.ANONYMOUS, Speaker("an aide", Span(0, 7))))
        == "an aide (unnamed)"
    )
    assert words.source(Attribution(SourceType.ANONYMOUS)) == "an unnamed source"
    assert words.source(Attribution(SourceType.NONE)) == "unattributed"


def test_lists_and_counts():
    assert [words.listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert words.count(1, "story", "stories") == "1 story"
    assert words.count(2000, "story", "stories") == "2,000 stories"
    assert words.cut("one two three", 9) == "one two …"
    assert words.cut("x" * 50, 9) == "x" * 9 + " …"


def test_events_and_evidence():
    talks = Event("talks", ("Norvane", "Talmere"), "Kessmar", date(2031, 5, 12))
    assert words.event(talks) == "talks of Norvane and Talmere in Kessmar on 12 May 2031"
    assert words.event(Event("vote", weekday="tuesday")) == "vote on Tuesday"
    assert words.evidence(Evidence("file name")) == "from the file name"
    assert (
        words.evidence(Evidence("dateline", Span(0, 6), "KESSMAR")) == "from the dateline “KESSMAR”"
    )


@pytest.mark.parametrize(
    ("measure", "counted", "unit", "dated", "asked"),
    [
        ("people.killed", "person", None, False, "people killed"),
        ("military.troops", "troop", None, False, "troops"),
        ("event.length", None, "hour", False, "length"),
        ("countries.count", "nation", None, False, "number of countries"),
        ("damage", None, "dollar", False, "damage"),
        (None, "boats", None, False, "number of boats"),
        (None, None, "hour", False, "figure in hours"),
        (None, None, "cubic metre", False, "figure in cubic metres"),
        (None, None, "percentage", False, "figure in per cent"),
        (None, None, None, False, "figure"),
        (None, "last inspection", None, True, "date of last inspection"),
        (None, None, None, True, "date"),
    ],
)
def test_what_a_slot_asks(measure, counted, unit, dated, asked):
    assert words.measured(measure, counted, unit, dated) == asked


@pytest.mark.parametrize(
    ("reason", "message", "adds"),
    [
        (
            "A says “4”, B “9”: 4 against 9, and no words of either explain it.",
            "A “4”, B “9”",
            False,
        ),
        ("A says “4”, B “9”: 4 against 9, and no words of either explain it.", "They clash", True),
        ("A has “not”, which B lacks", "Garrow: A has “not”, which B lacks", False),
        ("A says “4”, B “9”: the later one.", "A “4”, B “9”", True),
        ("", "m", False),
    ],
)
def test_a_reason_is_told_beside_a_message_where_it_adds_to_it(reason, message, adds):
    assert words.adds(reason, message) is adds


def test_the_sentence_around_a_place():
    room = Newsroom(article("a", "A", "Head line\nOne is here. Two are there. Three.\n"))
    index = Index(
        Report(tuple(room.articles.values()), (), Linked((), (), (), (), (), (), ()), (), (), ())
    )
    text = room.articles["a"].text
    assert index.sentence("a", "text", room.place("a", "are").span).of(text) == "Two are there."
    assert (
        index.sentence("a", "text", room.place("a", "here. Two").span).of(text)
        == "One is here. Two are there."
    )
    assert index.sentence("a", "text", Span(9, 10)) == Span(9, 10)


def test_locations():
    room = Newsroom(article("a", "A", "One\r\ntwo three\r\nfour\r\n", path="/x/a.txt"))
    index = Index(
        Report(tuple(room.articles.values()), (), Linked((), (), (), (), (), (), ()), (), (), ()),
        "/x",
    )
    assert index.locate(room.place("a", "three")) == ("a.txt", 2, 5, 2, 10)
    assert index.locate(Place("a", "text", Span(9, 20), "")) == ("a.txt", 2, 5, 3, 5)
    assert index.locate(Place("a", "text", Span(0, 0), "")) == ("a.txt", 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("path", "written"),
    [("a b/ü.txt", "a%20b/%C3%BC.txt"), ("a:b#?.txt", "a%3Ab%23%3F.txt"), ("/x/y", "file:///x/y")],
)
def test_uris(path, written):
    assert uri(path) == written
