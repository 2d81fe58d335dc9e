"""What a run reads: one bad file never stops it, xref's own files are no articles."""

import json
import os
from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, FIRST, write
from xref.render import names

ODD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "german.txt": (
        "Die Fähre sank am Montag vor dem Hafen. Die Küstenwache sagte, dass 14 Menschen ums Leben "
        "gekommen sind und dass noch nach weiteren Menschen gesucht wird.\n"
    ).encode(),
    "broken.json": b'{"text": "a", }',
    "front.md": b"---\noutlet: [a\n---\nText.\n",
    "picture.html": b"<p></p>",
    "noname": b"One died.",
}


@pytest.fixture
def odd(corpus: Path) -> Path:
    """The corpus with files that cannot be read among it."""
    for name, raw in ODD.items():
        (corpus / name).write_bytes(raw)
    return corpus


def test_what_cannot_be_read_is_named_and_the_rest_is_compared(odd: Path, tmp_path: Path):
    done = run("report", odd.name, "-o", "-", "-f", "json", "-q", cwd=tmp_path)
    assert done.status == 0
    report = json.loads(done.out)
    assert [article["id"] for article in report["articles"]] == ["dunmere", "harrow"]
    assert {Path(each["path"]).name for each in report["skipped"]} == set(ODD)
    told = done.err.splitlines()
    assert len(told) == len(ODD)
    for name in ODD:
        assert any(line.startswith(f"xref: skipped articles/{name}: ") for line in told), name


@pytest.mark.parametrize("command", [("report", "-q"), ("check",), ("extract",)])
def test_strict_makes_an_unread_article_status_2(
    odd: Path, tmp_path: Path, command: tuple[str, ...]
):
    assert run(*command, odd, cwd=tmp_path).status == 0
    done = run(*command, odd, "--strict", cwd=tmp_path)
    assert done.status == 2
    assert done.err.endswith(f"xref: --strict: {len(ODD)} of the inputs could not be read\n")


def test_other_files_of_a_folder_are_told_in_one_line_and_are_no_fault(
    corpus: Path, tmp_path: Path
):
    for name in ("map.jpg", "site.yaml", "style.css"):
        (corpus / name).write_bytes(b"body {}")
    done = run("check", corpus, "--strict", cwd=tmp_path)
    assert done.status == 0
    assert done.err == "xref: 3 other files left aside (.css, .jpg, .yaml)\n"
    assert "skipped" not in done.out
    named = run("check", corpus, corpus / "site.yaml", "--strict", cwd=tmp_path)
    assert named.status == 2
    assert "site.yaml: the extension .yaml is unknown" in named.err


def test_each_broken_line_of_records_is_named_with_its_number(tmp_path: Path):
    good = '{"id": "a", "text": "The coast guard said 14 people were killed."}'
    lines = [good, "{", good, "[]", good.replace('"a"', '"b"')]
    (tmp_path / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("extract", "r.jsonl", "-f", "jsonl", cwd=tmp_path)
    assert {json.loads(line)["article"] for line in done.out.splitlines()} == {"a", "b"}
    places = [line.split(" ")[2] for line in done.err.splitlines()]
    assert places == ["r.jsonl:2:", "r.jsonl:3:", "r.jsonl:4:"]


def test_an_article_without_claims_yields_no_line(tmp_path: Path):
    (tmp_path / "a.txt").write_text("The quince harvest was good.", encoding="utf-8")
    done = run("extract", "a.txt", "-f", "jsonl", cwd=tmp_path)
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_read_and_told(tmp_path: Path, encoding: str):
    (tmp_path / "a.txt").write_bytes("The café held 14 people, Åsa Öberg said.".encode(encoding))
    done = run("extract", "a.txt", "--articles", cwd=tmp_path)
    article = json.loads(done.out)
    assert article["text"].startswith("The café held 14")
    assert bool(article["notes"]) == (encoding != "utf-8-sig")


@pytest.mark.parametrize("command", ["report", "check", "extract", "baseline"])
def test_no_article_at_all_is_status_2(tmp_path: Path, command: str):
    (tmp_path / "none").mkdir()
    done = run(command, "none", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("xref: no article found in none\n")
    (tmp_path / "none/empty.txt").touch()
    done = run(command, "none", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "none/empty.txt: the file is empty\nxref: no article could be read\n" in done.err


def test_a_name_cannot_steer_the_terminal(corpus: Path, tmp_path: Path):
    (corpus / "a\x1b[31m\nb.txt").touch()
    done = run("check", corpus, cwd=tmp_path)
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


def test_what_xref_writes_is_no_article(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    (tmp_path / "xref-ignore.yaml").write_text("xref: 1\nignore: []\n", encoding="utf-8")
    assert run("report", ".", cwd=tmp_path).status == 0
    assert run("report", ".", "-o", "articles/out", cwd=tmp_path).status == 0
    assert run("baseline", ".", cwd=tmp_path).status == 0
    (tmp_path / "xref.toml").write_text('baseline = "xref-baseline.json"\n', encoding="utf-8")
    named = ("--settings", "xref.toml")
    again = run("report", ".", "--strict", "-o", "articles/out", *named, cwd=tmp_path)
    assert (again.status, again.err) == (0, "")
    assert "\n3 articles" in again.out
    for path in (tmp_path / "articles/out").iterdir():
        path.unlink()
    named = (*named, "--ignore", "xref-ignore.yaml")
    assert run("check", ".", "--strict", *named, cwd=tmp_path).status == 0


def test_what_an_earlier_run_wrote_elsewhere_is_no_article(corpus: Path, tmp_path: Path):
    every = ",".join(name for name in names("report") if name != "sarif")
    assert run("report", corpus, "-o", corpus / "older", "-f", every, cwd=tmp_path).status == 0
    claims = run("extract", corpus, "-f", "jsonl", cwd=tmp_path).out
    (corpus / "claims.jsonl").write_text(claims, encoding="utf-8")
    for name, options in {
        "read.jsonl": ("--articles",),
        "read.csv": ("--articles", "-f", "csv"),
        "read.html": ("--articles", "-f", "html"),
        "claims.csv": ("-f", "csv"),
    }.items():
        shown = run("extract", corpus / "harrow.md", *options, cwd=tmp_path).out
        (corpus / name).write_text(shown, encoding="utf-8")
    run("baseline", corpus, "-o", corpus / "accepted.json", cwd=tmp_path)
    done = run("check", corpus, "--strict", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("in 2 articles\n")
    named = run("extract", corpus / "claims.jsonl", cwd=tmp_path)
    assert named.status == 2
    assert "this is a claim that xref extracted, not an article" in named.err


def test_a_file_of_that_kind_is_read_where_it_is_named(tmp_path: Path):
    write(tmp_path / "reports", report=FIRST)
    done = run("extract", "reports/report.md", "-f", "jsonl", cwd=tmp_path)
    assert done.status == 0
    assert done.out


def test_a_folder_without_permission_is_told_before_the_work(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "shut")
    (tmp_path / "shut").mkdir()
    done = run("report", corpus, "-o", "shut/out", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == "xref: --output shut/out: no permission to write in shut\n"
