"""A later figure of a running count."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from xref.compare.amounts import OPEN, Comparison, Fit
from xref.compare.around import found, phrases
from xref.compare.case import (
    Case,
    Holds,
    compare_readings,
    near,
    own_words,
    precedes,
    quoted,
)
from xref.compare.deciding import Word
from xref.compare.movement import by_so_many, middle, movement, named_before, restated
from xref.compare.reading import Reading
from xref.compare.relations.correction import corrected
from xref.compare.relations.scope import parts
from xref.compare.restrictions import slipped
from xref.compare.running import runs, stage_of
from xref.compare.sources import distinct, source_of
from xref.lexicon import table
from xref.model.amount import Bound
from xref.model.claim import Date, Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.days import WEEKDAYS

_FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_BOTH = 2
_OUTDATED = 40
"""How far from a figure "initially" and the like may stand, in characters."""
_SOON = timedelta(days=14)
_FRESH = 2
"""Days behind the day of which it tells on which an article still tells of the day itself."""
_BESIDE = 120
"""How far from its figure the day may be named that the figure is of, in characters."""

_Test = Callable[[Case, Reading, Reading], tuple[Place, ...]]


def holds(case: Case) -> Holds | str:
    """Whether the text shows that one reading came after the other.

    Words beside a figure decide first: an article names the other's figure as its earlier one, says
    that the count rose or fell to its own, or up to when it goes ("so far"). Then time decides,
    for counts that only grow (or only fall), unless the two count different parts: somebody died
    of wounds since; the article with the lesser figure says that it is still developing, or tells
    of the day itself while the other appeared later; one outlet's later article has the greater
    figure.
    """
    if not case.policy.updates:
        return "this policy takes no figure for an update"
    case = _by_number(case)
    if corrected(case):
        return "the words declare a correction"
    held = _first(case, (_declared, named_before, by_so_many, _moved, _staged, _open))
    if held is not None:
        return held
    count = parts(case)
    if count:
        return f"time explains nothing where they count different parts ({quoted(count[0])})"
    held = _first(case, (_outlived, _unfinished, _dated, _superseded, _grown))
    if held is not None:
        return held._replace(firm=False)
    return _why_not(case)


def _why_not(case: Case) -> str:
    """What the days of publication say of two figures that no words put in order."""
    if precedes(case.lower, case.higher):
        return "the later article has the greater figure, but no words say that the count grew"
    if precedes(case.higher, case.lower):
        return "the later article has the lesser figure, and no words say that the count fell"
    return "neither article appeared later, and no words put one figure after the other"


def _first(case: Case, tests: tuple[_Test, ...]) -> Holds | None:
    for test in tests:
        for later, earlier in case.both_ways:
            if test is not _declared and precedes(later, earlier):
                continue
            words = test(case, later, earlier)
            if words and test is _dated:
                day = quoted(words[0])
                first = f"{case.name(earlier)} gives the count of its day ({day})"
                return Holds(f"{case.says}: {first}, {case.name(later)} the later one.", words)
            if words:
                said = " and ".join(quoted(word) for word in words)
                show = "shows" if len(words) == 1 else "show"
                return Holds(
                    f"{case.says}: {case.name(later)} has the later figure, as {said} {show}.",
                    words,
                )
    return None


def declared(case: Case) -> bool:
    """Whether words say outright that the count moved from one figure to the other.

    Then it did, even where a bound ("at least 17", then "risen to 23") leaves room for both.
    """
    if not case.policy.updates or case.comparison.how != OPEN:
        return False
    if _two_floors(case):
        return isinstance(holds(case), Holds)
    for later, earlier in case.both_ways:
        if not precedes(earlier, later) or middle(later) == middle(earlier):
            continue
        if _moved(case, later, earlier, middle(later) > middle(earlier)):
            return True
    return False


def _two_floors(case: Case) -> bool:
    """Whether both figures are the least there are, of two numbers.

    "More than 100" and "more than 200" can both hold, and yet are two counts.
    """
    told = [r.claim.value.amount for r in (case.a, case.b) if isinstance(r.claim.value, Quantity)]
    return (
        len(told) == _BOTH
        and all(amount.bound in _FLOORS for amount in told)
        and not told[0].equal_as_rounded(told[1])
    )


def _by_number(case: Case) -> Case:
    """The case of two floors, in the order of their numbers."""
    if not _two_floors(case):
        return case
    order = -1 if middle(case.a) < middle(case.b) else 1
    return replace(case, comparison=Comparison(Fit.APART, "", order))


def _declared(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    for other in later.others:
        words = other.claim.retold_by
        if words and compare_readings(other, earlier, case.policy).fit is not Fit.APART:
            return (other.place(words, "names the other figure as outdated"), other.figure)
    words = earlier.claim.retold_by
    if words is None:
        return ()
    grown = precedes(earlier, later) and _fits(case, later, earlier)
    if not (_replaced(earlier) or (grown and _first_told(earlier, words))):
        return ()
    return (earlier.place(words, "marks the figure as outdated"),)


def _first_told(reading: Reading, words: Span) -> bool:
    """Whether the words call a figure a first one, so that another is to come."""
    lexicon = table("standing")
    said = set(reading.place(words).text.lower().split())
    return not said.isdisjoint([*lexicon["initial"], *lexicon["first"], *lexicon["former"]])


def _replaced(reading: Reading) -> bool:
    """Whether an article that calls a figure its first one gives another of the kind as well."""
    value = reading.claim.value
    if not isinstance(value, Quantity):
        return False
    kinds = [other.claim.value for other in reading.others]
    kinds += [other.value for other in reading.beside]
    return any(
        isinstance(other, Quantity)
        and other.dimension == value.dimension
        and other.amount.nominal != value.amount.nominal
        and (value.counted is None or other.counted in (None, value.counted))
        for other in kinds
    )


def _moved(
    case: Case, later: Reading, earlier: Reading, rising: bool | None = None
) -> tuple[Place, ...]:
    """The words that say that a count moved to the later figure.

    A profit or a rate that "rose to" a figure rose from that of a year or a month before, not from
    another outlet's: only counts that run move from article to article. Where both articles say
    so of one day, they contradict each other.
    """
    if rising is None:
        rising = later is case.higher if case.apart else middle(later) > middle(earlier)
    planned = isinstance(later.claim.value, Date)
    if precedes(earlier, later) and not planned:
        own = restated(later)
        if own:
            return own
    if not planned and not runs(later, up=rising) and not runs(earlier, up=rising):
        return ()
    role = "postponed" if planned else "raised" if rising else "lowered"
    words = movement(later, (role,) if planned else ("revised", role))
    if words and not precedes(earlier, later) and movement(earlier, (role,)):
        return ()
    return words


def _staged(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The words that say at which hour, or how far into a count, each figure was taken."""
    if later.article == earlier.article or isinstance(later.claim.value, Date):
        return ()
    if slipped(case.a, case.b):
        return ()
    first, second = stage_of(earlier), stage_of(later)
    if first is None or second is None or first.rank >= second.rank:
        return ()
    if runs(later, up=True) and later is not case.higher and not runs(later, up=False):
        return ()
    return (first.place, second.place)


