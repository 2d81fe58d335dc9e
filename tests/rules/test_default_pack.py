"""The tests that sit in the rules of the default pack, run through the whole pipeline."""

import re
from functools import cache
from pathlib import Path

import pytest

from xref import pipeline, ruletests
from xref.rules import RuleSet, default_packs, load


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
