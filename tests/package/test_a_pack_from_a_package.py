"""A package that brings a pack of rules: installed into a fresh environment, it is there by its name."""

import zipfile
from pathlib import Path

import pytest

from tests.package.fresh import python_with, told

pytestmark = pytest.mark.long

RULES = """xref: 1
measures:
  ferry.capacity: {counted: [passenger], near: [ferry], for: ["The ferry has 300 passengers."]}
rules:
- id: ferry-capacity
  type: compare
  select: {kind: quantity, measure: ferry.capacity}
  report: {conflict: error}
  tests:
  - name: two capacities
    given: ["The ferry Calla has 300 passengers.", "The ferry Calla has 410 passengers."]
    expect: conflict
"""
FILES = {
    "harbour_rules/__init__.py": "",
    "harbour_rules/ferries.yaml": RULES,
    "harbour_rules-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: harbour-rules\nVersion: 1.0\n",
    "harbour_rules-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: a\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "harbour_rules-1.0.dist-info/entry_points.txt": "[xref.packs]\nharbour = harbour_rules\n",
    "harbour_rules-1.0.dist-info/RECORD": "",
}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that has the package, and xref as it is here."""
    folder = tmp_path_factory.mktemp("fresh")
    wheel = folder / "harbour_rules-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    return python_with(wheel, folder)


def test_it_is_there_by_its_name(python: Path, tmp_path: Path):
    status, listed = told(python, "rules", "list", "--rules", "harbour", cwd=tmp_path)
    assert (status, "ferry-capacity" in listed) == (0, True), listed
    (tmp_path / "xref.toml").write_text('rules = ["default", "harbour"]\n', encoding="utf-8")
    status, listed = told(python, "rules", "list", cwd=tmp_path)
    assert (status, "ferry-capacity" in listed, "death-toll" in listed) == (0, True, True), listed


def test_a_pack_may_extend_it_and_a_wrong_name_is_told(python: Path, tmp_path: Path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("xref: 1\nextends: harbour\n", encoding="utf-8")
    status, tested = told(python, "rules", "validate", "mine.yaml", cwd=tmp_path)
    assert (status, tested) == (0, "1 rule in 1 file: all valid, 1 measure taught\n")
    status, tested = told(python, "rules", "list", "--rules", "harbor", cwd=tmp_path)
    assert status == 2
    assert "packs by name are default, " in tested
    assert "harbour" in tested
