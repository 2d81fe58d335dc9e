"""The phrase corpus of dates: every phrase yields exactly the dates that stand beside it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from xref.quantity import DateMention, dates, resolve

CORPUS = Path(__file__).parent.parent / "corpus"


def _phrases() -> list[Any]:
    found = []
    for file in sorted(CORPUS.glob("dates_*.yaml")):
        data = yaml.safe_load(file.read_text("utf-8"))
        for phrase in data["phrases"]:
            name = f"{file.stem.removeprefix('dates_')}-{phrase['text']}"
            found.append(pytest.param(phrase, data["published"], id=name))
    return found


def told(mention: DateMention, text: str, published: date | None) -> dict[str, Any]:
    when = resolve(mention, None if published is None else (published, published))
    facts: dict[str, Any] = {
        "text": mention.span.of(text),
        "days": None if when.earliest is None else [when.earliest, when.latest],
        "precision": when.precision,
    }
    if when.weekday is not None:
        facts["weekday"] = when.weekday
    if when.shift is not None:
        facts["shift"] = when.shift
    return facts


@pytest.mark.parametrize(("phrase", "published"), _phrases())
def test_a_phrase_yields_its_dates(phrase: dict[str, Any], published: date | None) -> None:
    text = phrase["text"]
    assert [told(m, text, published) for m in dates(text)] == phrase["dates"]


def test_the_anchor_is_named() -> None:
    day = date(2022, 1, 14)
    assert resolve("last week", (day, day)).anchor == "published 2022-01-14"
    assert resolve("12 January 2022", (day, day)).anchor is None
    mention = dates("It broke on 3 May 2019. On Saturday it was sealed.")[1]
    assert resolve(mention, None).anchor == "beside 2019-05-03"


def test_a_publication_known_to_the_week_widens_the_answer() -> None:
    when = resolve("yesterday", (date(2022, 1, 10), date(2022, 1, 14)))
    assert (when.earliest, when.latest) == (date(2022, 1, 9), date(2022, 1, 13))


def test_a_publication_known_to_the_year_resolves_no_weekday() -> None:
    year = (date(2022, 1, 1), date(2022, 12, 31))
    assert resolve("on Monday", year).earliest is None
    assert resolve("last year", year).earliest == date(2021, 1, 1)


def test_a_text_without_a_date_is_unknown() -> None:
    when = resolve("no date at all", (date(2022, 1, 14), date(2022, 1, 14)))
    assert (when.earliest, when.latest) == (None, None)


def test_the_edges_of_the_calendar_do_not_break() -> None:
    for text in ("300 years ago", "9999 years ago", "the 1st century", "31 February 2022"):
        for day in (date.min, date.max):
            for mention in dates(text):
                when = resolve(mention, (day, day))
                assert when.earliest is None or when.latest is None or when.earliest <= when.latest
