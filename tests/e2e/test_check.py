"""`xref check` as a gate: a clean corpus passes, a planted conflict fails, a baseline lets it pass."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import xref

FIRST = """---
outlet: Harrow Post
published: 2025-05-06
story: ferry
---
The ferry Calla sank off Port Ansel on Monday night. The coast guard said 14 people were killed
and 30 were rescued.

“Nobody on the bridge saw the other ship,” harbour master Ilse Garrow said.
"""
SECOND = FIRST.replace("Harrow Post", "The Dunmere Mail").replace(
    "coast guard said", "coast guard told reporters that"
)
CLASHING = SECOND.replace("Dunmere Mail", "Tarn Echo").replace(
    "14 people were killed", "41 people were killed"
)
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


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "harrow.md").write_text(FIRST, encoding="utf-8")
    (folder / "dunmere.md").write_text(SECOND, encoding="utf-8")
    return folder


def test_a_clean_corpus_passes(corpus: Path, tmp_path: Path):
    done = xref("check", corpus, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_article_with_a_conflict_fails_with_exactly_that_finding(
    corpus: Path, tmp_path: Path
):
    new = corpus / "echo.md"
    new.write_text(CLASHING, encoding="utf-8")
    done = xref("check", corpus, "--new", new, "--format", "json", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    errors = [f for f in json.loads(done.stdout)["findings"] if f["level"] == "error"]
    assert [f["relation"] for f in errors] == ["conflict"]
    touched = {p["text"] for p in [errors[0]["primary"], *errors[0]["related"]]}
    assert any("41" in words for words in touched)
    assert any("14" in words for words in touched)


def test_a_baseline_lets_it_pass_and_only_it(corpus: Path, tmp_path: Path):
    new = corpus / "echo.md"
    new.write_text(CLASHING, encoding="utf-8")
    accepted = xref("baseline", corpus, "--output", tmp_path / "accepted.json", cwd=tmp_path)
    assert accepted.returncode == 0, accepted.stderr
    held = ("check", corpus, "--new", new, "--baseline", tmp_path / "accepted.json")
    assert xref(*held, cwd=tmp_path).returncode == 0
    new.write_text(CLASHING.replace("30 were rescued", "3 were rescued"), encoding="utf-8")
    assert xref(*held, cwd=tmp_path).returncode == 1


def test_a_bad_rule_stops_the_run_with_line_column_and_caret(corpus: Path, tmp_path: Path):
    rule = tmp_path / "mine.yaml"
    rule.write_text(BAD_RULE, encoding="utf-8")
    done = xref("check", corpus, "--rules", rule, cwd=tmp_path)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"{rule}:6:28: ")
    assert (
        lines[1]
        .lstrip("0123456789 |")
        .startswith("select: {kind: quantity, mesure: people.killed}")
    )
    assert lines[2].index("^") == lines[1].index("mesure")
    assert "measure" in done.stderr


def test_the_same_finding_as_sarif_and_annotation(corpus: Path, tmp_path: Path):
    new = corpus / "echo.md"
    new.write_text(CLASHING, encoding="utf-8")
    sarif = xref("check", corpus, "--new", new, "--format", "sarif", cwd=tmp_path)
    results = json.loads(sarif.stdout)["runs"][0]["results"]
    assert [r["level"] for r in results if r["level"] == "error"] == ["error"]
    github = xref("check", corpus, "--new", new, "--format", "github", cwd=tmp_path)
    assert github.stdout.count("::error ") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "nowhere.txt"), "nowhere.txt"),
        (("report", "articles", "--format", "docx"), "no such format"),
        (("check", "articles", "--fail-on", "fatal"), "levels are info, warning, error"),
        (("report", "articles", "--rules", "nowhere.yaml"), "no such file or folder"),
        (("rules", "show", "no-such-rule"), "no-such-rule"),
        (("schema", "clam"), "schemas are claim, article, report, rules"),
    ],
)
def test_what_cannot_be_done_as_asked_is_status_2(
    corpus: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
):
    done = xref(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "junit"])
def test_an_entry_that_suppresses_nothing_is_told_in_every_format(
    corpus: Path, tmp_path: Path, name: str
):
    (tmp_path / "xref-ignore.yaml").write_text(
        "xref: 1\nignore:\n- fingerprint: 3f9a0c12\n  reason: the count includes reservists\n",
        encoding="utf-8",
    )
    done = xref("check", corpus, "--format", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "3f9a0c12" in done.stdout
