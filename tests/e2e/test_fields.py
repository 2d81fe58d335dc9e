"""Fields of other names on the command line and in the settings, and what is told of them."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pyarrow.parquet import read_table

from tests.e2e.command import ROOT, run
from tests.long import few
from xref import pipeline, rules
from xref.load import load
from xref.render.parquet import parquet

TEXT = "The coast guard said 14 people were killed when the ferry Calla sank off Port Ansel."


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Records under names that xref does not know."""
    record = {
        "words": {"all": TEXT},
        "paper_name": "Tarn Echo",
        "pub_day": "12/13/2024",
        "title": "T",
    }
    (tmp_path / "wire.jsonl").write_text(json.dumps(record) + "\n" + json.dumps(record) + "\n")
    return tmp_path


def articles(folder: Path, *options: str) -> tuple[list[dict[str, object]], str]:
    done = run("extract", "wire.jsonl", "--articles", *options, cwd=folder)
    return [json.loads(line) for line in done.out.splitlines()], done.err


def test_options_say_where_fields_are_and_notes_say_what_was_ignored(wire: Path):
    read, told = articles(wire, "--fields", "text=words.all")
    assert [one["outlet"] for one in read] == ["wire", "wire"]
    assert told.splitlines() == [
        'xref: note on wire.jsonl and 1 more: the field "pub_day" was ignored; it looks like the published: '
        "--fields published=pub_day reads it",
    ]
    options = ("text=words.all", "outlet=paper_name", "published=pub_day")
    read, told = articles(wire, *(word for each in options for word in ("--fields", each)))
    assert told == ""
    assert {(str(one["outlet"]), str(one["published"])) for one in read} == {
        ("Tarn Echo", "2024-12-13")
    }
    assert read[0]["outlet_from"] == {
        "source": 'record, "paper_name"',
        "text": "",
        "start": None,
        "end": None,
    }


def test_settings_say_the_same_and_options_come_first(wire: Path):
    settings = 'exclude = ["old/"]\nfields = {text = "words.all", outlet = "title", published = "pub_day"}\n'
    (wire / "xref.toml").write_text(settings)
    (wire / "old").mkdir()
    (wire / "old" / "a.txt").write_text(TEXT)
    read, told = articles(wire, "--fields", "outlet=paper_name")
    assert {one["outlet"] for one in read} == {"Tarn Echo"}
    assert told == "xref: settings of xref.toml: fields, exclude\n"
    named = ("--settings", "xref.toml")
    done = run("report", ".", "-o", "-", "-f", "json", *named, cwd=wire)
    assert {one["outlet"] for one in json.loads(done.out)["articles"]} == {"T"}
    done = run("report", ".", "--exclude", "*.jsonl", *named, cwd=wire)
    assert (done.status, done.err.splitlines()[0]) == (2, "xref: no article found in .")


def test_a_date_that_is_not_understood_is_told_and_the_article_stays(wire: Path):
    (wire / "wire.jsonl").write_text(json.dumps({"text": TEXT, "date": "someday"}))
    done = run("report", "wire.jsonl", "-o", "-", "-f", "json", cwd=wire)
    told = 'xref: note on wire.jsonl: the record\'s date "someday" was not understood'
    assert told in done.err.splitlines()
    (article,) = json.loads(done.out)["articles"]
    assert article["published"] is None
    assert article["notes"] == ['the record\'s date "someday" was not understood']


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--fields", "outlet"),
            'xref: --fields: "outlet" is no FIELD=PATH, as in outlet=publisher.name\n',
        ),
        (("--fields", "paper=x"), 'xref: --fields: there is no field "paper"\n'),
    ],
)
def test_options_that_cannot_be_used(wire: Path, options: tuple[str, str], told: str):
    done = run("extract", "wire.jsonl", *options, cwd=wire)
    assert done.status == 2
    assert done.err.startswith(told)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('fields = ["a"]', "xref.toml:1:10: fields must be a table, as in fields = {outlet"),
        ('fields = {paper = "x"}', 'xref.toml:1:10: fields: there is no field "paper"'),
        (
            'exclude = "drafts/"',
            "xref.toml:1:11: exclude must be a list of patterns, as in exclude = [",
        ),
    ],
)
def test_settings_that_cannot_be_used(wire: Path, settings: str, told: str):
    (wire / "xref.toml").write_text(settings)
    done = run("extract", "wire.jsonl", cwd=wire)
    assert done.status == 2
    assert told in done.err


@pytest.mark.parametrize("form", few(["jsonl", "csv", "html", "parquet"], ["jsonl", "csv", "html"]))
def test_articles_are_shown_in_every_format(wire: Path, form: str):
    (wire / "a.html").write_text(
        f"<html><body><h1>Ferry sinks</h1><p>{TEXT}</p><p>{TEXT.replace('14', '41')}</p>"
        "<p><a href='/x'>Nine hurt as tram leaves its rails</a></p>"
        "<div class='comments'><p>I heard that 41 drowned.</p></div></body></html>"
    )
    if form != "parquet":
        out = run("extract", "a.html", "--articles", "-f", form, cwd=wire).out
        assert TEXT in out
        assert "I heard that 41 drowned." in out
        return
    done = subprocess.run(
        [sys.executable, "-m", "xref", "extract", "a.html", "--articles", "-f", form],
        cwd=wire,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    table = read_table(BytesIO(done.stdout)).to_pylist()
    assert TEXT in {row["text"] for row in table}
    assert {row["start"] for row in table} >= {0}
    assert [r["text"] for r in table if r["zone"] == "cut"] == ["I heard that 41 drowned."]


def test_articles_are_shown_with_the_place_that_tells_each_fact(wire: Path):
    (wire / "a.html").write_text(
        "<html lang='en'><head><meta property='article:modified_time' content='2024-05-13T08:00:00Z'>"
        "<link rel='canonical' href='https://tarn.example/1'></head><body><h1>Ferry sinks</h1>"
        f"<p>{TEXT}</p><p>{TEXT.replace('14', '41')}</p></body></html>"
    )
    (line,) = run("extract", "a.html", "--articles", cwd=wire).out.splitlines()
    article = json.loads(line)
    assert article["modified"] == "2024-05-13T08:00:00Z"
    assert article["told_by"] == {
        "title": "page, h1",
        "outlet": "page, domain of link rel=canonical",
        "url": "page, link rel=canonical",
        "language": "page, html lang",
        "modified": "page, meta article:modified_time",
    }
    shown = run("extract", "a.html", "--articles", "-f", "html", cwd=wire).out
    assert "<dd>2024-05-13T08:00:00Z (from the page, meta article:modified_time)</dd>" in shown


def test_claims_are_written_as_parquet_too(wire: Path):
    (wire / "a.txt").write_text(TEXT)
    report = pipeline.run_extract(load([str(wire / "a.txt")]), rules.load(rules.default_packs()))
    (row,) = [
        row for row in read_table(BytesIO(parquet(report, False))).to_pylist() if row["nominal"]
    ]
    assert (row["text"], row["low"], row["kind"]) == ("14 people", 14.0, "quantity")


def test_a_standfirst_of_another_name_is_noted_once_for_all(wire: Path):
    record = {
        "body": TEXT,
        "description": "Nine days without ships.",
        "source": "Tarn Echo",
        "date": 1715506200,
    }
    (wire / "wire.jsonl").write_text("\n".join([json.dumps(record)] * 3))
    _, told = articles(wire)
    assert told == 'xref: note on wire.jsonl and 2 more: its "description" was put above the text\n'
