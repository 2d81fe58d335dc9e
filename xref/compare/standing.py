"""How the standings of two readings lie to each other, and the words that say so."""

from xref.compare.case import Case
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Aside, Quantity, Standing
from xref.model.relation import Place
from xref.model.span import Span

_OPEN = frozenset({Standing.QUESTIONED, Standing.SUPPOSED, Standing.UNCONFIRMED})


def denial(case: Case) -> tuple[Reading, Reading] | None:
    """The reading that reports as denied what the other asserts, and the other."""
    for one, other in case.both_ways:
        if one.claim.standing is Standing.DENIED and _firm(other):
            return one, other
    return None


def unasserted(case: Case) -> tuple[Place, ...]:
    """The words by which nobody stands behind one figure, where somebody does behind the other."""
    found: tuple[Place, ...] = ()
    for one, other in case.both_ways:
        if _firm(other) and (one.claim.standing in _OPEN or one.claim.standing is Standing.DENIED):
            found += standing_words(one)
    return found


def standing_words(reading: Reading) -> tuple[Place, ...]:
    """The words that say that a figure is not plainly asserted."""
    span = reading.claim.stands_by
    return () if span is None else (reading.place(span, reading.claim.standing.value),)


def elsewhere(case: Case) -> tuple[Place, ...]:
    """The words that place one figure in another event than the other's.

    A time gone by does so for what is told of an event (its dead); for what is told of a year, only
    where it is counted back from now.
    """
    if not case.apart:
        return ()
    told = [(r, r.claim.elsewhere) for r in (case.a, case.b) if r.claim.elsewhere is not None]
    if len(told) != 1:
        return ()
    reading, aside = told[0]
    assert aside is not None
    events = all(_event(r) for r in (case.a, case.b))
    gone = aside.kind is Aside.EARLIER and (events or _ago(reading, aside.span))
    if aside.kind is Aside.OTHER or gone:
        return (reading.place(aside.span, "of another event"),)
    return ()


def _ago(reading: Reading, span: Span) -> bool:
    """Whether words count back from now ("two years ago"); a year may be the other's own."""
    said = reading.context[span.end - reading.context_start :].lower().split(maxsplit=1)
    return bool(said) and said[0].rstrip(",.;") in table("standing")["ago"]


def _event(reading: Reading) -> bool:
    """Whether a figure is one of an event, as a toll is."""
    value = reading.claim.value
    measure = value.measure if isinstance(value, Quantity) else None
    return bool(table("measures")["measures"].get(measure, {}).get("event"))


def _firm(reading: Reading) -> bool:
    return reading.claim.standing in (Standing.ASSERTED, Standing.PLANNED)
