"""Compare rules over figures: they filter and split slots, and never join them."""

from datetime import date
from typing import Any

import pytest

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot, vague
from tests.rules.making import findings, results
from xref.model.claim import Claim, Scope
from xref.model.link import Origin, Slot

RULE = """
- id: toll
  type: compare
  select: {kind: quantity, measure: people.killed}
  report:
    conflict: {level: error, message: "{a.outlet} {a.text}, {b.outlet} {b.text}, {gap.rel}, {gap.abs}"}
    update: {level: info, message: "{b.outlet} revises {a.text} to {b.text}"}
    agree: {level: info, message: "{n.origins} of {n.articles}: {a.text}"}
"""


def killed(number: int, **more: Any) -> Any:
    return count(exact(number), "person", "people.killed", **more)


def newsroom(**texts: str) -> Newsroom:
    """An article of 2 May 2031 and on, a day apart, for each keyword, whose outlet it is."""
    return Newsroom(
        *(
            article(id_, id_.title(), text, title="Mill fire", published=(day, day))
            for id_, text, day in (
                (id_, text, date(2031, 5, 2 + number))
                for number, (id_, text) in enumerate(texts.items())
            )
        )
    )


def filled(claims: list[Claim], relations: dict[tuple[str, str], str], **more: Any) -> Slot:
    pairs = [pair(a, b, kind, f"{kind} it is") for (a, b), kind in relations.items()]
    return slot("s", "story", [cell(claim) for claim in claims], pairs, claims[0], **more)


def two(relation: str, rules: str = RULE, **links: Any) -> Any:
    room = newsroom(argus="The fire killed 14 people.", courier="The fire killed 16 people.")
    claims = [
        room.claim("argus", "14 people", killed(14)),
        room.claim("courier", "16 people", killed(16)),
    ]
    return findings(rules, room, slots=[filled(claims, {("argus", "courier"): relation})], **links)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [(14, 16, "13%"), (95, 100, "5%"), (96, 100, "4%"), (999, 1000, "0.1%"), (10, 100, "90%")],
)
def test_how_far_apart_two_figures_lie_is_told_as_a_share(one: int, other: int, gap: str) -> None:
    room = newsroom(argus=f"The fire killed {one} people.", courier=f"It killed {other} people.")
    claims = [
        room.claim(id_, f"{number} people", killed(number))
        for id_, number in (("argus", one), ("courier", other))
    ]
    slots = [filled(claims, {("argus", "courier"): "conflict"})]
    (found,) = findings(RULE, room, slots=slots)
    assert found.message.split(", ")[2:] == [gap, f"{other - one}"]


def test_a_finding_names_both_sides_and_why() -> None:
    (found,) = two("conflict")
    assert found.message == "Argus 14 people, Courier 16 people, 13%, 2"
    assert found.level.label == "error"
    assert (found.primary.article, found.primary.text, found.primary.note) == (
        "argus",
        "14 people",
        "Argus says",
    )
    assert [place.note for place in found.related] == ["Courier says"]
    assert (found.reason, found.slot, found.story) == ("conflict it is", "s", "story")


def test_the_earlier_article_is_the_first_side() -> None:
    room = newsroom(zephyr="The fire killed 14 people.", argus="The fire killed 16 people.")
    claims = [
        room.claim("zephyr", "14 people", killed(14)),
        room.claim("argus", "16 people", killed(16)),
    ]
    (found,) = findings(RULE, room, slots=[filled(claims, {("argus", "zephyr"): "update"})])
    assert found.message == "Argus revises 14 people to 16 people"


@pytest.mark.parametrize("relation", ["compatible", "scope", "attributed", "correction"])
def test_a_relation_without_a_report_is_an_outcome_and_no_finding(relation: str) -> None:
    room = newsroom(argus="The fire killed 14 people.", courier="The fire killed 16 people.")
    claims = [
        room.claim("argus", "14 people", killed(14)),
        room.claim("courier", "16 people", killed(16)),
    ]
    slots = [filled(claims, {("argus", "courier"): relation})]
    assert findings(RULE, room, slots=slots) == []
    assert [outcome.relation for outcome in results(RULE, room, slots=slots)] == [relation]


