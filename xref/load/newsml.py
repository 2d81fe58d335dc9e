"""NewsML-G2, NewsML 1 and NITF, the IPTC's news in XML."""

from collections.abc import Iterator

from xref.load.blocks import Piece, joined, with_standfirst
from xref.load.markup import Element, MarkupError, blocks, pieces_of
from xref.load.outlets import outlet_of
from xref.load.record import Broken, Record
from xref.load.xml_names import child, children, descendants, local, plain, words
from xref.model.article import Zone

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_AS_HTML = {
    "hl2": "h2",
    "media-caption": "figcaption",
    "body.content": "div",
    "body.end": "div",
    "block": "div",
    "bq": "blockquote",
    "tagline": "p",
    "media": "figure",
    "media-metadata": "script",
    "media-reference": "script",
}
"""Elements of NITF and what HTML calls the like; its other elements bear HTML's names."""


def newsml(root: Element) -> Iterator[Record | Broken]:
    """The texts of a news item or of all items of a message; pictures and plans are left."""
    if local(root) == "NewsML":
        for item in list(descendants(root, "NewsItem")):
            yield from _first_newsml(item)
        return
    items = [root] if local(root) == "newsItem" else list(descendants(root, "newsItem"))
    for item in items:
        told = _item(item)
        if told is not None:
            yield told


def _first_newsml(item: Element) -> Iterator[Record | Broken]:
    """The longest text of an item in NewsML 1; others are its summaries."""
    try:
        held = [_inner(one) for one in descendants(item, "DataContent")]
    except MarkupError as error:
        yield Broken(f"the item is not read: {error}")
        return
    pieces = max(held, key=lambda each: sum(len(piece.text) for piece in each), default=[])
    text, marked = joined(piece for piece in pieces if piece.zone is not Zone.HEADLINE)
    if not text:
        return
    inner = next((piece.text for piece in pieces if piece.zone is Zone.HEADLINE), None)
    named = words(next(descendants(item, "ProviderId", "Provider"), None))
    yield Record(
        text=text,
        title=words(next(descendants(item, "HeadLine"), None)) or inner,
        outlet=outlet_of(named) or named,
        author=words(next(descendants(item, "ByLine"), None)),
        published=words(next(descendants(item, "FirstCreated", "ThisRevisionCreated"), None)),
        language=next((one.get("FormalName") for one in descendants(item, "Language")), None),
        as_file=False,
        marked=marked,
        told_by={
            "title": "NewsML HeadLine",
            "outlet": "NewsML ProviderId",
            "author": "NewsML ByLine",
            "published": "NewsML FirstCreated",
        },
    )


def _item(item: Element) -> Record | Broken | None:
    """The record of one item; ``None`` where it holds no text."""
    about, content = child(item, "itemMeta"), child(item, "contentMeta")
    pieces = _text(child(item, "contentSet"))
    if isinstance(pieces, Broken):
        return pieces
    if not pieces:
        return None
    inner = next((p for p in pieces if p.zone is Zone.HEADLINE), None)
    title = words(child(content, "headline")) or (inner.text if inner else None)
    pieces = [piece for piece in pieces if piece.zone is not Zone.HEADLINE]
    summary = words(child(content, "description"))
    text, marked = joined(with_standfirst(summary, pieces))
    outlet, evidence = _provider(about, content)
    authors = [name for one in _children(content, "by", "creator") if (name := _name(one))]
    day = words(child(about, "firstCreated")) or words(child(content, "contentCreated"))
    version = words(child(about, "versionCreated"))
    language = child(content, "language")
    tag = language.get("tag") if language is not None else None
    return Record(
        text=text,
        title=title,
        outlet=outlet,
        author=", ".join(dict.fromkeys(authors)) or None,
        published=day or version,
        url=None,
        language=tag or item.get(_LANG),
        extra={"guid": item.get("guid"), "modified": version},
        as_file=False,
        marked=marked,
        told_by={
            "title": "NewsML-G2 headline",
            "author": "NewsML-G2 by",
            "published": "NewsML-G2 firstCreated" if day else "NewsML-G2 versionCreated",
            **({"outlet": evidence} if outlet else {}),
        },
    )


