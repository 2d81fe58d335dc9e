"""Words that restrict one of two figures to a part, a place, a time or a way of counting."""

import re
from decimal import Decimal
from functools import cache

from xref.compare.amounts import Fit, compare_quantities
from xref.compare.around import (
    Phrases,
    another_between,
    clause,
    distance,
    found,
    phrases,
    text_of,
)
from xref.compare.kept import kept
from xref.compare.periods import other_period
from xref.compare.policy import DEFAULT
from xref.compare.reading import Reading
from xref.compare.where import shared, two_kinds, whole_and_part, words_of
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span

_NEAR = 80
"""How far from its figure a way of counting may be told, in characters."""
_WORD = re.compile(r"[\w'-]+")
_FRONTED = re.compile(
    r"(?P<first>in|at|on|for|among|amongst|of|within) (?P<rest>(?:[\w'-]+ ?){1,7})"
)
_JOINS = frozenset({"of", "for", "by", "to", "with", "and", "or", "from"})
_AHEAD = re.compile(
    r"\bof (?:which|whom|them|these|those),? (?:some |about |only |just |nearly )?$"
)
_PARTITIVE = re.compile(r"\bof (?:them|whom|which|these|those|the \d[\d,]*)\b")
_INCLUDING = re.compile(
    r"\b(?:including|counting|inclusive of|together with|along with) "
    r"(?:the |its |their |all |any )?"
    r"(?P<what>(?!an? |one |two |three |some |several |many )[a-z][\w'-]+)"
)
_TWO_KINDS = re.compile(r"\b([a-z]{3,}s) (?:and|or) ([a-z]{3,}s)\b")
_OF = 24
"""How far ahead of a figure the whole may stand of which it is a part, in characters."""
_WHOLE = Decimal("1.3")
"""By how much a whole is more than a part of it that is told of "them"."""
_SLIP = 100
"""From this on, a power of ten between two figures of one digit is a slip."""
_ALONE = re.compile(r"\b(?:in|at|on|from|for) (?:[\w'-]+ ){1,6}alone\b")


