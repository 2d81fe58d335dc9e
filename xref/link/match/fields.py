"""The fields in which two records are compared, each a ladder of levels.

A field answers with the name of a level, never with a number: what a level weighs is data.
``None`` says nothing.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_in_unit
from xref.compare.dates import Dated, compare_dated
from xref.compare.units import in_one_unit
from xref.link.match.rarity import Rarity
from xref.link.match.side import Side
from xref.model.amount import Amount, Bound
from xref.model.claim import Date, Mode, Quantity

Field = Callable[[Side, Side, Rarity], str | None]


def _band(value: float, cuts: Sequence[float], names: Sequence[str]) -> str:
    """The name of the band that a value lies in; one name more than there are cuts."""
    return names[bisect_right(cuts, value)]


_SHARE = (0.001, 0.12, 0.25, 0.4, 0.6)
_SHARES = ("none", "a few", "some", "many", "most", "nearly all")


def near(a: Side, b: Side, rarity: Rarity) -> str:
    """How much of the words right around the figures is the same."""
    return _band(rarity.near(a, b), _SHARE, _SHARES)


def sentence(a: Side, b: Side, rarity: Rarity) -> str:
    """How much of the words of the sentences is the same."""
    return _band(rarity.sentences(a, b)[0], _SHARE, _SHARES)


def context(a: Side, b: Side, rarity: Rarity) -> str:
    """How much the sentences share, each with the one before it."""
    return _band(rarity.sentences(a, b)[1], (0.03, 0.08, 0.15, 0.25, 0.4), _SHARES)


def names(a: Side, b: Side, rarity: Rarity) -> str | None:
    """Whether names stand close to both, and the same; a name of all sentences tells nothing."""
    mine, theirs = a.record.names, b.record.names
    telling = [n for n in mine.keys() & theirs.keys() if rarity.spread(n) >= 0.5]
    if any(mine[n] >= 0.5 and theirs[n] >= 0.5 for n in telling):
        return "shared, close"
    if telling:
        return "shared"
    own = [
        any(c >= 0.5 and n not in other for n, c in x.items())
        for x, other in ((mine, theirs), (theirs, mine))
    ]
    if not all(own):
        return None
    # What alone differs between two sentences of the same words tells them apart.
    return "others, in the same words" if rarity.sentences(a, b)[0] >= 0.4 else "others, close"


def counted(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether the same kind of thing is counted."""
    mine, theirs = a.record, b.record
    if mine.counted and theirs.counted:
        if mine.counted == theirs.counted:
            return "same"
        if mine.kinds and theirs.kinds:
            if mine.kinds[0] in theirs.kinds or theirs.kinds[0] in mine.kinds:
                return "kin"
            return "cousin" if set(mine.kinds) & set(theirs.kinds) else "other"
        return "unknown"
    if mine.counted in theirs.sentence or theirs.counted in mine.sentence:
        return "beside"
    return None


