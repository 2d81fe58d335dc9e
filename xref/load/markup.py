"""HTML to blocks, in the order in which the page shows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from xref.lexicon import table
from xref.load.blocks import Piece
from xref.model.article import Zone

Element = Any
"""An element of lxml, which has no types of its own."""

MAX_TAGS = 100_000
"""The most tags of one page: five times those of the longest real one that was seen. The worst
that was made of so many took 4 s and 360 MB."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\0"
_LINE = re.compile(r" ?\0 ?")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_INLINE = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr",
    ]
)  # fmt: skip
_UNSEEN = frozenset(
    [
        "script", "style", "template", "svg", "math", "head", "noscript", "iframe", "object",
        "embed", "applet", "audio", "video", "canvas", "select", "option", "datalist",
        "textarea", "input", "button", "map", "area", "frame", "frameset",
    ]
)  # fmt: skip
_FURNITURE = frozenset(["nav", "footer", "aside"])
_ROLES = frozenset(["navigation", "search", "banner", "contentinfo", "complementary", "dialog"])
_LISTS = frozenset(["li", "dd", "dt"])
_CELL = 80
"""The most characters of a table's cell; longer ones are paragraphs that a table only places."""
_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-component", "data-testid")


class MarkupError(Exception):
    """Markup that is not read; the message says why."""


class NoMarkupError(MarkupError):
    """Markup that holds no element: nothing, or comments alone."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item, caption or row of a page.

    `tag` is the element that holds it, `element` that element, `parts` what the elements around
    it are for; `linked` is how many of its characters are links.
    """

    text: str
    tag: str
    element: Element
    parts: frozenset[str]
    linked: int = 0
    row: Element = None

    @property
    def zone(self) -> Zone:
        """The zone that the markup around it tells."""
        return zone_of(self.parts, self.row is not None)


def zone_of(parts: frozenset[str], row: bool) -> Zone:
    """The zone of a block inside of these parts of a page, or of a row of a table."""
    if "correction" in parts:
        return Zone.BODY
    if "furniture" in parts or "menu" in parts:
        return Zone.FURNITURE
    if "caption" in parts:
        return Zone.CREDIT if "credit" in parts else Zone.CAPTION
    if "standfirst" in parts:
        return Zone.STANDFIRST
    return Zone.LIST if "list" in parts or row else Zone.BODY


