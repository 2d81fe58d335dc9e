"""Words that restrict one of two figures to a part, a place, a time or a way of counting."""

import re
from collections.abc import Iterator

from xref.compare.amounts import Fit, compare_quantities
from xref.compare.around import clause, distance, found, text_of
from xref.compare.periods import other_lengths
from xref.compare.policy import DEFAULT
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span

_NEAR = 60
"""How far from its figure a way of counting may be told, in characters."""
_WORD = re.compile(r"[\w'-]+")
_FRONTED = re.compile(
    r"(?P<first>in|at|on|for|among|amongst|of|within) (?P<rest>(?:[\w'-]+ ?){1,7})"
)
_LOCAL = re.compile(r"\b(?:in|at|on|from|across|of|for|to|around) (?P<rest>(?:[\w'-]+ ?){1,6})")
_PARTITIVE = re.compile(r"\bof (?:them|whom|which|these|those|the \d[\d,]*)\b")
_JOINS = frozenset({"of", "for", "by", "to", "with", "and", "or", "from"})
_OF = 24
_ALONE = re.compile(r"\b(?:in|at|on|from|for) (?:[\w'-]+ ){1,6}alone\b")


def restricted(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words by which the two figures count different parts; empty where none do.

    `lesser` is the reading with the lesser figure, where one is part of the other's whole: a part
    cannot be the greater.
    """
    return (
        other_lengths(a, b)
        or (_levels(a, b) if lesser is not a else ())
        or (_levels(b, a) if lesser is not b else ())
        or _ways(a, b)
        or _one_sided(a, b, lesser)
        or _one_sided(b, a, lesser)
    )


def _levels(whole: Reading, part: Reading) -> tuple[Place, ...]:
    """The words for all of a place in the one, and for a part of it in the other."""
    phrases = table("restrictions")["whole"]
    all_of = _nearest(whole, whole.sentence, phrases, _NEAR)
    if all_of is None or _nearest(part, part.sentence, phrases, _NEAR):
        return ()
    for place in (*_places(part, part.sentence), *_named(part)):
        if not _shared(place, whole):
            return (all_of, place)
    return ()


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
    parts = set(table("restrictions")["parts"])
    for match in _LOCAL.finditer(text):
        at = Span(start + match.start(), start + match.start("rest"))
        words = []
        for word in _WORD.finditer(match["rest"]):
            low = word[0].removesuffix("'s")
            end = start + match.start("rest") + word.end()
            written = reading.place(Span(end - len(word[0]), end)).text
            words.append(low)
            named = written[:1].isupper() and low not in table("restrictions")["never_first"]
            if low in parts or named:
                yield reading.place(Span(at.start, end), "counts a part")
                break
            if low not in (
                "the",
                "our",
                "this",
                "its",
                "a",
                "an",
                "that",
                "his",
                "her",
                "their",
                "upper",
                "lower",
            ):
                break


def _ways(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The words for two ways of counting that exclude each other."""
    for members in table("restrictions")["ways"]:
        mine = [_nearest(a, clause(a), phrases, _NEAR) for phrases in members]
        theirs = [_nearest(b, clause(b), phrases, _NEAR) for phrases in members]
        if sum(m is not None for m in mine) != 1 or sum(t is not None for t in theirs) != 1:
            continue
        one, two = (next(n for n, p in enumerate(side) if p is not None) for side in (mine, theirs))
        first, second = mine[one], theirs[two]
        if one != two and first is not None and second is not None:
            return (first, second)
    return ()


def _one_sided(reading: Reading, other: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words that restrict a figure where the other has nothing of the kind."""
    if lesser is not None and reading is not lesser:
        return ()
    if slipped(reading, other) or _partitive(other, reading) or _fronted(other) or _alone(other):
        return ()
    place = _partitive(reading, other) or _fronted(reading) or _alone(reading)
    if place is None:
        place = _nearest(reading, clause(reading), table("restrictions")["alone"], _NEAR)
    if place is None or _shared(place, other):
        return ()
    return (place,)


def _partitive(reading: Reading, other: Reading) -> Place | None:
    """The words that make a figure one of a part ("31,000 of them", "of 390,000 only 9,400")."""
    value = reading.claim.value
    if not isinstance(value, Quantity) or value.dimension not in ("count", "money", "mass"):
        return None
    for told in reading.beside:
        span = Span(told.span.start, told.span.end)
        if not reading.sentence.covers(span) or not isinstance(told.value, Quantity):
            continue
        theirs = other.claim.value
        assert isinstance(theirs, Quantity)
        if compare_quantities(told.value, theirs, DEFAULT).fit is Fit.APART:
            continue
        before = text_of(reading, Span(span.start - _OF, span.start))
        behind = text_of(reading, Span(span.end, span.end + _OF))
        if re.search(r"\bof (?:the |some |those |about |nearly )?$", before):
            return reading.place(span, "the whole")
        if re.match(r" ?[\w ]{0,12},? of (?:them|whom|which|these|those)\b", behind):
            return reading.place(span, "the whole")
    mine, theirs_ = _of_them(reading), _of_them(other)
    return mine if theirs_ is None else None


def _of_them(reading: Reading) -> Place | None:
    figure = reading.claim.span
    match = _PARTITIVE.search(text_of(reading, Span(figure.start, figure.end + 12)))
    if match is None:
        return None
    return reading.place(Span(figure.start + match.start(), figure.start + match.end()), "a part")


def _fronted(reading: Reading) -> Place | None:
    """The words with which a sentence or clause opens to tell of whom its figure is ("In Hask")."""
    lexicon = table("restrictions")
    for span in (clause(reading), reading.sentence):
        text = text_of(reading, span)
        lead = len(text) - len(text.lstrip(" \"'-"))
        start = max(span.start, reading.context_start) + lead
        if start >= reading.claim.span.start:
            continue
        for opener in found(reading, Span(start, start + 20), lexicon["openers"]):
            if opener.start == start:
                end = text.find(",", lead)
                end = min(end if end > 0 else len(text), reading.claim.span.start - start + lead)
                return reading.place(Span(start, start + end - lead), "says who is counted")
        match = _FRONTED.match(text, lead)
        if match is None:
            continue
        at = start
        for word in _WORD.finditer(match["rest"]):
            low = word[0].removesuffix("'s")
            end = at + match.start("rest") - lead + word.end()
            if end > reading.claim.span.start:
                break
            written = reading.place(Span(end - len(word[0]), end)).text
            if low in lexicon["never_first"] or low in _JOINS:
                break
            named = written[:1].isupper()
            if named or low in lexicon["parts"] or low in lexicon["people"]:
                return reading.place(Span(start, end), "says what is counted")
    return None


def _alone(reading: Reading) -> Place | None:
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    for match in _ALONE.finditer(text):
        at = Span(start + match.start(), start + match.end())
        if distance(reading, at) <= _NEAR:
            return reading.place(at, "counts a part alone")
    return None


def _nearest(
    reading: Reading, span: Span, phrases: list[str], within: int | None = None
) -> Place | None:
    """The phrase nearest to the figure at `span`, at most so many characters from it."""
    told = sorted(found(reading, span, phrases), key=lambda at: (distance(reading, at), at))
    if not told or (within is not None and distance(reading, told[0]) > within):
        return None
    return reading.place(told[0], "says how it is counted")


def _shared(place: Place, other: Reading) -> bool:
    """Whether the other article has the telling words of a phrase beside its own figure."""
    words = {w for w in _WORD.findall(place.text.lower()) if len(w) > 3}
    return bool(words) and words <= set(_WORD.findall(text_of(other, other.sentence)))


def slipped(a: Reading, b: Reading) -> bool:
    """Whether two figures have the same digits, in another order or at another power of ten."""
    told = []
    for value in (a.claim.value, b.claim.value):
        if not isinstance(value, Quantity) or not value.amount.nominal:
            return False
        told.append(sorted(value.amount.nominal.normalize().as_tuple().digits))
    return told[0] == told[1] and len(told[0]) > 1


def part_of(value: Quantity) -> bool:
    """Whether a figure adds up, so that a part of it is the lesser."""
    return value.dimension in ("count", "money", "mass", "area", "volume", "length", "energy")
