"""A claim's words in their context, marked."""

from collections.abc import Sequence
from itertools import pairwise

from xref.model.article import Article, Field
from xref.model.claim import Claim, Quotation
from xref.model.span import Span
from xref.render import words

ROOM = 300
"""Characters of context on either side of the marked words."""


def marked(claim: Claim) -> tuple[Span, ...]:
    """The words that a claim is about: of a quotation what was said, else all of it."""
    if isinstance(claim.value, Quotation):
        return claim.value.segments or claim.value.content or (claim.span,)
    return (claim.span,)


def passage(article: Article, field: Field, marks: Sequence[Span]) -> str:
    """The sentences around the marks and those beside them, on one line, marks in brackets."""
    text = article.part(field)
    inner = Span(min(m.start for m in marks), max(m.end for m in marks))
    whole = _around(article, field, inner)
    start, end = whole
    if inner.start - start > ROOM:
        start = text.find(" ", inner.start - ROOM, inner.start) + 1 or inner.start - ROOM
    if end - inner.end > ROOM:
        end = max(text.rfind(" ", inner.end, inner.end + ROOM), inner.end)
    out = "… " if start > whole.start else ""
    at = start
    for mark in sorted(marks):
        if mark.start >= at:
            out += f"{text[at : mark.start]}[{mark.of(text)}]"
            at = mark.end
    return words.one_line(out + text[at:end] + (" …" if end < whole.end else ""))


def _around(article: Article, field: Field, inner: Span) -> Span:
    """The sentences that `inner` touches, with the one before and the one after in their block."""
    touched = [block for block in article.blocks_of(field) if block.span.overlaps(inner)]
    if not touched:
        return inner
    sentences = [sentence for block in touched for sentence in block.sentences]
    first, last = inner
    for before, after in pairwise(sentences):
        if after.overlaps(inner) and not before.overlaps(inner):
            first = min(first, before.start)
        if before.overlaps(inner) and not after.overlaps(inner):
            last = max(last, after.end)
    hit = [sentence for sentence in sentences if sentence.overlaps(inner)]
    return Span(
        min(first, *(s.start for s in hit)) if hit else first,
        max(last, *(s.end for s in hit)) if hit else last,
    )
