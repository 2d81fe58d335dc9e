"""The cache of a command: the same report, in a folder of its own, and never somebody else's."""

import json
import subprocess
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.e2e.command import command, run
from tests.e2e.ferry import CLASHING, write
from tests.e2e.test_changes import commit, git
from xref.store import NAME

FOLDER = ".xref-cache"


def test_a_report_is_the_same_with_and_without(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    told = [
        run("check", corpus, "-f", "json", *more, cwd=tmp_path).out
        for more in (("--no-cache",), (), (), ("--no-cache",))
    ]
    assert len(set(told)) == 1
    assert (tmp_path / FOLDER / NAME).exists()


def test_without_a_cache_nothing_is_written(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("check", "report", "baseline", "extract"):
        assert run(name, corpus, "--no-cache", "-q", cwd=tmp_path).status == 0
    monkeypatch.setenv("XREF_CACHE", "off")
    assert run("check", corpus, cwd=tmp_path).status == 0
    assert not (tmp_path / FOLDER).exists()


def test_an_article_that_was_edited_is_read_again(corpus: Path, tmp_path: Path):
    assert run("check", corpus, cwd=tmp_path).status == 0
    write(corpus, echo=CLASHING)
    assert run("check", corpus, cwd=tmp_path).status == 1
    write(corpus, echo=CLASHING.replace("41", "14"))
    assert run("check", corpus, cwd=tmp_path).status == 0


def test_it_lies_beside_the_settings(corpus: Path, tmp_path: Path):
    (tmp_path / "xref.toml").write_text('fail_on = "error"\n', encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    assert run("check", corpus, cwd=below).status == 0
    assert (tmp_path / FOLDER / NAME).exists()
    assert not (below / FOLDER).exists()


def test_it_is_neither_made_nor_believed_among_the_inputs(corpus: Path):
    assert run("check", ".", cwd=corpus).status == 0
    assert not (corpus / FOLDER).exists()


def test_one_that_git_holds_is_not_believed(tmp_path: Path):
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    corpus = write(tmp_path / "articles", echo=CLASHING, tarn=CLASHING.replace("41", "14"))
    held = ("check", corpus, "--fail-on", "warning")
    assert run(*held, cwd=tmp_path).status == 1
    commit(tmp_path)
    assert "is kept in git" not in run(*held, cwd=tmp_path).err
    git(tmp_path, "add", "--force", FOLDER)
    done = run(*held, cwd=tmp_path)
    assert "is kept in git and is not used; take it out: git rm -r --cached" in done.err
    assert done.status == 1


def test_a_link_is_refused(corpus: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")
    done = run("check", corpus, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "is no folder of xref's" in done.err


def test_a_damaged_one_is_made_anew(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    first = run("check", corpus, "-f", "json", cwd=tmp_path)
    (tmp_path / FOLDER / NAME).write_bytes(b"no database at all")
    assert run("check", corpus, "-f", "json", cwd=tmp_path) == first
    assert run("check", corpus, "-f", "json", cwd=tmp_path) == first


def test_two_runs_at_once_say_the_same(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    runs = [
        subprocess.Popen(command("check", corpus, "-f", "json"), cwd=tmp_path, stdout=PIPE)
        for _ in range(2)
    ]
    reports = [json.loads(each.communicate()[0]) for each in runs]
    assert reports[0] == reports[1]
    assert [each.returncode for each in runs] == [1, 1]
