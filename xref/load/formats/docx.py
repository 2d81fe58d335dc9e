"""Word: one document, a press release."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.blocks import Piece, joined
from xref.load.extras import missing
from xref.load.markup import Element
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.whole import whole_bytes
from xref.model.article import Zone

_MOST = 100_000_000
"""The most bytes that a document may unfold to."""
_PART = 40_000_000
"""The most bytes of one of its parts that is XML."""
_LOST = "read from Word: text boxes, foot notes, comments and what is drawn are not read"


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The document's one text: paragraphs, list items and rows of tables."""
    stopped = missing("docx", "documents", "Word documents")
    if stopped is not None:
        yield stopped
        return
    raw = whole_bytes(stream)
    if isinstance(raw, Broken):
        yield raw
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            sizes = [(part.file_size, part.filename) for part in parts.infolist()]
        large = sum(size for size, _ in sizes) > _MOST or any(
            size > _PART and name.endswith((".xml", ".rels")) for size, name in sizes
        )
        yield Broken("the document unfolds to too many bytes") if large else _read(raw)
    except Exception as error:  # zipfile, lxml and docx each fail in ways of their own
        yield Broken(f"no Word document that can be read: {type(error).__name__}: {error}")


def _read(raw: bytes) -> Record | Broken:
    import docx

    document = docx.Document(io.BytesIO(raw))
    pieces: list[Piece] = []
    title: str | None = None
    for block in document.iter_inner_content():
        style = (getattr(block.style, "name", None) or "").lower() if block.style else ""
        if hasattr(block, "rows"):
            pieces += [Piece(row, Zone.LIST) for row in _rows(block)]
            continue
        words = _words(block._p)
        if not words.strip():
            continue
        if style == "title" and title is None:
            title = " ".join(words.split())
        else:
            pieces.append(Piece(words, _zone(style, block)))
    text, marked = joined(pieces)
    if not text:
        return Broken("the document holds no text")
    named = (document.core_properties.title or "").strip() or None
    return Record(
        text=text,
        title=title or named,
        notes=(_LOST,),
        as_file=False,
        marked=marked,
    )


def _zone(style: str, block: Element) -> Zone:
    if style == "subtitle":
        return Zone.STANDFIRST
    if style == "caption":
        return Zone.CAPTION
    numbered = block._p.pPr is not None and block._p.pPr.numPr is not None
    return Zone.LIST if style.startswith("list") or numbered else Zone.BODY


def _words(element: Element) -> str:
    """The words of a paragraph, those that were inserted under review too, those deleted not."""
    out = []
    for part in element.xpath(".//w:t | .//w:tab | .//w:br"):
        tag = part.tag.rpartition("}")[2]
        out.append(part.text or "" if tag == "t" else "\t" if tag == "tab" else "\n")
    return "".join(out)


def _rows(table: Element) -> Iterator[str]:
    for row in table._tbl.tr_lst:
        cells = [" ".join(_words(cell).split()) for cell in row.tc_lst]
        if any(cells):
            yield " | ".join(cells)
