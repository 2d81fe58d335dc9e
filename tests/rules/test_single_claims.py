"""Claim and support rules: one claim on its own, how well it is backed, and what excuses it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.rules.making import findings
from xref.model.claim import NO_SOURCE, Act, Aside, Claim, Elsewhere, Statement
from xref.model.link import Check, Origin, Slot
from xref.model.span import Span

CLAIM = """
- id: no-source
  type: claim
  select: {kind: quantity, attribution: none, value: {min: 10}}
  report: {level: warning, message: "{outlet}: {text} ({measure})"}
"""
SUPPORT = """
- id: one-voice
  type: support
  select: {kind: quantity, attribution: anonymous}
  require: {distinct: origin, min: 2}
  report: {level: warning, message: "{a.text}, {a.speaker}: {n.origins} of {n.articles}"}
"""


def held(number: int) -> Any:
    return count(exact(number), "person", "people.arrested")


def newsroom(*texts: str) -> Newsroom:
    return Newsroom(
        *(article(f"n{at}", f"Outlet {at}", text, title="T") for at, text in enumerate(texts))
    )


def shared(claims: list[Claim], relation: str = "agree") -> Slot:
    pairs = [
        pair(a.article, b.article, relation, "as told")
        for at, a in enumerate(claims)
        for b in claims[at + 1 :]
    ]
    return slot("s", "story", [cell(claim) for claim in claims], pairs, claims[0])


def test_a_claim_without_a_source() -> None:
    room = newsroom("Police held 300 people and 4 dogs.")
    room.claim("n0", "300 people", held(300))
    room.claim("n0", "4 dogs", count(exact(4), "dog"))
    (found,) = findings(CLAIM, room)
    assert found.message == "Outlet 0: 300 people (persons)"
    assert (found.relation, found.related) == ("claim", ())


def test_words_printed_twice_count_once() -> None:
    room = newsroom("Police held 300 people.", "Police held 300 people.")
    first = room.claim("n0", "300 people", held(300))
    room.claim("n1", "300 people", held(300), repeats=first.id)
    assert len(findings(CLAIM, room)) == 1


def test_the_same_words_in_two_places_have_fingerprints_of_their_own() -> None:
    room = newsroom("300 people came. And 300 people left.")
    first = room.claim("n0", "300 people", held(300))
    again = "left"
    second = room.claim("n0", again, held(300))
    assert first.span != second.span
    found = findings(CLAIM, room)
    assert len({each.fingerprint for each in found}) == len({each.id for each in found}) == 2


@pytest.mark.parametrize(
    ("unless", "number"),
    [
        ("{corroborated: {min_origins: 2}}", 0),
        ("{corroborated: {min_origins: 3}}", 2),
        ("{sourced: article}", 2),
        ("{sourced: story}", 2),
        ("{zone: body}", 0),
        ("{near: [arrest, hold]}", 0),
        ("{near: [release]}", 2),
    ],
)
def test_what_excuses_a_claim(unless: str, number: int) -> None:
    room = newsroom("Police arrested 300 people.", "Police arrested 300 people.")
    claims = [room.claim(id_, "300 people", held(300)) for id_ in ("n0", "n1")]
    rules = CLAIM + f"  unless: {unless}\n"
    assert len(findings(rules, room, slots=[shared(claims)])) == number


def test_a_source_elsewhere_in_the_story_excuses_a_figure() -> None:
    room = newsroom("Police held 300 people.", "The mayor said 300 people were held.")
    bare = room.claim("n0", "300 people", held(300))
    said = room.claim("n1", "300 people", held(300), room.said("n1", "The mayor", "said"))
    links = {"slots": [shared([bare, said])]}
    assert len(findings(CLAIM, room, **links)) == 1
    assert len(findings(CLAIM + "  unless: {sourced: article}\n", room, **links)) == 1
    assert findings(CLAIM + "  unless: {sourced: story}\n", room, **links) == []


def test_a_source_elsewhere_in_the_article_excuses_a_figure() -> None:
    room = newsroom("300 people held. The mayor said 300 people were held.")
    bare = room.claim("n0", "300 people", held(300))
    said = room.claim("n0", "300 people were", held(300), room.said("n0", "The mayor", "said"))
    both = slot("s", "story", [cell(bare, said, current=0)], [], bare)
    assert len(findings(CLAIM, room, slots=[both])) == 1
    assert findings(CLAIM + "  unless: {sourced: article}\n", room, slots=[both]) == []


def test_a_source_in_the_sentence_beside_excuses_a_figure() -> None:
    room = newsroom("300 people held. The mayor said 40 were let go. 7 people ran.")
    room.claim("n0", "300 people", held(300))
    room.claim("n0", "40", held(40), room.said("n0", "The mayor", "said"))
    assert len(findings(CLAIM, room)) == 1
    assert findings(CLAIM + "  unless: {sourced: article}\n", room) == []


def test_a_figure_beside_the_question_of_the_story_is_background() -> None:
    room = newsroom("Police held 300 people. 20 people were held in the town.")
    own = room.claim("n0", "300 people", held(300))
    room.claim("n0", "20 people", held(20))
    rules = CLAIM + "  unless: {background: true}\n"
    assert len(findings(rules, room)) == 2
    stands = slot("s", "story", [cell(own)], [], own)
    (found,) = findings(rules, room, slots=[stands])
    assert found.primary.text == "300 people"


def test_a_toll_far_from_the_head_of_its_article_is_background() -> None:
    for before, number in ((2, 1), (9, 0)):
        room = newsroom("Talks went on. " * before + "Fire took 30 lives.")
        claim = room.claim("n0", "30 lives", replace(held(30), measure="people.killed"))
        stands = slot("s", "story", [cell(claim)], [], claim)
        rules = CLAIM + "  unless: {background: true}\n"
        assert len(findings(rules, room, slots=[stands])) == number


def test_a_toll_that_times_something_else_is_background_behind_the_lead() -> None:
    for before, number in ((0, 1), (2, 0)):
        room = newsroom("Talks went on. " * before + "It closed after 30 people fell ill.")
        claim = room.claim("n0", "30 people", held(30))
        stands = slot("s", "story", [cell(claim)], [], claim)
        rules = CLAIM + "  unless: {background: true}\n"
        assert len(findings(rules, room, slots=[stands])) == number


def test_a_figure_of_an_earlier_event_is_background() -> None:
    room = newsroom("Police held 300 people last month.")
    before = Elsewhere(Aside.EARLIER, room.place("n0", "last month").span)
    room.claim("n0", "300 people", held(300), elsewhere=before)
    assert findings(CLAIM + "  unless: {background: true}\n", room) == []


def anonymous(room: Newsroom, id_: str) -> Claim:
    said = room.said(id_, "An official", "said", "anonymous")
    return room.claim(id_, "300 people", held(300), said)


def test_one_anonymous_voice() -> None:
    room = newsroom("An official said 300 people were held.", "Talks went on.")
    anonymous(room, "n0")
    (found,) = findings(SUPPORT, room)
    assert found.message == "300 people, An official: 1 of 2"
    assert found.reason == "1 independent text has it; the rule asks for 2"


def test_a_story_of_one_text_cannot_meet_it_and_is_not_judged() -> None:
    room = newsroom(
        "An official said 300 people were held.", "An official said 300 people were held."
    )
    anonymous(room, "n0")
    copies = [Origin("wire", ("n0", "n1"), "the same words")]
    assert findings(SUPPORT, room, origins=copies) == []


@pytest.mark.parametrize(("relation", "number"), [("agree", 0), ("compatible", 0), ("conflict", 2)])
def test_another_text_backs_a_claim_when_it_agrees(relation: str, number: int) -> None:
    room = newsroom(
        "An official said 300 people were held.", "An official said 300 people were held."
    )
    claims = [anonymous(room, "n0"), anonymous(room, "n1")]
    assert len(findings(SUPPORT, room, slots=[shared(claims, relation)])) == number


@pytest.mark.parametrize(("distinct", "number"), [("speaker", 2), ("outlet", 0)])
def test_what_must_be_distinct(distinct: str, number: int) -> None:
    room = newsroom(
        "An official said 300 people were held.", "An official said 300 people were held."
    )
    claims = [anonymous(room, "n0"), anonymous(room, "n1")]
    rules = SUPPORT.replace("distinct: origin", f"distinct: {distinct}")
    assert len(findings(rules, room, slots=[shared(claims)])) == number


def test_statements_are_selected_by_what_they_do() -> None:
    room = newsroom("The company is hiding the leak.")
    value = Statement(Act.ACCUSES, "affirmed", (), Span(0, 31))
    room.claim("n0", "The company is hiding the leak.", value, NO_SOURCE)
    rules = """
    - id: accusation
      type: claim
      select: {kind: statement, act: accuses, hedged: false}
      report: {level: info, message: "{text}"}
    """
    assert [found.message for found in findings(rules, room)] == ["The company is hiding the leak."]
    assert findings(rules.replace("false", "true"), room) == []


def test_a_sanity_check_names_itself_in_its_reason() -> None:
    room = newsroom("Six states met: Orle, Hask and Venn.")
    places = (room.place("n0", "Six states"), room.place("n0", "Orle, Hask and Venn"))
    check = Check("count differs from its list", "story", "six are announced, three named", places)
    rules = """
    - id: sums
      type: claim
      select: {kind: check, check: [list, sum]}
      report: {level: warning, message: "{outlet}: {reason}"}
    """
    (found,) = findings(rules, room, checks=[check])
    assert found.relation == "sanity"
    assert found.message == "Outlet 0: six are announced, three named"
    assert found.reason.startswith("count differs from its list: ")
    assert findings(rules.replace("[list, sum]", "weekday"), room, checks=[check]) == []


def test_findings_come_by_level_story_rule_and_place() -> None:
    room = newsroom("300 people held, 200 people fled.", "40 people held.")
    for id_, text, number in (
        ("n1", "40 people", 40),
        ("n0", "200 people", 200),
        ("n0", "300 people", 300),
    ):
        room.claim(id_, text, held(number))
    rules = CLAIM + CLAIM.replace("no-source", "a-rule").replace("warning", "info").replace(
        "10", "100"
    )
    told = [(found.rule, found.primary.text) for found in findings(rules, room)]
    assert told == [
        ("no-source", "300 people"),
        ("no-source", "200 people"),
        ("no-source", "40 people"),
        ("a-rule", "300 people"),
        ("a-rule", "200 people"),
    ]


def test_a_rule_is_silent_where_one_that_it_yields_to_speaks() -> None:
    room = newsroom("300 people held, 40 people fled.")
    for text, number in (("300 people", 300), ("40 people", 40)):
        room.claim("n0", text, held(number))
    rules = (
        CLAIM + CLAIM.replace("no-source", "big").replace("10", "100") + "  yields_to: no-source\n"
    )
    assert [found.rule for found in findings(rules, room)] == ["no-source", "no-source"]
    other = (
        CLAIM.replace("10", "100")
        + CLAIM.replace("no-source", "any")
        + "  yields_to: [no-source]\n"
    )
    told = [(found.rule, found.primary.text) for found in findings(other, room)]
    assert told == [("any", "40 people"), ("no-source", "300 people")]


def test_an_article_is_told_once_of_each_slot() -> None:
    room = newsroom("300 people held. In all 300 people, then.")
    first = room.claim("n0", "300 people", held(300))
    again = room.claim("n0", "300 people, then", held(300))
    apart = room.claim("n0", "In all 300 people", held(300))
    both = slot("s", "story", [cell(first, again)], [], first)
    told = [found.primary.claim for found in findings(CLAIM, room, slots=[both])]
    assert told == [first.id, apart.id]


def test_a_total_that_was_added_up_is_nobody_s_claim() -> None:
    room = newsroom("200 women and 100 men held.")
    parts = [
        room.claim("n0", text, held(number))
        for text, number in (("200 women", 200), ("100 men", 100))
    ]
    room.claim("n0", "200 women and 100 men", held(300), derived_from=tuple(c.id for c in parts))
    assert [found.primary.text for found in findings(CLAIM, room)] == ["200 women", "100 men"]


def test_a_figure_that_an_article_gives_besides_is_backed_by_whoever_gives_it() -> None:
    room = newsroom(
        "An official said 300 people were held. The mayor said 90 people.", "300 people were held."
    )
    said = anonymous(room, "n0")
    standing = room.claim("n0", "90 people", held(90), room.said("n0", "The mayor", "said"))
    other = room.claim("n1", "300 people", held(300))
    cells = [cell(said, standing), cell(other)]
    apart = slot("s", "story", cells, [pair("n0", "n1", "attributed", "two sources")], said)
    assert findings(SUPPORT, room, slots=[apart]) == []
    without = slot("s", "story", cells[:1], [], said)
    assert len(findings(SUPPORT, room, slots=[without])) == 1


def test_a_claim_may_fill_several_slots_and_is_told_once() -> None:
    room = newsroom("300 people were held.", "300 people were held.", "40 people were held.")
    numbers = (300, 300, 40)
    claims = [room.claim(f"n{at}", f"{n} people", held(n)) for at, n in enumerate(numbers)]
    first = slot(
        "s", "story", [cell(c) for c in claims[:2]], [pair("n0", "n1", "agree", "")], claims[0]
    )
    rival = slot(
        "t", "story", [cell(c) for c in claims], [pair("n0", "n2", "scope", "")], claims[0]
    )
    told = findings(CLAIM, room, slots=[first, rival])
    assert [found.primary.article for found in told] == ["n0", "n1", "n2"]
    rules = CLAIM + "  unless: {corroborated: {min_origins: 2}}\n"
    assert [f.primary.article for f in findings(rules, room, slots=[first, rival])] == ["n2"]
