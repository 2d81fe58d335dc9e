"""What a gate lets pass and what it does not: names after --new, numbers, renames, files of its own."""

import json
import os
from pathlib import Path
from shutil import copyfile

import pytest

from tests.e2e.command import process, run
from tests.e2e.ferry import CLASHING, FIRST, write
from xref.render import names

QUIET = "The quince harvest was good.\n"


def test_every_name_that_follows_new_is_new(corpus: Path, tmp_path: Path):
    write(tmp_path, calm=QUIET, echo=CLASHING)
    done = run("check", "articles", "--new", "calm.md", "echo.md", cwd=tmp_path)
    assert done.status == 1
    assert "xref: new: 2 of 4 articles" in done.err
    done = run("check", "articles", "--new", "calm.md", "-q", "--new", "echo.md", cwd=tmp_path)
    assert done.status == 1


def test_new_with_a_sign_takes_one_name(corpus: Path, tmp_path: Path):
    write(tmp_path, calm=QUIET)
    write(corpus, echo=CLASHING)
    done = run("check", "--new=calm.md", "articles", cwd=tmp_path)
    assert (done.status, "xref: new: 1 of 4 articles" in done.err) == (0, True)
    done = run("check", "--new", "calm.md", "--fail-on", "error", "articles", cwd=tmp_path)
    assert (done.status, "xref: new: 1 of 4 articles" in done.err) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--new", "calm.md", "articles"), "--new takes all names that follow it"),
        (("articles", "--new"), "Option '--new' names no file."),
        (("articles", "--new", "--quiet"), "Option '--new' names no file."),
        (("articles", "--diff"), "--diff needs --changed-since"),
        (("articles", "-o", ""), "--output names no file"),
        (("articles", "-o", "nowhere/x.txt"), "--output nowhere/x.txt: No such file"),
        (("articles", "--limit", "death-toll"), "expected RULE=NUMBER"),
        (("articles", "--limit", "deth-toll=1"), 'did you mean "death-toll"?'),
    ],
)
def test_what_would_pass_by_mistake_is_refused(
    corpus: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
):
    write(tmp_path, calm=QUIET)
    done = run("check", *arguments, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err


def clashing(corpus: Path, **more: str) -> Path:
    return write(corpus, echo=CLASHING, **more)


def test_exit_zero_tells_and_passes(corpus: Path, tmp_path: Path):
    clashing(corpus)
    done = run("check", corpus, "--exit-zero", cwd=tmp_path)
    assert done.status == 0
    assert " error death-toll: " in done.out
    assert run("check", corpus, "nowhere", "--exit-zero", cwd=tmp_path).status == 2


UNSOURCED = "---\noutlet: Tarn Echo\n---\nSome 6,500 homes have no electricity.\n"


def test_more_warnings_than_allowed_fail(corpus: Path, tmp_path: Path):
    write(corpus, homes=UNSOURCED)
    assert run("check", corpus, "--max-warnings", "1", cwd=tmp_path).status == 0
    done = run("check", corpus, "--max-warnings", "0", cwd=tmp_path)
    assert (done.status, done.err) == (1, "xref: 1 warning, --max-warnings is 0\n")
    (tmp_path / "xref.toml").write_text("max_warnings = 0\n", encoding="utf-8")
    assert run("check", corpus, cwd=tmp_path).status == 1
    assert run("check", corpus, "--max-warnings", "1", cwd=tmp_path).status == 0


def test_a_limit_lets_so_many_of_a_rule_pass(corpus: Path, tmp_path: Path):
    clashing(corpus)
    assert run("check", corpus, "--limit", "death-toll=1", cwd=tmp_path).status == 0
    done = run("check", corpus, "--limit", "death-toll=0", cwd=tmp_path)
    assert (done.status, done.err) == (1, "xref: death-toll: 1 finding, its limit is 0\n")
    (tmp_path / "xref.toml").write_text("[limits]\ndeath-toll = 1\n", encoding="utf-8")
    assert run("check", corpus, cwd=tmp_path).status == 0


def test_a_file_is_written_instead_of_standard_output(corpus: Path, tmp_path: Path):
    clashing(corpus)
    printed = run("check", corpus, "-f", "sarif", cwd=tmp_path)
    done = run("check", corpus, "-f", "sarif", "-o", "found.sarif", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert (tmp_path / "found.sarif").read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("name", names("check"))
def test_what_check_wrote_is_never_read(corpus: Path, tmp_path: Path, name: str):
    clashing(corpus, homes=UNSOURCED)
    printed = run("check", ".", "-f", name, cwd=corpus).out
    for file in ("t.txt", "t.md", "t.json"):
        (corpus / file).write_text(printed, encoding="utf-8")
    done = run("check", ".", "-f", "json", cwd=corpus)
    assert sorted(each["id"] for each in json.loads(done.out)["articles"]) == [
        *("dunmere", "echo", "harrow", "homes")
    ]
    assert "skipped" not in done.err


def test_a_file_that_standard_output_goes_to_is_never_read(corpus: Path, tmp_path: Path):
    told = corpus / "told.txt"
    told.write_text("Some 9,000 people were killed.\n", encoding="utf-8")
    with told.open("a", encoding="utf-8") as stream:
        done = process("extract", ".", "-f", "jsonl", cwd=corpus, stdout=stream)
    assert done.returncode == 0
    assert "9,000" not in told.read_text(encoding="utf-8").split("\n", 1)[1]


def test_a_renamed_article_keeps_what_was_accepted(corpus: Path, tmp_path: Path):
    clashing(corpus, homes=UNSOURCED)
    assert run("baseline", corpus, cwd=tmp_path).status == 0
    (tmp_path / "xref-ignore.yaml").write_text("xref: 1\nignore: []\n", encoding="utf-8")
    held = ("check", corpus, "--fail-on", "info", "--baseline", "xref-baseline.json")
    assert run(*held, cwd=tmp_path).status == 0
    for name in ("echo", "harrow", "homes"):
        (corpus / f"{name}.md").rename(corpus / f"moved-{name}.md")
    done = run(*held, cwd=tmp_path)
    assert (done.status, done.err) == (0, ""), done.out


def test_a_renamed_article_of_no_outlet_keeps_what_was_accepted(tmp_path: Path):
    folder = write(tmp_path / "articles", one="Some 6,500 homes have no electricity.\n")
    (fingerprint,) = prints(run("check", folder, "-f", "json", "--show", "info", cwd=tmp_path).out)
    (folder / "one.md").rename(folder / "other.md")
    assert prints(run("check", folder, "-f", "json", cwd=tmp_path).out) == [fingerprint]


def prints(report: str) -> list[str]:
    return [each["fingerprint"] for each in json.loads(report)["findings"]]


def test_the_same_words_in_a_new_article_are_a_finding_of_their_own(tmp_path: Path):
    folder = write(tmp_path / "articles", one="Some 6,500 homes have no electricity.\n")
    run("baseline", folder, cwd=tmp_path)
    write(folder, a="Nobody is at fault. Some 6,500 homes have no electricity, though.\n")
    done = run("check", folder, "--baseline", "xref-baseline.json", "-f", "json", cwd=tmp_path)
    assert [each["primary"]["article"] for each in json.loads(done.out)["findings"]] == ["a"]


def test_what_is_found_no_longer_is_told_and_pruned(corpus: Path, tmp_path: Path):
    clashing(corpus, homes=UNSOURCED)
    run("baseline", corpus, cwd=tmp_path)
    (corpus / "homes.md").unlink()
    write(corpus, late=UNSOURCED.replace("6,500", "7,500"))
    done = run("check", corpus, "--baseline", "xref-baseline.json", cwd=tmp_path)
    assert done.err == (
        "xref: 1 finding is found no longer, but accepted in xref-baseline.json\n"
        "  xref baseline INPUTS --prune --output xref-baseline.json takes it out\n"
    )
    pruned = run("baseline", corpus, "--prune", cwd=tmp_path)
    assert pruned.err == "xref: 1 entry taken out of xref-baseline.json, 1 finding left\n"
    done = run("check", corpus, "--baseline", "xref-baseline.json", cwd=tmp_path)
    assert "accepted" not in done.err
    assert " warning " in done.out
    assert run("baseline", corpus, "--prune", "-o", "none.json", cwd=tmp_path).status == 2
    assert run("baseline", corpus, "--prune", "-o", "-", cwd=tmp_path).status == 2


def test_an_entry_whose_finding_the_baseline_accepts_too_is_in_use(corpus: Path, tmp_path: Path):
    clashing(corpus)
    run("baseline", corpus, cwd=tmp_path)
    entry = "xref: 1\nignore:\n- {rule: death-toll, article: echo, reason: disputed}\n"
    (tmp_path / "xref-ignore.yaml").write_text(entry, encoding="utf-8")
    done = run("check", corpus, "--baseline", "xref-baseline.json", cwd=tmp_path)
    assert done.out == "no findings in 3 articles, 1 suppressed\n"


@pytest.mark.long
def test_a_reader_that_goes_away_changes_no_status(corpus: Path, tmp_path: Path):
    clashing(corpus)
    read, written = os.pipe()
    os.close(read)
    assert process("check", corpus, stdout=written).returncode == 1
    copyfile(corpus / "harrow.md", corpus / "echo.md")
    assert process("check", corpus, stdout=written).returncode == 0


def test_findings_are_coloured_on_a_terminal_alone(corpus: Path, tmp_path: Path):
    clashing(corpus, harrow=FIRST)
    assert "\x1b" not in run("check", corpus, cwd=tmp_path).out
