"""Of two rules that look at one pair of figures the more specific one speaks."""

import pytest

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.rules.making import findings


def told(rules: str, relation: str = "conflict", numbers: tuple[int, int] = (14, 16)) -> list[str]:
    one, two = numbers
    room = Newsroom(
        article("a", "Argus", f"{one} people died.", title="T"),
        article("b", "Courier", f"{two} people died.", title="T"),
    )
    dead = [
        room.claim(id_, f"{n} people", count(exact(n), "person", "people.killed"))
        for id_, n in zip("ab", numbers, strict=True)
    ]
    cells = [cell(each) for each in dead]
    both = slot("s", "story", cells, [pair("a", "b", relation, "so told")], dead[0])
    return [f"{each.rule}: {each.relation}" for each in findings(rules, room, slots=[both])]


ANY = "- {id: any, type: compare, select: {kind: quantity}, report: {conflict: warning, agree: info, compatible: info}}\n"
FAMILY = "- {id: family, type: compare, select: {kind: quantity, measure: people.*}, report: {conflict: warning}}\n"
TOLL = "- {id: toll, type: compare, select: {kind: quantity, measure: people.killed}, report: {conflict: error}}\n"
COUNTED = "- {id: counted, type: compare, select: {kind: quantity, measure: people.killed, counted: person}, report: {conflict: error}}\n"
LAX = "- {id: lax, type: compare, select: {kind: quantity, measure: people.killed}, compare: {tolerance: 20%}, report: {conflict: error}}\n"


@pytest.mark.parametrize(
    ("rules", "speaks"),
    [
        (ANY + FAMILY, ["family: conflict"]),
        (FAMILY + ANY, ["family: conflict"]),
        (ANY + TOLL, ["toll: conflict"]),
        (FAMILY + TOLL, ["toll: conflict"]),
        (TOLL + COUNTED, ["counted: conflict"]),
        (ANY + FAMILY + TOLL + COUNTED, ["counted: conflict"]),
        (TOLL + TOLL.replace("id: toll", "id: also"), ["also: conflict", "toll: conflict"]),
    ],
)
def test_the_more_specific_rule_speaks(rules: str, speaks: list[str]):
    assert told(rules) == speaks


def test_what_the_more_specific_rule_does_not_report_is_left_to_the_other():
    assert told(ANY + TOLL, "agree", (14, 14)) == ["any: agree"]


def test_a_difference_that_the_more_specific_rule_lets_pass_is_told_by_none():
    assert told(ANY + LAX) == []
    assert told(ANY + LAX, numbers=(14, 60)) == ["lax: conflict"]


def test_a_relation_that_both_give_in_different_words_is_told_once():
    tolerant = LAX.replace("{conflict: error}", "{conflict: error, compatible: info}")
    assert told(ANY + tolerant.replace("conflict: error, ", "agree: info, conflict: error, ")) != []
    assert len(told(ANY + tolerant.replace("{conflict", "{agree: info, conflict"))) == 1
