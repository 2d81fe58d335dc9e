"""Findings that were accepted: by a baseline, or by an entry with a reason."""

import json
import re
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, run
from tests.e2e.ferry import CLASHING, write

ENTRY = "xref: 1\nignore:\n- {rule: death-toll, article: echo, reason: the count is disputed"


def test_a_baseline_lets_it_pass_and_only_it(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    accepted = run("baseline", corpus, cwd=tmp_path)
    assert accepted.status == 0
    assert "1 finding accepted in xref-baseline.json" in accepted.err
    held = ("check", corpus, "--new", corpus / "echo.md", "--baseline", "xref-baseline.json")
    assert run(*held, cwd=tmp_path).status == 0
    write(corpus, echo=CLASHING.replace("30 were rescued", "3 were rescued"))
    assert run(*held, cwd=tmp_path).status == 1


def test_a_baseline_can_be_printed(corpus: Path, tmp_path: Path):
    done = run("baseline", corpus, "-o", "-", cwd=tmp_path)
    assert json.loads(done.out)["schema"] == "xref.baseline/2"
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (None, "no such file: accepted.json\n  xref baseline INPUTS writes one"),
        (b"{", "accepted.json: not valid JSON"),
        (b"\xff\xfe", "accepted.json: this is not UTF-8"),
        (b'{"schema": "xref.baseline/9"}', "write it again with xref baseline"),
        (b'{"schema": "xref.baseline/2", "findings": [{}]}', "accepted.json: a finding is not"),
    ],
    ids=["missing", "no JSON", "no UTF-8", "another version", "no fingerprint"],
)
def test_a_baseline_that_cannot_be_read_stops_the_run(
    corpus: Path, tmp_path: Path, raw: bytes | None, told: str
):
    if raw is not None:
        (tmp_path / "accepted.json").write_bytes(raw)
    done = run("check", corpus, "--baseline", "accepted.json", cwd=tmp_path)
    assert done.status == 2
    assert told in done.err


def test_the_file_of_suppressions_is_found_by_itself(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    assert run("check", corpus, cwd=tmp_path).status == 1
    (tmp_path / "xref-ignore.yaml").write_text(ENTRY + "}\n", encoding="utf-8")
    done = run("check", corpus, cwd=tmp_path)
    assert (done.status, done.out) == (0, "no findings in 3 articles, 1 suppressed\n")


@pytest.mark.parametrize("name", ["text", "github", "markdown", "html", "terminal", "summary"])
def test_the_id_that_is_shown_explains_the_finding_and_sets_it_aside(
    corpus: Path, tmp_path: Path, name: str
):
    write(corpus, echo=CLASHING)
    command = "check" if name in ("text", "github") else "report"
    out = ("-f", name) if command == "check" else ("-f", name, "-o", "-", "-q")
    id_ = re.findall(r"\[([0-9a-f]{10})\]", run(command, corpus, *out, cwd=tmp_path).out)[0]
    told = run("explain", id_, corpus, cwd=tmp_path)
    assert (told.status, told.out.split(" · ")[0]) == (0, f"finding {id_}")
    (tmp_path / "xref-ignore.yaml").write_text(
        f"xref: 1\nignore:\n- {{fingerprint: {id_}, reason: the count is disputed}}\n", "utf-8"
    )
    assert run("check", corpus, cwd=tmp_path).status == 0


def test_mere_remarks_are_counted_until_they_are_asked_for(tmp_path: Path):
    told = run("check", ROOT / "inputs/flood", cwd=tmp_path).out
    assert re.search(r"and (\d+) info \(\1 not listed: --show info\) in 6 articles\n$", told)
    assert " info " not in told.rpartition("\n    ")[0]
    for more in (("--show", "info"), ("--fail-on", "info")):
        assert " info death-toll: " in run("check", ROOT / "inputs/flood", *more, cwd=tmp_path).out
    wrong = run("check", ROOT / "inputs/flood", "--show", "all", cwd=tmp_path)
    assert wrong.err == 'xref: --show: there is no level "all"\n  levels are info, warning, error\n'


def test_beside_the_settings_it_is_found_from_a_folder_below(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    (tmp_path / "xref-ignore.yaml").write_text(ENTRY + "}\n", encoding="utf-8")
    assert run("check", ".", cwd=corpus).status == 1
    (tmp_path / "xref.toml").touch()
    assert run("check", ".", cwd=corpus).status == 0


def test_an_entry_of_an_old_finding_is_in_use_when_only_new_ones_count(
    corpus: Path, tmp_path: Path
):
    write(corpus, echo=CLASHING)
    (tmp_path / "xref-ignore.yaml").write_text(ENTRY + "}\n", encoding="utf-8")
    (tmp_path / "calm.txt").write_text("The quince harvest was good.", encoding="utf-8")
    done = run("check", corpus, "--new", "calm.txt", cwd=tmp_path)
    assert (done.status, done.out) == (0, "no findings in 4 articles\n")


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "junit"])
def test_an_entry_that_suppresses_nothing_is_told_in_every_format(
    corpus: Path, tmp_path: Path, name: str
):
    expired = ENTRY + ", until: 2020-01-31}\n- {fingerprint: 3f9a0c12, reason: reservists}\n"
    (tmp_path / "xref-ignore.yaml").write_text(expired, encoding="utf-8")
    done = run("check", corpus, "--format", name, cwd=tmp_path)
    assert done.status == 0, done.err
    assert "3f9a0c12" in done.out
    assert "2020-01-31" in done.out
    assert run("check", corpus, "--fail-on", "warning", cwd=tmp_path).status == 1


def test_an_entry_that_suppresses_nothing_is_told_at_its_own_line(corpus: Path, tmp_path: Path):
    (tmp_path / "xref-ignore.yaml").write_text(
        "xref: 1\nignore:\n- fingerprint: 3f9a0c12\n  reason: reservists\n", encoding="utf-8"
    )
    told = run("check", corpus, cwd=tmp_path).out
    assert told.startswith(
        "xref-ignore.yaml:3:16: warning unused-ignore: the entry for 3f9a0c12 matches no finding: "
        "reservists"
    )
    github = run("check", corpus, "-f", "github", cwd=tmp_path).out
    assert "file=xref-ignore.yaml,line=3,col=16," in github


@pytest.mark.parametrize("print_", ["12345678", "1234e567", "00000012"])
def test_a_fingerprint_that_looks_like_a_number_is_text(corpus: Path, tmp_path: Path, print_: str):
    (tmp_path / "xref-ignore.yaml").write_text(
        f"xref: 1\nignore:\n- {{fingerprint: {print_}, reason: reservists}}\n", encoding="utf-8"
    )
    done = run("check", corpus, cwd=tmp_path)
    assert done.status == 0, done.err
    assert f"the entry for {print_} matches no finding" in done.out


def test_a_broken_file_of_suppressions_stops_the_run(corpus: Path, tmp_path: Path):
    (tmp_path / "xref-ignore.yaml").write_text("xref: 1\nignor: []\n", encoding="utf-8")
    done = run("check", corpus, cwd=tmp_path)
    assert done.status == 2
    assert done.err.startswith("xref-ignore.yaml:")
    assert 'did you mean "ignore"' in done.err
    named = run("check", corpus, "--ignore", "mine.yaml", cwd=tmp_path)
    assert (named.status, named.err) == (
        2,
        "xref: --ignore: no such file: mine.yaml\n",
    )
