"""`xref rules trace`: from a rule that finds nothing to the reason, in words."""

from pathlib import Path

import pytest

from tests.e2e.command import run
from tests.e2e.ferry import write

BEDS = """xref: 1
measures:
  hospital.beds: {counted: [bed], near: [ward, hospital]}
rules:
- id: beds
  type: compare
  select: {kind: quantity, measure: hospital.beds}
  report: {conflict: error}
  tests:
  - name: two counts
    given:
    - The new ward of Hollin hospital has 45 beds, the council said.
    - Hollin's new hospital ward will hold 52 beds.
    expect: conflict
"""
QUAY = "---\noutlet: Quay Lantern\nstory: s\n---\nThe new ward of Hollin hospital has 45 beds, the council said. It opens at Room 12.\n"
RIDGE = "---\noutlet: Ridge Courier\nstory: s\n---\nHollin's new hospital ward will hold 52 beds. Some 300 nurses work there.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "mine.yaml").write_text(BEDS, encoding="utf-8")
    write(tmp_path / "articles", quay=QUAY, ridge=RIDGE)
    return tmp_path


def test_a_trace_to_the_letter(desk: Path):
    done = run("rules", "trace", "beds", "articles", "--rules", "mine.yaml", cwd=desk)
    assert (done.status, done.err) == (0, "")
    assert (
        done.out
        == """\
beds (compare), 2 articles

claims of kind quantity                             3
selected                                            2
    Quay Lantern “45 beds”: read as 45, counts beds (bed), measure hospital.beds
    Ridge Courier “52 beds”: read as 52, counts beds (bed), measure hospital.beds, of Hollin
  - 1 measure: does not hold
      Ridge Courier “Some 300 nurses”: read as about 300: 270 to 330 (a convention, no limit),
        written to the nearest 100, counts nurses (nurse), measure none known; count
with a candidate in another article                 2
matched with one of them                            2
pairs set against each other                        1
    Quay Lantern “45 beds” · Ridge Courier “52 beds”: conflict
outcomes: 1 conflict                                1
findings                                            1
    Quay Lantern says “45 beds”, Ridge Courier says “52 beds”: Quay Lantern says “45 beds”, Ridge
      Courier “52 beds”: 45 against 52, and no words of either explain it.

numbers that are read as no figure and no date      1
    Quay Lantern “12” in “It opens at Room 12.”

1 finding.
"""
    )


def test_what_was_not_matched_is_told_with_its_ledger(desk: Path):
    far = "Every hospital of the land together has 9,400 beds, the ministry said on Friday."
    write(desk / "articles", ridge=RIDGE.split("Hollin", maxsplit=1)[0] + far)
    done = run("rules", "trace", "beds", "articles", "--rules", "mine.yaml", cwd=desk)
    assert "\nmatched with one of them                            0\n" in done.out
    assert done.out.count("Quay Lantern “45 beds” · Ridge Courier “9,400 beds”") == 1
    assert "one thing: " in done.out
    assert "probability 0." in done.out
    assert "value: very far " in done.out
    assert done.out.endswith(
        "Nothing is found: no claim came through “matched with one of them”.\n"
    )


def test_a_figure_that_was_read_otherwise_is_told(desk: Path):
    write(desk / "articles", ridge=RIDGE.replace("52 beds", "52 places"))
    done = run("rules", "trace", "beds", "articles", "--rules", "mine.yaml", cwd=desk)
    assert (
        "Ridge Courier “52 places”: read as 52, counts places (place), measure none known"
        in done.out
    )
    assert "no other article of its story has a selected claim" in done.out


def test_a_rule_is_traced_through_its_own_test(desk: Path):
    done = run("rules", "trace", "beds", "--test", "TWO", "--rules", "mine.yaml", cwd=desk)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("beds (compare), 2 articles\n")
    assert done.out.endswith("\n1 finding.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("beds",), "name INPUTS, or one of the rule's tests with --test"),
        (("beds", "--test", "three"), "its tests are “two counts”"),
        (("bed", "articles"), 'did you mean "beds"?'),
    ],
)
def test_a_trace_of_nothing_is_refused(desk: Path, arguments: tuple[str, ...], told: str):
    done = run("rules", "trace", *arguments, "--rules", "mine.yaml", cwd=desk)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
