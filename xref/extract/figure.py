"""Quantity claims: each figure with what it counts, of whom, which part, where, in which event."""

from collections.abc import Iterator

from xref.extract import context
from xref.extract.draft import Draft, Passage
from xref.extract.grammars import Grammars
from xref.extract.words import Words, words_of
from xref.model.claim import Event, Quantity, Scope
from xref.quantity import Figure, parse

_PLACED = ("military.", "organisation.", "countries.", "money.", "rate.")


def figures(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """One claim per figure that stands in a claim-bearing sentence."""
    number_before, words = -1, None
    for figure in parse(passage.text, grammars.numbers):
        number = passage.sentence_number(figure.span.start)
        if number is None:
            continue
        sentence = passage.sentences[number]
        if number != number_before or words is None:
            words = words_of(passage.text, sentence)
            number_before = number
        yield Draft(figure.span, sentence, passage.zones[number], _value(figure, words, grammars))


def _value(figure: Figure, words: Words, grammars: Grammars) -> Quantity:
    place = words.between(figure.span)
    head = figure.counted
    if head is not None and figure.modifiers:
        head = f"{figure.modifiers[-1].lower()} {head}"
    measure = grammars.measures.of(words, place, figure.dimension, figure.counted, head or "")
    event: Event | None = None
    if measure is not None and measure.event:
        event = context.event(words, place, grammars.events)
    subject = None
    if measure is None or measure.name.startswith(_PLACED):
        subject = context.subject(words, place, grammars.geography)
    return Quantity(
        amount=figure.amount,
        dimension=figure.dimension,
        counted=figure.counted,
        counted_text=figure.counted_text,
        modifiers=figure.modifiers,
        measure=measure.name if measure else None,
        mode=figure.mode,
        trend=figure.trend,
        subject=subject,
        event=event,
        scope=Scope(
            place=context.place_name(words, place),
            subset=figure.of if figure.of else None,
        ),
        also=figure.also,
    )
