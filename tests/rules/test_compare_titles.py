"""Compare rules over persons: titles that one person cannot hold at one time."""

import pytest

from tests.golden.making import Newsroom, article
from tests.rules.making import findings
from xref.model.link import Origin, Person, PersonTitle

RULE = """
- id: title
  type: compare
  select: {kind: person}
  report:
    conflict: {level: warning, message: "{name}: {a.outlet} {a.text}, {b.outlet} {b.text}"}
    agree: {level: info, message: "{a.text}"}
"""


def person(room: Newsroom, *given: tuple[str, str]) -> Person:
    titles = tuple(PersonTitle(title, room.place(id_, title)) for id_, title in given)
    return Person("p", "story", "Ada Lorn", ("Lorn",), titles)


def newsroom(*titles: str) -> Newsroom:
    return Newsroom(
        *(
            article(f"n{number}", f"Outlet {number}", f"So said {title} Ada Lorn.", title="T")
            for number, title in enumerate(titles)
        )
    )


def relations(
    *titles: str, select: str = "{kind: person}", origins: tuple[Origin, ...] = ()
) -> list[str]:
    room = newsroom(*titles)
    someone = person(room, *((f"n{number}", title) for number, title in enumerate(titles)))
    rules = RULE.replace("{kind: person}", select)
    return [found.message for found in findings(rules, room, persons=[someone], origins=origins)]


def test_two_offices_are_told_with_their_outlets() -> None:
    told = relations("Foreign Minister", "Deputy Foreign Minister")
    assert told == ["Ada Lorn: Outlet 0 Foreign Minister, Outlet 1 Deputy Foreign Minister"]


@pytest.mark.parametrize("other", ["Minister", "former Foreign Minister", "economist"])
def test_what_one_person_can_be_is_no_conflict(other: str) -> None:
    assert relations("Foreign Minister", other) == []


def test_one_title_in_two_outlets_agrees() -> None:
    assert relations("Foreign Minister", "foreign minister") == ["Foreign Minister"]


def test_copies_are_one_voice() -> None:
    wire = Origin("wire", ("n0", "n1"), "the same words")
    assert relations("General", "Colonel", origins=(wire,)) == []


def test_persons_are_selected_by_name() -> None:
    assert relations("General", "Colonel", select="{kind: person, name: lorn}") != []
    assert relations("General", "Colonel", select="{kind: person, name: Vane}") == []


def test_an_article_that_gives_both_offices_settles_it() -> None:
    room = Newsroom(
        article("a", "Argus", "Prime Minister Ada Lorn spoke.", title="T"),
        article(
            "b", "Courier", "Defence Minister Ada Lorn, who is Prime Minister, spoke.", title="T"
        ),
    )
    someone = person(
        room, ("a", "Prime Minister"), ("b", "Defence Minister"), ("b", "Prime Minister")
    )
    found = findings(RULE, room, persons=[someone])
    assert [each.relation for each in found] == ["agree"]