def frame(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether the same is said of what is counted, and how surely the words say it."""
    mine, theirs = a.record, b.record
    near = _shared(mine.frames, theirs.frames)
    if near:
        return "same" if near >= 0.5 else "perhaps the same" if near >= 0.2 else "faintly the same"
    wide = max(_shared(mine.frames, theirs.told), _shared(theirs.frames, mine.told))
    if wide:
        return "in the sentence" if wide >= 0.5 else "perhaps in the sentence"
    if not mine.frames or not theirs.frames:
        return None
    sure = min(max(mine.frames.values()), max(theirs.frames.values())) >= 0.5
    return "other" if sure else "perhaps other"


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    both = a.keys() & b.keys()
    return max(min(a[name], b[name]) for name in both) if both else 0.0


def whose(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are told of one country, body or firm."""
    if a.kind == "date" or not a.quantity.subject or not b.quantity.subject:
        return None
    return "same" if a.quantity.subject.lower() == b.quantity.subject.lower() else "another"


def occasion(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are told of one meeting, attack or vote: by its day, place and people."""
    if a.kind == "date":
        return None
    one, two = a.quantity.event, b.quantity.event
    if one is None or two is None:
        return None
    days = (one.weekday, two.weekday), (one.on, two.on)
    if any(x and y and x != y for x, y in days):
        return "another day"
    here, there = (set((e.place or "").lower().split()) for e in (one, two))
    called = [{w for name in e.participants for w in name.lower().split()} for e in (one, two)]
    if here and there and not here & (there | called[1]) and not there & called[0]:
        return "another place"
    if any(x and x == y for x, y in days) or here & there or called[0] & called[1]:
        return "same"
    return None


def where(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are told of one place."""
    if a.kind == "date":
        return None
    here, there = (set((x.quantity.scope.place or "").lower().split()) for x in (a, b))
    if not here or not there:
        return None
    return "same" if here & there else "another"


def weekday(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether the sentences name one day of the week."""
    mine, theirs = a.record.days, b.record.days
    if a.kind == "date" or not mine or not theirs:
        return None
    return "same" if mine & theirs else "another"


def ahead(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether two dates lie ahead of their articles, or behind them."""
    one, two = a.record.ahead, b.record.ahead
    if one is None or two is None:
        return None
    if one == two:
        return f"both {one}"
    return "one now" if "now" in (one, two) else "ahead and behind"


def led_by(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether one preposition stands before two dates ("until", "since")."""
    one, two = a.record.led_by, b.record.led_by
    if one is None or two is None:
        return None
    return "same" if one == two else "other"


def dimension(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are told in one unit, in two that convert, or one for a time or a share."""
    if a.kind == "date":
        return None
    one, two = a.quantity.amount.unit, b.quantity.amount.unit
    if a.dimension != b.dimension:
        return "other" if in_one_unit(a.quantity, b.quantity) is None else "told shorter in one"
    return "one unit" if (one and one.name) == (two and two.name) else "another unit"


_FAMILIES = frozenset({"count", "money", "percentage", "duration", "age"})


def family(a: Side, b: Side, _: Rarity) -> str | None:
    """What is told: of some dimensions a story tells many figures, of others few."""
    if a.kind == "date":
        return None
    return a.dimension if a.dimension in _FAMILIES else "rest"


def measure(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are of one measure of the lexicon, or of one that can stand for the other."""
    if a.kind == "date":
        return None
    one, two = a.measure, b.measure
    if one is None or two is None:
        return None
    if one != two:
        return "other"
    return "same" if a.quantity.measure == b.quantity.measure else "one stands for the other"


def articles(a: Side, b: Side, rarity: Rarity) -> str | None:
    """Whether the two articles name anybody or any place in common."""
    return None if rarity.acquainted else "name nothing in common"


def answer(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether each is the one figure that its article gives of its event."""
    if not (a.own or b.own) or a.kind == "date":
        return None
    if a.own and b.own:
        return "each its one figure" if a.measure == b.measure else "two measures"
    return "one alone" if a.measure == b.measure else None


def mode(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both tell how much there is, or both by how much it moved."""
    if a.kind == "date":
        return None
    if a.mode is not b.mode:
        return "other"
    trends = {a.quantity.trend, b.quantity.trend}
    if trends == {"up", "down"}:
        return "opposite ways"
    return None if a.mode is Mode.LEVEL else "same change"


def offset(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether lengths of time tell how long after or before something it was, not how long."""
    if a.record.offset and b.record.offset:
        return "both"
    return "one" if a.record.offset or b.record.offset else None


def event(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether both are told of their article's own event."""
    if a.elsewhere and b.elsewhere:
        return "both of another"
    return "one of another" if a.elsewhere or b.elsewhere else None


def place(a: Side, b: Side, _: Rarity) -> str:
    """Where in their articles the two stand."""
    if a.record.lead and b.record.lead:
        return "both lead"
    return "one leads" if a.record.lead or b.record.lead else "neither leads"


def order(a: Side, b: Side, _: Rarity) -> str:
    """How far apart the two stand, as parts of their articles."""
    apart = abs(a.record.place - b.record.place)
    return _band(apart, (0.15, 0.3, 0.5), ("near", "some way", "far", "very far"))


def value(a: Side, b: Side, _: Rarity) -> str:
    """How the values lie to each other; digits that slipped tell more than a distance."""
    one, two = a.claim.value, b.claim.value
    if isinstance(one, Date) and isinstance(two, Date):
        return _of_dates(Dated(one.when, a.claim.text), Dated(two.when, b.claim.text))
    assert isinstance(one, Quantity) and isinstance(two, Quantity)
    same = in_one_unit(one, two)
    fit = compare_in_unit(one, two, same, DEFAULT).fit
    if same is None:
        return _apart_in_unit(one.amount.nominal, two.amount.nominal)
    x, y = _middle(same.a), _middle(same.b)
    if fit is Fit.APART and one.amount.nominal and one.amount.nominal == two.amount.nominal:
        return _apart_in_unit(one.amount.nominal, two.amount.nominal)
    if fit is Fit.EQUAL:
        return f"equal, {_telling(x, two.amount.nominal)}"
    if not x or not y:
        return "can both hold" if fit is Fit.OVERLAP else "apart"
    distance = abs(math.log(float(abs(x / y))))
    if fit is Fit.OVERLAP:
        return "can both hold, near" if distance < _NEAR else "can both hold"
    if sorted(_said(x)) == sorted(_said(y)):
        return "digits slipped" if _digits(x) > 1 else "a nought more"
    return _band(distance, (0.35, 1.1, 2.3), ("near", "apart", "far", "very far"))


_NEAR = 0.2


def _middle(amount: Amount) -> Decimal | None:
    """The number said; of a range the middle. Vague words say none."""
    if amount.bound is Bound.RANGE and amount.low is not None and amount.high is not None:
        return (amount.low + amount.high) / 2
    return amount.nominal


def _of_dates(a: Dated, b: Dated) -> str:
    """The level of two dates: how sharp they are where they agree, how near where they do not."""
    fit = compare_dated(a, b, DEFAULT).fit
    one, two = a.when, b.when
    sharp = one.precision == two.precision == "day"
    if fit is Fit.EQUAL:
        return "equal, days" if sharp else "equal, periods"
    if fit is Fit.OVERLAP:
        return "can both hold"
    if not sharp:
        return "apart, periods" if one.precision == two.precision else "apart"
    if one.earliest is None or two.earliest is None:
        return "days apart"
    gap = abs(one.earliest - two.earliest).days
    if gap <= 1:
        return "a day apart"
    same = (one.earliest.day == two.earliest.day) + (one.earliest.month == two.earliest.month)
    return "days apart" if gap < _WEEK else "a part slipped" if same else "apart"


_WEEK = 7


def _telling(x: Decimal | None, y: Decimal | None) -> str:
    digits = max(_digits(x), _digits(y))
    return "one digit" if digits <= 1 else "two digits" if digits == 2 else "three digits"


def _apart_in_unit(x: Decimal | None, y: Decimal | None) -> str:
    """The level of two numbers in units that do not convert."""
    if x and x == y:
        return f"one number in two units, {_telling(x, y)}"
    return "no common unit"


@lru_cache(maxsize=10_000)
def _said(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits)).strip("0")


def _digits(number: Decimal | None) -> int:
    return len(_said(number)) if number else 0


FIELDS: Mapping[str, Field] = {
    "value": value,
    "frame": frame,
    "counted": counted,
    "measure": measure,
    "near": near,
    "sentence": sentence,
    "context": context,
    "names": names,
    "whose": whose,
    "occasion": occasion,
    "where": where,
    "weekday": weekday,
    "ahead": ahead,
    "led by": led_by,
    "dimension": dimension,
    "family": family,
    "articles": articles,
    "answer": answer,
    "mode": mode,
    "offset": offset,
    "event": event,
    "place": place,
    "order": order,
}
"""Every field, in the order in which a ledger tells them."""
