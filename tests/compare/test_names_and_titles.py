"""Names and titles: the examples of their lexicons hold, both ways round."""

import pytest

from xref.compare.names import generation, name_parts, same_person, skeleton
from xref.compare.titles import Titles, relate
from xref.lexicon import table


@pytest.mark.parametrize("case", table("person_names")["examples"], ids=lambda case: case["a"])
def test_names(case):
    assert same_person(case["a"], case["b"]) is case["same"]
    assert same_person(case["b"], case["a"]) is case["same"]


@pytest.mark.parametrize("case", table("offices")["examples"], ids=lambda case: case["a"])
def test_titles(case):
    found, mirrored = relate(case["a"], case["b"]), relate(case["b"], case["a"])
    assert found.relation == mirrored.relation == Titles(case["relation"]), found
    assert case["a"] in found.reason
    assert case["b"] in found.reason


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ilya Marenko", "Ilya Morenko", True),
        ("Ilya Marenko", "Ilya Morinko", False),
        ("Olha Tymoshenkova", "Olha Timoshankova", True),
    ],
)
def test_a_short_surname_bears_one_other_letter_and_a_long_one_two(
    one: str, other: str, same: bool
):
    assert same_person(one, other) is same_person(other, one) is same


def test_only_rank_and_office_are_differences():
    differing = {
        relation
        for relation, (a, b) in {
            Titles.SAME: ("Mayor", "mayor"),
            Titles.REFINED: ("Minister", "Foreign Minister"),
            Titles.FORMER: ("Mayor", "former mayor"),
            Titles.BOTH: ("Mayor", "party treasurer"),
            Titles.RANK: ("Mayor", "Deputy Mayor"),
            Titles.OFFICE: ("Mayor", "Governor"),
        }.items()
        if relate(a, b).relation is relation and relate(a, b).differs
    }
    assert differing == {Titles.RANK, Titles.OFFICE}


def test_spellings_of_a_surname_can_be_looked_up():
    for spellings in (("horbenko", "gorbenko"), ("marenko", "marenko"), ("yefimov", "efimov")):
        assert len({skeleton(name) for name in spellings}) == 1
    assert skeleton("varga") != skeleton("ellison")


def test_what_stands_beside_a_name_is_no_part_of_it():
    assert name_parts("Sen. Dr. Ilse van der Varga, Jr.") == ("ilse", "varga")
    assert generation("Tom Ellison Jr.") == "jr"
    assert generation("Tom Ellison") == ""


@pytest.mark.parametrize("name", ["", " ", "...", "Mr.", "Jr."])
def test_what_is_no_name_is_nobody(name):
    assert not same_person(name, "Ilse Varga")
    assert not same_person(name, name) or name_parts(name)
