"""What is old in a rule file is obeyed, and told once with what to write now."""

from pathlib import Path

import pytest

from tests.e2e.command import run
from xref.rules import RuleSet, load
from xref.rules.deprecated import OLD

HEAD = "xref: 1\nrules:\n"
RULE = "- id: {}\n  type: compare\n  select: {{kind: date}}\n  report: {{conflict: info}}\n  compare: {{updates: {}}}\n"


def of(folder: Path, text: str) -> RuleSet:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return load([file])


def test_it_means_what_it_meant(tmp_path: Path):
    old, new = (of(tmp_path, HEAD + RULE.format("a", word)) for word in ("declared", "newer"))
    assert old.rules == new.rules
    assert (len(old.old), new.old) == (1, ())


def test_it_is_told_once_at_its_first_place(tmp_path: Path):
    text = HEAD + "".join(RULE.format(name, "declared") for name in "abc")
    (told,) = of(tmp_path, text).old
    assert str(told).replace(str(tmp_path), "") == (
        '/mine.yaml:7:13: "updates: declared" is old, here and in 2 more\n'
        "  7 |   compare: {updates: declared}\n"
        "    |             ^^^^^^^\n"
        '  write "updates: newer"; it means the same'
    )


def test_a_run_tells_it_and_goes_on(tmp_path: Path):
    of(tmp_path, HEAD + RULE.format("a", "declared"))
    done = run("rules", "validate", "mine.yaml", cwd=tmp_path)
    assert (done.status, done.out) == (0, "1 rule in 1 file: all valid\n")
    assert done.err.count('"updates: declared" is old') == 1


def test_it_is_told_where_it_is_laid_over_another_rule(tmp_path: Path):
    laid = "- {extends: a, compare: {updates: declared}}\n"
    found = of(tmp_path, HEAD + RULE.format("a", "none") + laid)
    (rule,) = found.rules
    assert rule.compare.updates == "newer"
    assert [each.mark.line for each in found.old] == [8]


@pytest.mark.parametrize("each", OLD, ids=lambda each: each.old)
def test_what_is_listed_is_no_longer_a_word_of_the_language(each):
    schema = Path(__file__).parents[2].joinpath("rules", "rules.schema.json").read_text("utf-8")
    assert f'"{each.old.partition(": ")[2] or each.old}"' not in schema
