"""Commands that work from a store say what they say of its articles."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, write


@pytest.fixture
def store(corpus: Path, tmp_path: Path) -> Path:
    file = tmp_path / "news.xref"
    done = run("index", corpus, "--store", file, cwd=tmp_path)
    assert done.status == 0, done.err
    assert f"{file} holds" in done.out
    return file


def test_a_report_is_that_of_the_articles(corpus: Path, tmp_path: Path, store: Path):
    plain = run("report", corpus, "-o", "-", "-f", "json", "--no-cache", "-q", cwd=tmp_path)
    stored = run("report", "--store", store, "-o", "-", "-f", "json", "-q", cwd=tmp_path)
    assert (stored.status, stored.out) == (plain.status, plain.out)
    assert stored.out.startswith('{"schema"')


@pytest.mark.parametrize(
    "command", [("profile",), ("check", "-f", "json"), ("profile", "-f", "csv")]
)
def test_other_commands_too(corpus: Path, tmp_path: Path, store: Path, command: tuple[str, ...]):
    name, *options = command
    assert (
        run(name, "--store", store, *options, "-q", cwd=tmp_path).out
        == run(name, corpus, *options, "-q", cwd=tmp_path).out
    )


def test_a_new_article_is_checked_against_its_story(corpus: Path, tmp_path: Path, store: Path):
    new = write(tmp_path / "new", echo=CLASHING)
    plain = run("check", corpus, "--new", new, "-f", "json", cwd=tmp_path)
    stored = run("check", "--store", store, "--new", new, "-f", "json", cwd=tmp_path)
    assert stored.status == plain.status == 1
    assert json.loads(stored.out)["findings"] == json.loads(plain.out)["findings"]
    assert [each for each in stored.err.splitlines() if "new:" in each] == [
        each for each in plain.err.splitlines() if "new:" in each
    ]
    again = run("check", "--store", store, cwd=tmp_path)
    assert "echo" not in again.out, "it was compared and not kept"


def test_an_explanation_from_the_store(corpus: Path, tmp_path: Path, store: Path):
    new = write(tmp_path / "new", echo=CLASHING)
    assert run("index", new, "--store", store, cwd=tmp_path).status == 0
    found = json.loads(run("check", "--store", store, "-f", "json", "-q", cwd=tmp_path).out)
    id_ = found["findings"][0]["id"]
    assert run("explain", id_, "--store", store, "-q", cwd=tmp_path) == run(
        "explain", id_, corpus, new, "-q", cwd=tmp_path
    )


def test_articles_that_are_gone_are_withdrawn(corpus: Path, tmp_path: Path, store: Path):
    gone = sorted(each for each in corpus.iterdir() if each.is_file())[0]
    gone.unlink()
    assert ", 1 withdrawn," in run("index", corpus, "--store", store, cwd=tmp_path).out
    assert (
        gone.stem not in run("report", "--store", store, "-o", "-", "-f", "json", cwd=tmp_path).out
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("check", "articles", "--store", "news.xref"), "--store stands in place of INPUTS"),
        (("check", "--store", "none.xref"), "--store none.xref: there is no such file"),
        (("report", "--store", "text.xref"), "--store text.xref: file is not a database"),
        (("index", "articles", "--store", "."), "--store .: this is a folder"),
        (("check", "--store", "news.xref", "--one-story"), "--one-story is for INPUTS"),
        (("check", "--store", "news.xref", "--changed-since", "HEAD"), "--changed-since asks git"),
        (("report",), "Missing argument 'INPUTS...'"),
    ],
)
def test_what_cannot_be_is_told(
    corpus: Path, tmp_path: Path, store: Path, options: tuple[str, ...], told: str
):
    (tmp_path / "text.xref").write_text("The quince harvest was good. " * 9, encoding="utf-8")
    done = run(*[str(corpus) if each == "articles" else each for each in options], cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
