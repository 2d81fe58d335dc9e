"""What the documentation shows is what happens."""

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from tests.e2e.command import ROOT, run
from tests.e2e.pages import Page
from xref.model.relation import Kind, Wording
from xref.render.relations import FIGURES, OTHERS, WORDINGS

DOCS = ROOT / "docs"
TUTORIALS = [*sorted((DOCS / "tutorials").glob("*.md")), DOCS / "profiles.md"]
RELATIONS = sorted((DOCS / "relations").glob("[a-z]*.md"))
_EXAMPLE = re.compile(r"```jsonl\n(.*?)```\n\n> \*\*(\w+)\*\*: ([^\n]*)\n", re.DOTALL)


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
def test_a_tutorial_does_what_it_says(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "100")
    assert Page(path, tmp_path).follow() >= 1


def test_the_page_of_the_gate_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "100")
    assert Page(DOCS / "ci.md", tmp_path).follow() >= 20


def test_the_readme_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "100")
    copytree(ROOT / "inputs", tmp_path / "inputs")
    assert Page(ROOT / "README.md", tmp_path).follow() >= 8


def test_every_relation_has_a_page_and_stands_in_the_list():
    every = {*map(str, Kind), *map(str, Wording), *OTHERS} - {"single"}
    assert {path.stem for path in RELATIONS} == every
    index = (DOCS / "relations" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[(\w+)\]\((\w+)\.md\) \| ([^|]+) \|", index, re.MULTILINE)
    labels = {**FIGURES, **WORDINGS, **OTHERS}
    in_order = [str(each) for each in (*Kind, *Wording, *OTHERS) if each != "single"]
    assert [name for name, _, _ in listed] == in_order
    for name, page, label in listed:
        assert (page, label) == (name, labels[name].label)  # type: ignore[index]


@pytest.mark.parametrize("path", RELATIONS, ids=lambda path: path.stem)
def test_the_example_of_a_relation_is_true(path: Path, tmp_path: Path):
    ((records, relation, said),) = _EXAMPLE.findall(path.read_text(encoding="utf-8"))
    assert relation == path.stem
    (tmp_path / "example.jsonl").write_text(records, encoding="utf-8")
    done = run("report", "example.jsonl", "-o", "-", "-f", "json", "-q", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    report = json.loads(done.out)
    linked = [*report["slots"], *report["utterances"]]
    told = {
        *((each["relation"], each["reason"]) for each in linked),
        *((pair["relation"], pair["reason"]) for each in linked for pair in each["pairs"]),
        *((each["relation"], each["message"]) for each in report["findings"]),
    }
    assert (relation, said) in told


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS.rglob("*.md")], ids=lambda p: p.stem)
def test_links_lead_somewhere(path: Path):
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (path.parent / target).exists(), target
