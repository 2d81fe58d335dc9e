"""Another subset, place or period of the same thing."""

import re
from decimal import Decimal

from xref.compare.around import another_between
from xref.compare.case import Case, Holds, near, own_words, quoted
from xref.compare.counted_apart import restrictions
from xref.compare.deciding import deciding_words
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.compare.standing import elsewhere
from xref.lexicon import table
from xref.model.claim import Quantity, Scope
from xref.model.relation import Place
from xref.model.span import Span

_REACH = 45
"""How far behind its figure a phrase like "including the" may stand, in characters."""
_BESIDES = 90
_SEVERAL = 2
_DEGREE_REACH = 25
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b"
)
_PART = re.compile(
    r"(?:\ban?|\d|\bone|\btwo|\bthree|\bfour|\bfive|\bsix|\bseven|\beight|\bnine|\bten|s)$"
)
"""What follows "including" where it names some of those counted, not one more."""
_NOUN = re.compile(r" *[\w'’-]+")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(rf"(?<![\w,.-])(?:{'|'.join(_WORDS)}|\d{{1,4}})(?![\w-]|[,.]\d)")


def holds(case: Case) -> Holds | str:
    """Whether words beside one figure say that it counts another part than the other."""
    words = (
        *parts(case),
        *_together(case),
        *_stated(case.higher, case.lower),
        *_stated(case.lower, case.higher),
        *elsewhere(case),
    )
    left_out = _rest(case.lower)
    if not words and left_out and not case.lower.apart and not _rest(case.higher):
        return f"{quoted(left_out[0])} leaves some out, but those told before make up no such sum"
    if not words:
        return "no words say that one counts another part, place or period"
    said = list(dict.fromkeys(quoted(word) for word in words))
    show = "shows" if len(said) == 1 else "show"
    return Holds(f"{case.says}: they count different parts, as {' and '.join(said)} {show}.", words)


@kept
def parts(case: Case) -> tuple[Place, ...]:
    """The words beside either figure by which it counts more, fewer or others than the other."""
    return (
        *_one_more(case),
        *_some_more(case),
        *_part_told(case),
        *_others(case),
        *_alone(case),
        *_narrower(case),
        *_degree(case),
    ) or restrictions(case)


def _one_more(case: Case) -> tuple[Place, ...]:
    """The words that count one more or fewer ("including the gunman"), of figures one apart."""
    if _low(case.higher) - _low(case.lower) != 1:
        return ()
    return (
        *_behind(case.higher, "including"),
        *_behind(case.lower, "excluding"),
        *_besides(case.lower),
    )


def _some_more(case: Case) -> tuple[Place, ...]:
    """The words that tell of just so many as the figures are apart ("including two crew")."""
    difference = _low(case.higher) - _low(case.lower)
    if difference.is_nan() or difference < _SEVERAL:
        return ()
    left_out = _so_many(case.lower, "excluding", difference)
    if _counted(case.lower) == _counted(case.higher):
        return left_out  # "12 people" leave nobody out of "14 people, including two crew"
    return (*_so_many(case.higher, "including", difference), *left_out)


def _part_told(case: Case) -> tuple[Place, ...]:
    """The words by which the greater figure counts the lesser in ("seven, including four men")."""
    if _measure(case.lower) != _measure(case.higher):
        return ()
    return _so_many(case.higher, "including", _low(case.lower))


def _so_many(reading: Reading, role: str, number: Decimal) -> tuple[Place, ...]:
    """The words behind a figure that count so many in, or out."""
    end = reading.claim.span.end
    for word in own_words(reading, "scope"):
        if word.role != role or word.span.start < end or another_between(reading, word.span):
            continue
        told = _NUMBER.match(reading.context, word.span.end + 1 - reading.context_start)
        if told is not None and _value(told[0]) == number:
            last = _noun_end(reading, told.end() + reading.context_start)
            whole = Span(word.span.start, last)
            return (reading.place(whole, "says how many more are counted"),)
    return ()


def _value(number: str) -> Decimal:
    """The value of a number as `_NUMBER` matches it."""
    return Decimal(_WORDS.index(number) + 1 if number in _WORDS else number)


