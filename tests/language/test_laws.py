"""Laws of the reading of a sentence: they hold for any text, however broken."""

import cProfile
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.made import classes, corpus, reading_of
from xref.language import Reading, governing
from xref.language.analysis import read
from xref.model.span import Span

WORDS = (
    "said", "killed", "were", "the", "of", "who", "that", "when", "after", "and", "or", "but", "12",
    "people", "hurt", "in", "Orra", "Ruth Hest", "by", "to", "cut", "will", "not", "have", "been",
    ",", ".", ";", ":", "(", ")", "—", "“", "”", '"', "'s", "’", "at least", "dozens of", "Monday",
    "last week", "strike", "strikes", "feared", "dead", "going", "shooting", "if", "as", "her",
    "more than", "aged", "24-17", "$40m", "percent", "let", "got", "one", "others", "May", "A",
)  # fmt: skip
NEWSLIKE = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=200)
TEXTS = st.one_of(NEWSLIKE, ANYTHING)


@given(TEXTS, st.integers(0, 3), st.integers(0, 3))
def test_tokens_lie_in_the_sentence_in_order_and_are_its_words(text: str, front: int, back: int):
    span = Span(min(front, len(text)), max(min(front, len(text)), len(text) - back))
    reading = read(text, span, classes())
    places = list(zip(reading.starts, reading.ends, strict=True))
    assert all(span.start <= start < end <= span.end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    written = [text[start:end].lower().replace("’", "'") for start, end in places]
    assert written == reading.low
    assert len(reading.letters) == len(reading.low)
    covered = set()
    for start, end in places:
        covered.update(range(start, end))
    assert all(text[k].isspace() for k in range(*span) if k not in covered)


@given(TEXTS)
def test_chunks_are_apart_and_hold_their_heads(text: str):
    reading = reading_of(text)
    for one, other in pairwise(reading.chunks):
        assert one.last <= other.first
    for chunk in reading.chunks:
        assert chunk.first <= chunk.head < chunk.last
        assert reading.head(chunk) and reading.chars(chunk).of(text)
        assert all(reading.chunk_at[k] is chunk for k in range(chunk.first, chunk.last))


@given(TEXTS)
def test_what_a_clause_holds_stands_in_the_sentence_and_clauses_hang_in_a_tree(text: str):
    reading = reading_of(text)
    chunks = {id(chunk) for chunk in reading.chunks}
    clauses = {id(clause) for clause in reading.clauses}
    for clause in reading.clauses:
        held = [*clause.objects, *clause.adjuncts]
        held += [c for c in (clause.subject, clause.antecedent) if c is not None]
        assert all(id(chunk) in chunks for chunk in held)
        above = clause.parent
        seen = {id(clause)}
        while above is not None:
            assert id(above) in clauses and id(above) not in seen
            seen.add(id(above))
            above = above.parent


@given(TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_has_its_governor(text: str, one: int, other: int):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    governor = governing(reading_of(text), start, end)
    assert (governor.chunk is None) == (governor.head == "")


@given(NEWSLIKE)
def test_a_sentence_is_read_alike_wherever_it_stands(text: str):
    def seen(reading: Reading) -> list[object]:
        return [reading.letters, [(c.first, c.last, c.role, c.prep) for c in reading.chunks]]

    text = text.strip()
    moved = "It rained.\n\n" + text
    there = read(moved, Span(len(moved) - len(text), len(moved)), classes())
    assert seen(there) == seen(reading_of(text))


PIECES = (
    "and ", "(", "12, ", "who killed ", "said that ", "of the ", "hurt in ", "after the ", ", ",
    "the man the man ", "to cut ", "not ", "people were killed ", "killed and ", "if ", "“a” ",
    "Orra, ", "12 hurt, ", "a day, police said, ", "as many as ", "let ", "'s ", "was ", "12 of ",
)  # fmt: skip
SHORT = 80
MOST = 2.6
"""Twice the tokens cost twice the calls and a little more; a quadratic reading four times."""


def _calls(piece: str, pieces: int) -> int:
    text = "It began, " + piece * pieces
    counter = cProfile.Profile()
    counter.enable()
    reading = reading_of(text)
    governing(reading, len(text) // 2, len(text) // 2 + 2)
    counter.disable()
    return sum(entry.callcount for entry in counter.getstats())


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_sentence_costs_twice_the_calls(piece: str):
    pieces = SHORT // max(1, len(piece.split()))
    _calls(piece, 2 * pieces)
    assert _calls(piece, 2 * pieces) < MOST * _calls(piece, pieces)


def test_the_corpus_is_large_and_has_no_sentence_twice():
    texts = [entry["text"] for entry in corpus("readings")]
    assert len(texts) == len(set(texts)) >= 300
