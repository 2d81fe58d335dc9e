"""Datelines and notes of correction, held to the examples of their lexicon."""

import pytest

from tests.profile.test_article import article
from xref.lexicon import table
from xref.profile.apparatus import correction, dateline

EXAMPLES = table("apparatus")["examples"]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one["text"][:30])
def test_the_lexicon_s_examples(one: dict[str, str | None]):
    page = article(f"The ferries will sail again, the operator said on Monday.\n\n{one['text']}\n")
    if "correction" in one:
        assert correction(page) == one["correction"]
    if "dateline" in one:
        assert dateline(page) == one["dateline"]


def test_no_other_example_shows_a_dateline():
    texts = [one["text"] for one in EXAMPLES if "dateline" not in one]
    assert [dateline(article(text)) for text in texts] == [None] * len(texts)
