"""Keys of `select` that look at the words around a figure, and sets of keys over checks and persons."""

from datetime import date

import pytest

from tests.golden.making import Newsroom, article, count, exact
from tests.rules.making import ruleset
from xref.model.link import Check, Person
from xref.rules.select import Selector, holds_for_check, holds_for_person


def select_of(select: str, type_: str = "claim"):
    report = "info" if type_ == "claim" else "{conflict: info}"
    rule = f"- {{id: a, type: {type_}, select: {{{select}}}, report: {report}}}"
    return ruleset(rule).rules[0].select


@pytest.mark.parametrize(
    ("text", "figure", "back"),
    [
        ("The 20 people left.", "20 people", True),
        ("Of the 20 people two left.", "20 people", True),
        ("Of the first 20 people two left.", "20 people", True),
        ("The mayor greeted the first 20 people.", "20 people", True),
        ("He greeted all 20 people.", "20 people", True),
        ("It was their 20 people.", "20 people", True),
        ("All 20 people left.", "All 20 people", True),
        ("Both 20 people left.", "Both 20 people", True),
        ("20 people left.", "20 people", False),
        ("At first 20 people left.", "20 people", False),
        ("The mayor said 20 people left.", "20 people", False),
        ("They left. Then 20 people came.", "20 people", False),
        ("The town saw 20 people.", "20 people", False),
    ],
)
def test_a_figure_that_points_back(text: str, figure: str, back: bool) -> None:
    room = Newsroom(article("a", "The Argus", text, title="T"))
    claim = room.claim("a", figure, count(exact(20), "person"))
    for asked in (True, False):
        chosen = Selector(select_of(f"kind: quantity, definite: {str(asked).lower()}"))
        assert chosen.takes(claim, room.articles["a"]) is (asked is back)


@pytest.mark.parametrize(
    ("text", "published", "kind"),
    [
        ("It cost 20 lives.", (date(2031, 5, 4),) * 2, "none"),
        ("It cost 20 lives in 2031.", (date(2031, 5, 4),) * 2, "same"),
        ("It cost 20 lives in 2030.", (date(2031, 5, 4),) * 2, "other"),
        ("It cost 20 lives in 2032.", (date(2031, 5, 4),) * 2, "other"),
        ("It cost 20 lives in 2031 and 2029.", (date(2031, 5, 4),) * 2, "other"),
        ("It cost 20 lives in 2030.", (date(2030, 12, 31), date(2031, 1, 1)), "same"),
        ("It cost 20 lives in 2031.", (date(2030, 12, 31), date(2031, 1, 1)), "same"),
        ("It cost 20 lives in 2032.", (date(2030, 12, 31), date(2031, 1, 1)), "other"),
        ("It cost 20 lives in 2031.", None, "other"),
    ],
)
def test_the_year_of_a_sentence(text: str, published: tuple[date, date] | None, kind: str) -> None:
    room = Newsroom(article("a", "The Argus", text, title="T", published=published))
    claim = room.claim("a", "20 lives", count(exact(20), "life"))
    taken = [
        year
        for year in ("none", "same", "other")
        if Selector(select_of(f"kind: quantity, year: {year}")).takes(claim, room.articles["a"])
    ]
    assert taken == [kind]


SETS = [
    ("{x}: alpha", "alpha"),
    ("all: [{{{x}: alpha}}, {{{x}: beta}}]", ""),
    ("all: [{{{x}: [alpha, beta]}}, {{{x}: beta}}]", "beta"),
    ("any: [{{{x}: alpha}}, {{{x}: beta}}]", "alpha beta"),
    ("any: [{{{x}: alpha}}, {{{x}: none of these}}]", "alpha"),
    ("not: {{{x}: alpha}}", "beta gamma"),
    ("not: [{{{x}: alpha}}, {{{x}: beta}}]", "gamma"),
    ("{x}: {{not: [alpha, gamma]}}", "beta"),
    ("any: [{{{x}: alpha}}, {{{x}: beta}}], not: {{{x}: beta}}", "alpha"),
]


@pytest.mark.parametrize(("select", "taken"), SETS)
def test_sets_of_keys_over_persons(select: str, taken: str) -> None:
    chosen = select_of(f"kind: person, {select.format(x='name')}", "compare")
    people = [
        Person(name, "s", f"Ada {name.title()}", (), ()) for name in ("alpha", "beta", "gamma")
    ]
    assert [each.id for each in people if holds_for_person(each, chosen)] == taken.split()


@pytest.mark.parametrize(("select", "taken"), SETS)
def test_sets_of_keys_over_checks(select: str, taken: str) -> None:
    chosen = select_of(f"kind: check, {select.format(x='check')}")
    checks = [Check(f"{name} differs", "s", "why", ()) for name in ("alpha", "beta", "gamma")]
    found = [each.name.split()[0] for each in checks if holds_for_check(each, chosen)]
    assert found == taken.split()
