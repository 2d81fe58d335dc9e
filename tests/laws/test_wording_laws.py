"""Laws of wordings, over generated renderings: mirrors, marks, cuts, and what never passes as the same."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from xref.compare.aligning import align
from xref.compare.tokens import read
from xref.compare.words import Said, relate
from xref.model.relation import Wording

PLAIN = [
    "harbour",
    "crane",
    "ferry",
    "council",
    "winter",
    "money",
    "letter",
    "bridge",
    "school",
    "engine",
    "we",
    "they",
    "it",
    "you",
    "would",
    "rebuild",
    "sell",
    "open",
    "close",
    "promised",
    "wanted",
    "found",
    "this",
    "old",
    "new",
    "second",
    "of",
    "for",
    "with",
    "after",
    "before",
    "the",
    "a",
    "in",
    "on",
]
LOADED = [
    "not",
    "never",
    "must",
    "may",
    "12",
    "forty",
    "Varga",
    "Ellison",
    "don't",
    "it's",
    "per cent",
]
MARKS = [" ", " ", " ", " ", ", ", ". ", " — ", "; ", " - "]
SAME = {Wording.VERBATIM, Wording.TYPOGRAPHY}
FLIPPED = {"insert": "delete", "delete": "insert"}

plain = st.lists(st.sampled_from(PLAIN), min_size=4, max_size=25)
loaded = st.lists(st.sampled_from(PLAIN + LOADED), min_size=1, max_size=25)
laws = settings(max_examples=150, deadline=None)


@st.composite
def texts(draw, words=loaded):
    """A sentence or several, with marks between the words."""
    said = draw(words)
    marks = draw(st.lists(st.sampled_from(MARKS), min_size=len(said), max_size=len(said)))
    return "".join(word + mark for word, mark in zip(said, marks, strict=True)).strip()


@st.composite
def renderings(draw):
    """A text as one outlet may print it: whole, cut, in several pairs of marks, with an ellipsis or a bracket."""
    text = draw(texts())
    words = text.split(" ")
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    words = words[start:end]
    at = draw(st.integers(0, len(words)))
    how = draw(st.sampled_from(["whole", "parted", "ellipsis", "bracket", "dropped", "changed"]))
    if how == "parted" and 0 < at < len(words):
        return (" ".join(words[:at]), " ".join(words[at:]))
    if how in ("ellipsis", "bracket"):
        words.insert(at, "..." if how == "ellipsis" else "[for the town]")
    elif how == "dropped" and at < len(words) > 1:
        del words[at]
    elif how == "changed" and at < len(words):
        words[at] = draw(st.sampled_from(PLAIN + LOADED))
    return (" ".join(words),)


@given(renderings(), renderings())
@laws
def test_relation_of_a_and_b_mirrors_that_of_b_and_a(one, two):
    found, mirrored = relate(Said(one), Said(two)), relate(Said(two), Said(one))
    assert (found.relation, found.moved, found.slight) == (
        mirrored.relation,
        mirrored.moved,
        mirrored.slight,
    )
    turned = [(FLIPPED.get(step, step), b, a) for step, a, b in found.diff]
    assert sorted(turned) == sorted(mirrored.diff)


@given(renderings())
@laws
def test_a_rendering_against_itself_is_verbatim(one):
    assert relate(Said(one), Said(one)).relation is Wording.VERBATIM


@given(texts())
@laws
def test_marks_and_case_are_typography_at_most(text):
    curly = text.replace("'", "’").replace(" - ", " – ").replace(", ", " — ")
    for other in (curly, text.upper(), text.capitalize(), f"{text},"):
        found = relate(Said((text,)), Said((other,)))
        assert found.relation in SAME, (found, other)
        assert not found.moved


@given(texts(plain), st.data())
@laws
def test_a_part_is_an_excerpt(text, data):
    words = text.split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    part = " ".join(words[start:end])
    assume(read((part,)).words)
    assert relate(Said((text,)), Said((part,))).relation in {*SAME, Wording.EXCERPT}


@given(texts(plain), st.data())
@laws
def test_closing_the_marks_in_between_is_no_omission(text, data):
    words = text.split(" ")
    at = data.draw(st.integers(1, len(words) - 1))
    parted = (" ".join(words[:at]), " ".join(words[at:]))
    assert relate(Said((text,)), Said(parted)).relation in SAME


@given(plain, st.data())
@laws
def test_a_lost_not_never_passes(words, data):
    at = data.draw(st.integers(1, len(words) - 1))
    whole = " ".join([*words[:at], "not", *words[at:]])
    found = relate(Said((whole,)), Said((" ".join(words),)))
    assert found.relation is Wording.ALTERED
    assert "negation" in found.moved


@given(plain, st.integers(2, 900), st.integers(2, 900), st.data())
@laws
def test_another_number_never_passes(words, one, other, data):
    assume(one != other)
    at = data.draw(st.integers(1, len(words) - 1))
    said, printed = (" ".join([*words[:at], str(n), *words[at:]]) for n in (one, other))
    found = relate(Said((said,)), Said((printed,)))
    assert found.relation is Wording.ALTERED
    assert "number" in found.moved


@given(texts(), texts())
@laws
def test_the_diff_is_one_stretch_of_each(one, two):
    laid = align(read((one,)), read((two,)))
    found = relate(Said((one,)), Said((two,)))
    for side, tokens, skipped in ((1, laid.a, "insert"), (2, laid.b, "delete")):
        told = "".join(step[side] for step in found.diff if step[0] != skipped)
        whole = "".join(word.text for word in tokens.words)
        assert told.replace(" ", "") in whole.replace(" ", "")


@given(texts(), texts())
@laws
def test_shared_runs_are_shared_and_in_order(one, two):
    laid = align(read((one,)), read((two,)))
    at_a = at_b = 0
    for block in laid.blocks:
        assert block.a >= at_a
        assert block.b >= at_b
        ours = laid.a.forms[block.a : block.a + block.size]
        assert ours == laid.b.forms[block.b : block.b + block.size]
        at_a, at_b = block.a + block.size, block.b + block.size


@given(
    loaded,
    st.dictionaries(st.sampled_from(["Varga", "Ellison"]), st.sampled_from(["Okoro", "Brandt"])),
)
@laws
def test_renaming_everybody_changes_no_relation(words, names):
    assume(len(set(names.values())) == len(names))
    other = [word for n, word in enumerate(words) if n % 5 != 2] or words
    before = relate(Said((" ".join(words),)), Said((" ".join(other),)))
    renamed = [[names.get(word, word) for word in side] for side in (words, other)]
    after = relate(*(Said((" ".join(side),)) for side in renamed))
    assert (before.relation, before.moved) == (after.relation, after.moved)
