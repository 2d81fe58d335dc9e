"""Article text is only ever text: no format lets it become markup, code, a formula or a control code."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.golden.making import Newsroom, article, cell, count, exact, pair, slot
from xref.model.link import Story
from xref.model.report import Count, Fact, Finding, Level, Linked, Profile, Report, Weighed
from xref.render import FORMATS, Options

SCRIPT = "<script>alert(1)</script>"
NASTY = [
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</style></script></title></svg><!--",
    "{{ 7*7 }} {% raw %} ${x}",
    "]]> --> <![CDATA[",
    "javascript:alert(1)",
    "\x1b[31mred\x1b]8;;http://x\x07",
    "\u202egnp.exe\u2066",
    "=cmd|' /C calc'!A0",
    "a|b\\`c`*d*_e_~~f~~#g\n\n# h\n\n- i\n\n    j\n\n1. k\n\n> l",
    "[link](http://evil.example) ![x](y) <http://evil.example> www.evil.example @everyone",
    "مرحبا بالعالم שלום",
    "a\u200eb\u200fc\u061cd\u2028e\x85f",
    "\ud800 half a surrogate",
    "\x00 nought",
]


def hostile(words):
    """A report in which every free text is `words`."""
    text = f"Say {words} end.\nIt is 5 {words} now.\n"
    more = {"title": words, "author": words, "url": words, "notes": (words,), "path": f"in/{words}"}
    room = Newsroom(article("a", words, text, **more), article("b", f"{words} b", text, **more))
    claims = {
        name: room.claim(name, f"5 {words} now", count(exact(5), words, subject=words))
        for name in "ab"
    }
    place = room.place("a", f"5 {words} now", words)
    finding = Finding(
        "f", words, Level.ERROR, "conflict", words, place, (place,), words, words, "s", None
    )
    loose = Finding("g", words, Level.ERROR, "claim", words, place, (), words, words, "s", None)
    slots = (
        slot(
            "slot",
            "s",
            [cell(claims["a"]), cell(claims["b"])],
            [pair("a", "b", "conflict", words, place)],
            claims["a"],
        ),
    )
    linked = Linked((Story("s", ("a", "b"), words),), (), (), slots, (), (), ())
    profiles = (
        Profile(
            "a",
            ("a",),
            (Count(words, 1, (claims["a"].id,), 2, words),),
            (Fact(words, words),),
            ((words, (words,)),),
            ((words, 1.0),),
            (Weighed(words, 1.0, 2.0),),
        ),
    )
    return Report(
        tuple(room.articles.values()), tuple(room.claims), linked, (finding, loose), profiles, ()
    )


class _Reader(HTMLParser):
    """The tags and attributes of a page, and the text outside its own style and script."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.links, self.text, self._own = (
            set(),
            set(),
            set(),
            [],
            False,
        )

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name in ("href", "src")}
        self._own = tag in ("style", "script")

    def handle_endtag(self, tag):
        self._own = False

    def handle_data(self, data):
        if not self._own:
            self.text.append(data)


def _read(page):
    reader = _Reader()
    reader.feed(page)
    return reader


PLAIN = _read(FORMATS["html"].render(hostile("plain"), Options()))


@given(st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=40)).filter(str.strip))
@settings(max_examples=60, deadline=None)
@example(SCRIPT)
def test_a_page_has_the_same_markup_whatever_it_is_about(words):
    page = FORMATS["html"].render(hostile(words), Options())
    reader = _read(page)
    assert reader.tags <= PLAIN.tags
    assert reader.attributes <= PLAIN.attributes
    assert all(link.startswith("#") for link in reader.links), (
        "an address that is no web address is no link"
    )
    assert (page.count("<script"), page.count("<script>"), page.count("</script>")) == (2, 1, 2)
    page.encode("utf-8")


def test_a_page_shows_the_words_themselves():
    text = "".join(_read(FORMATS["html"].render(hostile(SCRIPT), Options())).text)
    assert text.count(SCRIPT) > 10


def test_only_web_addresses_become_links():
    for address, linked in (
        ("https://a.example/?q=\"'<", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)//http://", False),
        (" https://a.example", False),
    ):
        found = hostile("plain")
        articles = tuple(article("a", "A", "T\n", url=address) for _ in "a")
        page = FORMATS["html"].render(
            Report(articles, (), Linked((), (), (), (), (), (), ()), (), (), ()), Options()
        )
        assert (address in _read(page).links) is linked, found


def test_the_page_runs_and_loads_nothing_but_its_own():
    page = FORMATS["html"].render(hostile("plain"), Options())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(
        r"\s(?:style|on\w+)=|@import|url\(|<(?:link|img|iframe|object|base)\b", page
    )
    assert PLAIN.tags.isdisjoint({"link", "img", "iframe", "object", "embed", "base"})


_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(text):
    for token in _MARKDOWN.parse(text):
        yield token.type
        yield from (child.type for child in token.children or ())
        yield from (
            f"{child.type} {child.content}"
            for child in token.children or ()
            if child.type == "html_inline"
        )


EXPECTED = set(_tokens(FORMATS["markdown"].render(hostile("plain"), Options())))


@given(st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=30)).filter(str.strip))
@settings(max_examples=60, deadline=None)
@example("a\n\n# b")
@example("- x")
@example("1) x")
def test_markdown_has_the_same_markup_whatever_it_is_about(words):
    kinds = set(_tokens(FORMATS["markdown"].render(hostile(words), Options())))
    assert kinds <= EXPECTED | {"text_special", "code_inline", "softbreak"}


@pytest.mark.parametrize("name", ["terminal", "text", "table"])
@pytest.mark.parametrize("words", NASTY)
def test_plain_formats_hold_no_control_code(name, words):
    text = FORMATS[name].render(hostile(words), Options())
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]",
        text,
    )


@pytest.mark.parametrize("words", NASTY)
def test_colours_are_the_only_control_codes(words):
    text = FORMATS["terminal"].render(hostile(words), Options(color=True))
    assert "\x1b" not in re.sub("\x1b\\[[0-9;]*m", "", text)


@pytest.mark.parametrize("words", [*NASTY, "+1", "-1", "@x", "\t=1", "＝1"])
def test_no_cell_of_a_spreadsheet_is_a_formula(words):
    text = FORMATS["csv"].render(hostile(words), Options())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 2
    for row in rows:
        for column, value in row.items():
            number = re.fullmatch(r"-?\d+(?:\.\d+)?", value)
            assert number or not value.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), (
                column,
                value,
            )


@pytest.mark.parametrize("words", NASTY)
def test_annotations_stay_one_a_line(words):
    lines = FORMATS["github"].render(hostile(words), Options()).split("\n")
    assert len(lines) == 3
    assert all(line.startswith("::error file=in/") for line in lines[:2])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", NASTY)
def test_every_output_can_be_written_as_utf8(name, words):
    FORMATS[name].render(hostile(words), Options()).encode("utf-8")