def _besides(reading: Reading) -> tuple[Place, ...]:
    """The words behind a toll that tell of one more death ("and then himself")."""
    if _measure(reading) != table("relations")["outlived"]["rising"]:
        return ()
    end = reading.claim.span.end
    behind = [w for w in own_words(reading, "scope") if 0 <= w.span.start - end <= _BESIDES]
    found = next((w for w in behind if w.role in ("besides", "including")), None)
    if found is None or found.role != "besides":
        return ()
    return (reading.place(found.span, "tells of one more"),)


def _together(case: Case) -> tuple[Place, ...]:
    """The figure that the larger one takes in and the smaller leaves out: the dead among those hit.

    Only where the larger counts people hit without telling the dead apart, and the two differ by
    just that figure.
    """
    if not _joint(case.higher):
        return ()
    difference = _low(case.higher) - _low(case.lower)
    told = (*case.lower.apart, *case.higher.apart)
    for other in told:
        if _low(other) == difference:
            return (other.figure, *_rest(case.lower))
    if told or _measure(case.lower) in table("relations")["joint"]:
        return ()
    for reading in (case.lower, case.higher):
        for word in deciding_words("dead", reading.context, reading.context_start):
            return (reading.place(word.span, "some of those hit may have died"),)
    return ()


def _joint(reading: Reading) -> bool:
    """Whether a figure counts the dead along ("six were shot", "six wounded, two mortally")."""
    return _measure(reading) in table("relations")["joint"] or bool(own_words(reading, "mortal"))


def _others(case: Case) -> tuple[Place, ...]:
    """The words for a remainder in the lesser figure ("other", "more") that the greater lacks.

    Those told before must be as many as the greater figure has more ("one man and three others"
    against four). Beside the dead, "others" leaves out the dead alone, which says nothing of the
    injured.
    """
    if case.lower.apart or _rest(case.higher):
        return ()
    difference = _low(case.higher) - _low(case.lower)
    return _rest(case.lower) if difference in _told_before(case.lower) else ()


def _told_before(reading: Reading) -> frozenset[Decimal]:
    """How many are told ahead of a figure in its sentence: each number, and all together.

    Somebody is (a name, "he", "a man"), so one always is.
    """
    start = reading.sentence.start - reading.context_start
    before = reading.context[start : reading.claim.span.start - reading.context_start]
    told = [
        Decimal(_WORDS.index(word) + 1) if word in _WORDS else Decimal(word)
        for word in _NUMBER.findall(before.lower())
    ]
    return frozenset((Decimal(1), *told, sum(told, Decimal(0))))


def _alone(case: Case) -> tuple[Place, ...]:
    """The words that confine the lesser figure ("in one district alone") or widen the greater."""
    lesser = tuple(
        case.lower.place(word.span, "counts one place alone")
        for word in own_words(case.lower, "scope")
        if word.role == "alone"
        and near(word, case.lower.claim.span, _REACH, _REACH)
        and _of_a_part(case.lower, word.span.start)
    )
    greater = tuple(
        case.higher.place(word.span, "counts others too")
        for word in own_words(case.higher, "scope")
        if word.role == "more" and word.span.start >= case.higher.claim.span.end
    )
    return (*lesser, *greater)


def _of_a_part(reading: Reading, at: int) -> bool:
    """Whether a place or a time stands before `at` ("in Hask alone", "this month alone")."""
    word = reading.context[: at - reading.context_start].rstrip().rpartition(" ")[2]
    return word[:1].isupper() or word in table("relations")["confined"]


def _narrower(case: Case) -> tuple[Place, ...]:
    """The nouns by which the lesser figure counts some of the people only ("28 adults").

    A trade beside another such noun ("two civilians", "seven officers") counts two parts.
    """
    lexicon = table("relations")
    mine, theirs = case.lower.claim.value, case.higher.claim.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return ()
    if not _names_part(case.lower):
        return ()
    if (theirs.counted or "other") in lexicon["wider"]:
        return (case.lower.figure,)
    trades = lexicon["trades"]
    if _names_part(case.higher) and (mine.counted in trades) != (theirs.counted in trades):
        return (case.lower.figure, case.higher.figure)
    return ()


