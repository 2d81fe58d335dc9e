"""`xref check` as a gate: a clean corpus passes, a planted conflict fails, a baseline lets it pass."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, write

BAD_RULE = """xref: 1
rules:
- id: ferry-toll
  title: Ferry tolls agree
  type: compare
  select: {kind: quantity, mesure: people.killed}
  group: {by: [measure]}
  compare: {as: amount}
  report: {conflict: {level: error, message: "{a.text} or {b.text}"}}
"""


def test_a_clean_corpus_passes(corpus: Path, tmp_path: Path):
    done = run("check", corpus, cwd=tmp_path)
    assert done.status == 0, done.out + done.err


def test_a_new_article_with_a_conflict_fails_with_exactly_that_finding(
    corpus: Path, tmp_path: Path
):
    write(corpus, echo=CLASHING)
    done = run("check", corpus, "--new", corpus / "echo.md", "--format", "json", cwd=tmp_path)
    assert done.status == 1, done.err
    errors = [f for f in json.loads(done.out)["findings"] if f["level"] == "error"]
    assert [f["relation"] for f in errors] == ["conflict"]
    assert "41" in errors[0]["primary"]["text"]
    assert any("14" in place["text"] for place in errors[0]["related"])


@pytest.mark.parametrize("where", ["echo.md", "./echo.md", "fresh", "-"])
def test_a_new_article_may_lie_outside_the_inputs(corpus: Path, tmp_path: Path, where: str):
    write(tmp_path, echo=CLASHING)
    write(tmp_path / "fresh", echo=CLASHING)
    done = run("check", corpus, "--new", where, cwd=tmp_path, stdin=CLASHING.encode())
    assert done.status == 1
    assert "xref: new: 1 of 3 articles" in done.err
    place = "-" if where == "-" else "fresh/echo.md" if where == "fresh" else "echo.md"
    assert done.out.startswith(f"{place}:6:90: error death-toll: ")


def test_an_old_conflict_does_not_fail_for_a_new_article_that_has_no_part_in_it(
    corpus: Path, tmp_path: Path
):
    write(corpus, echo=CLASHING)
    (tmp_path / "calm.txt").write_text("The quince harvest was good.", encoding="utf-8")
    done = run("check", corpus, "--new", "calm.txt", cwd=tmp_path)
    assert (done.status, done.out) == (0, "no findings in 4 articles\n")


def test_all_records_of_a_new_file_are_new(corpus: Path, tmp_path: Path):
    records = [
        {"id": "calm", "text": "The quince harvest was good."},
        {"id": "echo", "outlet": "Tarn Echo", "story": "ferry", "text": CLASHING.split("---\n")[2]},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "new.jsonl").write_text(lines, encoding="utf-8")
    done = run("check", corpus, "--new", "new.jsonl", cwd=tmp_path)
    assert done.status == 1
    assert done.out.startswith("new.jsonl:2: error death-toll: ")
    assert "new: 2 of 4 articles" in done.err


def test_a_new_file_that_is_not_there_or_holds_nothing_is_named(corpus: Path, tmp_path: Path):
    done = run("check", corpus, "--new", "nowhere.md", cwd=tmp_path)
    assert (done.status, done.err) == (2, "xref: no such file or folder: nowhere.md\n")
    (tmp_path / "void.md").touch()
    done = run("check", corpus, "--new", "void.md", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "xref: skipped void.md: the file is empty" in done.err
    assert "xref: void.md holds no article that was read" in done.err
    assert done.err.endswith(
        "xref: none of the new articles could be read\n  the lines above say why\n"
    )
    (tmp_path / "calm.md").write_text("The quince harvest was good.", encoding="utf-8")
    done = run("check", corpus, "--new", "void.md", "--new", "calm.md", cwd=tmp_path)
    assert done.status == 0


def test_the_level_that_fails_can_be_chosen(corpus: Path, tmp_path: Path):
    write(corpus, homes="---\noutlet: Tarn Echo\n---\nSome 6,500 homes have no electricity.\n")
    assert run("check", corpus, cwd=tmp_path).status == 0
    assert run("check", corpus, "--fail-on", "warning", cwd=tmp_path).status == 1
    assert run("report", corpus, "-q", cwd=tmp_path).status == 0
    assert run("report", corpus, "-q", "--fail-on", "Warning", cwd=tmp_path).status == 1


def test_a_bad_rule_stops_the_run_with_line_column_and_caret(corpus: Path, tmp_path: Path):
    rule = tmp_path / "mine.yaml"
    rule.write_text(BAD_RULE, encoding="utf-8")
    done = run("check", corpus, "--rules", rule, cwd=tmp_path)
    assert done.status == 2
    lines = done.err.splitlines()
    assert lines[0].startswith(f"{rule}:6:28: ")
    shown = lines[1].lstrip("0123456789 |")
    assert shown.startswith("select: {kind: quantity, mesure: people.killed}")
    assert lines[2].index("^") == lines[1].index("mesure")
    assert "measure" in done.err


def test_the_same_finding_as_sarif_and_annotation(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    held = ("check", corpus, "--new", corpus / "echo.md", "--format")
    sarif = run(*held, "sarif", cwd=tmp_path)
    results = json.loads(sarif.out)["runs"][0]["results"]
    assert [r["level"] for r in results if r["level"] == "error"] == ["error"]
    github = run(*held, "github", cwd=tmp_path)
    assert github.out.startswith("::error file=articles/echo.md,line=6,")
    assert github.out.count("::error ") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "nowhere.txt"), "no such file or folder: nowhere.txt"),
        (("report", "https://example.org/a"), "fetches nothing: save the page first"),
        (("report", ""), 'no such file or folder: ""'),
        (("report", "articles", "--format", "docx"), "formats are html, markdown, json"),
        (("report", "articles", "--format", ","), "names no format"),
        (("report", "articles", "-o", "-", "-f", "json,md"), "takes one format"),
        (("report", "articles", "-o", "-", "-f", "html,md,json"), "takes one format"),
        (("report", "articles", "-o", ""), "names no folder"),
        (("report", "articles", "-o", "articles/harrow.md"), "is a file, not a folder"),
        (("report", "articles", "-o", "out.html"), "is to be a folder, not a file"),
        (
            ("extract", "articles", "--articles", "-f", "table"),
            "formats of --articles are jsonl, csv, html",
        ),
        (("extract", "articles", "-f", ""), "takes one format"),
        (("extract", "articles", "-f", "csv,jsonl"), "takes one format"),
        (("check", "articles", "--fail-on", "fatal"), "levels are info, warning, error"),
        (("check", "articles", "--fail-on", ""), "levels are info, warning, error"),
        (("report", "articles", "--rules", "nowhere.yaml"), 'or folder: "nowhere.yaml"'),
        (("report", "articles", "--rules", ""), "no such file or folder"),
        (("baseline", "articles", "-o", "nowhere/b.json"), "nowhere/b.json: No such file"),
        (("rules", "show", "no-such-rule"), "no-such-rule"),
        (("rules", "show", "deth-toll"), 'did you mean "death-toll"'),
        (("rules", "validate", "nowhere.yaml"), "rules validate: no such file"),
        (("rules", "new", "Ferry Capacity"), "small letters, as in ferry-capacity"),
        (("rules", "new", "ferry", "--type", "vote"), "compare, claim, support"),
        (("rules", "trace", "no-such-rule", "articles"), "xref rules list"),
        (("schema", "clam"), "schemas are claim, article, report, rules"),
        (("explain", "death-toll", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_done_as_asked_is_status_2(
    corpus: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
):
    done = run(*arguments, cwd=tmp_path)
    assert done.status == 2
    assert told in done.err
    assert done.out == ""
    assert "Traceback" not in done.err
