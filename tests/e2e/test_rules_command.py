"""`xref rules` and `xref schema`: what they print can be used as it is."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.e2e.command import run
from tests.e2e.ferry import CLASHING, write


@pytest.mark.parametrize("kind", ["compare", "claim", "support"])
def test_a_new_rule_is_valid(tmp_path: Path, kind: str):
    done = run("rules", "new", "ferry-capacity", "--type", kind, cwd=tmp_path)
    assert done.status == 0
    (tmp_path / "mine.yaml").write_text(done.out, encoding="utf-8")
    valid = run("rules", "validate", "mine.yaml", cwd=tmp_path)
    assert (valid.status, valid.out) == (0, "1 rule in 1 file: all valid, 1 measure taught\n")
    listed = run("rules", "list", "--rules", "mine.yaml", cwd=tmp_path)
    assert len(listed.out.splitlines()) == 2


def test_a_new_rule_is_about_what_its_id_or_its_options_say(tmp_path: Path):
    new = run("rules", "new", "ferry-capacity", cwd=tmp_path).out
    assert "    counted: [capacity]\n    near: [ferry]\n" in new
    assert "troop" not in new
    options = ("--of", "passenger", "--near", "ferry", "--near", "carry")
    new = run("rules", "new", "ferry-capacity", *options, cwd=tmp_path).out
    assert "    counted: [passenger]\n    near: [ferry, carry]\n" in new
    (tmp_path / "mine.yaml").write_text(new, encoding="utf-8")
    tested = run("rules", "test", "mine.yaml", cwd=tmp_path)
    assert (tested.status, tested.out) == (0, "1 rule, 1 measure: 2 passed\n")
    done = run("rules", "new", "ferry-capacity", "--of", "pass.*", cwd=tmp_path)
    assert (done.status, '"pass.*" is no plain word' in done.err) == (2, True)


@pytest.mark.parametrize("kind", ["compare", "claim", "support"])
def test_the_tests_of_a_new_rule_pass(tmp_path: Path, kind: str):
    new = run("rules", "new", "mine", "--type", kind, cwd=tmp_path).out
    (tmp_path / "mine.yaml").write_text(new, encoding="utf-8")
    tested = run("rules", "test", "mine.yaml", "--coverage", cwd=tmp_path)
    assert tested.status == 0, tested.out
    assert "1 rule: 1 passed" in tested.out


def test_a_rule_that_lacks_tests_or_fails_them_is_status_1(tmp_path: Path):
    new = run("rules", "new", "mine", cwd=tmp_path).out
    (tmp_path / "mine.yaml").write_text(new.partition("  tests:")[0], encoding="utf-8")
    done = run("rules", "test", "mine.yaml", cwd=tmp_path)
    assert (done.status, "mine: has no tests" in done.out) == (1, True)
    wrong = new.replace("expect: conflict", "expect: agree")
    (tmp_path / "mine.yaml").write_text(wrong, encoding="utf-8")
    assert run("rules", "test", "mine.yaml", cwd=tmp_path).status == 1


def test_every_rule_that_is_listed_is_shown(tmp_path: Path):
    listed = run("rules", "list", cwd=tmp_path).out.splitlines()
    assert listed[0].split()[:2] == ["rule", "type"]
    ids = [line.split()[0] for line in listed[1:]]
    assert "death-toll" in ids
    for rule in ids[:3]:
        assert f"\n- id: {rule}\n" in run("rules", "show", rule, cwd=tmp_path).out


def test_no_rule_at_all_is_status_2(tmp_path: Path):
    (tmp_path / "mine.yaml").write_text("xref: 1\nrules: []\n", encoding="utf-8")
    (tmp_path / "none").mkdir()
    for pack, told in (("mine.yaml", "the file holds no rules"), ("none", "no rule file")):
        done = run("rules", "list", "--rules", pack, cwd=tmp_path)
        assert (done.status, done.out) == (2, "")
        assert told in done.err


def test_a_trace_follows_a_rule_to_its_finding(corpus: Path, tmp_path: Path):
    write(corpus, echo=CLASHING)
    done = run("rules", "trace", "death-toll", corpus, cwd=tmp_path)
    assert done.status == 0
    for step in ("selected", "pairs set against each other", "outcomes: 1 conflict", "1 finding."):
        assert step in done.out


@pytest.mark.parametrize("name", ["claim", "article", "report", "rules"])
def test_every_schema_is_one(tmp_path: Path, name: str):
    schema = json.loads(run("schema", name, cwd=tmp_path).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    if name == "rules":
        assert json.loads(run("rules", "schema", cwd=tmp_path).out) == schema
