"""A page to a record."""

import re

from xref.load.blocks import joined
from xref.load.markup import MarkupError, blocks, tree
from xref.load.page.content import article
from xref.load.page.metadata import Metadata
from xref.load.record import Broken, Record
from xref.model.article import Zone

_TAG = re.compile(r"<[a-zA-Z!]")
_FIELDS = ("outlet", "author", "published", "url", "language")


def page(markup: str, url: str | None = None, notes: tuple[str, ...] = ()) -> Record | Broken:
    """The record of a page; `url` is the address that an archive gives it."""
    if not _TAG.search(markup):
        return Broken("it is no page: it holds no HTML")
    try:
        root = tree(markup)
    except MarkupError as error:
        return Broken(f"the page is not read: {error}")
    metadata = Metadata(root, markup, url)
    found = blocks(root)
    title = metadata.title()
    pieces, cut = article(
        root,
        found,
        title.value if title else None,
        metadata.body(),
        metadata.standfirsts(),
        dated=metadata.first("published") is not None,
    )
    text, marked = joined(pieces)
    if all(mark.zone is Zone.FURNITURE for mark in marked):
        return Broken("the page shows no article")
    told = {name: fact for name in _FIELDS if (fact := metadata.first(name))}
    modified = metadata.first("modified")
    held = {name: fact.value for name, fact in told.items()}
    return Record(
        text=text,
        title=title.value if title else None,
        outlet=held.get("outlet"),
        author=held.get("author"),
        published=held.get("published"),
        url=held.get("url"),
        language=held.get("language"),
        extra={"modified": modified.value} if modified else {},
        notes=notes,
        as_file=False,
        marked=marked,
        told_by={
            **{name: f"page, {fact.source}" for name, fact in told.items()},
            **({"title": f"page, {title.source}"} if title else {}),
            **({"modified": f"page, {modified.source}"} if modified else {}),
        },
        cut=tuple(" ".join(words.split()) for words in cut),
    )
