"""Singulars: the examples of the lexicon hold, and no word is listed twice over."""

import pytest

from xref.lexicon import table
from xref.lexicon.nouns import singular


@pytest.mark.parametrize("case", table("plurals")["examples"], ids=lambda case: case["text"])
def test_singulars(case):
    assert singular(case["text"]) == case["singular"]


@pytest.mark.parametrize("plural, noun", sorted(table("plurals")["irregular"].items()))
def test_a_singular_is_its_own_singular(plural, noun):
    assert singular(plural) == singular(noun) == noun


def test_what_stays_as_it_is_has_no_plural_of_its_own():
    lexicon = table("plurals")
    assert not set(lexicon["irregular"]) & set(lexicon["unchanged"].split())
