"""The template of a package that adds to xref: built, installed into a fresh environment, and used."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.package.fresh import ROOT, python_with, told

pytestmark = pytest.mark.long

ARTICLES = {
    "lantern.tide": "Quay Lantern; calla\n~~~\nThe ferry Calla has 300 passengers.\n",
    "courier.tide": "Ridge Courier; calla\n~~~\nThe ferry Calla has 410 passengers.\n",
}


def built(source: Path, folder: Path) -> Path:
    into = folder / "wheel"
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)]
    subprocess.run(command, check=True, cwd=source, capture_output=True)
    (wheel,) = into.iterdir()
    return wheel


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugin")
    source = Path(copytree(ROOT / "templates" / "plugin", folder / "source"))
    return python_with(built(source, folder), folder)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_its_format_is_read_with_its_outlets_and_places(python: Path, desk: Path):
    status, out = told(python, "extract", "courier.tide", "--format", "jsonl", "-q", cwd=desk)
    assert status == 0, out
    claim = json.loads(out.splitlines()[0])
    assert (claim["outlet"], claim["text"]) == ("Ridge Courier", "410 passengers")


def test_its_measure_and_pack_are_there_and_their_tests_pass(python: Path, desk: Path):
    status, out = told(python, "rules", "test", "harbour", cwd=desk)
    assert (status, out.splitlines()[0]) == (0, "1 rule, 1 measure: 4 passed")


def test_its_comparator_relates_and_its_format_is_written(python: Path, desk: Path):
    check = ("check", ".", "--rules", "harbour", "-q")
    status, out = told(python, *check, cwd=desk)
    assert status == 1
    assert "34 dozen in Ridge Courier, 25 dozen in Quay Lantern" in out
    assert told(python, *check, "--format", "tally", cwd=desk) == (1, "    1 ferry-capacity\n")


def test_a_misspelt_comparator_is_told_with_what_there_is(python: Path, desk: Path):
    rule = "- {id: a, type: compare, select: {kind: quantity}, compare: {as: by-dozen}, report: {conflict: error}}"
    (desk / "mine.yaml").write_text(f"xref: 1\nrules:\n{rule}\n", encoding="utf-8")
    status, out = told(python, "rules", "validate", "mine.yaml", cwd=desk)
    assert status == 2
    assert 'as: "by-dozen" is not allowed' in out
    assert 'did you mean "by-dozens"?' in out
    assert "allowed: amount, date, words, names, titles, by-dozens" in out


@pytest.mark.parametrize(
    ("file", "line", "arguments", "why"),
    [
        (
            "comparators.py",
            'def relate(*_):\n    return "even", "so many"\n\n\nBY_DOZENS = Comparator("quantity", relate)',
            ("check", ".", "--rules", "harbour", "-q"),
            '(xref.comparators: by-dozens) gave "even"; allowed: agree, compatible,',
        ),
        (
            "comparators.py",
            'def relate(*_):\n    raise ValueError("no")\n\n\nBY_DOZENS = Comparator("quantity", relate)',
            ("check", ".", "--rules", "harbour", "-q"),
            "(xref.comparators: by-dozens) failed: ValueError: no",
        ),
        (
            "inputs.py",
            "import no_such_module",
            ("check", ".", "--rules", "harbour", "-q"),
            "(xref.inputs: tide) cannot be loaded: ModuleNotFoundError",
        ),
        (
            "measures.py",
            'MEASURES = {"ferry.capacity": {"countd": ["passenger"]}}',
            ("rules", "list", "--rules", "harbour"),
            'unknown key "countd"',
        ),
    ],
    ids=["no relation", "it fails", "not to be loaded", "no measure"],
)
def test_a_package_that_gives_what_is_none_stops_the_run(
    file: str, line: str, arguments: tuple[str, ...], why: str, python: Path, desk: Path
):
    where = "import xref_harbour; print(xref_harbour.__path__[0])"
    done = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    module = Path(done.stdout.strip()) / file
    kept = module.read_text(encoding="utf-8")
    module.write_text(f"{kept}\n\n{line}\n", encoding="utf-8")
    try:
        status, out = told(python, *arguments, cwd=desk)
    finally:
        module.write_text(kept, encoding="utf-8")
    assert (status, why in out) == (2, True), out
    assert "Traceback" not in out
