"""Figures of a text: each number with its bounds, its unit, what it counts and how it is meant."""

from collections.abc import Sequence
from decimal import Decimal

from xref.model.amount import Bound, Unit
from xref.model.claim import Mode
from xref.quantity import (
    ages,
    bounding,
    bounds,
    carried,
    changes,
    clock,
    doubts,
    labels,
    lapses,
    measures,
    neighbours,
    nothing,
    nouns,
    ranges,
    refusals,
    syntax,
    tables,
    turns,
    units,
)  # fmt: skip
from xref.quantity.date_words import Mention
from xref.quantity.draft import Draft, add, draft, finished
from xref.quantity.figure import Figure, Pair, Part
from xref.quantity.grammar import Grammar
from xref.quantity.nouns import Counted
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import DASHES, Tokens, is_digits

_ONE = Decimal(1)
_DETERMINERS = frozenset({"that", "the", "this", "what", "its", "their", "his", "her"})
_NUMBERED = frozenset({"ago", "span", "shift"})
"""Dates that are told by a number, which is a figure as well ("two days ago")."""


def figures(t: Tokens, dates: Sequence[Mention], g: Grammar) -> list[Figure]:
    """The figures of a text whose dates are known, in order, none overlapping another."""
    drafts: list[Draft] = []
    done = 0
    dated = _dated(dates)
    table = tables.table(t)
    for i in t.where(g.triggers, g.keys):
        if i >= done and i not in dated:
            cell = _in_cell(t, i, table, g, drafts) if table is not None else 0
            done = max(done, cell or _at(t, i, g, drafts, done))
    if table is not None:
        tables.name(t, drafts, table, g)
    return [finished(t, d, g) for d in neighbours.settle(t, drafts, g)]


def _dated(dates: Sequence[Mention]) -> set[int]:
    """The tokens of dates, which are no figures."""
    taken: set[int] = set()
    for m in dates:
        if m.rule is None or m.rule.kind not in _NUMBERED:
            taken.update(range(m.first, m.last))
    return taken


def _in_cell(t: Tokens, i: int, table: tables.Table, g: Grammar, drafts: list[Draft]) -> int:
    """A number that is all of a table's cell counts whatever stands before it; 0 for none."""
    cell = table.at(i)
    if cell is None or cell.first != i or cell.heading[0] == cell.heading[1]:
        return 0
    if t.words[i] == "none" and cell.last == i + 1:
        return add(nothing.zero(t, i, i + 1), drafts)
    m = measures.measure(t, i, g)
    if m is None or (m.first, m.last) != (i, cell.last) or m.numeral.form == "share":
        return 0
    return add(draft(t, m), drafts)


def _at(t: Tokens, i: int, g: Grammar, drafts: list[Draft], done: int) -> int:
    """Read what begins at token `i`; the token to go on from, 0 where nothing was read."""
    word = t.words[i]
    over = refusals.idiom(t, i, g.refusals) if word in g.refusals.idioms else 0
    if over and not (over == i + 1 and _ranks(t, i, g)):
        return over
    if word == "all":
        return _nearly_all(t, i, g, drafts)
    if word in g.nouns.none:
        return nothing.read(t, i, g, drafts)
    if word in g.numbers.ordinals and turns.counted(t, i + 1, g) >= 0:
        return turns.ordinal(t, i, i + 1, Decimal(g.numbers.ordinals[word]), g, drafts)
    if word in g.numbers.multiples or word in g.numbers.folds:
        return _multiple(t, i, g, drafts)
    m = measures.and_a_half(t, i, g) if word in ("half", "quarter") else None
    if m is not None and m.first >= done:
        return _single(t, m, g, drafts)
    m = lapses.lapse(t, i, g) if t.gaps[i + 1] == ":" else None
    if m is not None:
        return _single(t, m, g, drafts)
    m = measures.measure(t, i, g)
    if m is not None and m.first >= done:
        return _number(t, m, g, drafts)
    m = measures.one(t, i, g)
    if m is not None and m.first >= done:
        return _single(t, m, g, drafts)
    return 0


def _ranks(t: Tokens, i: int, g: Grammar) -> bool:
    """As in "the top four clubs": a phrase that ends in a number, and counts what follows."""
    if g.numbers.cardinals.get(t.words[i], 0) < 2 or t.words[i - 1] in g.numbers.cardinals:
        return False
    return t.spaced(i + 1) and _counted(t, i + 1, g)


