"""A report set against an earlier one: what is new, changed and settled."""

import json
from pathlib import Path

import pytest

from tests.e2e.command import run

POST = "The ferry Calla sank off Port Ansel on Monday and {dead} people were killed, the coast guard said.\n"
LATER = "The coast guard said that 14 people were killed when the ferry Calla sank off Port Ansel on Monday.\n"
MORE = "The ferry Calla was carrying 212 people when it sank off Port Ansel on Monday, the coast guard said.\n"


def write(folder: Path, dead: int, aboard: str = "212") -> None:
    folder.mkdir(exist_ok=True)
    (folder / "post.txt").write_text(POST.format(dead=dead) + MORE, encoding="utf-8")
    (folder / "courier.txt").write_text(LATER + MORE.replace("212", aboard), encoding="utf-8")


def report(cwd: Path, *options: str) -> dict:
    done = run("report", "in", "-o", "-", "-f", "json", "-q", "--one-story", *options, cwd=cwd)
    assert (done.status, done.err) == (0, "")
    return json.loads(done.out)


def test_new_changed_and_settled(tmp_path: Path):
    write(tmp_path / "in", dead=41)
    first = report(tmp_path)
    assert first["since"] == []
    (tmp_path / "old.json").write_text(json.dumps(first), encoding="utf-8")

    (same,) = report(tmp_path, "--against", "old.json")["since"]
    assert same == {"new": [], "changed": [], "settled": []}

    write(tmp_path / "in", dead=51)
    (moved,) = report(tmp_path, "--against", "old.json")["since"]
    assert [each["before"]["rule"] for each in moved["changed"]] == ["death-toll"]
    assert (moved["new"], moved["settled"]) == ([], [])

    write(tmp_path / "in", dead=14, aboard="221")
    (other,) = report(tmp_path, "--against", "old.json")["since"]
    assert [each["rule"] for each in other["settled"]] == ["death-toll"]
    assert len(other["new"]) == 1

    done = run("report", "in", "-o", "out", "--one-story", "--against", "old.json", cwd=tmp_path)
    assert "Since the earlier report: new (1), changed (0), settled (1)" in done.out
    for name in ("report.html", "report.md"):
        assert "Since the earlier report" in (tmp_path / "out" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ("{}", 'this is no report: "schema" is not "xref.report/1"'),
        ('{"schema": "xref.report/1", "findings": [1]}', "its findings are not those of a report"),
        (None, "No such file or directory"),
    ],
)
def test_what_is_no_report_stops_the_run(tmp_path: Path, text: str | None, said: str):
    write(tmp_path / "in", dead=41)
    if text is not None:
        (tmp_path / "old.json").write_text(text, encoding="utf-8")
    done = run("report", "in", "--against", "old.json", "-q", cwd=tmp_path)
    assert done.status == 2
    assert done.err.startswith(f"xref: --against: old.json: {said}")
