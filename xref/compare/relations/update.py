"""A later figure of a running count."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from xref.compare.amounts import OPEN, Fit
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
from xref.compare.reading import Reading
from xref.compare.relations.scope import parts
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.text.days import WEEKDAYS

_SOON = timedelta(days=14)
_FRESH = 2
"""Days behind the day of which it tells on which an article still tells of the day itself."""
_BEFORE, _AFTER = 40, 30
"""How far from its figure a word like "rose to" may stand, in characters."""
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
    found = _first(case, (_declared, _moved, _open))
    if found is not None:
        return found
    count = parts(case)
    if count:
        return f"time explains nothing where they count different parts ({quoted(count[0])})"
    found = _first(case, (_outlived, _unfinished, _dated, _superseded))
    if found is not None:
        return found._replace(firm=False)
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
    for later, earlier in case.both_ways:
        if not precedes(earlier, later) or _middle(later) == _middle(earlier):
            continue
        if _moved(case, later, earlier, _middle(later) > _middle(earlier)):
            return True
    return False


def _middle(reading: Reading) -> Decimal:
    value = reading.claim.value
    amount = value.amount if isinstance(value, Quantity) else None
    if amount is None:
        return Decimal(0)
    return amount.nominal if amount.nominal is not None else amount.low or Decimal(0)


def superseded(reading: Reading) -> Word | None:
    """The words that mark a statement as an outdated one ("initially"), or ``None``."""
    for word in own_words(reading, "revision"):
        if word.role == "earlier" and near(word, reading.claim.span, 90, 60):
            return word
    return None


def _declared(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    for other in later.others:
        word = superseded(other)
        if word and compare_readings(other, earlier, case.policy).fit is not Fit.APART:
            return (other.place(word.span, "names the other figure as outdated"), other.figure)
    word = superseded(earlier)
    return (earlier.place(word.span, "marks the figure as outdated"),) if word else ()


def _moved(
    case: Case, later: Reading, earlier: Reading, rising: bool | None = None
) -> tuple[Place, ...]:
    if rising is None:
        rising = later is case.higher if case.apart else _middle(later) > _middle(earlier)
    for word in own_words(later, "revision"):
        fits = word.role in ("revised", "raised" if rising else "lowered")
        if fits and near(word, later.claim.span, _BEFORE, _AFTER):
            return (later.place(word.span, "says that the count moved"),)
    return ()


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


def _open(case: Case, later: Reading, earlier: Reading) -> tuple[Place, ...]:
    """The words that say up to when each count goes, or the earlier of a count that only grows."""
    if later.article == earlier.article or later is not case.higher:
        return ()
    before, after = _standing(earlier), _standing(later)
    running = _measure(later) in table("relations")["running"]
    return (*before, *after) if before and (running or after) else ()


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
