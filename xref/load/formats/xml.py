"""XML: feeds (RSS, Atom), the IPTC's NewsML-G2 and NITF, and XHTML pages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.entities import html5
from typing import BinaryIO

from xref.load.feeds import atom, rss
from xref.load.formats.html import declared, page_of
from xref.load.markup import Element, MarkupError
from xref.load.newsml import newsml, nitf
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole
from xref.load.xml_names import local

_TAGS = 300_000
"""The most tags of one document; a feed of thousands of items has so many."""
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,31};)")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")

_KINDS: dict[str, Callable[[Element], Iterator[Record | Broken]]] = {
    "rss": rss,
    "RDF": rss,
    "feed": atom,
    "newsItem": newsml,
    "newsMessage": newsml,
    "NewsML": newsml,
    "nitf": nitf,
}
"""The reader of each kind of document, by its outermost element."""


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The items of a feed, or the articles of a news item or message; several are numbered."""
    decoded = whole(stream, lambda raw: source.charset or declared(raw))
    if isinstance(decoded, Broken):
        yield decoded
        return
    try:
        root, notes = _parsed(decoded.text)
    except MarkupError as error:
        yield Broken(str(error))
        return
    notes = (*decoded.notes, *notes)
    name = local(root)
    if name == "html":
        yield page_of(decoded.text, source.url, notes)
        return
    if name not in _KINDS:
        yield Broken(
            f"XML of a kind that xref does not read, <{name}>; "
            "it reads RSS, Atom, NewsML-G2 and NITF"
        )
        return
    found = list(_KINDS[name](root))
    if not found:
        yield Broken("it holds no article")
    for number, one in enumerate(found, start=1):
        numbered = replace(one, number=number) if len(found) > 1 or name in ("rss", "feed") else one
        yield (
            replace(numbered, notes=(*notes, *numbered.notes))
            if isinstance(numbered, Record)
            else numbered
        )


def _parsed(text: str) -> tuple[Element, tuple[str, ...]]:
    """The outermost element; no entity is expanded, and nothing is fetched.

    Raises:
        MarkupError: for what is no XML, too large, too deep, or brings entities of its own.
    """
    from lxml import etree

    if text.count("<") > _TAGS:
        raise MarkupError(f"the XML is not read: it holds more than {_TAGS:,} tags")
    if "<!ENTITY" in text:
        raise MarkupError("the XML is not read: it declares entities")
    source = _DECLARATION.sub("", text, 1) if _DECLARATION.match(text) else text
    raw = _ENTITY.sub(_character, source.strip()).encode("utf-8", errors="replace")
    try:
        return etree.fromstring(raw, _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        broken = f"the XML is broken: {' '.join(str(error.msg).split())}"
    try:
        root = etree.fromstring(raw, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None or not len(root) or "epth" in broken:
        raise MarkupError(broken)
    return root, (f"{broken}; what could be read of it was read",)


def _parser(recover: bool) -> Element:
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _character(found: re.Match[str]) -> str:
    """The character that an entity of HTML stands for; any other entity as it is."""
    return html5.get(found[1], found[0])
