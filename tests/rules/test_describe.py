"""What the `xref rules` commands print."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.rules.making import ruleset
from xref import pipeline, ruletests
from xref.rules import RuleSet, default_packs, load
from xref.rules.describe import found, listed, listed_as_json, schema, shown, validated
from xref.rules.marks import parse
from xref.rules.models import MODELS
from xref.rules.packs import files_of
from xref.rules.starting import meant, new_rule
from xref.rules.vocabulary import TYPES


@pytest.fixture(scope="module")
def pack() -> RuleSet:
    return load(default_packs())


def test_list_has_a_line_for_each_rule(pack: RuleSet) -> None:
    lines = listed(pack).splitlines()
    assert [line.split()[0] for line in lines[1:]] == [rule.id for rule in pack.rules]


def test_what_is_shown_can_be_read_again_and_means_the_same(pack: RuleSet) -> None:
    for rule in pack.rules:
        top, errors = parse(shown(pack, rule.id), "shown.yaml")
        assert top is not None
        assert not errors
        again = MODELS[rule.type].model_validate(top.plain[0])
        assert again.model_copy(update={"about": rule.about}) == rule


def test_show_is_the_same_whatever_the_hash_seed(pack: RuleSet) -> None:
    text = shown(
        ruleset(
            "- {id: a, type: claim, select: {kind: [quantity, date, quotation]}, report: info}"
        ),
        "a",
    )
    assert "select: {kind: [date, quantity, quotation]}\n" in text


def test_a_rule_that_is_not_there_is_guessed_at(pack: RuleSet) -> None:
    with pytest.raises(KeyError) as caught:
        found(pack, pack.rules[0].id[:-1])
    assert f'did you mean "{pack.rules[0].id}"?' in caught.value.args[0]


def test_validate_counts(pack: RuleSet) -> None:
    told = validated(ruleset("- {id: a, type: claim, select: {kind: date}, report: info}"))
    assert told == "1 rule in 1 file: all valid"
    assert validated(pack).startswith(f"{len(pack.rules)} rule")


@pytest.mark.parametrize("type_", TYPES)
def test_a_new_rule_is_valid_as_it_is(type_: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(new_rule("ferry-count", type_), encoding="utf-8")
    (rule,) = load([file]).rules
    assert (rule.id, rule.type) == ("ferry-count", type_)


@pytest.mark.parametrize("type_", TYPES)
def test_a_new_rule_is_about_what_was_named(type_: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(new_rule("ferry-capacity", type_, "passenger", ("ferry", "carry")))
    rules = load([file])
    assert rules.measures == (
        {
            "ferry.capacity": {
                "counted": ["passenger"],
                "near": ["ferry", "carry"],
                "for": ["The ferry has 300 passengers."],
            }
        },
    )
    results = ruletests.run(rules, pipeline.run)
    assert all(result.good for result in results), ruletests.told(results)


def test_what_an_id_means() -> None:
    assert meant("ferry-capacity") == ("capacity", ("ferry",))
    assert meant("new-hospital-bed") == ("bed", ("new", "hospital"))
    assert meant("toll") is None
    assert meant("rule-2") is None


def test_a_new_rule_of_no_type() -> None:
    with pytest.raises(KeyError, match="allowed: compare, claim, support"):
        new_rule("a", "comparison")


def test_the_published_schema_is_that_of_the_models() -> None:
    published = Path(__file__).parents[2] / "rules" / "rules.schema.json"
    assert published.read_text(encoding="utf-8") == schema(), "write it again: xref rules schema"


def test_the_schema_takes_every_packaged_file() -> None:
    rules: Any = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(rules)
    check = jsonschema.Draft202012Validator(rules)
    for file in files_of([Path(__file__).parents[2] / "rules"]):
        top, _ = parse(file.read_text(encoding="utf-8"), file.name)
        assert top is not None
        assert list(check.iter_errors(top.plain)) == [], file


@pytest.mark.parametrize(
    "rule",
    [
        {"id": "a", "type": "claim", "select": {"kind": "quantty"}, "report": "info"},
        {"id": "a", "type": "claim", "select": {"knd": "quantity"}, "report": "info"},
        {"id": "a", "type": "claim", "select": {"kind": "quantity"}, "report": "loud"},
        {"id": "a", "type": "support", "select": {"kind": "quantity"}, "report": "info"},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(rule: dict[str, Any]) -> None:
    check = jsonschema.Draft202012Validator(json.loads(schema()))
    assert not check.is_valid({"xref": 1, "rules": [rule]})


@pytest.mark.parametrize(
    ("line", "valid"),
    [
        ({"conflict": {"level": "error", "message": "{a.text} {{so}} {gap.rel}"}}, True),
        ({"conflict": "error", "altered": "info"}, True),
        ({"conflct": "error"}, False),
        ({"conflict": {"level": "error", "message": "{a.txt}"}}, False),
        ({"conflict": {"level": "error", "message": "{a.text"}}, False),
    ],
)
def test_the_schema_knows_relations_and_placeholders(line: dict[str, Any], valid: bool) -> None:
    check = jsonschema.Draft202012Validator(json.loads(schema()))
    rule = {"id": "a", "type": "compare", "select": {"kind": "quantity"}, "report": line}
    assert check.is_valid({"xref": 1, "rules": [rule]}) is valid


def test_the_list_as_json_says_where_each_rule_stands(pack: RuleSet) -> None:
    rows = json.loads(listed_as_json(pack))
    assert [row["id"] for row in rows] == [rule.id for rule in pack.rules]
    toll = next(row for row in rows if row["id"] == "death-toll")
    assert toll["file"].endswith("casualties.yaml")
    assert toll["line"] > 1
    assert toll["relations"][-1] == "conflict"
    assert toll["reports"] == ["error", "warning", "info"]
