"""Documents to articles."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from xref.model.article import Article, Block, Document, Marked, Skipped, Zone
from xref.model.given import Given
from xref.model.span import Span
from xref.read.capitals import capitals
from xref.read.dating import published
from xref.read.draft import Draft, drafts, mark_told
from xref.read.evidence import author, outlet
from xref.read.head import mark_alternatives, mark_captions, mark_head
from xref.read.language import unread_language
from xref.read.lexicons import ReadGrammar, packaged
from xref.read.paragraphs import paragraphs, told_paragraphs
from xref.read.repeats import earlier_printings
from xref.read.sections import cut_sections
from xref.read.sentences import sentences
from xref.text.seen import MARKDOWN, Mark, seen

_MARKDOWN = (".md", ".markdown")


def read(document: Document, grammar: ReadGrammar | None = None) -> Article | Skipped:
    """The article that a document holds: its blocks with zones, and what the text tells of itself.

    Every character of the text that is no space belongs to one block, and to one of its
    sentences. A text in a language that xref does not read is skipped; the record is believed, the
    head of a web page is not, since many name the language of their template.
    """
    grammar = grammar or packaged()
    given, title_given, seen_notes = _seen(document, grammar)
    text, title = given.read if given else document.text, document.title
    title = title_given.read if title_given else title
    marked = _as_read(document.marked, given)
    came, document = document, replace(document, text=text, title=title, marked=marked)
    told = None if "language" in document.told_by else document.language
    reason = unread_language(text, told, grammar.languages)
    if reason is not None:
        return Skipped(_place(document), reason)
    found = told_paragraphs(document.marked) if document.marked else paragraphs(text)
    sorted_drafts = drafts(text, found, grammar)
    mark_told(sorted_drafts, document.marked)
    cut_sections(text, sorted_drafts, grammar)
    mark_captions(text, sorted_drafts)
    mark_head(text, sorted_drafts, title, grammar)
    mark_alternatives(text, sorted_drafts)
    outlet_name, outlet_from = outlet(document, sorted_drafts, grammar)
    author_name, author_from = author(document, sorted_drafts, grammar)
    days, published_from, note = published(document, sorted_drafts)
    modified = document.extra.get("modified")
    return Article(
        id=document.id,
        content_id=content_id(came.title, came.text),
        path=document.path,
        text=text,
        blocks=tuple(_blocks(text, sorted_drafts, grammar)),
        outlet=outlet_name,
        outlet_from=outlet_from,
        title=title,
        title_blocks=_title_blocks(title, grammar),
        author=author_name,
        author_from=author_from,
        published=days,
        published_from=published_from,
        url=document.url,
        story=document.story,
        origin=document.origin,
        language=document.language,
        notes=(*document.notes, *seen_notes, *((note,) if note else ())),
        first_line=document.first_line,
        as_file=document.as_file,
        given=given,
        title_given=title_given,
        modified=modified if isinstance(modified, str) else None,
        told_by=document.told_by,
        cut=document.cut,
    )


def _seen(
    document: Document, grammar: ReadGrammar
) -> tuple[Given | None, Given | None, tuple[str, ...]]:
    """Text and title without the marks that reading sees through, and notes on them."""
    loud = Mark("capitals throughout", ("",), lambda text: capitals(text, grammar.common))
    text = seen(document.text, (loud,))
    title = seen(document.title) if document.title else None
    names = dict.fromkeys(name for made in (text, title) if made for name in made[1])
    if document.path.lower().endswith(_MARKDOWN):
        names = {name: None for name in names if name not in MARKDOWN}
    notes = (f"read through {', '.join(names)}",) if names else ()
    return text[0] if text else None, title[0] if title else None, notes


def _as_read(marked: Sequence[Marked], given: Given | None) -> tuple[Marked, ...]:
    """The blocks that a format tells, in the text as read; what is read as nothing is none."""
    if given is None:
        return tuple(marked)
    found = (replace(each, span=given.reading(each.span)) for each in marked)
    return tuple(each for each in found if each.span.start < each.span.end)


def content_id(title: str | None, text: str) -> str:
    """Sixteen hexadecimal digits, equal for equal title and text."""
    raw = f"{title or ''}\0{text}".encode(errors="surrogatepass")
    return hashlib.blake2b(raw, digest_size=8).hexdigest()


def _place(document: Document) -> str:
    """The document's file, with its line where that holds several."""
    line = document.first_line
    return document.path if document.as_file or line == 1 else f"{document.path}:{line}"


def _blocks(text: str, sorted_drafts: list[Draft], grammar: ReadGrammar) -> list[Block]:
    spans = [Span(draft.start, draft.end) for draft in sorted_drafts]
    return earlier_printings(
        text,
        [
            (span, draft.zone, sentences(text, *span, grammar.sentences))
            for span, draft in zip(spans, sorted_drafts, strict=True)
        ],
    )


def _title_blocks(title: str | None, grammar: ReadGrammar) -> tuple[Block, ...]:
    if not title:
        return ()
    parts = sentences(title, 0, len(title), grammar.sentences)
    if not parts:
        return ()
    return (Block(Span(parts[0].start, parts[-1].end), Zone.HEADLINE, parts),)
