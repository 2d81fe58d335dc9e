"""Quotation claims: what the language of quoting found, placed in its sentence."""

from collections.abc import Iterator

from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.model.claim import Quotation
from xref.model.span import Span


def quotations(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """One claim per saying; its span runs from the first to the last reported word."""
    for saying in passage.speech.sayings:
        if saying.field != passage.field:
            continue
        content = saying.content or saying.segments
        span = Span(content[0].start, content[-1].end)
        number = passage.sentence_number(span.start)
        if number is None:
            continue
        value = Quotation(saying.type, saying.segments, content, saying.edited)
        sentence = passage.sentences[number]
        last = passage.sentence_number(span.end - 1)
        if last is not None:
            sentence = Span(sentence.start, max(sentence.end, passage.sentences[last].end))
        yield Draft(span, sentence, passage.zones[number], value, saying.attribution)
