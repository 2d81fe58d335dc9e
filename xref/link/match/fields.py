"""The fields in which two records are compared, each a ladder of levels.

A field answers with the name of a level, never with a number: what a level weighs is data.
``None`` says nothing.
"""

from collections.abc import Callable, Mapping

from xref.compare import DEFAULT
from xref.compare.amounts import Fit, compare_quantities
from xref.compare.units import in_one_unit
from xref.link.match.bands import band
from xref.link.match.rarity import Rarity
from xref.link.match.side import Side
from xref.link.match.values import value
from xref.model.claim import Mode
from xref.model.record import Record

Field = Callable[[Side, Side, Rarity], str | None]


_SHARE = (0.001, 0.12, 0.25, 0.4, 0.6)
_SHARES = ("none", "a few", "some", "many", "most", "nearly all")


def near(a: Side, b: Side, rarity: Rarity) -> str:
    """How much of the words right around the figures is the same."""
    return band(rarity.near(a, b), _SHARE, _SHARES)


def sentence(a: Side, b: Side, rarity: Rarity) -> str:
    """How much of the words of the sentences is the same."""
    return band(rarity.sentences(a, b)[0], _SHARE, _SHARES)


def context(a: Side, b: Side, rarity: Rarity) -> str:
    """How much the sentences share, each with the one before it."""
    return band(rarity.sentences(a, b)[1], (0.03, 0.08, 0.15, 0.25, 0.4), _SHARES)


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
    """Whether the same kind of thing is counted, and how rare that is in news."""
    mine, theirs = a.record, b.record
    if mine.counted and theirs.counted:
        level = _kinds(mine, theirs)
        return f"{level}, {_rare(mine, theirs)}" if level in ("same", "kin") else level
    if mine.counted in theirs.sentence or theirs.counted in mine.sentence:
        return "beside"
    return None


def _kinds(mine: Record, theirs: Record) -> str:
    """How the kinds of things that two records count lie to each other."""
    if mine.counted == theirs.counted:
        return "same"
    if mine.kinds and theirs.kinds:
        if mine.kinds[0] in theirs.kinds or theirs.kinds[0] in mine.kinds:
            return "kin"
        return "cousin" if set(mine.kinds) & set(theirs.kinds) else "other"
    return "unknown"


_RARE = 6.5
"""Bits from which a noun is rare in news."""


def _rare(mine: Record, theirs: Record) -> str:
    bits = min(r.near.get(r.counted or "", 0.0) for r in (mine, theirs))
    return "rare" if bits >= _RARE else "common"


def alike(a: Side, b: Side, _: Rarity) -> str | None:
    """Whether values that are equal count the same kind of thing."""
    if a.kind == "date" or compare_quantities(a.quantity, b.quantity, DEFAULT).fit is not Fit.EQUAL:
        return None
    mine, theirs = a.record, b.record
    return _kinds(mine, theirs) if mine.counted and theirs.counted else "one counts nothing"


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
    return band(apart, (0.15, 0.3, 0.5), ("near", "some way", "far", "very far"))


FIELDS: Mapping[str, Field] = {
    "value": value,
    "frame": frame,
    "counted": counted,
    "alike": alike,
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
