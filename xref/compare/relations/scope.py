"""Another subset, place or period of the same thing."""

from xref.compare.case import Case, Holds, near, own_words, quoted
from xref.compare.reading import Reading
from xref.model.claim import Quantity, Scope
from xref.model.relation import Place
from xref.model.span import Span

_REACH = 60
"""How far from its figure a word like "including" may stand, in characters."""


def holds(case: Case) -> Holds | str:
    """Whether words beside one figure say that it counts another part than the other."""
    for larger, smaller in ((case.higher, case.lower),):
        words = (
            *_beside(larger, "including"),
            *_beside(smaller, "excluding"),
            *_stated(larger, smaller),
            *_stated(smaller, larger),
        )
        if words:
            said = " and ".join(dict.fromkeys(quoted(word) for word in words))
            return Holds(f"{case.says}: they count different parts, as {said} says.", words)
    return "no words say that one counts another part, place or period"


def _beside(reading: Reading, role: str) -> tuple[Place, ...]:
    return tuple(
        reading.place(word.span, "says which part is counted")
        for word in own_words(reading, "scope")
        if word.role == role and near(word, reading.claim.span, 0, _REACH)
    )


def _stated(reading: Reading, other: Reading) -> tuple[Place, ...]:
    """The words for a place, subset or period that the other reading does not state so."""
    mine, theirs = _scope(reading), _scope(other)
    found = []
    for name in ("subset", "place", "period"):
        words, others = getattr(mine, name), getattr(theirs, name)
        if words and _key(words) != _key(others or "") and (others or name == "subset"):
            at = reading.context.find(words)
            if at >= 0:
                start = reading.context_start + at
                found.append(reading.place(Span(start, start + len(words)), f"its {name}"))
    return tuple(found)


def _scope(reading: Reading) -> Scope:
    value = reading.claim.value
    return value.scope if isinstance(value, Quantity) else Scope()


def _key(words: str) -> str:
    return words.casefold()
