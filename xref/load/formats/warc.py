"""WARC, and ARC before it: the pages of a web archive."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any, BinaryIO

from xref.load.extras import missing
from xref.load.formats import html
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import MAX_BYTES, too_long

Held = Any
"""A record of warcio, which has no types of its own."""

_KINDS = ("response", "resource")
_PAGES = ("text/html", "application/xhtml+xml")
_DONE = "200"


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The articles of the pages that were fetched whole, numbered as records from 1.

    Everything else that an archive holds (pictures, scripts, requests, redirects) is left.
    """
    stopped = missing("warcio", "archives", "web archives")
    if stopped is not None:
        yield stopped
        return
    from warcio.archiveiterator import ArchiveIterator

    empty = True
    try:
        iterator = ArchiveIterator(stream, arc2warc=True)
        for number, held in enumerate(_each(iterator), start=1):
            if _is_page(held):
                empty = False
                for one in _read(held, source):
                    yield replace(one, number=number)
    except Exception as error:  # warcio fails in many ways on broken archives
        why = " ".join(str(error).split())
        yield Broken(f"the web archive is broken: {why[:200]}")
        return
    if empty:
        yield Broken("the web archive holds no page")


def _each(iterator: Iterator[Held]) -> Iterator[Held]:
    """The records; what the library says of them on standard error is not said."""
    while True:
        with redirect_stderr(io.StringIO()):
            held = next(iterator, None)
        if held is None:
            return
        yield held


def _is_page(held: Held) -> bool:
    """Whether a record holds a page that the server gave whole."""
    if held.rec_type not in _KINDS:
        return False
    http = held.http_headers
    if http is None:
        return (held.rec_headers.get_header("Content-Type") or "").startswith(_PAGES)
    kind = (http.get_header("Content-Type") or "").lower()
    return http.get_statuscode() == _DONE and kind.startswith(_PAGES)


def _read(held: Held, source: Source) -> Iterator[Record | Broken]:
    raw = held.content_stream().read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield Broken(too_long("the page"))
        return
    address = (held.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    kind = (held.http_headers.get_header("Content-Type") or "") if held.http_headers else ""
    charset = kind.lower().partition("charset=")[2].strip(" \"'").partition(";")[0] or None
    told = replace(source, url=address, charset=charset)
    yield from html.records(io.BytesIO(raw), told)
