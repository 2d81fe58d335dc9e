"""The way of a rule through a run: what each step left, what it dropped and why."""

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from tests.rules.making import linked, ruleset
from xref.model.link import NotCompared, Origin
from xref.rules.funnel import funnel
from xref.rules.scene import scene
from xref.rules.steps import Funnel


def way(rules: str, room: Newsroom, **links: object) -> Funnel:
    claims = {claim.id: claim for claim in room.claims}
    return funnel(ruleset(rules).rules[0], scene(room.articles, claims, linked(room, **links)))


def counts(found: Funnel) -> list[tuple[str, int]]:
    return [(step.name, step.count) for step in found.steps]


def dropped(found: Funnel) -> list[tuple[str, int]]:
    return [(each.why, each.count) for step in found.steps for each in step.dropped]


TOLL = """
- id: toll
  type: compare
  select: {kind: quantity, measure: people.*}
  report: {conflict: {level: error, message: "{a.text}, {b.text}"}}
"""


def two() -> Newsroom:
    room = Newsroom(
        article("a", "Argus", "14 people died. 3 boats sank.", title="T"),
        article("b", "Courier", "16 people died. 4 people hurt.", title="T"),
    )
    for id_, text, number, measure in (
        ("a", "14 people", 14, "people.killed"),
        ("b", "16 people", 16, "people.killed"),
        ("b", "4 people", 4, "people.injured"),
        ("a", "3 boats", 3, None),
    ):
        room.claim(id_, text, count(exact(number), text.split()[1].rstrip("s"), measure))
    return room


def test_every_step_is_counted_down_to_the_finding():
    room = two()
    a, b, hurt, _ = room.claims
    both = slot("s", "story", [cell(a), cell(b)], [pair("a", "b", "conflict", "so told")], a)
    missed = NotCompared((a.id, hurt.id), "dead and hurt are not one figure")
    found = way(TOLL, room, slots=[both], not_compared=[missed])
    assert counts(found) == [
        ("claims of kind quantity", 4),
        ("selected", 3),
        ("with a candidate in another article", 3),
        ("matched with one of them", 2),
        ("pairs set against each other", 1),
        ("outcomes: 1 conflict", 1),
        ("findings", 1),
    ]
    assert dropped(found) == [
        ("measure: does not hold", 1),
        ("dead and hurt are not one figure", 1),
    ]
    assert found.stopped is None


def test_what_stands_alone_is_told_where_it_falls_out():
    room = two()
    rules = TOLL.replace("people.*", "people.injured")
    found = way(rules, room)
    assert found.stopped is not None
    assert found.stopped.name == "with a candidate in another article"
    assert ("no other article of its story has a selected claim", 1) in dropped(found)


def test_copies_and_outlets_that_are_one_are_told():
    room = two()
    a, b, *_ = room.claims
    both = slot("s", "story", [cell(a), cell(b)], [pair("a", "b", "agree", "so told")], a)
    wire = Origin("wire", ("a", "b"), "the same words")
    found = way(TOLL, room, slots=[both], origins=[wire])
    assert ("1 independent text, min_sources is 2", 1) in dropped(found)


def test_a_relation_without_a_line_is_told():
    room = two()
    a, b, *_ = room.claims
    both = slot("s", "story", [cell(a), cell(b)], [pair("a", "b", "agree", "so told")], a)
    found = way(TOLL, room, slots=[both])
    assert counts(found)[-2:] == [("outcomes: 1 agree", 1), ("findings", 0)]
    assert dropped(found)[-1] == ("agree: report: has no line for it", 1)


def test_what_excuses_a_claim_is_told():
    rules = """
    - id: no-source
      type: claim
      select: {kind: quantity, attribution: none}
      unless: {near: sank, counted: boat}
      report: warning
    """
    found = way(rules, two())
    assert dropped(found) == [("unless: it is of the sort that is named there", 1)]
    assert counts(found)[-1] == ("findings", 3)


def test_of_those_turned_away_the_nearest_come_first():
    room = two()
    rules = TOLL.replace("people.*}", "people.injured, counted: person, value: {min: 10}}")
    (_, selected, *_) = way(rules, room).steps
    first = [each.examples[0].claims for each in selected.dropped]
    assert first[0] == (room.claims[0].id,)
