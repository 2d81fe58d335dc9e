"""Marks that reading sees through change no finding, and every place is true to the text as given."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.long import few
from xref import rules
from xref.load import load
from xref.model.article import Document
from xref.model.report import Report
from xref.model.span import Span
from xref.pipeline import run, words
from xref.text.seen import MARKS, seen

INPUTS = Path(__file__).parent.parent.parent / "inputs"
RULES = rules.load(rules.default_packs())
LEXICONS = words(RULES)
WORD = re.compile(r"(?<![\w/@.-])[a-z]{5,}(?![\w’'-])")


def _within_words(mark: str) -> Callable[[str, random.Random], str]:
    """A mark inside every third word or so, between two letters or digits."""

    def insert(text: str, chance: random.Random) -> str:
        out = []
        for one, two in zip(text, text[1:] + " ", strict=True):
            out.append(one)
            if one.isalnum() and two.isalnum() and chance.random() < 0.1:
                out.append(mark)
        return "".join(out)

    return insert


def _around_words(before: str, after: str) -> Callable[[str, random.Random], str]:
    """Marks around every tenth plain word or so of a paragraph without such marks of its own."""

    def marked(word: re.Match[str], chance: random.Random) -> str:
        return f"{before}{word[0]}{after}" if chance.random() < 0.1 else word[0]

    def insert(text: str, chance: random.Random) -> str:
        return "\n\n".join(
            paragraph if "*" in paragraph else WORD.sub(lambda m: marked(m, chance), paragraph)
            for paragraph in text.split("\n\n")
        )

    return insert


def _written(**forms: str) -> Callable[[str, random.Random], str]:
    """Characters in another form, by what stands for them."""
    return lambda text, _: re.sub("|".join(forms), lambda m: forms[m[0]], text)


def _wide(text: str, _: random.Random) -> str:
    return re.sub(r"\d", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def _mangled(text: str, _: random.Random) -> str:
    """As text that was saved as UTF-8 and read as windows-1252."""

    def wrong(m: re.Match[str]) -> str:
        raw = m[0].encode()
        return "".join(
            bytes([b]).decode("cp1252", "replace") if b not in (0x9D, 0x81) else chr(b) for b in raw
        )

    return re.sub("[“”‘’–—…£€é]", wrong, text)


INSERTIONS: dict[str, Callable[[str, random.Random], str]] = {
    "soft hyphen": _within_words("\u00ad"),
    "zero-width space": _within_words("\u200b"),
    "word joiner": _within_words("\u2060"),
    "byte order mark": _within_words("\ufeff"),
    "direction marks": _around_words("\u200f", "\u200e"),
    "embedding": _around_words("\u202b", "\u202c"),
    "ligatures": _written(fi="\ufb01", fl="\ufb02", ffi="\ufb03"),
    "full-width digits": _wide,
    "named entities": _written(**{"“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "—": "&mdash;"}),
    "numbered entities": _written(**{"“": "&#8220;", "”": "&#x201D;", "’": "&#8217;"}),
    "entities of entities": _written(**{"“": "&amp;ldquo;", "”": "&amp;rdquo;"}),
    "mojibake": _mangled,
    "bold": _around_words("**", "**"),
    "emphasis": _around_words("_", "_"),
    "code": _around_words("`", "`"),
    "links": _around_words("[", "](https://example.org/a_(b))"),
    "wiki links": _around_words("[[Page|", "]]"),
    "wiki bold": _around_words("'''", "'''"),
    "footnote marks": _around_words("", "[3]"),
    "raised footnote marks": _around_words("", "²"),
    "stars": _around_words("", "*"),
    "daggers": _around_words("", "†"),
}


def _documents(change: Callable[[str, random.Random], str] | None) -> list[Document]:
    chance = random.Random(7)
    found = []
    for document in load([str(INPUTS)]):
        assert isinstance(document, Document) or document.expected
        if isinstance(document, Document):
            text = change(document.text, chance) if change else document.text
            found.append(_with(document, text))
    return found


def _with(document: Document, text: str) -> Document:
    fields = {name: getattr(document, name) for name in document.__slots__}
    return Document(**{**fields, "text": text})


def _findings(report: Report) -> list[Any]:
    return sorted(
        (f.rule, f.level, f.relation, f.primary.article, f.fingerprint, f.reason)
        for f in report.findings
    )


@pytest.fixture(scope="module")
def plain() -> Report:
    return run(_documents(None), RULES, LEXICONS)


@pytest.mark.parametrize(
    "name", few(list(INSERTIONS), ["soft hyphen", "bold", "links", "mojibake", "footnote marks"])
)
def test_an_inserted_mark_changes_no_finding(name: str, plain: Report) -> None:
    documents = _documents(INSERTIONS[name])
    assert any(seen(document.text) for document in documents)
    report = run(documents, RULES, LEXICONS)
    assert _findings(report) == _findings(plain)
    assert [(c.id, c.kind, c.zone) for c in report.claims] == [
        (c.id, c.kind, c.zone) for c in plain.claims
    ]
    texts = {document.id: document for document in documents}
    for article in report.articles:
        assert article.text == texts[article.id].text
    parts = {a.id: a for a in report.articles}
    for claim in report.claims:
        assert claim.text == claim.span.of(parts[claim.article].part(claim.field))
    for finding in report.findings:
        for place in (finding.primary, *finding.related):
            assert place.text == place.span.of(parts[place.article].part(place.field))


def test_each_kind_of_mark_is_inserted_or_has_a_line_below() -> None:
    told = {
        mark for change in INSERTIONS.values() for d in _documents(change) for mark in _told(d.text)
    }
    lines = {mark for text, _ in LINES for mark in _told(text)}
    assert told | lines == {mark.name for mark in MARKS}


def _told(text: str) -> set[str]:
    found = seen(text)
    return set(found[1]) if found else set()


LINES = [
    ("The offi\u00ad\ncials left.", "The officials left."),
    ("The govern-\nment said so.", "The government said so."),
    ("A ten-\nyear-old boy, a 17-\nyear-old girl", "A ten-year-old boy, a 17-year-old girl"),
    ("The well-known cook was a well-\nknown liar.", "The well-known cook was a well-known liar."),
    ("# A fire in Orra\n\n> It burned.", "A fire in Orra\n\nIt burned."),
    ("It cost 5 \\* 3.", "It cost 5 * 3."),
    ("¹⁄₈ inch", "1/8 inch"),
    (
        "At least [17 people](https://a.example/b) were **killed**.[2]",
        "At least 17 people were killed.",
    ),
    ("![A flooded street](street.jpg)", "A flooded street"),
]


PIECES = ["17", " people", "\u00ad", "\u200b", "&pound;", "&amp;ldquo;", "**", "_", "[", "](https://a.example)", "[3]", "ﬁ",
    "１", "â€œ", "Ã©", "-\n", "\n\n", "# ", "> ", "a", "*", "'''", "²", "\\*"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_place_has_its_way_back(text: str) -> None:
    found = seen(text)
    if found is None:
        return
    made = found[0]
    edited = {k for edit in made.edits for k in range(edit.start, edit.end)}
    before = 0
    for k in range(len(made.read)):
        span = made.span(Span(k, k + 1))
        assert before <= span.start < span.end <= len(text)
        before = span.start
        if edited.isdisjoint(range(*span)):
            assert span.of(text) == made.read[k]
    whole = made.span(Span(0, len(made.read)))
    assert edited | set(range(*whole)) == set(range(len(text)))


def test_copy_in_capitals_is_read_as_if_it_were_not() -> None:
    text = (
        "AT LEAST 17 PEOPLE WERE KILLED WHEN A DAM BROKE NEAR ORRA ON TUESDAY.\n\n"
        'THE MINISTRY SAID 2,300 HOUSEHOLDS HAD LEFT THEIR HOMES. "WE WILL REBUILD," SAID MAYOR RUTH HEST.\n'
    )
    report = run([Document(id="x", path="x.txt", text=text)], RULES)
    assert report.articles[0].text == text
    assert report.articles[0].notes == ("read through capitals throughout",)
    told = {
        claim.text: (claim.attribution.speaker.text, claim.attribution.speaker.name)
        for claim in report.claims
        if claim.attribution.speaker is not None
    }
    assert told["2,300 HOUSEHOLDS"] == ("THE MINISTRY", None)
    assert told["WE WILL REBUILD,"] == ("MAYOR RUTH HEST", "Ruth Hest")


@pytest.mark.parametrize(("text", "read"), LINES)
def test_what_is_read(text: str, read: str) -> None:
    found = seen(text)
    assert found is not None
    assert found[0].read == read
    assert found[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2 is 30, and so is 5 * 3 * 2.",
        "The AT&T; shop and R&D; are names.",
        "“[W]e ran,” she said. The word[s] fell.",
        "Write to first_last@orra.example or snake_case_name.",
        "CAFÉ’S owner; f*** that; 20 m² at 10⁵ Pa.",
        "* First\n* Second\n- Third",
        "Home > News > World",
        "Seat #1, track # 9",
        "[The mayor] (who left) spoke.",
    ],
)
def test_english_is_no_mark(text: str) -> None:
    assert seen(text) is None
