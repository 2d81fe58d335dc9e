"""Documents to articles."""

import hashlib
import re
from datetime import datetime

from xref.model.article import Article, Block, Document, Evidence, Skipped, Zone
from xref.model.span import Span
from xref.read.lexicons import ReadGrammar, packaged
from xref.read.sentences import sentences

_LINE = re.compile(r"\S[^\r\n]*")


def read(document: Document, grammar: ReadGrammar | None = None) -> Article | Skipped:
    """The article that a document holds."""
    grammar = grammar or packaged()
    blocks = []
    text = document.text
    for found in _LINE.finditer(text):
        span = Span(found.start(), found.start() + len(found[0].rstrip()))
        blocks.append(Block(span, Zone.BODY, sentences(text, *span, grammar.sentences)))
    title = document.title
    title_blocks = (
        (Block(Span(0, len(title)), Zone.HEADLINE, (Span(0, len(title)),)),) if title else ()
    )
    published = None
    if document.published:
        try:
            day = datetime.fromisoformat(document.published).date()
            published = (day, day)
        except ValueError:
            published = None
    return Article(
        id=document.id,
        content_id=hashlib.blake2b(
            f"{title or ''}\n{text}".encode(errors="replace"), digest_size=8
        ).hexdigest(),
        path=document.path,
        text=text,
        blocks=tuple(blocks),
        outlet=document.outlet or document.id,
        outlet_from=Evidence("record" if document.outlet else "file name"),
        title=title,
        title_blocks=title_blocks,
        author=document.author,
        author_from=Evidence("record") if document.author else None,
        published=published,
        published_from=Evidence("record") if published else None,
        url=document.url,
        story=document.story,
        origin=document.origin,
        language=document.language,
        notes=document.notes,
        first_line=document.first_line,
        as_file=document.as_file,
    )