def _counted(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a plural that a number can count stands at token `k`."""
    noun = nouns.read(t, k, g.nouns)
    return noun is not None and noun.part is None and nouns.plural_at(t, noun.head, g.nouns)


def _governed(t: Tokens, m: Measure, g: Grammar) -> bool:
    """As in "will issue 300 permits": what would name the number is the verb that it belongs to."""
    front = t.front(m.first)
    if front not in g.refusals.names or t.capital(m.first - 1) or not t.spaced(m.last):
        return False
    return _counted(t, m.last, g) and syntax.is_verb(t, m.first - 1, g.classes)


def _number(t: Tokens, m: Measure, g: Grammar, drafts: list[Draft]) -> int:
    """A number in digits or words, alone or as one end of a range."""
    if t.front(m.first) == "between" and t.words[m.last] != "and":
        m = measures.measure(t, m.numeral.first, g, tied=False) or m
    n = m.numeral
    place = turns.value(t, m, g)
    if place is not None:
        return turns.ordinal(t, n.first, place[1], place[0], g, drafts)
    decade = ages.decade_of_life(t, n, drafts[-1] if drafts else None, g.ages)
    if decade is not None:
        return _decade(t, m, drafts) if decade else n.last + 1
    timed = clock.past(t, m, g)
    if timed:
        return timed
    turn = labels.turn(t, m, g)
    if turn is not None and t.words[turn.last] not in ("to", "and", "or"):
        return add(turn, drafts)
    named = refusals.identifier(t, n, g.refusals, m.first < n.first, m.unit is not None)
    if named and not _governed(t, m, g):
        return _past_code(t, max(n.last, m.last))
    joined = ranges.join(t, m, g)
    if joined is None:
        return _single(t, m, g, drafts)
    one, two, kind, _ = joined
    coded = refusals.identifier(
        t, two.numeral, g.refusals, two.first < two.numeral.first, two.unit is not None
    )
    if kind == "code" or coded or clock.past(t, two, g):
        return _past_code(t, two.last)
    if kind == "change":
        return _change(t, one, two, g, drafts)
    return _combined(t, joined, g, drafts)


def _past_code(t: Tokens, last: int) -> int:
    """The token after the rest of a code: "14-981", "1-888-LOCK", "0161 496 0123"."""
    dialled = t.words[last - 1][:1] == "0"
    while is_digits(t.words[last]) and (
        t.gaps[last] in DASHES or (dialled and t.words[last].isdecimal() and t.spaced(last))
    ):
        last += 1
    return last


def _single(t: Tokens, m: Measure, g: Grammar, drafts: list[Draft], paired: bool = False) -> int:
    """One number: its bounds, its noun, and whether it is a figure at all.

    `paired`: it is one end of a change, and so no year.
    """
    d = draft(t, m)
    bounding.take_in(t, d, g)
    _described(t, d, g)
    if doubts.refused(t, d, g, paired) and not carried.subject(t, d, drafts, g):
        return max(m.numeral.last, m.last)
    _meant(t, d, g)
    return max(add(d, drafts), _past_model(t, d))


def _past_model(t: Tokens, d: Draft) -> int:
    """The token after the model of "nine 860 Max tractors"."""
    apart = d.noun is not None and d.noun.start > d.noun.last
    return d.last + 1 if apart and t.spaced(d.last + 1) and t.capital(d.last + 1) else 0


def _decade(t: Tokens, m: Measure, drafts: list[Draft]) -> int:
    """As in "in her 60s"."""
    n = m.numeral
    last = n.last + 1
    d = draft(
        t, Measure(n._replace(last=last, end=t.ends[n.last]), ages.YEAR_OF_AGE, n.first, last)
    )
    d.low, d.high, d.nominal, d.bound = n.low, n.low + 9, None, Bound.RANGE
    return add(d, drafts)


def _change(t: Tokens, one: Measure, two: Measure, g: Grammar, drafts: list[Draft]) -> int:
    """As in "fell from 40 to 30": two levels, tied."""
    key = len(drafts)
    for m in (one, two):
        _single(t, m, g, drafts, paired=True)
    made = drafts[key:]
    for d, later in zip(made, (False, True), strict=False):
        d.mode, d.trend = Mode.LEVEL, None
        d.pair = Pair(key, later) if len(made) == 2 else None
    if len(made) == 2 and made[0].bare and made[0].dimension == "count":
        made[0].share_with(made[1])
    return max(two.last, drafts[-1].last if made else 0)


def _combined(t: Tokens, joined: ranges.Joined, g: Grammar, drafts: list[Draft]) -> int:
    """Two numbers that are one figure: a range, a share, a score, a value with its margin."""
    one, two, kind, noun = joined
    if kind == "spread" and one.unit is not None:
        two = two._replace(unit=one.unit)
    d = draft(t, two)
    d.first, d.numeral = one.first, one.numeral
    d.start = min(t.starts[one.first], one.numeral.start)
    a, b = one.numeral.low, two.numeral.low
    if kind == "score":
        d.low, d.high, d.nominal, d.bound = min(a, b), max(a, b), None, Bound.RANGE
        d.dimension, d.parts = "score", (a, b)
        return add(d, drafts)
    if kind == "share":
        d.low = d.high = d.nominal = a / b
        d.step, d.dimension, d.noun = _ONE / b, "share", noun
    elif kind == "spread":
        d.low, d.high, d.nominal, d.bound = a - abs(b), a + abs(b), a, Bound.RANGE
        d.step = one.numeral.step
    else:
        d.low, d.high, d.nominal, d.bound = min(a, b), max(a, b), None, Bound.RANGE
        d.step = _finer(one.numeral.step, two.numeral.step)
        if two.unit is None:
            d.dimension = "count"
    bounding.take_in(t, d, g)
    _described(t, d, g)
    _meant(t, d, g)
    return add(d, drafts)


def _finer(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return min((s for s in (a, b) if s is not None), default=None)


def _described(t: Tokens, d: Draft, g: Grammar) -> None:
    """Find the counted noun, the rate, the age, and the part that the figure is."""
    n = d.numeral
    if d.unit is None and ages.is_age(t, d, g):
        d.unit, d.dimension = ages.YEAR_OF_AGE, "age"
    if d.unit is None and d.noun is None:
        one = n.nominal == 1 and d.nominal == 1
        vague = n.form in ("vague", "small", "pair") or n.scale > 1
        later = n.form != "share" and t.words[d.last] in ("a", "an")  # "one in four a decade ago"
        noun = nouns.read(t, d.last, g.nouns, one, vague, d.dimension == "share" and not later)
        if noun is not None and noun.part is Part.OF and _headless(t, d, noun, g):
            noun = noun._replace(head=-1, last=noun.start)
        if noun is not None:
            d.noun, d.part = noun, noun.part
            d.reach(t, noun.last)
            _rated(t, d, g)
            bounding.behind(t, d, g)
    if d.unit is not None and n.last < d.last and t.words[n.last] in g.nouns.more:
        d.part = Part.MORE
    if d.part in (None, Part.OF) and d.first:
        front = t.front(d.first)
        if front in g.nouns.another and t.joined(d.first):
            d.part = Part.ANOTHER
        elif front in g.nouns.including or t.precedes(d.first, ("among", "them")):
            d.part = Part.INCLUDING


def _headless(t: Tokens, d: Draft, noun: Counted, g: Grammar) -> bool:
    """As in "38 of tills hell": a plural that no article leads belongs to the noun behind it."""
    k = noun.last
    if noun.start != d.last + 1 or noun.head < 0 or not t.spaced(k) or t.words[k] in g.nouns.ends:
        return False
    return t.words[k].isalpha() and not syntax.is_verb(t, k, g.classes)


def _rated(t: Tokens, d: Draft, g: Grammar) -> None:
    """A count with a rate: "three thousand tests a day", "nine births per 1,000 women"."""
    if d.noun is None or d.noun.head < 0:
        return
    per = units.per_what(t, d.last, g.units)
    if per is not None:
        head = nouns.name_of(t, d.noun, g.nouns)[0]
        d.measured(Unit(f"{head} per {per.name}", "rate"), t, per.last)


def _meant(t: Tokens, d: Draft, g: Grammar) -> None:
    """Tell a level from a change; a time that something is away from is neither."""
    if d.dimension == "duration" and t.words[d.last] in g.changes.times:
        return
    d.mode, d.trend = changes.of(t, d.first, d.last, g.changes, d.dimension)


def _multiple(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """As in "twice", "doubled", "tenfold"."""
    word, numbers = t.words[i], g.numbers
    verbal = t.front(i) in numbers.doubling_after
    of_whole = t.spaced(i + 1) and t.words[i + 1] in _DETERMINERS  # "double that"
    if word in numbers.bare_multiples and not (verbal or of_whole):
        return i + 1
    if t.words[i + 1] in numbers.never_before and t.spaced(i + 1):
        return i + 1
    value = numbers.folds.get(word) or numbers.multiples[word]
    n = Numeral(i, i + 1, t.starts[i], t.ends[i], value, value, value, _ONE, "multiple")
    d = draft(t, Measure(n, g.units.named["time"], i, i + 1))
    bounding.take_in(t, d, g)
    if word in numbers.growing and (verbal or word not in numbers.bare_multiples):
        d.mode, d.trend = Mode.CHANGE, "up"
    elif word in numbers.shrinking:
        d.mode, d.trend = Mode.CHANGE, "down"
    return add(d, drafts)


def _nearly_all(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """As in "almost all of the boats": a share that is hardly less than the whole."""
    found = bounds.before(t, i, g.bounds)
    if found is None or found.bound is not Bound.NEARLY or t.words[i + 1] in g.calendar.units:
        return 0  # "almost all day" is a length
    n = Numeral(i, i + 1, t.starts[i], t.ends[i], _ONE, _ONE, _ONE, None, "share")
    d = draft(t, Measure(n, None, i, i + 1))
    bounding.take_in(t, d, g)
    _described(t, d, g)
    return add(d, drafts) if d.noun is not None else i + 1
