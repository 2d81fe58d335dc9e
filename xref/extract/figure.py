"""Quantity claims: each figure with what it counts, of whom, which part, where, in which event."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from xref.extract.casualties import tolls
from xref.extract.draft import Draft, Passage
from xref.extract.event import event, where
from xref.extract.fate_sums import Toll
from xref.extract.grammars import Grammars
from xref.extract.names import Chunks, chunks
from xref.extract.subject import body_before, subject
from xref.extract.totals import LEAD, Told, besides_told, totals
from xref.extract.words import Words, words_of
from xref.model.article import Zone
from xref.model.claim import Event, Quantity, Scope
from xref.model.span import Span
from xref.quantity import Figure
from xref.quantity.figure import Part

_MEMBERS = "organisation.members"
_FIGURE_REACH = 4
_WHOLES = 8
_GOES_ON = 2
"""So many counts, and sentences back, are looked at for the whole of a part."""
_PLACED = ("military.", "organisation.", "countries.", "money.", "rate.")
_OF_WHOLE = {Part.OF: "of the whole", Part.INCLUDING: "of the whole"}


def figures(passage: Passage, grammars: Grammars) -> Iterator[Draft]:
    """One claim per figure in a claim-bearing sentence, and the totals of added parts."""
    told: list[Told] = []
    before = _Before()
    for number, parsed in _by_sentence(passage, grammars):
        sentence, zone = passage.sentences[number], passage.zones[number]
        words = words_of(passage.text, sentence)
        headline = zone is Zone.HEADLINE
        found = [_scaled(figure, words, grammars) for figure in parsed]
        reading = passage.reading(sentence, grammars.classes)
        fates = tolls(reading, found, grammars.casualties, headline=headline)
        fates = [besides_told(toll, fates, told) for toll in fates]
        told.extend(Told(toll, reading, sentence, zone, number) for toll in fates)
        if not found:
            continue
        named = chunks(words, grammars.names)
        fate = {id(g.figure): t for t in fates for g in t.groups if g.figure is not None}
        for figure in found:
            value = _value(figure, words, named, passage, grammars, fate.get(id(figure)))
            if value.measure is None:
                value = _of_before(figure, value, before.of(figure, number), words, grammars)
            if not headline:
                before.add(number, value)
            yield Draft(figure.span, sentence, zone, value)
    yield from totals(told)


class _Before:
    """The counts told so far, for those that go on about one of them."""

    def __init__(self) -> None:
        self._near: deque[tuple[int, Quantity]] = deque(maxlen=_WHOLES)
        self._measured: Quantity | None = None

    def add(self, number: int, value: Quantity) -> None:
        """Keep a count of sentence `number`."""
        if value.dimension == "count":
            self._near.append((number, value))
            self._measured = value if value.measure else self._measured

    def of(self, figure: Figure, number: int) -> Quantity | None:
        """The count that a bare figure of sentence `number` goes on about.

        A part is of the nearest whole that is large enough to hold it ("147 drones killed two
        people, 113 of them were shot down"); any other of the nearest count of a measure.
        """
        if figure.of is not Part.OF:
            return self._measured
        least = figure.amount.low or figure.amount.nominal or Decimal(0)
        for sentence, whole in reversed(self._near):
            most = whole.amount.high
            if number - sentence <= _GOES_ON and (most is None or most >= least):
                return whole
        return None


def _by_sentence(passage: Passage, grammars: Grammars) -> Iterator[tuple[int, Sequence[Figure]]]:
    """The sentences with figures or counted people, with their figures in order."""
    found: dict[int, list[Figure]] = {
        number: []
        for number, sentence in enumerate(passage.sentences[:LEAD])
        if grammars.casualties.mentioned(sentence.of(passage.text))
    }
    for figure in passage.numbers(grammars.numbers).figures:
        number = passage.sentence_number(figure.span.start)
        if number is not None:
            found.setdefault(number, []).append(figure)
    yield from sorted(found.items())


def _scaled(figure: Figure, words: Words, grammars: Grammars) -> Figure:
    """A bare decimal beside the words of a scale, stated in the scale's unit ("a 5.9 quake")."""
    amount = figure.amount
    if figure.dimension != "count" or amount.step is None or amount.step >= 1:
        return figure
    name = grammars.measures.scale(words, words.between(figure.number_span))
    if name is None:
        return figure
    unit = grammars.numbers.units.named[name]
    return replace(
        figure,
        span=Span(figure.span.start, figure.number_span.end),
        amount=replace(amount, unit=unit),
        dimension=unit.dimension,
        counted=None,
        counted_text=None,
        modifiers=(),
    )


def _value(
    figure: Figure,
    words: Words,
    named: Chunks,
    passage: Passage,
    grammars: Grammars,
    toll: Toll | None,
) -> Quantity:
    place = words.between(figure.span)
    name = toll.outcome if toll else _measure(figure, words, place, grammars)
    measure = grammars.measures.by_name.get(name) if name else None
    told: Event | None = None
    whose = None
    if measure is not None and measure.event:
        dated = passage.dated(grammars.numbers)
        names = passage.names(grammars.names)
        lasting = measure.dimension == "duration"
        told = event(words, place, grammars.events, named, names, dated, lasting=lasting)
    elif name is None or name.startswith(_PLACED) or (measure is not None and measure.taught):
        said = passage.speech.attribution_at(passage.field, figure.span).speaker
        names = passage.names(grammars.names)
        whose = subject(words, place, named, names, said.span if said else None)
        if whose is None and name == _MEMBERS:
            whose = body_before(passage.text, figure.span.start, names)
    there = where(words, place[0], named)
    return Quantity(
        amount=figure.amount,
        dimension=figure.dimension,
        counted=figure.counted,
        counted_text=figure.counted_text,
        modifiers=figure.modifiers,
        measure=name,
        mode=figure.mode,
        trend=figure.trend,
        subject=whose,
        event=told,
        scope=Scope(place=there[0] if there else None, subset=_subset(figure, toll)),
        also=figure.also,
        parts=figure.parts,
    )


def _of_before(
    figure: Figure, value: Quantity, last: Quantity | None, words: Words, grammars: Grammars
) -> Quantity:
    """A bare figure that goes on about the count before: "14 of them", "put the figure at 118"."""
    if last is None or figure.counted is not None or figure.dimension != "count":
        return value
    before = words.lower[max(0, words.between(figure.number_span)[0] - _FIGURE_REACH) :]
    before = before[:_FIGURE_REACH]
    named = not grammars.measures.figure_words.isdisjoint(before)
    if named and not grammars.casualties.triggers.isdisjoint(before):
        return value  # "raised the homicide count to 16" says itself what it counts
    if figure.of is not Part.OF and not named:
        return value
    return replace(value, measure=last.measure, counted=last.counted, subject=last.subject)


def _measure(
    figure: Figure, words: Words, place: tuple[int, int], grammars: Grammars
) -> str | None:
    head = figure.counted
    if head is not None and figure.modifiers:
        head = f"{figure.modifiers[-1].lower()} {head}"
    unit = figure.amount.unit.name if figure.amount.unit else None
    counted, dimension = figure.counted, figure.dimension
    found = grammars.measures.of(words, place, dimension, counted, head or "", unit)
    return found.name if found else None


def _subset(figure: Figure, toll: Toll | None) -> str | None:
    """Which part a figure counts, as written: the one of a list, or "of them"."""
    if toll is not None and toll.of_hit:
        return None
    part = toll is None or any(g.part for g in toll.groups if g.figure is figure)
    if figure.of in _OF_WHOLE and part:
        return figure.counted_text or _OF_WHOLE[figure.of]
    if toll is None:
        return None
    if toll.graded or part:
        return figure.counted_text or "of the whole"
    return (figure.counted_text or "others") if len(toll.groups) > 1 else None
