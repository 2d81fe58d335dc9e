"""What holds for every text that is read."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref import read as package
from xref.model.article import Article, Block, Document, Zone
from xref.read import read, sentences

LINES = (
    "Ferry strike ends after nine days",
    "By Ilse Marrow",
    "12 May 2024",
    "Ferries will sail again on Monday, the operator of the line said in Port Orra.",
    "“We can go home. It is over,” she said. The U.S. envoy, Gen. Ada Quill, left on Jan. 12.",
    "The crews at Kell. Odo Felk/Reuters",
    "(Photo: Runa Aske)",
    "• First the sheds.",
    "1. Then the rails",
    "Comments (2)",
    "Sign in to comment",
    "2 hours ago",
    "Related stories",
    "Sign up for our newsletter",
    "Correction: An earlier version gave a wrong name.",
    "Ilse Marrow is a reporter at The Orra Pilot.",
    "© 2024 Orra Pilot",
    "Share | Save",
    "___",
    "a",
    "...",
    ")",
    "\u00a0",
    "",
    "",
)
GAPS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "\t", "\n \n", "\u2028", "\n\n\n")
texts = st.lists(
    st.one_of(st.sampled_from(LINES), st.sampled_from(GAPS), st.text(max_size=12)), max_size=30
).map("".join)
pages = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)


def article(text: str, title: str | None = None) -> Article:
    """The article of a text that is said to be English."""
    found = read(Document(id="x", path="x.txt", text=text, title=title, language="en"))
    assert isinstance(found, Article)
    return found


def told(blocks: tuple[Block, ...], text: str) -> list:
    """Blocks without their offsets."""
    return [(b.zone, [s.of(text).split() for s in b.sentences]) for b in blocks]


@settings(max_examples=250, deadline=None)
@given(texts)
def test_blocks_and_sentences_hold_every_character_in_order(text):
    found = article(text)
    assert (found.given.text if found.given else found.text) == text
    text = found.text
    end = 0
    kept = ""
    for block in found.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert not text[end : block.span.start].strip()
        end = inner = block.span.start
        for sentence in block.sentences:
            assert inner <= sentence.start < sentence.end <= block.span.end
            assert not text[inner : sentence.start].strip()
            inner = sentence.end
            kept += sentence.of(text)
        assert inner == block.span.end
        end = block.span.end
    assert not text[end:].strip()
    assert "".join(kept.split()) == "".join(text.split())


@settings(max_examples=120, deadline=None)
@given(texts)
def test_a_repeat_stands_earlier_and_on_sentences(text):
    found = article(text)
    spans = [sentence for block in found.blocks for sentence in block.sentences]
    for block in found.blocks:
        if block.repeats is not None:
            assert block.repeats.end <= block.span.start
            assert block.repeats.start in {span.start for span in spans}
            assert block.repeats.end in {span.end for span in spans}


@settings(max_examples=120, deadline=None)
@given(pages)
def test_carriage_returns_change_nothing_but_offsets(text):
    carriage = text.replace("\n", "\r\n")
    one, other = article(text), article(carriage)
    assert told(one.blocks, text) == told(other.blocks, carriage)
    assert (one.outlet, one.author, one.published) == (other.outlet, other.author, other.published)


@settings(max_examples=120, deadline=None)
@given(texts, st.one_of(st.none(), texts))
def test_reading_twice_gives_the_same_article(text, title):
    assert article(text, title) == article(text, title)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(("Per Lomm sailed.", "He left.", "“No,” she said.")), min_size=1))
def test_sentences_of_a_paragraph_are_those_it_was_made_of(parts):
    text = " ".join(parts)
    cut = [span.of(text) for span in sentences(text, 0, len(text))]
    assert cut == parts


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(0, 40), st.integers(0, 400))
def test_sentences_of_a_stretch_stay_inside_it(text, start, length):
    end = min(len(text), start + length)
    found = sentences(text, start, end)
    assert all(start <= span.start < span.end <= end for span in found)
    inside = "".join(span.of(text) for span in found)
    assert "".join(inside.split()) == "".join(text[start:end].split())


@settings(max_examples=80, deadline=None)
@given(pages)
def test_a_correction_is_never_lost(text):
    found = article(text)
    zones = {block.zone for block in found.blocks if "Correction:" in block.span.of(text)}
    assert zones <= {Zone.BODY, Zone.STANDFIRST, Zone.CAPTION, Zone.HEADLINE}


def test_equal_articles_have_equal_content_ids():
    assert article("A ferry.", "T").content_id == article("A ferry.", "T").content_id
    ids = {
        article(*each).content_id for each in (("a b",), ("a  b",), ("b", "a"), ("", "ab"), ("ab",))
    }
    assert len(ids) == 5


@pytest.mark.parametrize(
    "piece",
    [".", "A.", "A. ", ". ", "?! ", "\n", "a\n", "\r", " ", "(", ")", "“", '"', "/", "| ", "1. ", "- ", "…", "[1]", ".[1]",
     "Comments\n\n", "Related stories\n\n", "Related\n\nA title\n\n", "By Ann Lee\n", "© 2022 Foo\n", "12 May 2024\n",
     "Ann Lee is a reporter.\n\n", "Reply\n\n", "Sign in to comment\n\n", "Sign me up\nhello\n\n", "A man. Bo Li/Reuters\n", " via AP", "a@b.c "],
)  # fmt: skip
def test_a_long_run_of_anything_is_read_without_a_loss(piece):
    """Cost is linear: with a quadratic step in it, the longer of these would not come to an end."""
    text = piece * (200_000 // len(piece))
    found = article(text)
    text = found.text
    kept = sum(len("".join(block.span.of(text).split())) for block in found.blocks)
    assert kept == len("".join(text.split()))


def test_reading_opens_nothing():
    """The package imports no module that touches files, sockets or clocks."""
    folder = Path(package.__path__[0])
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {
            alias.name.partition(".")[0]
            for node in ast.walk(tree)
            for alias in getattr(node, "names", ())
            if isinstance(node, ast.Import)
        } | {
            (node.module or "").partition(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
        }
        assert not names & {"os", "pathlib", "io", "socket", "time", "sys", "random", "locale"}, (
            file
        )
