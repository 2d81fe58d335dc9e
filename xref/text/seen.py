"""Marks in a text that reading sees through: what no reader sees, and what formats leave behind.

`MARKS` is the table. Each entry finds stretches and says what is read in their place; the text
itself stays as it is. A mark that is part of English (an asterisk between numbers, an apostrophe)
is none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from xref.model.given import Edit, Given, given

Finder = Callable[[str], Iterator[Edit]]


class Mark(NamedTuple):
    """A kind of mark: its name in the plural, what a text with it holds one of, its finder.

    With "" for trigger it is looked for in every text, without any in each that holds one of the
    characters of `_FOREIGN`.
    """

    name: str
    triggers: tuple[str, ...]
    find: Finder


_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f"
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_WORDS_OF_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_HYPHENATED = re.compile(r"(?<![\w-])([^\W_]{2,})-[ \t]*\r?\n[ \t]*([a-zß-ÿ]+)(?![\w’'])(-?)")
_COMPOUNDS = re.compile(rf"(?:{_WORDS_OF_NUMBERS}|well|self|half|ex|non|anti|pro|all|so|to)\Z")
_FORMS = re.compile("[\ufb00-\ufb06\uff01-\uff5e\u3000\U0001d400-\U0001d7ff]")
_RAISED_FRACTION = re.compile(
    "([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)[\u2044/]([\u2080-\u2089]+)"
)
_RAISED = re.compile(
    '(?:(?<=[a-z]{4})|(?<=[.,;:”"’)]))[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?![\\w\u2044])|[†‡]'
)
_FOOTNOTE = re.compile(
    r"\[(?<=[\w.,;:”\"’)%]\[)(?:\d{1,3}|note \d{1,3}|citation needed|clarification needed)\]"
)
_STAR = re.compile(r"\*(?<=[^\W\d_]\*)(?=[\s,.;:!?)]|\Z)")
_ENTITY = re.compile(r"&(?:amp;)?(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CONTINUES = (
    "\u00a0-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
)
_QUOTES = (
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
    "\u0080-\u009f"
)
_MOJIBAKE = re.compile(
    f"\u00c2[\u00a0-\u00bf]|\u00c3[{_CONTINUES}]|\u00e2[\u20ac\u201a\u201e\u2020\u20ac][{_CONTINUES}{_QUOTES}]"
    f"|\u00f0\u0178[{_CONTINUES}{_QUOTES}]{{2}}|\u00ef\u00bb\u00bf|\u00e2\u0080[\u0080-\u00bf]"
)
_LINK = re.compile(
    r"!?\[([^\[\]\n]*)\](\((?:https?://|www\.|mailto:|/|#|[\w-]+\.\w)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
    r"(?:[ \t]+\"[^\"\n]*\")?\)|\[[\w -]{0,40}\](?=[\s.,;:!?)]|\Z))"
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]\n|]*\|)?([^\[\]\n|]+)\]\]")
# A pattern begins with its own mark, which is looked for fast, and then looks back.
_STRONG = re.compile(
    r"\*\*(?<![\w*\\]\*\*)(\*?)(?=[^\s*])(?P<in>(?:[^*\n]|\n(?!\s*\n))+?)(?<=\S)\*\*\1(?![\w*])"
)
_STARRED = re.compile(
    r"\*(?<![\w*\\]\*)(?=[^\s*])(?P<in>(?:[^*\n]|\*{2,}+|\n(?!\s*\n))+?)(?<=[^\s*])\*(?![\w*])"
)
_SCORED = re.compile(
    r"_(?<![\w\\]_)(_{0,2})(?=[^\s_])(?P<in>(?:[^_\n]|\n(?!\s*\n))+?)(?<=\S)_\1(?![\w_])"
)
_TICKED = re.compile(r"`(?<![\w`]`)(`?)(?=[^\s`])(?P<in>[^`\n]+?)(?<=\S)`\1(?![\w`])")
_WIKI_BOLD = re.compile(r"'''(?<!'''')('{0,2})(?=[^\s'])(?P<in>[^'\n]+?)(?<=\S)'''\1(?!')")
_LINE_MARK = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+(?=\S)|(?:>[ \t]+)+(?=\S))", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=[*_\[\]()#`>~|])")


_FOREIGN = re.compile(
    f"[{_INVISIBLE}\ufb00-\ufb06\uff01-\uff5e\u3000\U0001d400-\U0001d7ff"
    "\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089†‡\u00c2\u00c3\u00e2\u00f0\u00ef]"
)
"""The characters of all marks that are not plain ASCII."""


def seen(text: str, more: tuple[Mark, ...] = ()) -> tuple[Given, tuple[str, ...]] | None:
    """The text with the marks that reading sees through, and a note on them; ``None`` without any.

    `more` are kinds of marks that take more to know than the table holds.

    Linear in the text for each kind of mark, and only where one of its characters stands.
    """
    plain = text.isascii() or _FOREIGN.search(text) is None
    edits: list[Edit] = []
    counts: Counter[str] = Counter()
    for name, triggers, find in (*MARKS, *more):
        if not triggers:
            if plain:
                continue
        elif not any(trigger in text for trigger in triggers):
            continue
        found = list(find(text))
        edits += found
        counts[name] += len(found)
    made = given(text, edits)
    if not made.edits:
        return None
    told = ", ".join(name for name, count in counts.items() if count)
    return made, (f"read through {told}",)


def _left_out(pattern: re.Pattern[str]) -> Finder:
    """What a pattern finds is read as nothing."""
    return lambda text: (Edit(m.start(), m.end(), "") for m in pattern.finditer(text))


def _line_ends(text: str) -> Iterator[Edit]:
    """Words that a line end cuts: joined, or with their hyphen where the text has them so."""
    for m in _HYPHENATED.finditer(text):
        cut = text.index("-", m.end(1))
        joined, tied = m[1] + m[2], f"{m[1]}-{m[2]}"
        low = m[1].lower()
        compound = bool(m[3]) or low[-1].isdecimal() or _COMPOUNDS.match(low) is not None
        keeps = joined not in text and (tied in text or compound)
        yield Edit(cut + keeps, m.start(2), "")


def _forms(text: str) -> Iterator[Edit]:
    """Ligatures, full-width and mathematical letters and digits, as the plain ones."""
    for m in _FORMS.finditer(text):
        yield Edit(m.start(), m.end(), unicodedata.normalize("NFKC", m[0]))
    for m in _RAISED_FRACTION.finditer(text):
        above, below = (unicodedata.normalize("NFKC", m[k]) for k in (1, 2))
        yield Edit(m.start(), m.end(), f"{above}/{below}")


def _entities(text: str) -> Iterator[Edit]:
    for m in _ENTITY.finditer(text):
        told = unescape(f"&{m[1]};")
        if told != f"&{m[1]};" and "\x00" not in told:
            yield Edit(m.start(), m.end(), _UNSEEN.sub("", told))


def _mojibake(text: str) -> Iterator[Edit]:
    """UTF-8 that was once read as windows-1252."""
    for m in _MOJIBAKE.finditer(text):
        try:
            told = b"".join(map(_byte, m[0])).decode("utf-8")
        except UnicodeError:
            continue
        yield Edit(m.start(), m.end(), _UNSEEN.sub("", told))


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode("cp1252")


def _links(text: str) -> Iterator[Edit]:
    for pattern in (_WIKI_LINK, _LINK):
        for m in pattern.finditer(text):
            yield Edit(m.start(), m.start(1), "")
            yield Edit(m.end(1), m.end(), "")


def _pairs(pattern: re.Pattern[str]) -> Finder:
    """Marks on both sides of words: both are read as nothing."""

    def find(text: str) -> Iterator[Edit]:
        for m in pattern.finditer(text):
            yield Edit(m.start(), m.start("in"), "")
            yield Edit(m.end("in"), m.end(), "")

    return find


MARKS = (
    Mark("soft hyphens at line ends", (), _left_out(_SOFT_BREAK)),
    Mark("invisible characters", (), _left_out(_UNSEEN)),
    Mark("words cut at line ends", ("-\n", "- \n", "-\r"), _line_ends),
    Mark("ligatures or wide letters", (), _forms),
    Mark("HTML entities", ("&",), _entities),
    Mark("wrongly decoded characters", (), _mojibake),
    Mark("links", ("[",), _links),
    Mark("bold", ("**",), _pairs(_STRONG)),
    Mark("emphasis", ("*",), _pairs(_STARRED)),
    Mark("underscores", ("_",), _pairs(_SCORED)),
    Mark("backticks", ("`",), _pairs(_TICKED)),
    Mark("wiki marks", ("'''",), _pairs(_WIKI_BOLD)),
    Mark("marks of headings or quotations", ("# ", "> "), _left_out(_LINE_MARK)),
    Mark("escaped marks", ("\\",), _left_out(_ESCAPED)),
    Mark("footnote marks", ("[",), _left_out(_FOOTNOTE)),
    Mark("footnote stars", ("*",), _left_out(_STAR)),
    Mark("raised footnote marks", (), _left_out(_RAISED)),
)
"""Every kind of mark that is seen through; a test inserts each into the sample stories."""
