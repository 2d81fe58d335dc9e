"""The tests that sit in the rules of the default pack, run through the whole pipeline."""

import re
from functools import cache
from pathlib import Path

import pytest

from xref import pipeline, ruletests
from xref.model.relation import SEVERITY
from xref.rules import RuleSet, default_packs, load
from xref.rules.models import CompareRule
from xref.rules.vocabulary import WORDINGS


@cache
def pack() -> RuleSet:
    return load(default_packs())


@cache
def words() -> pipeline.Words:
    return pipeline.words(pack())


@pytest.mark.parametrize("id_", [rule.id for rule in pack().rules])
def test_a_rule_does_what_its_tests_say(id_: str) -> None:
    results = ruletests.run(pack().only(id_), lambda given, one: pipeline.run(given, one, words()))
    assert all(result.good for result in results), ruletests.told(results)


def test_the_worked_example_of_the_manual_does_what_it_says(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    rule, tests, *_ = re.findall(r"```yaml\n(.*?)```", manual, re.S)
    file = tmp_path / "my-rules.yaml"
    file.write_text(rule + tests, encoding="utf-8")
    mine = load([file])
    taught = pipeline.words(mine)
    results = ruletests.run(mine, lambda given, one: pipeline.run(given, one, taught))
    assert all(result.good for result in results), ruletests.told(results)


@pytest.mark.parametrize(
    "rule", [r for r in pack().rules if isinstance(r, CompareRule)], ids=lambda r: r.id
)
def test_a_compare_rule_shows_the_worst_that_it_reports(rule: CompareRule) -> None:
    worst = max(
        (r for r in rule.report if r in ("internal", "conflict", *WORDINGS)),
        key=lambda r: SEVERITY[r],
    )
    shown = {each.relation for test in rule.tests for each in test.expect}
    reported = {each for each in rule.report if SEVERITY[each] >= SEVERITY["omission"]}
    assert worst in shown or reported & shown, rule.id


@pytest.mark.parametrize(
    "rule",
    [r for r in pack().rules if isinstance(r, CompareRule) and r.comparison in ("amount", "date")],
    ids=lambda r: r.id,
)
def test_a_rule_of_figures_tells_a_plain_contradiction_in_two_wordings(rule: CompareRule) -> None:
    told = [t for t in rule.tests if [e.relation for e in t.expect] == ["conflict"] and not t.todo]
    wordings = [{re.sub(r"[\d,.]+|\w+teen|\w+ty", "#", s.text) for s in t.given} for t in told]
    assert any(len(each) > 1 for each in wordings), rule.id
