"""Singulars and plurals: the examples of the lexicon hold, and no word is listed twice over."""

import pytest

from xref.lexicon import table
from xref.lexicon.nouns import plural, singular


@pytest.mark.parametrize("case", table("plurals")["examples"], ids=lambda case: case["text"])
def test_singulars(case):
    assert singular(case["text"]) == case["singular"]


@pytest.mark.parametrize("several, noun", sorted(table("plurals")["irregular"].items()))
def test_a_singular_is_its_own_singular(several, noun):
    assert singular(several) == singular(noun) == noun
    assert plural(noun) == several


@pytest.mark.parametrize(
    "noun", ["country", "day", "policeman", "box", "church", "dish", "boat", "series", "district"]
)
def test_a_plural_is_one_of_its_singular(noun):
    assert singular(plural(noun)) == noun


def test_what_stays_as_it_is_has_no_plural_of_its_own():
    lexicon = table("plurals")
    assert not set(lexicon["irregular"]) & set(lexicon["unchanged"].split())
