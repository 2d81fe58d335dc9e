"""PDF: one document, by the order in which its words were drawn."""

import io
import logging
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.extras import missing
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole_bytes

MAX_PAGES = 300
"""The most pages of a document."""
_MOST = 5_000_000
"""The most characters that are taken of a document."""
_LOST = (
    "read from a PDF: columns, tables and words divided at the end of a line may be read wrongly; "
    "look at the page"
)


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The document's one text, page after page."""
    raw = missing("pypdf", "documents", "PDF documents") or whole_bytes(stream)
    if isinstance(raw, Broken):
        yield raw
        return
    try:
        yield _read(raw)
    except Exception as error:  # pypdf fails in many ways on broken documents
        yield Broken(f"no PDF that can be read: {type(error).__name__}: {error}")


def _read(raw: bytes) -> Record | Broken:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    document = PdfReader(io.BytesIO(raw))
    if document.is_encrypted and not document.decrypt(""):
        return Broken("the document asks for a password")
    pages = len(document.pages)
    if pages > MAX_PAGES:
        return Broken(f"it has {pages} pages, more than {MAX_PAGES}")
    parts: list[str] = []
    size = 0
    for page in document.pages:
        words = page.extract_text().strip()
        size += len(words)
        if size > _MOST:
            return Broken("it holds too many words for an article")
        parts.append(words)
    text = "\n\n".join(filter(None, parts))
    if not text.strip():
        return Broken("it holds pictures of pages and no words; read them by OCR first")
    return Record(
        text=text.encode("utf-8", errors="replace").decode(),
        notes=(_LOST,),
        as_file=False,
    )