def _children(element: Element | None, *names: str) -> Iterator[Element]:
    return iter(()) if element is None else children(element, *names)


def _name(element: Element | None) -> str | None:
    """The name of a party: in an element of its own, as a literal, or as words."""
    if element is None:
        return None
    named = words(child(element, "name"))
    return named or element.get("literal") or (None if len(element) else words(element))


def _provider(about: Element | None, content: Element | None) -> tuple[str | None, str]:
    """Who handed the item out."""
    provider = child(about, "provider")
    ways = (
        (_name(provider), "NewsML-G2 provider"),
        (words(child(content, "creditline")), "NewsML-G2 creditline"),
        (_name(child(content, "infoSource")), "NewsML-G2 infoSource"),
        (_code(provider), "NewsML-G2 provider"),
    )
    return next(((name, where) for name, where in ways if name), (None, ""))


def _code(element: Element | None) -> str | None:
    """The name in a code ("nprov:AFP")."""
    code = element.get("qcode") if element is not None else None
    return str(code).rpartition(":")[2] or None if code else None


def _text(held: Element | None) -> list[Piece] | Broken:
    """The blocks of the first content that is text."""
    if held is None:
        return []
    for one in held:
        try:
            if local(one) == "inlineXML":
                pieces = _inner(one)
            elif local(one) == "inlineData" and "text" in (one.get("contenttype") or "text"):
                pieces = pieces_of("".join(one.itertext()))
            else:
                continue
        except MarkupError as error:
            return Broken(f"the item is not read: {error}")
        if pieces:
            return pieces
    return []


def _inner(held: Element) -> list[Piece]:
    """The blocks of a page or a NITF document that stands in an item."""
    inner = next((one for one in held if isinstance(one.tag, str)), None)
    if inner is None:
        return []
    if local(inner) not in ("nitf", "html", "body", "div", "p"):
        return []
    if local(inner) == "nitf":
        told = next(nitf(inner), None)
        if not isinstance(told, Record):
            return []
        title = [Piece(told.title, Zone.HEADLINE)] if told.title else []
        return [*title, *(Piece(mark.span.of(told.text), mark.zone) for mark in told.marked)]
    from lxml import etree

    plain(inner)
    return pieces_of(etree.tostring(inner, encoding="unicode", method="html", with_tail=False))


def nitf(root: Element) -> Iterator[Record | Broken]:
    """The article of a NITF document."""
    plain(root)
    body = child(root, "body")
    head = child(body, "body.head")
    line = child(head, "hedline")
    title = words(child(line, "hl1", "hl2")) or words(child(child(root, "head"), "title"))
    data = child(child(root, "head"), "docdata")
    dateline = child(head, "dateline")
    dates = [
        one.get("norm") or words(one)
        for one in (child(data, "date.issue", "date.release"), child(dateline, "story.date"))
        if one is not None
    ]
    holder = child(data, "doc.copyright")
    paper = child(child(root, "head"), "pubdata")
    wire = child(head, "distributor")
    names = (
        (words(wire), "NITF distributor"),
        (paper.get("name") if paper is not None else None, "NITF pubdata"),
        (holder.get("holder") if holder is not None else None, "NITF doc.copyright"),
    )
    outlet, where = next(((name, where) for name, where in names if name), (None, ""))
    abstract = words(child(head, "abstract"))
    pieces = []
    for part in (child(body, "body.content"), child(body, "body.end")):
        if part is not None:
            for one in part.iter():
                if isinstance(one.tag, str):
                    one.tag = _AS_HTML.get(one.tag, one.tag)
            pieces += [Piece(block.text, block.zone) for block in blocks(part)]
    text, marked = joined(with_standfirst(abstract, pieces))
    if not text:
        yield Broken("it holds no text")
        return
    byline = child(head, "byline")
    yield Record(
        text=text,
        title=title,
        outlet=outlet,
        author=words(child(byline, "person")) or words(byline),
        published=next(filter(None, dates), None),
        language=root.get("lang"),
        as_file=False,
        marked=marked,
        told_by={
            "title": "NITF hedline",
            "author": "NITF byline",
            "published": "NITF date",
            **({"outlet": where} if outlet else {}),
        },
    )
