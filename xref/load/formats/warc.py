"""WARC: the pages of a web archive."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from xref.load.extras import missing
from xref.load.formats import html
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import MAX_BYTES, too_long

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_DONE = 200


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The articles of the pages that were fetched whole, numbered as records from 1.

    Everything else that an archive holds (pictures, scripts, requests, redirects) is left.
    """
    stopped = missing("fastwarc", "archives", "web archives")
    if stopped is not None:
        yield stopped
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    empty = True
    try:
        iterator = ArchiveIterator(stream, record_types=kinds, auto_decode="all")
        for number, held in enumerate(iterator, start=1):
            if _is_page(held):
                empty = False
                for one in _read(held, source):
                    yield replace(one, number=number)
    except (OSError, ValueError, EOFError) as error:
        yield Broken(f"the web archive is broken: {error}")
        return
    if empty:
        yield Broken("the web archive holds no page")


def _is_page(held: "WarcRecord") -> bool:
    """Whether a record holds a page that the server gave whole."""
    http: HeaderMap | None = held.http_headers
    if http is None:
        return (held.headers.get("Content-Type") or "").startswith(_PAGES)
    return http.status_code == _DONE and (held.http_content_type or "").startswith(_PAGES)


def _read(held: "WarcRecord", source: Source) -> Iterator[Record | Broken]:
    raw = held.reader.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield Broken(too_long("the page"))
        return
    address = (held.headers.get("WARC-Target-URI") or "").strip("<>") or None
    told = replace(source.member(source.name), url=address, charset=held.http_charset)
    yield from html.records(BytesIO(raw), told)
