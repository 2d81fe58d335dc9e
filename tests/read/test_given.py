"""A text as it came and the form that was read: offsets lead there and back."""

from hypothesis import given as drawn
from hypothesis import strategies as st

from xref.model.given import Edit, given
from xref.model.span import Span


@st.composite
def texts(draw):
    text = draw(st.text("abc ", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(start, end, draw(st.sampled_from(["", "x", text[start:end].upper()])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return given(text, edits)


@drawn(texts())
def test_what_was_left_as_it_came_is_found_both_ways(made):
    touched = {k for edit in made.edits for k in range(edit.start, edit.end)}
    for at in set(range(len(made.text))) - touched:
        here = Span(at, at + 1)
        there = made.reading(here)
        assert there.of(made.read) == here.of(made.text)
        assert made.span(there) == here


@drawn(texts())
def test_the_whole_is_read_as_the_whole(made):
    assert made.reading(Span(0, len(made.text))) == Span(0, len(made.read))
