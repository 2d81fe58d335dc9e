"""Links into an outlet's page name whole words of one sentence, as browsers ask for them."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.render.page.passages import fragment

LONG = " ".join(f"word{n}" for n in range(60))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("“At least 46 died,” she said.", "At%20least%2046%20died%2C%E2%80%9D%20she%20said"),
        ("Forty\nof twenty-one –", "Forty%20of%20twenty%2Done"),
        ("— … !", ""),
        ("", ""),
    ],
)
def test_a_sentence_is_named_without_the_marks_at_its_ends(sentence: str, told: str):
    assert fragment(sentence) == told


def test_a_long_sentence_is_named_by_its_ends():
    first, last = map(unquote, fragment(LONG).split(","))
    assert LONG.startswith(f"{first} ")
    assert LONG.endswith(f" {last}")
    assert len(first) < 60 and len(last) < 60


@given(st.text("ab ,-–“”é\n&#", max_size=300))
def test_what_is_named_stands_in_the_sentence(sentence: str):
    words = " ".join(sentence.split())
    for part in filter(None, fragment(sentence).split(",")):
        assert unquote(part) in words
        assert "-" not in part and "&" not in part