def five() -> tuple[Newsroom, list[Claim]]:
    room = newsroom(
        a="The fire killed 14 people.",
        b="The fire killed 14 people.",
        c="The fire killed 20 people.",
        d="The fire killed 15 people.",
        e="The fire killed dozens of people.",
    )
    values = {"a": 14, "b": 14, "c": 20, "d": 15}
    claims = [room.claim(id_, f"{number} people", killed(number)) for id_, number in values.items()]
    return room, [
        *claims,
        room.claim("e", "dozens of people", count(vague(12, 120), "person", "people.killed")),
    ]


FIVE = {
    ("a", "b"): "agree",
    ("a", "c"): "conflict",
    ("a", "d"): "conflict",
    ("b", "c"): "conflict",
    ("b", "d"): "conflict",
    ("c", "d"): "conflict",
    ("d", "e"): "conflict",
}


def test_one_finding_a_relation_with_the_clearest_pair_and_the_others_beside() -> None:
    room, claims = five()
    conflict, agree = findings(RULE, room, slots=[filled(claims, FIVE)])
    assert conflict.primary.article == "a"
    assert [place.article for place in conflict.related] == ["c", "b", "d", "e"]
    assert agree.message == "2 of 2: 14 people"


def test_a_plain_figure_shows_a_conflict_better_than_a_hedged_one() -> None:
    room, claims = five()
    only = {pair: kind for pair, kind in FIVE.items() if pair in (("d", "e"), ("a", "d"))}
    (found,) = findings(RULE, room, slots=[filled(claims, only)])
    assert (found.primary.article, found.related[0].article) == ("a", "d")


def test_copies_that_say_the_same_are_one_voice() -> None:
    room = newsroom(argus="The fire killed 14 people.", courier="The fire killed 14 people.")
    claims = [room.claim(id_, "14 people", killed(14)) for id_ in ("argus", "courier")]
    slots = [filled(claims, {("argus", "courier"): "agree"})]
    wire = Origin("wire", ("argus", "courier"), "the same words")
    assert len(findings(RULE, room, slots=slots)) == 1
    assert findings(RULE, room, slots=slots, origins=[wire]) == []


def test_a_copy_that_says_otherwise_is_told() -> None:
    wire = Origin("wire", ("argus", "courier"), "the same words")
    assert [found.relation for found in two("conflict", origins=[wire])] == ["conflict"]


def test_a_copy_adds_no_voice_to_agreement() -> None:
    room = newsroom(a="14 people died.", b="14 people died.", c="14 people died.")
    claims = [room.claim(id_, "14 people", killed(14)) for id_ in "abc"]
    slots = [filled(claims, {("a", "b"): "agree", ("a", "c"): "agree", ("b", "c"): "agree"})]
    wire = Origin("wire", ("b", "c"), "the same words")
    (found,) = findings(RULE, room, slots=slots, origins=[wire])
    assert found.message == "2 of 3: 14 people"


GROUPS = [
    ("min_sources: 3", {}, 0),
    ("min_sources: 2", {}, 1),
    ("within: 1d", {}, 1),
    ("across: outlet", {"outlet": "Argus"}, 0),
    ("across: article", {"outlet": "Argus"}, 1),
]


@pytest.mark.parametrize(("group", "second", "number"), GROUPS)
def test_groups_keep_pairs_apart(group: str, second: dict[str, str], number: int) -> None:
    room = Newsroom(
        article("a", "Argus", "14 people died.", title="Fire", published=(date(2031, 5, 2),) * 2),
        article(
            "b",
            second.get("outlet", "Courier"),
            "16 people died.",
            title="Fire",
            published=(date(2031, 5, 3),) * 2,
        ),
    )
    claims = [room.claim("a", "14 people", killed(14)), room.claim("b", "16 people", killed(16))]
    rules = RULE + f"  group: {{{group}}}\n"
    assert len(findings(rules, room, slots=[filled(claims, {("a", "b"): "conflict"})])) == number


