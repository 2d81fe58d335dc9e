"""What the `xref rules` commands print."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.rules.making import linked, ruleset
from xref.model.link import NotCompared
from xref.rules import RuleSet, default_packs, load
from xref.rules.describe import found, listed, new_rule, schema, shown, traced, validated
from xref.rules.funnel import funnel
from xref.rules.load import files_of
from xref.rules.marks import parse
from xref.rules.models import MODELS
from xref.rules.scene import scene
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
    for file in files_of(default_packs()):
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


def test_a_trace_is_a_funnel_with_near_misses() -> None:
    room = Newsroom(
        article("a", "Argus", "14 people died. 3 boats sank.", title="T"),
        article("b", "Courier", "16 people died. 4 people hurt.", title="T"),
    )
    dead = [
        room.claim("a", "14 people", count(exact(14), "person", "people.killed")),
        room.claim("b", "16 people", count(exact(16), "person", "people.killed")),
    ]
    hurt = room.claim("b", "4 people", count(exact(4), "person", "people.injured"))
    boats = room.claim("a", "3 boats", count(exact(3), "boat"))
    both = slot(
        "s",
        "story",
        [cell(each) for each in dead],
        [pair("a", "b", "conflict", "so told")],
        dead[0],
    )
    missed = NotCompared((dead[0].id, hurt.id), "dead and hurt are not one figure")
    rules = ruleset(
        """
        - id: toll
          type: compare
          select: {kind: quantity, measure: people.*}
          report: {conflict: {level: error, message: "{a.text}, {b.text}"}}
        """
    )
    claims = {claim.id: claim for claim in room.claims}
    where = scene(room.articles, claims, linked(room, slots=[both], not_compared=[missed]))
    assert boats.id in claims
    assert traced(rules.rules[0], funnel(rules.rules[0], where)) == (
        "toll (compare)\n"
        "\n"
        "  claims of kind quantity                 4\n"
        "  selected                                3\n"
        "  groups (slots, split)                   1\n"
        "  groups that several articles fill       1\n"
        "  pairs                                   1\n"
        "  outcomes                                1\n"
        "  findings                                1\n"
        "\n"
        "turned away by\n"
        "  measure                                 1\n"
        "\n"
        "came out\n"
        "  conflict in s: 14 people, 16 people\n"
        "\n"
        "near misses\n"
        "  Argus: “14 people” · Courier: “4 people”\n"
        "    dead and hurt are not one figure\n"
    )


def test_a_trace_tells_what_excuses_a_claim() -> None:
    room = Newsroom(article("a", "Argus", "14 people died. 3 boats sank.", title="T"))
    for text, number in (("14 people", 14), ("3 boats", 3)):
        room.claim("a", text, count(exact(number), text.split()[1][:-1]))
    rules = ruleset(
        """
        - id: no-source
          type: claim
          select: {kind: quantity, attribution: none}
          unless: {near: sank, counted: boat}
          report: warning
        """
    )
    where = scene(room.articles, {claim.id: claim for claim in room.claims}, linked(room))
    (miss,) = funnel(rules.rules[0], where).near_misses
    assert (miss.what, miss.why) == (
        "Argus: “3 boats”",
        "excused: it is of the sort that unless: names",
    )
