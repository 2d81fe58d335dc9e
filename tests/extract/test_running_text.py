"""An article says the same whether its headline and day are fields of a record or lines of its text."""

from datetime import date

import pytest

from tests.extract.reading import claims
from xref.model.claim import Claim, Date, Quantity

HEADLINE = "Ferry sinks off Orra: 19 still missing"
BODY = (
    "Two days after the ferry sank the harbour lay quiet.\n\n"
    "The number of people who died rose to 23 on Sunday, 14 of them from Dunmere, police said."
)


def told(found: tuple[Claim, ...], start: int) -> list[tuple[object, ...]]:
    """What the figures and dates of the running text say, and where from its first word."""
    return [
        (claim.span.start - start, claim.text, claim.value, claim.standing)
        for claim in found
        if claim.field == "text"
        and claim.span.start >= start
        and isinstance(claim.value, Quantity | Date)
    ]


@pytest.fixture(scope="module")
def in_record() -> tuple[Claim, ...]:
    return claims(BODY, title=HEADLINE, published="2024-10-10", outlet="Tarn Echo")


@pytest.fixture(scope="module")
def in_text() -> tuple[Claim, ...]:
    return claims(f"{HEADLINE}\n\n10 October 2024\n\n{BODY}", outlet="Tarn Echo")


def test_the_running_text_says_the_same(in_record, in_text):
    start = len(HEADLINE) + len("\n\n10 October 2024\n\n")
    assert told(in_text, start) == told(in_record, 0)
    assert len(told(in_record, 0)) >= 3


def test_no_day_is_counted_from_the_line_that_dates_the_article(in_text):
    (after,) = [c for c in in_text if c.text == "Two days after"]
    assert isinstance(after.value, Date)
    assert (after.value.when.earliest, after.value.when.shift) == (None, 2)
    (later,) = [
        c
        for c in claims("The ferry sank on 3 May 2019. Two days later the port was quiet.")
        if c.text == "Two days later"
    ]
    assert isinstance(later.value, Date)
    assert later.value.when.earliest == date(2019, 5, 5)


def test_a_figure_goes_on_about_no_count_of_the_headline(in_text):
    (part,) = [c for c in in_text if c.text == "14 of them"]
    assert isinstance(part.value, Quantity)
    assert part.value.measure != "people.missing"
