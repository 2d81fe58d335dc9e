"""Which place a figure counts: all of one, a part of it, a smaller or a larger one."""

import re
from collections.abc import Iterator
from functools import cache

from xref.compare.around import clause, distance, found, phrases, text_of
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.relation import Place
from xref.model.span import Span

_NEAR = 80
"""How far from its figure a place may be told, in characters."""
_WORD = re.compile(r"[\w'-]+")
_LOCAL = re.compile(r"\b(?:in|at|on|from|across|of|for|to|around) (?=(?P<rest>(?:[\w'-]+ ?){1,6}))")
_ENTIRE = re.compile(
    r"\b(?:the|its|our) (?:whole|entire) [\w'-]+"
    r"|\b[\w-]{1,40}(?:'s|s') (?:\w+ )?"
    r"(?:airports|ports|schools|hospitals|regions|states|provinces)\b"
)


def whole_and_part(whole: Reading, part: Reading) -> tuple[Place, ...]:
    """The words for all of a place in the one, and for a part of it in the other."""
    all_of = _whole(whole)
    if all_of is None:
        return ()
    beside = _whole(part)
    for place in _parts(part):
        if beside is not None and distance(part, beside.span) <= distance(part, place.span):
            return ()
        if not shared(place, whole):
            return (all_of, place)
    return ()


@kept
def _parts(reading: Reading) -> tuple[Place, ...]:
    """The words of a figure's sentence, and of the figure, for a part of a place."""
    return (*_places(reading, reading.sentence), *_named(reading))


def two_kinds(lesser: Reading, greater: Reading) -> tuple[Place, ...]:
    """The words for a smaller and a larger kind of place ("in the city", "in the county")."""
    mine, theirs = _rank(lesser), _rank(greater)
    if mine is None or theirs is None or mine[0] >= theirs[0]:
        return ()
    return (mine[1], theirs[1])


@cache
def _levels() -> tuple[re.Pattern[str], ...]:
    """What names a kind of place, the smallest kind first."""
    before = r"\b(?:in|across|throughout|around) (?:the|our|this|that)"
    levels = table("restrictions")["levels"]
    return tuple(re.compile(rf"{before} (?:{'|'.join(nouns)})\b") for nouns in levels)


@kept
def _rank(reading: Reading) -> tuple[int, Place] | None:
    """How large the kind of place is that is named nearest to the figure, with its words."""
    told = []
    text, start = text_of(reading, clause(reading)), clause(reading).start
    for rank, level in enumerate(_levels()):
        for match in level.finditer(text):
            at = Span(start + match.start(), start + match.end())
            told.append((distance(reading, at), rank, at))
    if not told:
        return None
    _, rank, at = min(told)
    return rank, reading.place(at, "the place that it counts")


@kept
def _whole(reading: Reading) -> Place | None:
    """The words near a figure for all of a place ("nationwide", "on the whole lake")."""
    told = list(found(reading, reading.sentence, phrases("restrictions", "whole")))
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    told += [Span(start + m.start(), start + m.end()) for m in _ENTIRE.finditer(text)]
    near = [at for at in told if distance(reading, at) <= _NEAR]
    if not near:
        return None
    return reading.place(min(near, key=lambda at: (distance(reading, at), at)), "counts all of it")


def _named(reading: Reading) -> Iterator[Place]:
    """A name within the figure itself ("1,150 Valdrian employees")."""
    words = list(_WORD.finditer(reading.claim.text))
    for word in words[1:]:
        if word[0][:1].isupper():
            start = reading.claim.span.start + word.start()
            yield reading.place(Span(start, start + len(word[0])), "counts a part")


def _places(reading: Reading, span: Span) -> Iterator[Place]:
    """The phrases of a sentence that name a place or a part of one ("in the capital")."""
    text, start = text_of(reading, span), max(span.start, reading.context_start)
    lexicon = table("restrictions")
    parts = set(lexicon["parts"])
    for match in _LOCAL.finditer(text):
        at = Span(start + match.start(), start + match.start("rest"))
        for word in _WORD.finditer(match["rest"]):
            low = word[0].removesuffix("'s")
            end = start + match.start("rest") + word.end()
            written = reading.place(Span(end - len(word[0]), end)).text
            if low in parts or (written[:1].isupper() and low not in lexicon["never_first"]):
                yield reading.place(Span(at.start, end), "counts a part")
                break
            if low not in lexicon["leading"]:
                break


@kept
def words_of(reading: Reading) -> frozenset[str]:
    """The words of the figure's sentence, folded."""
    return frozenset(_WORD.findall(text_of(reading, reading.sentence)))


def shared(place: Place, other: Reading) -> bool:
    """Whether the other article has the telling words of a phrase beside its own figure."""
    words = {w for w in _WORD.findall(place.text.lower()) if len(w) > 3}
    return bool(words) and words <= words_of(other)
