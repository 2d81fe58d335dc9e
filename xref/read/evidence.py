"""What a text tells of its outlet and its author, with the words that tell it."""

import re
from collections.abc import Iterator

from xref.model.article import Document, Evidence
from xref.model.span import Span
from xref.read.draft import Draft
from xref.read.lexicons import ReadGrammar

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:\([cC]\)\s*)?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)(?:\s?[-–]\s?(?P<until>(?:19|20)\d\d))?[,\s]*(?:[Bb]y\s+)?"
    r"(?P<holder>[^\n|()]{0,120})"
)
_HOLDER_ENDS = re.compile(
    r"[\s.,;–—-]*(?:[Aa]ll\s[Rr]ights|ALL RIGHTS|Reproduction|This|\Z)|\.\s|\s[-–—]\s|[,;]\s"
)
_READERSHIP = (
    re.compile(r"benefit of (?:an?|the|your) (?P<outlet>[^\W\d_a-z][^.\n]{1,60}?) subscription"),
    re.compile(
        r"(?:those|views|opinions) of (?P<outlet>[^\W\d_a-z][^.\n]{1,60}?) or its "
        r"(?:editors|staff|publisher)"
    ),
)
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ff]ormerly|retired|previously|freelance|once)\b")


def outlet(document: Document, drafts: list[Draft], grammar: ReadGrammar) -> tuple[str, Evidence]:
    """The outlet: the record's, else what the text plainly shows, else the file's stem.

    A text shows it in its copyright line, behind the names of its byline, in a note on its author
    and in the form for comments.
    """
    if document.outlet:
        return document.outlet, told(document, "outlet")
    text = document.text
    for span, source in _shown(text, drafts, grammar):
        name = grammar.companies.sub("", span.of(text)).strip(" .,")
        if name:
            return name, evidence(source, text, span)
    name = re.split(r"[/\\]", document.path)[-1]
    stem = "standard input" if name == "-" else name.rpartition(".")[0] or name
    return stem, Evidence("file name")


def _shown(text: str, drafts: list[Draft], grammar: ReadGrammar) -> Iterator[tuple[Span, str]]:
    """Where the text names its outlet, the surest place first."""
    for found in copyright_lines(text, drafts):
        start, end = found.span("holder")
        stop = _HOLDER_ENDS.search(text, start, end)
        yield Span(start, stop.start() if stop else end), "copyright line"
    for draft in drafts:
        if draft.kind == "byline" and (outlet := _signed(text, draft, grammar)):
            yield outlet, "byline"
    for draft in drafts:
        if draft.kind == "author":
            role = grammar.outlets.search(text, draft.start, draft.end)
            if role and not _FORMER.search(text, draft.start, role.end()):
                yield Span(*role.span("outlet")), "note on the author"
    for draft in drafts:
        if draft.kind == "form":
            for pattern in _READERSHIP:
                named = pattern.search(text, draft.start, draft.end)
                if named:
                    yield Span(*named.span("outlet")), "form for comments"


def _signed(text: str, draft: Draft, grammar: ReadGrammar) -> Span | None:
    """The outlet that a byline ends in; an agency is none, as other outlets print its texts."""
    found = grammar.signed.search(draft.of(text))
    if found is None or found["outlet"] in grammar.credits.agencies:
        return None
    start, end = found.span("outlet")
    return Span(draft.start + start, draft.start + end)


def copyright_lines(text: str, drafts: list[Draft]) -> Iterator[re.Match[str]]:
    """The copyright lines that name a year: groups `year`, `until` (of a range) and `holder`."""
    for draft in drafts:
        if draft.kind == "copyright":
            found = _COPYRIGHT.search(text, draft.start, draft.end)
            if found:
                yield found


def author(
    document: Document, drafts: list[Draft], grammar: ReadGrammar
) -> tuple[str | None, Evidence | None]:
    """The author: the record's, else the byline's, else the one that a note is on; or unknown."""
    if document.author:
        return document.author, told(document, "author")
    text = document.text
    for kind, pattern, source in (
        ("byline", grammar.byline, "byline"),
        ("byline", grammar.name, "byline"),
        ("author", grammar.authors, "note on the author"),
    ):
        spans = [
            Span(*found.span("who"))
            for draft in drafts
            if draft.kind == kind
            and (found := pattern.match(text, draft.start, _names_end(text, draft, grammar)))
        ]
        if spans:
            names = dict.fromkeys(" ".join(span.of(text).split()) for span in spans)
            return ", ".join(names), evidence(source, text, spans[0])
    return None, None


def _names_end(text: str, draft: Draft, grammar: ReadGrammar) -> int:
    """Where the names of a byline end: before the outlet that it names, or an agency."""
    found = grammar.signed.search(draft.of(text)) if draft.kind == "byline" else None
    return draft.end if found is None else draft.start + found.start()


def told(document: Document, field: str) -> Evidence:
    """Evidence of a field that the document brought with it."""
    return Evidence(document.told_by.get(field, "record"))


def evidence(source: str, text: str, span: Span) -> Evidence:
    """Evidence with its words."""
    return Evidence(source, span, span.of(text))
