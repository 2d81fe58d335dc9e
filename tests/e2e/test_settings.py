"""Settings of a project: found upwards, and told where they are wrong."""

from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, write

MINE = """xref: 1
rules:
- id: mine
  type: claim
  select: {kind: quantity, measure: people.killed}
  report: {level: warning, message: "“{text}”"}
"""


def test_they_hold_in_folders_below_and_paths_count_from_their_file(corpus: Path, tmp_path: Path):
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.xref]\nrules = ["mine.yaml"]\nfail_on = "warning"\n', encoding="utf-8"
    )
    done = run("check", ".", cwd=corpus)
    assert done.status == 1
    assert done.out.count(" warning mine: ") == 2
    assert run("check", ".", "--fail-on", "error", cwd=corpus).status == 0
    assert run("report", ".", "-q", "-o", tmp_path / "out", cwd=corpus).status == 0
    assert run("check", ".", "--rules", "default", cwd=corpus).status == 0


def test_the_nearest_file_holds_and_a_pyproject_without_any_is_passed_by(
    corpus: Path, tmp_path: Path
):
    write(corpus, echo=CLASHING)
    (corpus / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    (tmp_path / "xref.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    (tmp_path / "b.json").write_text('{"schema": "xref.baseline/2", "findings": []}')
    assert run("baseline", ".", "-o", tmp_path / "b.json", cwd=corpus).status == 0
    assert run("check", ".", cwd=corpus).status == 0


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "xref.toml",
            "rulez = []",
            'unknown setting "rulez"\n  1 | rulez = []\n    | ^^^^^\n  did you mean "rules"?',
        ),
        ("xref.toml", "[tool.xref]\nrules = []", "no table is needed here"),
        ("xref.toml", 'rules = "default"', "rules must be a list of packs"),
        ("xref.toml", "rules = [1]", "rules must be a list of packs"),
        ("xref.toml", "rules = []", "rules must be a list of packs"),
        (
            "xref.toml",
            'rules = ["nowhere.yaml"]',
            'xref.toml:1:10: no such file or folder: "nowhere.yaml"',
        ),
        ("xref.toml", "fail_on = 3", 'must be a text, as in fail_on = "warning"'),
        ("xref.toml", 'fail_on = "fatal"', 'xref.toml:1:11: there is no level "fatal"'),
        ("xref.toml", 'baseline = ""', "baseline must be a text"),
        ("xref.toml", 'baseline = "nowhere.json"', "nowhere.json"),
        ("xref.toml", 'ignore = "nowhere.yaml"', "nowhere.yaml"),
        ("xref.toml", "rules", "not valid TOML"),
        ("pyproject.toml", "[tool.xref]\nrulez = 1", 'unknown setting "rulez"'),
        ("pyproject.toml", "[tool]\nxref = 1", "must be a table"),
        ("pyproject.toml", "[tool.xref\n", "not valid TOML"),
    ],
)
def test_what_is_wrong_in_them_is_status_2(
    corpus: Path, tmp_path: Path, name: str, text: str, told: str
):
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", corpus, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert name in done.err or "nowhere" in done.err


def test_a_file_that_is_not_utf_8_is_named(corpus: Path, tmp_path: Path):
    (tmp_path / "xref.toml").write_bytes(b"\xff\xfe")
    done = run("check", corpus, cwd=tmp_path)
    assert done.status == 2
    assert "xref.toml: this is not UTF-8" in done.err