def test_days_apart_are_counted_and_unknown_days_are_kept() -> None:
    for published, number in (((date(2031, 6, 2),) * 2, 0), (None, 1)):
        room = Newsroom(
            article("a", "Argus", "14 people died.", title="F", published=(date(2031, 5, 2),) * 2),
            article("b", "Courier", "16 people died.", title="F", published=published),
        )
        claims = [
            room.claim("a", "14 people", killed(14)),
            room.claim("b", "16 people", killed(16)),
        ]
        rules = RULE + "  group: {within: 2w}\n"
        slots = [filled(claims, {("a", "b"): "conflict"})]
        assert len(findings(rules, room, slots=slots)) == number


def test_a_slot_is_split_by_place_and_who_names_none_stands_with_a_single_place() -> None:
    room = newsroom(
        a="14 people died in Hask.",
        b="16 people died in Orle.",
        c="20 people died.",
        d="15 people died.",
    )
    values = {"a": (14, "Hask"), "b": (16, "Orle"), "c": (20, None), "d": (15, "Hask")}
    claims = [
        room.claim(id_, f"{number} people", killed(number, scope=Scope(place=place)))
        for id_, (number, place) in values.items()
    ]
    every = {(x, y): "conflict" for x in "abcd" for y in "abcd" if x < y}
    rules = RULE + "  group: {by: [measure, place]}\n"
    (found,) = findings(rules, room, slots=[filled(claims, every)])
    assert {found.primary.article, *(place.article for place in found.related)} == {"a", "d"}
    without_orle = {key: kind for key, kind in every.items() if "b" not in key}
    (found,) = findings(
        rules, room, slots=[filled([c for c in claims if c.article != "b"], without_orle)]
    )
    assert {found.primary.article, *(place.article for place in found.related)} == {"a", "c", "d"}


def test_a_tolerance_of_its_own_relates_the_pairs_anew() -> None:
    rules = RULE + "  compare: {tolerance: {rel: 20%}}\n"
    (found,) = two("conflict", rules)
    assert found.relation == "agree"


def test_rules_never_join_slots() -> None:
    room = newsroom(argus="The fire killed 14 people.", courier="The fire killed 16 people.")
    one = room.claim("argus", "14 people", killed(14))
    other = room.claim("courier", "16 people", killed(16))
    apart = [
        slot("s1", "story", [cell(one)], [], one),
        slot("s2", "story", [cell(other)], [], other),
    ]
    assert results(RULE, room, slots=apart) == []


def test_an_article_against_itself() -> None:
    room = newsroom(argus="14 people died. Later it says 41 people died.")
    first, second = (room.claim("argus", f"{n} people", killed(n)) for n in (14, 41))
    rules = RULE.replace(
        "  report:", '  report:\n    internal: {level: warning, message: "{a.text} and {b.text}"}'
    )
    inside = pair("argus", "argus", "internal", "the article gives both")
    both = slot("s", "story", [cell(second, first)], [inside], first)
    (found,) = findings(rules, room, slots=[both])
    assert found.message == "14 people and 41 people"


def test_fingerprints_survive_edits_elsewhere_and_articles_that_agree() -> None:
    (before,) = two("conflict")
    room = newsroom(
        argus="New words in front. The fire killed 14 people.",
        courier="The fire killed 16 people. More words.",
        ember="The fire killed 14 people.",
    )
    claims = [
        room.claim(id_, f"{n} people", killed(n))
        for id_, n in (("argus", 14), ("courier", 16), ("ember", 14))
    ]
    relations = {("argus", "courier"): "conflict", ("argus", "ember"): "agree"}
    after = findings(RULE, room, slots=[filled(claims, relations)])[0]
    assert (after.id, after.fingerprint) == (before.id, before.fingerprint)


def test_another_figure_is_another_fingerprint() -> None:
    room = newsroom(argus="The fire killed 14 people.", courier="The fire killed 61 people.")
    claims = [
        room.claim("argus", "14 people", killed(14)),
        room.claim("courier", "61 people", killed(61)),
    ]
    (found,) = findings(RULE, room, slots=[filled(claims, {("argus", "courier"): "conflict"})])
    assert found.fingerprint != two("conflict")[0].fingerprint


def test_the_same_words_never_contradict_each_other() -> None:
    room = newsroom(argus="The fire killed 14 people.", courier="In the fire 14 people died.")
    claims = [room.claim(id_, "14 people", killed(14)) for id_ in ("argus", "courier")]
    assert findings(RULE, room, slots=[filled(claims, {("argus", "courier"): "conflict"})]) == []
