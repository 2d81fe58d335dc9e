"""HTML: one page, saved from a browser or by a program."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.extras import missing
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole

_HEAD = 4_096
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The page's one article."""
    decoded = whole(stream, lambda raw: source.charset or declared(raw))
    if isinstance(decoded, Broken):
        yield decoded
    else:
        yield page_of(decoded.text, source.url, decoded.notes)


def page_of(markup: str, url: str | None, notes: tuple[str, ...]) -> Record | Broken:
    """The article of a page that was decoded."""
    stopped = missing("trafilatura", "html", "web pages")
    if stopped is not None:
        return stopped
    from xref.load.page.read import page

    return page(markup, url, notes)


def declared(raw: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _CHARSET.search(raw, 0, _HEAD)
    return found[1].decode("ascii") if found else None