def restricted(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words by which the two figures count different parts; empty where none do.

    `lesser` is the reading with the lesser figure, where one is part of the other's whole: a part
    cannot be the greater.
    """
    return (
        both_restricted(a, b, lesser)
        or _one_sided(a, b, lesser)
        or _one_sided(b, a, lesser)
        or _inclusive(a, b, lesser)
        or _conjoined(a, b, lesser)
        or _modified(a, b, lesser)
    )


def both_restricted(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words of both texts for two periods, two places or two ways of counting."""
    return (
        other_period(a, b)
        or (whole_and_part(a, b) if lesser is not a else ())
        or (whole_and_part(b, a) if lesser is not b else ())
        or (two_kinds(a, b) if lesser is not b else ())
        or (two_kinds(b, a) if lesser is not a else ())
        or _ways(a, b)
    )


def _ways(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The words for two ways of counting that exclude each other."""
    if not (_tells_a_way(a) and _tells_a_way(b)):
        return ()
    for members in _every_way():
        mine = [_own(a, way) for way in members]
        theirs = [_own(b, way) for way in members]
        if sum(m is not None for m in mine) != 1 or sum(t is not None for t in theirs) != 1:
            continue
        one, two = (next(n for n, p in enumerate(side) if p is not None) for side in (mine, theirs))
        first, second = mine[one], theirs[two]
        if one != two and first is not None and second is not None:
            return (first, second)
    return ()


def _tells_a_way(reading: Reading) -> bool:
    """Whether any way of counting stands in the figure's sentence: one search for hundreds."""
    return bool(found(reading, reading.sentence, _any_way()))


@cache
def _every_way() -> tuple[tuple[Phrases, ...], ...]:
    return tuple(tuple(map(Phrases, members)) for members in table("restrictions")["ways"])


@cache
def _any_way() -> Phrases:
    ways = table("restrictions")["ways"]
    return Phrases(dict.fromkeys(p for members in ways for told in members for p in told))


def _one_sided(reading: Reading, other: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words that restrict a figure where the other has nothing of the kind."""
    if lesser is not None and reading is not lesser:
        return ()
    if _partitive(other, reading) or _fronted(other) or _alone(other):
        return ()
    place = _alone(reading) or _own(reading, phrases("restrictions", "alone"))
    if place is None and not slipped(reading, other):
        place = _partitive(reading, other) or _fronted(reading)
    if place is None or shared(place, other):
        return ()
    return (place,)


def _modified(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words before the counted noun that make the lesser figure one of a kind of it."""
    if lesser is None or slipped(a, b):
        return ()
    mine, theirs = lesser.claim.value, (b if lesser is a else a).claim.value
    assert isinstance(mine, Quantity) and isinstance(theirs, Quantity)
    if mine.counted is None or mine.counted != theirs.counted or theirs.modifiers:
        return ()
    telling = [w for w in mine.modifiers if w not in table("restrictions")["plain"]]
    return (lesser.figure,) if telling else ()


def _inclusive(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words by which the greater figure takes in what the lesser leaves out."""
    if lesser is None or slipped(a, b):
        return ()
    greater = b if lesser is a else a
    inclusive = phrases("restrictions", "inclusive")
    place = _own(greater, inclusive) or _added(greater)
    if place is None or _own(lesser, inclusive) or _added(lesser):
        return ()
    return () if shared(place, lesser) else (place,)


def _conjoined(a: Reading, b: Reading, lesser: Reading | None) -> tuple[Place, ...]:
    """The words by which the greater figure counts two kinds, of which the lesser counts one.

    "Trade in goods and services" against "trade in goods".
    """
    if lesser is None or slipped(a, b):
        return ()
    greater = b if lesser is a else a
    text, start = text_of(greater, greater.sentence), greater.sentence.start
    for match in _TWO_KINDS.finditer(text):
        at = Span(start + match.start(), start + match.end())
        if (
            len(words_of(lesser).intersection(match.groups())) == 1
            and distance(greater, at) <= _NEAR
        ):
            return (greater.place(at, "takes more in"),)
    return ()


@kept
def _added(reading: Reading) -> Place | None:
    """What "including" takes into a sum, or into a count that it does not belong to by itself."""
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    value = reading.claim.value
    money = isinstance(value, Quantity) and value.dimension == "money"
    for match in _INCLUDING.finditer(text):
        at = Span(start + match.start(), start + match.end())
        kept = money or match["what"] in table("restrictions")["added"]
        if kept and distance(reading, at) <= _NEAR and not another_between(reading, at):
            return reading.place(at, "takes more in")
    return None


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
        if told.value.dimension != theirs.dimension:
            continue
        if compare_quantities(told.value, theirs, DEFAULT).fit is Fit.APART:
            continue
        before = text_of(reading, Span(span.start - _OF, span.start))
        behind = text_of(reading, Span(span.end, span.end + _OF))
        if re.search(r"\bof (?:the |some |those |about |nearly )?$", before):
            return reading.place(span, "the whole")
        if re.match(r" ?[\w ]{0,12},? of (?:them|whom|which|these|those)\b", behind):
            return reading.place(span, "the whole")
    mine, theirs_ = _of_them(reading), _of_them(other)
    return mine if theirs_ is None and _much_less(reading, other) else None


def _much_less(part: Reading, whole: Reading) -> bool:
    """Whether a figure is so much less that the other can be the whole that "of them" names."""
    mine, theirs = part.claim.value, whole.claim.value
    assert isinstance(mine, Quantity) and isinstance(theirs, Quantity)
    if mine.amount.nominal is None or theirs.amount.nominal is None:
        return False
    return mine.amount.nominal * _WHOLE <= theirs.amount.nominal


@kept
def _of_them(reading: Reading) -> Place | None:
    figure = reading.claim.span
    before = Span(max(reading.sentence.start, figure.start - _OF), figure.start)
    ahead = _AHEAD.search(text_of(reading, before))
    if ahead is not None:
        return reading.place(Span(before.start + ahead.start(), figure.start), "a part")
    match = _PARTITIVE.search(text_of(reading, Span(figure.start, figure.end + 12)))
    if match is None:
        return None
    return reading.place(Span(figure.start + match.start(), figure.start + match.end()), "a part")


@kept
def _fronted(reading: Reading) -> Place | None:
    """The words with which a sentence or clause opens to tell of whom its figure is ("In Hask")."""
    lexicon = table("restrictions")
    for span in (clause(reading), reading.sentence):
        text = text_of(reading, span)
        lead = len(text) - len(text.lstrip(" \"'-"))
        start = max(span.start, reading.context_start) + lead
        if start >= reading.claim.span.start:
            continue
        for opener in found(reading, Span(start, start + 20), phrases("restrictions", "openers")):
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
            if low in lexicon["never_first"] or low in _JOINS or low.isdigit():
                break  # "in 2031" is a time, whoever is named behind it
            named = written[:1].isupper()
            if named or low in lexicon["parts"] or low in lexicon["people"]:
                return reading.place(Span(start, end), "says what is counted")
    return None


@kept
def _alone(reading: Reading) -> Place | None:
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    for match in _ALONE.finditer(text):
        at = Span(start + match.start(), start + match.end())
        if distance(reading, at) <= _NEAR and not another_between(reading, at):
            return reading.place(at, "counts a part alone")
    return None


@kept
def _own(reading: Reading, phrases: Phrases) -> Place | None:
    """The phrase nearest to the figure in its sentence, no other figure between."""
    told = [
        at
        for at in found(reading, reading.sentence, phrases)
        if distance(reading, at) <= _NEAR and not another_between(reading, at)
    ]
    if not told:
        return None
    nearest = min(told, key=lambda at: (distance(reading, at), at))
    return reading.place(nearest, "says how it is counted")


def slipped(a: Reading, b: Reading) -> bool:
    """Whether two figures have the same digits, in another order or at another power of ten.

    The digits of small numbers are too often the same for that.
    """
    told, sizes = [], []
    for value in (a.claim.value, b.claim.value):
        if not isinstance(value, Quantity) or not value.amount.nominal:
            return False
        told.append(sorted(value.amount.nominal.normalize().as_tuple().digits))
        sizes.append(abs(value.amount.nominal))
    return told[0] == told[1] and (len(told[0]) > 1 or min(sizes) >= _SLIP)


def part_of(value: Quantity) -> bool:
    """Whether a figure adds up, so that a part of it is the lesser."""
    return value.dimension in ("count", "money", "mass", "area", "volume", "length", "energy")
