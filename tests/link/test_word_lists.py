"""The examples of the lexicons that linking reads with: wire credits, translations, names."""

import pytest

from tests.link.newsroom import Desk
from xref.lexicon import table
from xref.link.marks import marks
from xref.link.origins import credit
from xref.link.translation import through_translation


def read(text):
    return Desk().take("paper", text).articles["paper"]


@pytest.mark.parametrize("case", table("wire")["examples"], ids=lambda case: case["text"][:40])
def test_wire_credits(case):
    found = credit(read(case["text"]))
    if case["agency"] is None:
        assert found is None or not found.whole
    else:
        assert found is not None
        assert found.agency == case["agency"]
        assert found.whole == (case["credit"] == "whole")
        assert found.words in case["text"]


@pytest.mark.parametrize("case", table("translation")["examples"], ids=lambda case: case["text"])
def test_translations(case):
    start, end = case["text"].index("“"), case["text"].index("”")
    found = through_translation(read(case["text"]), case["speaker"], start, end)
    assert found == (case["through"], case["sure"])


@pytest.mark.parametrize("case", table("naming")["examples"], ids=lambda case: case["text"])
def test_names(case):
    assert sorted(marks(read(case["text"]), ()).names) == case["names"]
