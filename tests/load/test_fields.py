"""The names under which records keep what is needed, maps of one's own, and what is told of the rest."""

import json
from pathlib import Path

import pytest

from xref.lexicon import table
from xref.load import FieldsError, field_map, load
from xref.load.fields import ALIASES, folded
from xref.load.outlets import outlet_of
from xref.load.record import BadRecordError, Record, record
from xref.model.article import Document, Zone

TEXT = "Ferries will sail again on Monday, the operator said."


def told(**fields: object) -> Record:
    return record({"text": TEXT, **fields})


@pytest.mark.parametrize(("field", "name"), [(f, n) for f, names in ALIASES.items() for n in names])
def test_every_name_of_a_field_is_read(field: str, name: str):
    value: dict[str, object] = {} if field == "text" else {"text": TEXT}
    path = name.split(".")
    value[path[0]] = {path[1]: "Some words."} if len(path) > 1 else "Some words."
    made = record(value)
    if field == "standfirst":
        assert made.text == f"Some words.\n\n{TEXT}"
    else:
        assert getattr(made, field) == "Some words."


def test_names_are_told_apart_by_letters_alone():
    assert folded("date_published") == folded("Date-Published") == folded("datePublished")
    names = [folded(name) for each in ALIASES.values() for name in each]
    assert len(names) == len(set(names))


def test_the_field_of_the_name_itself_comes_first_and_blanks_do_not_count():
    made = told(source="Tarn Echo", outlet=" ", publisher="Other")
    assert (made.outlet, made.told_by["outlet"]) == ("Tarn Echo", 'record, "source"')
    assert told(outlet="Harrow Post", source="Tarn Echo").told_by == {}


@pytest.mark.parametrize(
    ("value", "outlet"),
    [
        ({"id": None, "name": "Tarn Echo"}, "Tarn Echo"),
        ({"uri": "x.example", "title": "Tarn Echo"}, "Tarn Echo"),
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("tarn-echo.example", "tarn-echo.example"),
        ([{"name": "Tarn Echo"}], "Tarn Echo"),
    ],
)
def test_an_outlet_is_a_name_an_object_or_a_domain(value: object, outlet: str):
    assert told(source=value).outlet == outlet


def test_an_outlet_that_no_field_tells_is_that_of_the_address():
    made = told(link="https://news.sky.com/story/1")
    assert (made.outlet, made.told_by["outlet"]) == ("Sky News", 'record, "domain of the address"')


def test_authors_are_names_or_objects():
    assert (
        told(authors=[{"name": "Ilse Marrow"}, "Odo Felk", "Odo Felk"]).author
        == "Ilse Marrow, Odo Felk"
    )
    assert told(byline="By Odo Felk").author == "By Odo Felk"


def test_the_examples_of_outlets_hold():
    for example in table("outlets")["examples"]:
        assert outlet_of(example["address"]) == example["outlet"]


def test_a_standfirst_stands_above_the_text_unless_the_text_has_it_or_it_is_cut():
    made = record({"body": TEXT, "description": "Nine days without ships."})
    assert [(m.span.of(made.text), m.zone) for m in made.marked] == [
        ("Nine days without ships.", Zone.STANDFIRST),
        (TEXT, Zone.BODY),
    ]
    assert made.notes == ('its "description" was put above the text',)
    for same in (TEXT[:30], TEXT.upper(), "Nine days without sh…", "Nine days [...]"):
        assert record({"body": TEXT, "description": same}).text == TEXT


def test_a_text_in_html_is_taken_apart():
    made = record(
        {"body_html": "<p>One &amp; two</p><ul><li>three</li></ul><nav>Home</nav>", "title": "T"}
    )
    assert [(m.span.of(made.text), m.zone) for m in made.marked] == [
        ("One & two", Zone.BODY),
        ("three", Zone.LIST),
        ("Home", Zone.FURNITURE),
    ]


def test_without_a_text_the_summary_or_the_headline_is_read():
    made = record({"summary": "Nine days without ships.", "title": "Strike"})
    assert (made.text, made.title) == ("Nine days without ships.", "Strike")
    assert made.notes == ('it has no text; its "summary" was read instead',)
    made = record({"title": "Strike ends", "url": "https://pilot.example/1"})
    assert (made.text, made.title, made.notes) == (
        "Strike ends",
        None,
        ("only its headline is known",),
    )


def test_a_text_that_was_cut_off_is_noted():
    assert record({"content": "The ship sank … [+1200 chars]"}).notes == (
        "whoever exported it has cut its text off",
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (
            {"artikel": "A long text. " * 30},
            '"artikel" looks like it: --fields text=artikel reads it',
        ),
        ({"data": {"inhalt": "A long text. " * 30}}, '"data.inhalt" looks like it'),
        ({"story_body": "Short."}, '"story_body" looks like it'),
        ({"title": "T"}, 'a record needs at least {"text": "..."}'),
        ({"text": ""}, '"text" is empty'),
    ],
)
def test_the_likeliest_text_is_named(value: dict[str, object], reason: str):
    with pytest.raises(BadRecordError) as caught:
        record(value)
    assert reason in str(caught.value)


def test_a_field_that_looks_like_a_missing_one_is_noted_and_no_other():
    made = told(pub_day="2024-05-12", rank=3, paper_source="Tarn Echo", outletRating=None)
    assert made.notes == (
        'the field "paper_source" was ignored; it looks like the outlet: --fields outlet=paper_source reads it',
        'the field "pub_day" was ignored; it looks like the published: --fields published=pub_day reads it',
    )
    assert told(published="2024-05-12", pub_day="x", outlet="A", paper_source="B").notes == ()
    assert made.extra == {
        "pub_day": "2024-05-12",
        "rank": 3,
        "paper_source": "Tarn Echo",
        "outletRating": None,
    }


def test_a_map_of_ones_own_comes_before_all_names():
    value = {
        "text": "x",
        "meta": {"body": TEXT, "who": [{"n": "Odo Felk"}]},
        "a.b": "Tarn Echo",
        "source": "No",
    }
    fields = field_map(["text=meta.body", "author = meta.who.0.n", "outlet=a.b"])
    made = record(value, fields=fields)
    assert (made.text, made.author, made.outlet) == (TEXT, "Odo Felk", "Tarn Echo")
    assert record({"text": TEXT, "source": "No"}, fields={"outlet": "nowhere"}).outlet is None


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ("outlet", '"outlet" is no FIELD=PATH, as in outlet=publisher.name'),
        ("outlet=", '"outlet=" is no FIELD=PATH'),
        (
            "outlett=x",
            'there is no field "outlett"\n  did you mean "outlet"? fields are text, title',
        ),
    ],
)
def test_a_map_that_cannot_be_used(pair: str, reason: str):
    with pytest.raises(FieldsError) as caught:
        field_map([pair])
    assert str(caught.value).startswith(reason)


def test_fields_reach_every_kind_of_record(tmp_path: Path):
    value = {"meta": {"words": TEXT}, "name": "T"}
    (tmp_path / "a.json").write_text(json.dumps(value))
    (tmp_path / "b.jsonl").write_text(json.dumps(value))
    (tmp_path / "c.csv").write_text(f'meta.words,name\n"{TEXT}",T\n')
    fields = {"text": "meta.words", "title": "name"}
    found = [one for one in load([str(tmp_path)], fields=fields) if isinstance(one, Document)]
    assert [(one.text, one.title) for one in found] == [(TEXT, "T")] * 3