def _names_part(reading: Reading) -> bool:
    """Whether a figure's own words name some of the people only ("28 adults")."""
    value = reading.claim.value
    if not isinstance(value, Quantity) or value.counted_text is None:
        return False
    written = value.counted_text in reading.claim.text
    return written and value.counted in table("relations")["narrower"]


def _degree(case: Case) -> tuple[Place, ...]:
    """The words by which the lesser figure counts the worst hurt only."""
    if _graded(case.higher):
        return ()
    return _graded(case.lower)


@kept
def _graded(reading: Reading) -> tuple[Place, ...]:
    end = reading.claim.span.end
    found = []
    for word in own_words(reading, "scope"):
        gap = word.span.start - end
        if word.role != "degree" or not 0 <= gap <= _DEGREE_REACH:
            continue
        between = reading.context[
            end - reading.context_start : word.span.start - reading.context_start
        ]
        if not _FIGURE.search(between) and " one" not in between:
            found.append(reading.place(word.span, "counts some of the injured"))
    return tuple(found)


def _measure(reading: Reading) -> str | None:
    value = reading.claim.value
    return value.measure if isinstance(value, Quantity) else None


def _counted(reading: Reading) -> str | None:
    value = reading.claim.value
    return value.counted if isinstance(value, Quantity) else None


def _low(reading: Reading) -> Decimal:
    value = reading.claim.value
    low = value.amount.low if isinstance(value, Quantity) else None
    return Decimal("NaN") if low is None else low


def _behind(reading: Reading, role: str) -> tuple[Place, ...]:
    end = reading.claim.span.end
    found = []
    for word in own_words(reading, "scope"):
        gap = word.span.start - end
        if word.role != role or not 0 <= gap <= _REACH:
            continue
        start = end - reading.context_start
        if _FIGURE.search(reading.context[start : start + gap]):
            continue
        whole = Span(word.span.start, _noun_end(reading, word.span.end))
        said = reading.place(whole).text.rpartition(" ")[2]
        if said.endswith("ed") or said in table("relations")["determiners"]:
            whole = Span(whole.start, _noun_end(reading, whole.end))
        cut = reading.place(whole, "says who is counted")
        if not _PART.search(cut.text):
            found.append(cut)
    return tuple(found)


def _noun_end(reading: Reading, start: int) -> int:
    """Where the word behind `start` ends."""
    match = _NOUN.match(reading.context, start - reading.context_start)
    return reading.context_start + match.end() if match else start


@kept
def _rest(reading: Reading) -> tuple[Place, ...]:
    """The words within a figure ("others", "more") that leave out those told before."""
    span = reading.claim.span
    return tuple(
        reading.place(word.span, "leaves out those told before")
        for word in own_words(reading, "scope")
        if word.role == "rest" and span.covers(word.span) and not _of_bound(reading, word.span)
    )


def _of_bound(reading: Reading, span: Span) -> bool:
    """Whether "more" belongs to a bound ("no more than 40")."""
    at = span.end - reading.context_start
    return reading.context.startswith(" than", at)


def _stated(reading: Reading, other: Reading) -> tuple[Place, ...]:
    """The words for a subset or period that the other reading does not state so."""
    mine, theirs = _scope(reading), _scope(other)
    if _dimension(reading) in ("share", "percentage"):
        return ()
    found = []
    for name in ("subset", "period"):
        words, others = getattr(mine, name), getattr(theirs, name)
        if name == "subset" and not _may_be_part(reading, other, words):
            continue
        if words and _key(words) != _key(others or "") and (others or name == "subset"):
            at = reading.context.find(words)
            if at >= 0:
                start = reading.context_start + at
                found.append(reading.place(Span(start, start + len(words)), f"its {name}"))
    return tuple(found)


def _may_be_part(reading: Reading, other: Reading, words: str | None) -> bool:
    """Whether a figure "of the members" can be a part of what the other counts."""
    if not words or _low(reading).compare(_low(other)) == 1:  # what has no least may be part of all
        return False
    return (_counted(other) or "") not in _key(words)


def _dimension(reading: Reading) -> str:
    value = reading.claim.value
    return value.dimension if isinstance(value, Quantity) else "date"


def _scope(reading: Reading) -> Scope:
    value = reading.claim.value
    return value.scope if isinstance(value, Quantity) else Scope()


def _key(words: str) -> str:
    return words.casefold()
