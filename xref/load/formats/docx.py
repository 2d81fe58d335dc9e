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
_TAGS = 300_000
"""The most tags of all its parts."""
_LOST = "read from Word: text boxes, foot notes, comments and what is drawn are not read"


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The document's one text: paragraphs, list items and rows of tables."""
    raw = missing("docx", "documents", "Word documents") or whole_bytes(stream)
    if isinstance(raw, Broken):
        yield raw
        return
    try:
        large = _too_large(raw)
        yield Broken(large) if large else _read(raw)
    except Exception as error:  # zipfile, lxml and docx each fail in ways of their own
        yield Broken(f"no Word document that can be read: {type(error).__name__}: {error}")


def _too_large(raw: bytes) -> str | None:
    """Why a document would take too much memory or time; ``None`` for any that a person wrote."""
    tags = 0
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST:
            return f"the document unfolds to more than {_MOST // 1_000_000} MB"
        for part in parts.infolist():
            if part.filename.endswith((".xml", ".rels")):
                tags += parts.read(part).count(b"<")
    return f"the document holds more than {_TAGS:,} tags" if tags > _TAGS else None


def _read(raw: bytes) -> Record | Broken:
    import docx

    document = docx.Document(io.BytesIO(raw))
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    pieces: list[Piece] = []
    title: str | None = None
    for block in document.element.body:
        kind = block.tag.rpartition("}")[2]
        if kind == "tbl":
            pieces += [Piece(row, Zone.LIST) for row in _rows(block)]
        words = _words(block) if kind == "p" else ""
        if not words.strip():
            continue
        style = styles.get(block.style or "", "")
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


def _zone(style: str, paragraph: Element) -> Zone:
    if style == "subtitle":
        return Zone.STANDFIRST
    if style == "caption":
        return Zone.CAPTION
    numbered = paragraph.pPr is not None and paragraph.pPr.numPr is not None
    return Zone.LIST if style.startswith("list") or numbered else Zone.BODY


def _words(element: Element) -> str:
    """The words of a paragraph, those that were inserted under review too, those deleted not."""
    out = []
    for part in element.xpath(".//w:t | .//w:tab | .//w:br"):
        tag = part.tag.rpartition("}")[2]
        out.append(part.text or "" if tag == "t" else "\t" if tag == "tab" else "\n")
    return "".join(out)


def _rows(table: Element) -> Iterator[str]:
    for row in table.tr_lst:
        cells = [" ".join(_words(cell).split()) for cell in row.tc_lst]
        if any(cells):
            yield " | ".join(cells)
