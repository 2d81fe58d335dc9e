"""RSS and Atom."""

import re
from collections.abc import Iterator

from xref.load.blocks import Piece, joined, with_standfirst
from xref.load.markup import Element, MarkupError, pieces_of
from xref.load.outlets import domain, outlet_of
from xref.load.record import Broken, Record
from xref.load.xml_names import child, children, descendants, namespace, words

SUMMARY = "the feed gives a summary of it, not the text"
HEADLINE = "only its headline is known"

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+(?:\s*\(([^)]+)\))?")
"""An author as RSS wants one told: an address, and perhaps the name behind it in brackets."""
_DUBLIN_CORE = "purl.org/dc/"


def rss(root: Element) -> Iterator[Record | Broken]:
    """The items of a feed in RSS 0.9 to 2.0."""
    channel = child(root, "channel")
    feed, language = words(child(channel, "title")), words(child(channel, "language"))
    for item in descendants(root, "item"):
        encoded = _in(item, "content/", "encoded")
        content = encoded if encoded is not None else _in(item, "w3.org/1999/xhtml", "body")
        summary = _first(_own(item, "description"), _in(item, _DUBLIN_CORE, "description"))
        link = words(_own(item, "link")) or words(_own(item, "guid"))
        author = words(child(item, "creator", "author"))
        source = next((s for s in children(item, "source") if words(s)), None)
        yield _record(
            content=_markup(content),
            summary=_markup(summary),
            title=words(_first(_own(item, "title"), _in(item, _DUBLIN_CORE, "title"))),
            outlet=_outlet(words(source), link, feed),
            author=_named(author),
            published=words(child(item, "pubDate", "date", "published", "issued")),
            url=link if domain(link or "") else None,
            language=language or words(child(item, "language")),
        )


def atom(root: Element) -> Iterator[Record | Broken]:
    """The entries of a feed in Atom."""
    feed, everywhere = _title(child(root, "title")), tuple(children(root, "author"))
    for entry in descendants(root, "entry"):
        links = {one.get("rel") or "alternate": one.get("href") for one in children(entry, "link")}
        link = links.get("alternate")
        source = child(entry, "source")
        authors = [
            name
            for one in (*children(entry, "author"), *everywhere)
            if (name := words(child(one, "name")))
        ]
        content = child(entry, "content")
        yield _record(
            content=_markup(content) if content is None or not content.get("src") else None,
            summary=_markup(child(entry, "summary")),
            title=_title(child(entry, "title")),
            outlet=_outlet(words(child(source, "title")), link, feed),
            author=", ".join(dict.fromkeys(authors)) or None,
            published=words(child(entry, "published", "issued", "updated", "modified")),
            url=link,
            language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        )


def _record(
    content: str | None,
    summary: str | None,
    title: str | None,
    outlet: tuple[str, str] | None,
    author: str | None,
    published: str | None,
    url: str | None,
    language: str | None,
) -> Record | Broken:
    """The record of an item: its content, else its summary, else its headline."""
    notes: tuple[str, ...] = ()
    try:
        above = pieces_of(summary or "")
        pieces = pieces_of(content or "")
    except MarkupError as error:
        return Broken(f"the item is not read: {error}")
    if pieces and len(above) == 1:
        pieces = with_standfirst(above[0].text, pieces)
    elif not pieces:
        pieces, notes = above, (SUMMARY,)
    if not pieces and title:
        pieces, notes, title = [Piece(title)], (HEADLINE,), None
    text, marked = joined(pieces)
    if not text:
        return Broken("the item holds neither text nor headline")
    return Record(
        text=text,
        title=title,
        outlet=outlet[0] if outlet else None,
        author=author,
        published=published,
        url=url,
        language=language,
        notes=notes,
        as_file=False,
        marked=marked,
        told_by={
            "title": "feed",
            "author": "feed",
            "published": "feed",
            "language": "feed",
            **({"outlet": outlet[1]} if outlet else {}),
        },
    )


def _named(author: str | None) -> str | None:
    """The name of an author, without an address."""
    address = _ADDRESS.fullmatch(author or "")
    return address[1] if address else author


def _outlet(source: str | None, link: str | None, feed: str | None) -> tuple[str, str] | None:
    """The outlet of an item: where it was taken from, by its address, or the feed's title."""
    if source:
        return (outlet_of(source) if "/" in source else None) or source, "feed, source"
    named = outlet_of(link)
    if named and named != domain(link or ""):
        return named, "domain of the address"
    if feed:
        return feed, "feed, title"
    return (named, "domain of the address") if named else None


def _in(item: Element, vocabulary: str, name: str) -> Element | None:
    """The child of a name whose namespace holds these words."""
    found = (one for one in children(item, name) if vocabulary in namespace(one))
    return next(found, None)


def _own(item: Element, name: str) -> Element | None:
    """The child of a name that is of the feed's own vocabulary, not that of a picture."""
    return next((one for one in children(item, name) if namespace(one) == namespace(item)), None)


def _first(*elements: Element | None) -> Element | None:
    """The first that there is."""
    return next((one for one in elements if one is not None), None)


def _title(element: Element | None) -> str | None:
    """A title that may be HTML, as plain words."""
    if element is None:
        return None
    told = words(element)
    if told and element.get("type") in ("html", "text/html") and ("<" in told or "&" in told):
        try:
            return " ".join(piece.text for piece in pieces_of(told)) or None
        except MarkupError:
            return None
    return told


def _markup(element: Element | None) -> str | None:
    """The HTML in an element, whether it is written as text or as elements."""
    if element is None:
        return None
    if len(element):
        from lxml import etree

        parts = [element.text or ""]
        for one in element:
            copied = etree.tostring(one, encoding="unicode", method="xml")
            parts.append(_PREFIX.sub(r"\1", copied))
        return "".join(parts)
    told = element.text
    return told if told and told.strip() else None


_PREFIX = re.compile(r"(</?)[A-Za-z][\w.-]*:(?=[A-Za-z])")
