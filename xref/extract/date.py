"""Date claims: when something happened, resolved against the article's own date."""

from collections.abc import Iterator

from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.model.claim import Date
from xref.model.span import Span


def dates(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """One claim per date or period; `what` is the clause that it stands in, without the date."""
    for span, when in passage.dated(grammars.numbers):
        number = passage.sentence_number(span.start)
        if number is None:
            continue
        sentence = passage.sentences[number]
        what = _clause(passage.text, sentence, span)
        yield Draft(span, sentence, passage.zones[number], Date(when, what))


def _clause(text: str, sentence: Span, span: Span) -> str | None:
    comma = text.rfind(", ", sentence.start, span.start)
    start = sentence.start if comma < 0 else comma + 2
    end = text.find(",", span.end, sentence.end)
    end = sentence.end if end < 0 else end
    words = " ".join((text[start : span.start] + text[span.end : end]).split()).strip(" .,;")
    return words or None
