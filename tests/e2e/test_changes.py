"""`xref check --changed-since`: what git knows as changed."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.e2e.command import NOBODY, run
from tests.e2e.ferry import CLASHING, FIRST, SECOND, write


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | NOBODY, check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "change")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two articles that agree, committed, and a draft beside them that clashes with both."""
    top = tmp_path / "news room"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    write(top / "articles", harrow=FIRST, dunmere=SECOND)
    write(top / "drafts", echo=CLASHING)
    commit(top)
    return top


def new(folder: Path, *arguments: object, since: str = "main") -> tuple[int, str]:
    """The status of a check, and what it says of new articles."""
    done = run("check", *arguments, f"--changed-since={since}", cwd=folder)
    told = [line.removeprefix("xref: new: ") for line in done.err.splitlines() if ": new: " in line]
    return done.status, "".join(told)


def test_an_article_that_git_does_not_track_is_new(repository: Path):
    assert new(repository, "articles") == (0, "0 of 2 articles")
    write(repository / "articles", **{"é cho": CLASHING})
    assert new(repository, "articles") == (1, "1 of 3 articles")
    assert new(repository / "articles", ".") == (1, "1 of 3 articles")
    assert new(repository.parent, repository / "articles") == (1, "1 of 3 articles")
    assert new(repository.parent, f"{repository.name}/articles") == (1, "1 of 3 articles")


def test_an_edited_article_is_new_and_a_deleted_one_is_not_there(repository: Path):
    write(repository / "articles", dunmere=CLASHING)
    assert new(repository, "articles") == (1, "1 of 2 articles")
    commit(repository)
    assert new(repository, "articles") == (0, "0 of 2 articles")
    assert new(repository, "articles", since="main~1") == (1, "1 of 2 articles")
    (repository / "articles/dunmere.md").unlink()
    assert new(repository, "articles") == (0, "0 of 1 article")


def test_an_article_that_moved_within_the_inputs_is_old_one_that_moved_in_is_new(repository: Path):
    git(repository, "mv", "drafts/echo.md", "drafts/tarn.md")
    assert new(repository, "articles", "drafts") == (0, "0 of 3 articles")
    git(repository, "mv", "drafts/tarn.md", "articles/tarn.md")
    assert new(repository, "articles") == (1, "1 of 3 articles")


def test_what_others_changed_after_the_branch_parted_is_old(repository: Path):
    git(repository, "checkout", "--quiet", "-b", "topic")
    git(repository, "checkout", "--quiet", "main")
    write(repository / "articles", dunmere=CLASHING)
    commit(repository)
    git(repository, "checkout", "--quiet", "topic")
    assert new(repository, "articles") == (0, "0 of 2 articles")


def test_what_lies_outside_any_repository_counts_as_old(repository: Path, corpus: Path):
    write(repository / "articles", dunmere=CLASHING)
    done = run("check", "articles", corpus, "--changed-since", "main", cwd=repository)
    assert done.status == 1
    assert f"{corpus} is in no git repository; what it holds counts as old" in done.err
    assert "new: 1 of 4 articles" in done.err


@pytest.mark.parametrize("ref", ["nowhere", "", "--output=stolen", "main..main"])
def test_a_commit_that_is_not_there_is_status_2(repository: Path, ref: str):
    done = run("check", "articles", f"--changed-since={ref}", cwd=repository)
    assert (done.status, done.out) == (2, "")
    assert f'there is no commit "{ref}" in ' in done.err
    assert "name the new files with --new" in done.err
    assert not (repository / "stolen").exists()


def test_without_a_repository_or_git_it_is_status_2(
    corpus: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
):
    done = run("check", corpus, "--changed-since", "main", cwd=corpus)
    assert done.status == 2
    assert "the inputs are in no git repository\n  name the new files with --new" in done.err
    monkeypatch.setenv("PATH", "")
    done = run("check", "articles", "--changed-since", "main", cwd=repository)
    assert (done.status, done.out) == (2, "")
    assert "git is not installed" in done.err


def records(file: Path, *texts: str) -> None:
    lines = [
        json.dumps({"id": f"r{at}", "outlet": f"Outlet {at}", "story": "s", "text": text})
        for at, text in enumerate(texts)
    ]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


DEAD = "The ferry Calla sank off Port Ansel on Monday. It killed 14 people, the coast guard said."


def test_a_record_that_joins_an_archive_is_the_only_new_one(repository: Path):
    archive = repository / "articles" / "archive.jsonl"
    records(archive, DEAD, DEAD.replace("14", "19"))
    commit(repository)
    records(archive, DEAD, DEAD.replace("14", "19"), "The quince harvest was good.")
    assert new(repository, "articles", since="HEAD") == (0, "1 of 5 articles")
    records(archive, "The quince harvest was good.", DEAD, DEAD.replace("14", "19"))
    done = run("check", "articles", "--changed-since=HEAD", "-f", "json", cwd=repository)
    assert "new: 3 of 5 articles" in done.err, "other outlets say so now"


def test_a_record_that_moved_to_another_archive_is_old(repository: Path):
    one, two = (repository / "articles" / f"{name}.jsonl" for name in ("one", "two"))
    records(one, DEAD, DEAD.replace("14", "19"))
    commit(repository)
    lines = one.read_text(encoding="utf-8").splitlines(keepends=True)
    one.write_text(lines[0], encoding="utf-8")
    two.write_text(lines[1], encoding="utf-8")
    assert new(repository, "articles", since="HEAD") == (0, "0 of 4 articles")
    two.write_text(lines[1].replace("19", "29"), encoding="utf-8")
    assert new(repository, "articles", since="HEAD") == (1, "1 of 4 articles")


def test_what_a_record_tells_besides_its_text_counts(repository: Path):
    archive = repository / "articles" / "archive.jsonl"
    records(archive, DEAD)
    commit(repository)
    archive.write_text(archive.read_text().replace('"story": "s"', '"story": "ferry"'))
    assert new(repository, "articles", since="HEAD") == (0, "1 of 3 articles")


def test_with_diff_only_findings_on_edited_lines_count(repository: Path):
    write(repository / "articles", echo=CLASHING)
    commit(repository)
    echo = repository / "articles" / "echo.md"
    echo.write_text(CLASHING.replace("harbour master", "the harbour master"), encoding="utf-8")
    assert new(repository, "articles", since="HEAD") == (1, "1 of 3 articles")
    assert new(repository, "articles", "--diff", since="HEAD") == (0, "1 of 3 articles")
    echo.write_text(CLASHING.replace("41", "42"), encoding="utf-8")
    assert new(repository, "articles", "--diff", since="HEAD") == (1, "1 of 3 articles")
    write(repository / "articles", tarn=CLASHING.replace("41", "43"))
    assert new(repository, "articles", "--diff", since="HEAD") == (1, "2 of 4 articles")


def test_line_ends_are_no_change(repository: Path):
    archive = repository / "articles" / "archive.jsonl"
    records(archive, DEAD, DEAD.replace("14", "19"))
    commit(repository)
    archive.write_bytes(archive.read_bytes().replace(b"\n", b"\r\n"))
    assert new(repository, "articles", since="HEAD") == (0, "0 of 4 articles")