def tree(markup: str) -> Element:
    """The elements of a page or of a part of one.

    Raises:
        MarkupError: where it holds no element, too many, or is nested too deep.
    """
    from lxml import etree
    from lxml.html import HTMLParser

    if markup.count("<") > MAX_TAGS:
        raise MarkupError(f"it holds more than {MAX_TAGS:,} tags")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    raw = markup.replace("\0", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(raw, parser)
    except etree.LxmlError as error:
        raise NoMarkupError(f"it is no HTML: {error}") from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            deep = "epth" in entry.message
            raise MarkupError(
                "its elements are nested more than 250 deep"
                if deep
                else "a part of it is too large"
            )
    if root is None:
        raise NoMarkupError("it holds no HTML")
    return root


def pieces_of(markup: str) -> list[Piece]:
    """The blocks of a text in HTML, as a feed or a record holds it, all of them.

    A text without any tag is plain text: its blank lines are where blocks end. Comments alone are
    no blocks.

    Raises:
        MarkupError: as `tree`.
    """
    if "<" not in markup and "&" not in markup:
        return [Piece(part) for part in re.split(r"\n\s*\n", markup) if part.strip()]
    try:
        root = tree(markup)
    except NoMarkupError:
        return []
    return [Piece(block.text, block.zone) for block in blocks(root)]


def blocks(root: Element) -> list[Block]:
    """The blocks of a page in order, with all that is seen of it."""
    return _rows(_Walk().over(root))


class _Walk:
    """One way through the elements, without recursion."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._words: list[tuple[str, bool]] = []
        self._links = 0
        self._around: list[tuple[Element, str, frozenset[str], Element]] = []

    def over(self, root: Element) -> list[Block]:
        from lxml import etree

        self._around = [(root, "", frozenset(), None)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if self._start(element, tag):
                    self._text(element.text)
                else:
                    walk.skip_subtree()
            else:
                self._end(element, tag)
                if element is not root:
                    self._text(element.tail)
        self._flush()
        return self.found

    def _start(self, element: Element, tag: str) -> bool:
        """Enter an element; false where nothing inside it is seen."""
        if tag in _UNSEEN or (element.get("hidden") is not None and tag != "body"):
            return False
        if tag == "br":
            self._words.append((_BREAK, False))
        elif tag == "a":
            self._links += 1
        elif tag not in _INLINE:
            self._flush()
            *_, parts, row = self._around[-1]
            here = _parts(element, tag)
            row = element if tag == "tr" else row
            self._around.append((element, tag, parts | here if here else parts, row))
        elif "credit" in (here := _parts(element, tag)):
            self._flush()
            *_, parts, row = self._around[-1]
            self._around.append((element, tag, parts | here, row))
        return True

    def _end(self, element: Element, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif self._around[-1][0] is element and len(self._around) > 1:
            self._flush()
            self._around.pop()

    def _text(self, words: str | None) -> None:
        if words:
            self._words.append((words, self._links > 0))

    def _flush(self) -> None:
        """End a block; two breaks with nothing between them end one too."""
        part: list[str] = []
        linked = breaks = 0
        for words, in_link in self._words:
            if words == _BREAK:
                breaks += 1
            elif not words.isspace():
                if breaks > 1:
                    self._end_block(part, linked)
                    part, linked = [], 0
                breaks = 0
                linked += len(words.strip()) if in_link else 0
            part.append(words)
        self._words.clear()
        self._end_block(part, linked)

    def _end_block(self, part: list[str], linked: int) -> None:
        words = _LINE.sub("\n", _SPACE.sub(" ", "".join(part))).strip()
        if words:
            element, tag, parts, row = self._around[-1]
            self.found.append(Block(words, tag, element, parts, min(linked, len(words)), row))


def _parts(element: Element, tag: str) -> frozenset[str]:
    """What an element is for, by its tag and its names."""
    out = set()
    if tag in _FURNITURE or element.get("role") in _ROLES:
        out.add("menu")
    elif tag == "figcaption":
        out.add("caption")
    elif tag == "blockquote":
        out.add("quote")
    elif tag in _LISTS:
        out.add("list")
    if tag not in ("body", "html", "main", "article"):
        for name in _ATTRIBUTES:
            value = element.get(name)
            if value:
                told = part_of(value)
                if told:
                    out.add(told)
    return frozenset(out)


@lru_cache(10_000)
def part_of(name: str) -> str | None:
    """What a class, id, role or itemprop says that an element is for; ``None`` for most."""
    words = [word.lower() for word in _WORDS.findall(name[:500])]
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    held = pairs.union(words)
    return next((part for part, known in _known().items() if not known.isdisjoint(held)), None)


@cache
def _known() -> dict[str, frozenset[str]]:
    words = table("page_parts")
    order = ("caption", "correction", "furniture", "credit", "standfirst")
    return {part: frozenset(words[part]) for part in order}


def _rows(found: list[Block]) -> list[Block]:
    """The blocks, with the short cells of a row as one block."""
    return list(_joined_rows(found))


def _joined_rows(found: list[Block]) -> Iterator[Block]:
    place = 0
    while place < len(found):
        block = found[place]
        end = place + 1
        if block.row is not None:
            while end < len(found) and found[end].row is block.row:
                end += 1
            cells = found[place:end]
            tabular = all(
                cell.tag in ("td", "th") and len(cell.text) <= _CELL for cell in cells
            ) and len({id(cell.element) for cell in cells}) == len(cells)
            if tabular and len(cells) > 1:
                linked = sum(cell.linked for cell in cells)
                words = " | ".join(" ".join(cell.text.split("\n")) for cell in cells)
                yield Block(words, "tr", block.element, block.parts, linked, block.row)
                place = end
                continue
            block.row = None
        yield block
        place += 1
