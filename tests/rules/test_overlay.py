"""`extends:` changes just what it names."""

from pathlib import Path
from textwrap import dedent

import pytest

from xref.rules import RuleErrors, RuleSet, load
from xref.rules.models import CompareRule

BASE = """\
xref: 1
measures:
  boats.seized: {counted: [boat, trawler], near: [seize]}
rules:
- id: toll
  title: The toll
  type: compare
  select: {kind: quantity, measure: people.killed, subset: none}
  compare: {tolerance: {rel: 5%, abs: 2}}
  report:
    conflict: {level: error, message: "{a.text} or {b.text}"}
    agree: info
- id: boats
  type: claim
  select: {kind: quantity, measure: boats.seized}
  report: info
"""


def loaded(folder: Path, mine: str, *, both: bool = False) -> RuleSet:
    base, top = folder / "base.yaml", folder / "mine.yaml"
    base.write_text(BASE, encoding="utf-8")
    top.write_text(dedent(mine), encoding="utf-8")
    return load([base, top] if both else [top])


def toll(ruleset: RuleSet, id_: str = "toll") -> CompareRule:
    rule = ruleset.rule(id_)
    assert isinstance(rule, CompareRule)
    return rule


def test_a_pack_that_extends_another_holds_its_rules_and_measures(tmp_path: Path) -> None:
    ruleset = loaded(tmp_path, "xref: 1\nextends: base.yaml\n")
    assert [rule.id for rule in ruleset.rules] == ["toll", "boats"]
    assert [set(taught) for taught in ruleset.measures] == [{"boats.seized"}]


def test_what_is_not_named_stays(tmp_path: Path) -> None:
    rule = toll(
        loaded(
            tmp_path,
            """\
            xref: 1
            extends: base.yaml
            rules:
            - extends: toll
              compare: {tolerance: {rel: 20%}}
            """,
        )
    )
    assert rule.compare.tolerance is not None
    assert (str(rule.compare.tolerance.rel), str(rule.compare.tolerance.abs.number)) == ("0.2", "2")
    assert rule.title == "The toll"
    assert rule.report["conflict"].message == "{a.text} or {b.text}"


def test_a_level_alone_keeps_the_message(tmp_path: Path) -> None:
    rule = toll(
        loaded(
            tmp_path,
            """\
            xref: 1
            extends: base.yaml
            rules:
            - extends: toll
              report: {conflict: warning}
            """,
        )
    )
    assert rule.report["conflict"].level == "warning"
    assert rule.report["conflict"].message == "{a.text} or {b.text}"


def test_null_takes_away(tmp_path: Path) -> None:
    rule = toll(
        loaded(
            tmp_path,
            """\
            xref: 1
            extends: base.yaml
            rules:
            - extends: toll
              select: {subset: null}
              report: {agree: null}
            """,
        )
    )
    assert rule.select.subset is None
    assert set(rule.report) == {"conflict"}


def test_under_an_id_of_its_own_it_is_a_new_rule(tmp_path: Path) -> None:
    ruleset = loaded(
        tmp_path,
        """\
        xref: 1
        rules:
        - id: strict-toll
          extends: toll
          compare: {tolerance: null}
        """,
        both=True,
    )
    assert [rule.id for rule in ruleset.rules] == ["toll", "boats", "strict-toll"]
    assert toll(ruleset).compare.tolerance is not None
    assert toll(ruleset, "strict-toll").compare.tolerance is None


def test_overlays_stand_on_each_other_in_any_order(tmp_path: Path) -> None:
    ruleset = loaded(
        tmp_path,
        """\
        xref: 1
        rules:
        - {id: third, extends: second, title: Third}
        - {id: second, extends: toll, report: {conflict: info}}
        """,
        both=True,
    )
    assert toll(ruleset, "third").report["conflict"].level == "info"
    assert toll(ruleset, "third").title == "Third"


def test_a_rule_switched_off_does_not_run(tmp_path: Path) -> None:
    ruleset = loaded(
        tmp_path, "xref: 1\nextends: base.yaml\nrules:\n- {extends: toll, off: true}\n"
    )
    assert [rule.id for rule in ruleset.rules] == ["boats"]


def test_a_pack_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    ruleset = loaded(tmp_path, "xref: 1\nextends: [base.yaml, base.yaml]\n", both=True)
    assert len(ruleset.rules) == 2


def test_an_error_stands_where_the_part_was_written(tmp_path: Path) -> None:
    mine = """\
        xref: 1
        extends: base.yaml
        rules:
        - extends: toll
          compare: {tolerance: {rel: 20}}
        """
    with pytest.raises(RuleErrors) as caught:
        loaded(tmp_path, mine)
    (error,) = caught.value.errors
    assert Path(error.mark.file).name == "mine.yaml"
    assert (error.mark.line, error.mark.column) == (5, 30)


def test_an_error_in_the_base_stands_in_the_base(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BASE.replace("5%", "five"), encoding="utf-8")
    mine = "xref: 1\nextends: bad.yaml\nrules:\n- {extends: toll, title: Mine}\n"
    with pytest.raises(RuleErrors) as caught:
        loaded(tmp_path, mine)
    assert {Path(error.mark.file).name for error in caught.value.errors} == {"bad.yaml"}
