"""Blocks that a format tells keep their zones; dates are read as records write them."""

from datetime import date

import pytest

from xref.model.article import Article, Document, Marked, Zone
from xref.model.span import Span
from xref.read import read

LEAD = "Ferries between Port Orra and the islands will sail again on Monday, the operator said on Sunday."
PIECES = (
    ("Ships had been kept in port for nine days.", Zone.STANDFIRST),
    ("The Calla at its berth", Zone.CAPTION),
    (LEAD, Zone.BODY),
    ("a line that\nbreaks", Zone.BODY),
    ("Calla | 9", Zone.LIST),
    ("Sign up for our newsletter", Zone.BODY),
    ("Nine hurt as tram leaves its rails", Zone.FURNITURE),
)


def document(**fields: object) -> Document:
    text = "\n\n".join(words for words, _ in PIECES)
    marked, at = [], 0
    for words, zone in PIECES:
        marked.append(Marked(Span(at, at + len(words)), zone))
        at += len(words) + 2
    return Document("a", "a.html", text, marked=tuple(marked), **fields)  # type: ignore[arg-type]


def test_told_zones_stand_and_words_still_show_furniture():
    article = read(document(title="Strike ends"))
    assert isinstance(article, Article)
    found = [(block.span.of(article.text), block.zone) for block in article.blocks]
    assert found == [
        *PIECES[:5],
        ("Sign up for our newsletter", Zone.FURNITURE),
        ("Nine hurt as tram leaves its rails", Zone.FURNITURE),
    ]


def test_evidence_is_where_the_document_found_it():
    told = {"outlet": "page, meta og:site_name", "published": "page, JSON-LD datePublished"}
    article = read(
        document(outlet="Tarn Echo", published="2024-05-12", author="Odo Felk", told_by=told)
    )
    assert isinstance(article, Article)
    assert article.outlet_from.source == told["outlet"]
    assert article.published_from is not None and article.published_from.source == told["published"]
    assert article.author_from is not None and article.author_from.source == "record"


def test_the_language_of_a_page_is_not_believed_but_that_of_a_record_is():
    assert isinstance(
        read(document(language="de", told_by={"language": "page, html lang"})), Article
    )
    assert not isinstance(read(document(language="de")), Article)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1715506200", date(2024, 5, 12)),
        ("1715506200.25", date(2024, 5, 12)),
        ("1715506200000", date(2024, 5, 12)),
        ("20240512", date(2024, 5, 12)),
        ("20240512T093000Z", date(2024, 5, 12)),
        ("20240512093000", date(2024, 5, 12)),
        ("20240512T093000+0000", date(2024, 5, 12)),
        ("2024-05-12 09:30:00 -0400", date(2024, 5, 12)),
        ("2024-05-12T09:30:00.1234567Z", date(2024, 5, 12)),
        ("2024/5/12", date(2024, 5, 12)),
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024 10:00", date(2024, 12, 25)),
        ("5.5.2024", date(2024, 5, 5)),
        ("Sun, 12 May 2024 09:30:00 GMT", date(2024, 5, 12)),
        ("May 12th, 2024 at 9:30am", date(2024, 5, 12)),
        ("05/12/2024", None),
        ("31/31/2024", None),
        ("12", None),
        ("yesterday", None),
    ],
)
def test_dates_as_records_write_them(written: str, day: date | None):
    article = read(document(published=written))
    assert isinstance(article, Article)
    assert article.published_on == day
    assert bool(article.notes) == (day is None)


def test_a_date_that_is_not_understood_is_told():
    article = read(document(published="05/12/2024"))
    assert isinstance(article, Article)
    assert article.notes == (
        'the record\'s date "05/12/2024" was not understood: '
        "the day and the month cannot be told apart; write it as 2024-05-12",
    )