def _open(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The words that say up to when each count goes, or the earlier of a count that only grows."""
    if later.article == earlier.article or not _fits(case, later, earlier):
        return ()
    before, after = _standing(earlier), _standing(later)
    return (*before, *after) if before or after else ()


def _grown(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The words of a later article by which a count that runs had gone on ("still", "overnight").

    The number of a day ("in its third day") needs none where it grew by the days between.
    """
    if later.article == earlier.article or not precedes(earlier, later):
        return ()
    if slipped(case.a, case.b) or not _fits(case, later, earlier):
        return ()
    mine, theirs = source_of(later), source_of(earlier)
    if mine is not None and theirs is not None and distinct(mine, theirs):
        return ()  # two bodies count for themselves
    for word in found(later, later.sentence, phrases("running", "goes_on")):
        return (later.place(word, "the count had gone on"),)
    return (earlier.figure, later.figure) if _days_apart(later, earlier) else ()


def _days_apart(later: Reading, earlier: Reading) -> bool:
    """Whether two numbers of a day lie as far apart as the articles, give or take one."""
    mine, theirs = later.claim.value, earlier.claim.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    if {mine.dimension, theirs.dimension} != {"ordinal"} or mine.counted != "day":
        return False
    assert earlier.published is not None and later.published is not None
    days = (later.published[0] - earlier.published[0]).days
    return abs(middle(later) - middle(earlier) - days) <= 1


def _fits(case: Case, later: Reading, earlier: Reading) -> bool:
    """Whether a count that runs may have come from the one figure to the other."""
    rising = later is case.higher
    return runs(later, up=rising) or runs(earlier, up=rising)


def _outlived(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    measure, lexicon = _measure(later), table("relations")["outlived"]
    if measure == lexicon["rising"]:
        possible = later is case.higher
    else:
        possible = measure == lexicon["falling"] and later is case.lower
    if not possible or not precedes(earlier, later) or any(_deaths(earlier)):
        return ()
    for reading in (later, *later.others):
        for word in own_words(reading, "revision"):
            if word.role == "died":
                return (reading.place(word.span, "somebody died since"),)
    hurt = lexicon["hurt"]
    for notice in later.notices:
        if notice.role == "died" and any(word in notice.line for word in hurt):
            return (notice.place,)
    return ()


def _deaths(reading: Reading) -> Iterator[bool]:
    """The words by which an article itself tells that one of those hurt has died."""
    yield from (word.role == "died" for word in own_words(reading, "revision"))
    yield from (notice.role == "died" for notice in reading.notices)


def _unfinished(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    if later.article == earlier.article or later is not case.higher:
        return ()
    if _measure(later) not in table("relations")["running"]:
        return ()
    unfinished = tuple(n.place for n in earlier.notices if n.role == "open")[:1]
    if unfinished and not precedes(earlier, later):
        fresh = tuple(n.place for n in later.notices if n.role == "updated")[:1]
        return (*unfinished, *fresh) if fresh else ()
    return unfinished


def _standing(reading: Reading) -> tuple[Place, ...]:
    """The words that say up to when a count goes ("by Wednesday evening", "so far")."""
    return tuple(
        reading.place(word.span, "the count was not closed")
        for word in own_words(reading, "revision")
        if word.role == "standing" and near(word, reading.claim.span, 60, 60)
    )[:1]


def _dated(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    if later is not case.higher or not precedes(earlier, later):
        return ()
    assert earlier.published is not None and later.published is not None
    late = later.published[0] - earlier.published[1] > _SOON
    if late or _measure(later) not in table("relations")["running"]:
        return ()
    for word in own_words(earlier, "revision"):
        beside = near(word, earlier.claim.span, _BESIDE, _BESIDE)
        if word.role == "day" and beside and _of_the_day(earlier, word, earlier.published[1]):
            return (earlier.place(word.span, "tells of the day itself"),)
    return ()


def _superseded(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The figures of one outlet's earlier and later article, of a count that only grows."""
    if later.outlet != earlier.outlet or later is not case.higher or not precedes(earlier, later):
        return ()
    if _measure(later) not in table("relations")["running"]:
        return ()
    return (earlier.figure, later.figure)


def _of_the_day(reading: Reading, word: Word, published: date) -> bool:
    """Whether a word for a day means one right before publication."""
    said = reading.place(word.span).text.lower()
    day = next((n for n, name in enumerate(WEEKDAYS) if name in said), None)
    return day is None or (published.weekday() - day) % 7 <= _FRESH


def _measure(reading: Reading) -> str | None:
    value = reading.claim.value
    return value.measure if isinstance(value, Quantity) else None
