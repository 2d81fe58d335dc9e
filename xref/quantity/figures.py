"""Figures of a text: each number with its bounds, its unit, what it counts and how it is meant."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xref.model.amount import Amount, Bound, Unit
from xref.model.claim import Mode
from xref.model.span import Span
from xref.quantity import bounds, changes, dates, measures, nouns, ranges, refusals, units
from xref.quantity.figure import Figure, Pair, Part
from xref.quantity.grammar import Grammar
from xref.quantity.measures import YEAR_OF_AGE, Measure
from xref.quantity.nouns import Counted
from xref.quantity.numerals import Numeral, is_digits
from xref.quantity.tokens import Tokens

_ONE = Decimal(1)
_ZERO = Decimal(0)


@dataclass(slots=True)
class Draft:
    """A figure in the making: tokens ``first`` to ``last`` (exclusive)."""

    numeral: Numeral
    low: Decimal
    high: Decimal
    nominal: Decimal | None
    step: Decimal | None
    bound: Bound
    unit: Unit | None
    dimension: str
    first: int
    last: int
    start: int
    end: int
    number_end: int
    noun: Counted | None = None
    mode: Mode = Mode.LEVEL
    trend: str | None = None
    part: Part | None = None
    also: Amount | None = None
    pair: Pair | None = None

    def amount(self, bound: Bound | None = None) -> Amount:
        """The amount as an interval with its bound."""
        said = bound or self.bound
        low, high = bounds.interval(said, self.low, self.high)
        return Amount(low, high, self.nominal, said, self.unit, self.step)


def figures(t: Tokens, g: Grammar) -> list[Figure]:
    """The figures of a text, in order, none overlapping another."""
    drafts = _drafts(t, g)
    drafts = _two_sided(t, drafts)
    _shared_units(t, drafts)
    _restated(t, drafts)
    _paired(t, drafts, g)
    drafts = _conversions(t, drafts)
    return [_finished(t, d, g) for d in drafts]


def _drafts(t: Tokens, g: Grammar) -> list[Draft]:
    drafts: list[Draft] = []
    triggers, done = g.triggers, 0
    dated = _dated(t, g)
    for i, word in enumerate(t.words):
        if i < done or not (word in triggers or word[:1].isdecimal()) or i in dated:
            continue
        done = max(done, _at(t, i, g, drafts, done))
    return drafts


_NUMBERED = frozenset({"ago", "span", "shift"})


def _dated(t: Tokens, g: Grammar) -> set[int]:
    """The tokens of dates, which are no figures; "two days ago" is both."""
    taken: set[int] = set()
    for m in dates.mentions(t, g):
        if m.rule is None or m.rule.kind not in _NUMBERED:
            taken.update(range(m.first, m.last))
    return taken


def _at(t: Tokens, i: int, g: Grammar, drafts: list[Draft], done: int) -> int:
    """Read what begins at token `i`; the token to go on from, 0 where nothing was read."""
    word = t.words[i]
    over = refusals.idiom(t, i, g.refusals) if word in g.refusals.idioms else 0
    if over:
        return over
    if word == "no":
        return _none(t, i, g, drafts)
    if word in g.numbers.ordinals and _turn(t, i + 1, g) >= 0:
        return _ordinal(t, i, i + 1, Decimal(g.numbers.ordinals[word]), g, drafts)
    if word in g.numbers.multiples or word in g.numbers.folds:
        return _multiple(t, i, g, drafts)
    m = measures.measure(t, i, g)
    if m is not None and m.first >= done:
        return _number(t, m, g, drafts)
    m = measures.one(t, i, g)
    if m is not None and m.first >= done:
        return _plain(t, m, g, drafts)
    return 0


def _number(t: Tokens, m: Measure, g: Grammar, drafts: list[Draft]) -> int:
    """A number in digits or words, alone or as one end of a range."""
    n = m.numeral
    if m.first and t.words[m.first - 1] == "between" and t.words[m.last] != "and":
        again = measures.measure(t, n.first if n.form != "digits" else n.first, g, tied=False)
        m = again or m
        n = m.numeral
    place = _ordinal_value(t, m, g)
    if place is not None:
        return _ordinal(t, n.first, place[1], place[0], g, drafts)
    decade = _decade_of_life(t, n, g, drafts)
    if decade is not None:
        if decade.low:
            _add(decade, drafts)
        return n.last + 1
    if refusals.identifier(t, n, g.refusals, m.first < n.first, m.unit is not None):
        return max(n.last, m.last)
    joined = ranges.join(t, m, g)
    if joined is not None:
        return _joined(t, joined, g, drafts)
    return _plain(t, m, g, drafts)


def _decade_of_life(t: Tokens, n: Numeral, g: Grammar, drafts: list[Draft]) -> Draft | None:
    """ "in her 60s" is an age; any other "60s" is no figure, and its `low` is zero."""
    j = n.last
    if (
        t.words[j] != "s"
        or t.gaps[j] != ""
        or n.nominal is None
        or n.nominal % 10
        or len(t.words[n.first]) > 2
    ):
        return None
    m = Measure(n._replace(last=j + 1, end=t.ends[j]), YEAR_OF_AGE, n.first, j + 1)
    d = _draft(t, m, g)
    d.low, d.high, d.nominal, d.bound = n.nominal, n.nominal + 9, None, Bound.RANGE
    front = t.words[n.first - 1] if n.first else ""
    if front in g.units.life_parts:
        front = t.words[n.first - 2]
    last = drafts[-1] if drafts else None
    again = (
        last is not None
        and last.dimension == "age"
        and last.last == n.first - 1
        and front in ("or", "and", "to")
    )
    if front not in g.units.life_leads and not again:
        d.low = _ZERO
    return d


def _ordinal_value(t: Tokens, m: Measure, g: Grammar) -> tuple[Decimal, int] | None:
    """The ordinal that a number turns out to be: "22nd", "twenty-first"."""
    n = m.numeral
    word = t.words[n.last]
    if n.nominal is None or n.form == "share":
        return None
    if n.form == "digits" and t.gaps[n.last] == "" and word in ("st", "nd", "rd", "th"):
        return n.nominal, n.last + 1
    below = g.numbers.ordinals.get(word)
    if n.form == "words" and below is not None and t.joined(n.last) and m.unit is None:
        return (n.nominal + below if below < 100 else n.nominal * below), n.last + 1
    return None


def _draft(t: Tokens, m: Measure, g: Grammar) -> Draft:
    n = m.numeral
    vague = n.form in ("vague", "small")
    dimension = m.unit.dimension if m.unit is not None else "count"
    if n.form == "share" and m.unit is None:
        dimension = "share"
    return Draft(
        numeral=n, low=n.low, high=n.high, nominal=n.nominal, step=n.step,
        bound=Bound.VAGUE if vague else Bound.ABOUT if n.form == "pair" else Bound.EXACT,
        unit=m.unit, dimension=dimension, first=m.first, last=m.last,
        start=min(t.starts[m.first], n.start), end=max(t.ends[m.last - 1], n.end), number_end=n.end,
    )  # fmt: skip


def _plain(t: Tokens, m: Measure, g: Grammar, drafts: list[Draft]) -> int:
    """One number: its bounds, its noun, and whether it is a figure at all."""
    d = _draft(t, m, g)
    _bounded(t, d, g)
    _described(t, d, g)
    if _refused(t, d, g):
        return max(m.numeral.last, m.last)
    _valued(t, d, g)
    _add(d, drafts)
    return d.last


def _add(d: Draft, drafts: list[Draft]) -> None:
    """Append a figure; what the one before it took stays with that one."""
    if drafts and d.start < drafts[-1].end:
        d.start, d.first = drafts[-1].end, max(d.first, drafts[-1].last)
    drafts.append(d)


def _joined(t: Tokens, joined: ranges.Joined, g: Grammar, drafts: list[Draft]) -> int:
    one, two, kind = joined
    if kind == "score" or refusals.identifier(
        t, two.numeral, g.refusals, two.first < two.numeral.first, two.unit is not None
    ):
        return two.last
    if kind == "change":
        key = len(drafts)
        for m, later in ((one, False), (two, True)):
            before = len(drafts)
            _plain(t, m, g, drafts)
            for d in drafts[before:]:
                d.pair = Pair(key, later)
                d.mode, d.trend = Mode.LEVEL, None
        if len(drafts) != key + 2:
            for d in drafts[key:]:
                d.pair = None
        return max(two.last, drafts[-1].last if drafts else 0)
    if kind == "spread" and one.unit is not None:
        two = two._replace(unit=one.unit)
    d = _draft(t, two, g)
    d.first, d.start, d.numeral = (
        one.first,
        min(t.starts[one.first], one.numeral.start),
        one.numeral,
    )
    a, b = one.numeral.nominal, two.numeral.nominal
    assert a is not None and b is not None
    if kind == "share":
        d.low = d.high = d.nominal = a / b
        d.step, d.dimension = _ONE / b, "share"
    elif kind == "spread":
        d.low, d.high, d.nominal, d.bound = a - abs(b), a + abs(b), a, Bound.RANGE
        d.step = one.numeral.step
    else:
        d.low, d.high, d.nominal, d.bound = min(a, b), max(a, b), None, Bound.RANGE
        steps = [s for s in (one.numeral.step, two.numeral.step) if s is not None]
        d.step = min(steps) if steps else None
        if two.unit is None:
            d.dimension = "count"
    _bounded(t, d, g)
    _described(t, d, g)
    _valued(t, d, g)
    _add(d, drafts)
    return d.last


def _bounded(t: Tokens, d: Draft, g: Grammar) -> None:
    """Take in the bound words on either side."""
    duration = d.last if d.dimension == "duration" else 0
    front = d.first
    if d.bound is Bound.RANGE:
        if front and t.words[front - 1] in ("between", "from") and t.gaps[front][:1] == " ":
            front -= 1
    found = bounds.before(t, front, g.bounds, duration)
    if found is not None and (d.bound in (Bound.EXACT, Bound.ABOUT) or front == d.first):
        if d.bound in (Bound.EXACT, Bound.ABOUT) and found.bound is not Bound.EXACT:
            d.bound = found.bound
        d.first = min(found.at, d.first)
        d.start = min(t.starts[found.at], d.start - found.sign if found.sign else d.start)
    elif d.bound is Bound.RANGE and front < d.first and t.words[front] == "between":
        d.first, d.start = front, t.starts[front]
    _bound_after(t, d, g)
    if d.unit is None and d.last > d.numeral.last and t.words[d.last]:
        # "four-plus months", "30-odd miles"
        named = units.read(t, d.last, g.units, False)
        if named is not None:
            d.unit, d.dimension, d.last = named.unit, named.unit.dimension, named.last
            d.end = t.ends[named.last - 1]


def _bound_after(t: Tokens, d: Draft, g: Grammar) -> None:
    found = bounds.after(t, d.last, g.bounds, g.numbers.starters)
    if found is None:
        return
    if d.bound in (Bound.EXACT, Bound.ABOUT):
        d.bound = found.bound
    d.last = found.at
    d.end = max(d.end, t.ends[found.at - 1] + found.sign)


def _described(t: Tokens, d: Draft, g: Grammar) -> None:
    """Find the counted noun, the rate, the age, and the part that the figure is."""
    n = d.numeral
    if d.unit is None:
        _aged(t, d, g)
    if d.unit is None:
        one = n.nominal == 1 and d.bound is not Bound.RANGE and d.nominal == 1
        vague = n.form in ("vague", "small", "pair") or n.scale > 1
        noun = nouns.read(t, d.last, g.nouns, one, vague, d.dimension == "share")
        if noun is not None:
            d.noun = noun
            d.part = noun.part
            if noun.last > d.last:
                d.last = noun.last
                d.end = t.ends[noun.last - 1]
            _per(t, d, g)
            _bound_after(t, d, g)
    front = t.words[d.first - 1] if d.first else ""
    if d.part is None or d.part is Part.OF:
        if front in g.nouns.another and t.joined(d.first):
            d.part = Part.ANOTHER
        elif front in g.nouns.including or t.precedes(d.first, ("among", "them")):
            d.part = Part.INCLUDING


def _per(t: Tokens, d: Draft, g: Grammar) -> None:
    """A count with a rate: "three thousand tests a day", "12 deaths per 100,000 people"."""
    if d.noun is None or d.noun.head < 0:
        return
    if t.words[d.last] not in ("per", "a", "an", "every", "each"):
        return
    per = units.per_what(t, d.last, g.units)
    if per is None:
        return
    head = nouns.name_of(t, d.noun, g.nouns)[0]
    d.unit = Unit(f"{head} per {per[0]}", "rate")
    d.dimension = "rate"
    d.last = per[1]
    d.end = t.ends[d.last - 1]


def _aged(t: Tokens, d: Draft, g: Grammar) -> None:
    """Ages without a unit: "Maria Lopez, 66, ...", "she was 10", "the age of 21"."""
    n = d.numeral
    if (
        n.nominal is None
        or not 0 < n.nominal <= 115
        or n.scale != 1
        or n.form not in ("digits", "words")
    ):
        return
    front = t.words[d.first - 1] if d.first else ""
    i, after = d.first, t.gaps[d.last]
    aged = False
    if (
        t.precedes(n.first, ("age", "of"))
        or t.precedes(i, ("age", "of"))
        or t.precedes(i, ("ages", "of"))
        or front in g.units.aged
    ):
        aged = t.spaced(i)
    elif n.form == "digits" and t.gaps[i] == ", " and t.capital(i - 1) and n.nominal >= 1:
        aged = after[:1] in (",", ".", ";", ")") and (after[:2] in (", ", "; ") or t.capital(i - 2))
        aged = aged and t.words[i - 1].isalpha() and t.words[i - 1] not in g.refusals.not_names
    elif n.form == "digits" and t.gaps[i] == " (" and after[:1] == ")" and n.nominal > 14:
        aged = t.capital(i - 1) and i > 1 and t.capital(i - 2) and t.spaced(i - 1)
    elif front in (
        "was",
        "is",
        "turned",
        "turns",
        "be",
        "turning",
        "i'm",
        "he's",
        "she's",
    ) and t.spaced(i):
        aged = _of_person(t, i) and (
            after[:1] in (",", ".", ";")
            or t.words[d.last]
            in (
                "",
                "when",
                "at",
                "by",
                "and",
                "but",
                "years",
                "now",
                "or",
                "in",
                "on",
                "this",
                "next",
                "last",
            )
        )
    if aged:
        d.unit, d.dimension = YEAR_OF_AGE, "age"


def _of_person(t: Tokens, i: int) -> bool:
    near = t.words[max(i - 4, 0) : i]
    return (
        any(w in ("he", "she", "who", "i", "i'm", "he's", "she's", "whom") for w in near)
        or "turned" in near
    )


def _refused(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Whether a number without a unit is no figure after all."""
    n = d.numeral
    headed = d.noun is not None and d.noun.head >= 0
    if n.form == "small" and d.dimension == "multiple":
        return True
    if n.form == "small":
        return not (headed or d.unit or n.scale > 1) or (t.words[n.last - 1] == "few")
    if d.unit is not None:
        return n.form == "words" and _pronoun_one(t, d, g)
    if n.form == "share":
        return _no_share(t, d)
    if n.form == "words" and n.nominal == 0 and _nothing(t, d, headed, g):
        return True
    if n.form == "words":
        return _pronoun_one(t, d, g) or _the_two(t, d, headed, g) or _adjective(t, d, g)
    if n.form == "vague":
        return (
            t.words[n.first] in ("tens", "scores")
            and n.last == n.first + 1
            and t.words[n.last] != "of"
        )
    if n.form != "digits":
        return False
    if refusals.year_like(n, t) and d.bound is Bound.EXACT and _year(t, d, headed, g):
        return True
    if _adjective(t, d, g):
        return True
    if not headed and d.bound is Bound.EXACT and d.part is None:
        named = t.capital(n.last) and t.spaced(n.last) and n.scale == 1
        return named or refusals.listed(t, n) or refusals.bare_name(t, n, g.refusals)
    if headed and d.noun is not None and t.capital(d.noun.start) and d.bound is Bound.EXACT:
        return refusals.bare_name(t, n, g.refusals)
    return False


def _year(t: Tokens, d: Draft, headed: bool, g: Grammar) -> bool:
    n = d.numeral
    assert n.nominal is not None
    if headed and d.noun is not None:
        head = t.words[d.noun.head]
        if head in g.nouns.zero_nouns:
            return False
        return 1900 <= n.nominal <= 2050 or t.words[n.first - 1] in (
            "in",
            "the",
            "since",
            "of",
            "by",
        )
    if 1800 <= n.nominal <= 2100:
        return True
    return t.words[n.first - 1] in (
        "in",
        "since",
        "circa",
        "until",
        "by",
        "and",
        "from",
        "year",
        "d",
        "ad",
        "a.d",
        "bc",
        "before",
        "after",
        "between",
        "to",
    )


def _pronoun_one(t: Tokens, d: Draft, g: Grammar) -> bool:
    """Whether "one" is a pronoun here, or part of a phrase."""
    n = d.numeral
    if t.words[n.first] != "one" or n.last != n.first + 1:
        return False
    following, front = t.words[n.last], t.words[n.first - 1] if n.first else ""
    if d.unit is not None:
        if following == "day" and t.spaced(n.last):
            return not (front in g.units.one_after or t.words[n.last + 1] in g.units.one_before)
        return following in ("time", "second") or front in ("this", "that", "any", "the", "no")
    if d.noun is None or d.noun.head < 0 or t.hyphened(n.last):
        return True
    if following in g.nouns.one_never_before or t.words[d.noun.head] in g.nouns.one_never_before:
        return True
    if front in g.nouns.one_never_after and t.spaced(n.first):
        return True
    return d.part is Part.OF


def _nothing(t: Tokens, d: Draft, headed: bool, g: Grammar) -> bool:
    """ "zero resistance", "zero-interest": a zero that counts nothing."""
    j = d.numeral.last
    if (
        t.words[d.numeral.first] not in ("zero", "nil", "nought", "naught")
        or headed
        and t.spaced(j)
    ):
        return False
    return t.joined(j) and (t.hyphened(j) or t.words[j] not in g.nouns.ends)


def _the_two(t: Tokens, d: Draft, headed: bool, g: Grammar) -> bool:
    """Number words that only point back ("the two met"), or stand for nothing."""
    n = d.numeral
    if headed or d.part is not None or d.bound is not Bound.EXACT or n.scale != 1:
        return False
    front = t.words[n.first - 1] if n.first else ""
    return front in (
        "the",
        "these",
        "those",
        "bottom",
        "top",
        "last",
        "first",
        "other",
        "next",
        "all",
        "both",
        "final",
        "his",
        "her",
        "their",
        "my",
        "your",
        "our",
    )


def _adjective(t: Tokens, d: Draft, g: Grammar) -> bool:
    """ "two-way", "three-part", "4-D": a hyphened word that counts nothing."""
    j = d.numeral.last
    return t.hyphened(j) and t.words[j] in g.refusals.hyphened and d.unit is None


def _no_share(t: Tokens, d: Draft) -> bool:
    """ "half", "a third" and the like where they are no share of anything."""
    n = d.numeral
    word = t.words[n.last - 1]
    following, spaced = t.words[n.last], t.spaced(n.last)
    if d.bound is not Bound.EXACT or not word.isalpha():
        return False
    if word == "half":
        if n.last - n.first > 1:
            return spaced and following not in (
                "of",
                "the",
                "their",
                "its",
                "his",
                "her",
                "our",
                "my",
                "and",
                "as",
                "that",
                "",
            )
        return not (
            spaced
            and following
            in (
                "of",
                "the",
                "a",
                "an",
                "its",
                "his",
                "her",
                "their",
                "our",
                "my",
                "that",
                "those",
                "these",
                "this",
                "all",
                "were",
                "are",
                "said",
                "have",
                "as",
            )
        )
    if word == "quarter" and n.last - n.first == 1:
        return not (spaced and following == "of")
    if t.words[n.first] in ("a", "an"):
        return not (
            spaced and following in ("of", "as", "less", "more", "higher", "lower") or not spaced
        )
    if word in ("quarters", "quarter"):
        return (
            spaced
            and following not in ("of", "the", "majority", "full", "")
            and not t.hyphened(n.last - 1)
        )
    return False


def _valued(t: Tokens, d: Draft, g: Grammar) -> None:
    if d.dimension in ("duration", "age") and d.mode is Mode.LEVEL:
        word = t.words[d.last]
        if word in ("later", "earlier", "ago", "before", "after"):
            return
    d.mode, d.trend = changes.of(t, d.first, d.last, g.changes, d.dimension)


def _multiple(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """ "twice", "doubled", "tenfold"."""
    word = t.words[i]
    value = g.numbers.folds.get(word) or g.numbers.multiples[word]
    grows, shrinks = word in g.numbers.growing, word in g.numbers.shrinking
    bare = word in g.numbers.bare_multiples
    if bare and t.words[i - 1] not in g.numbers.doubling_after:
        return i + 1
    if t.words[i + 1] in g.numbers.never_before:
        return i + 1
    unit = g.units.named["time"]
    n = Numeral(i, i + 1, t.starts[i], t.ends[i], value, value, value, _ONE, "multiple")
    d = _draft(t, Measure(n, unit, i, i + 1), g)
    _bounded(t, d, g)
    if grows or shrinks:
        d.mode, d.trend = Mode.CHANGE, "up" if grows else "down"
    _add(d, drafts)
    return d.last


def _ordinal(t: Tokens, i: int, last: int, value: Decimal, g: Grammar, drafts: list[Draft]) -> int:
    """An ordinal that counts: "the second round of talks"."""
    j = _turn(t, last, g)
    if j < 0:
        return last
    n = Numeral(i, last, t.starts[i], t.ends[last - 1], value, value, value, _ONE, "ordinal")
    d = _draft(t, Measure(n, None, i, last), g)
    d.dimension, d.noun = "ordinal", Counted(last, j + 1, j)
    d.last, d.end = j + 1, t.ends[j]
    _add(d, drafts)
    return j + 1


def _turn(t: Tokens, last: int, g: Grammar) -> int:
    """The noun whose turns the ordinal before token `last` counts; -1 for none."""
    j = last
    while t.words[j] in g.nouns.turn_adjectives and t.joined(j) and j < last + 3:
        j += 1
    return j if t.words[j] in g.nouns.turns and t.spaced(j) else -1


def _none(t: Tokens, i: int, g: Grammar, drafts: list[Draft]) -> int:
    """ "No soldiers were hurt": none of what news counts."""
    noun = nouns.read(t, i + 1, g.nouns)
    if noun is None or noun.head < 0 or t.words[noun.head] not in g.nouns.zero_nouns or noun.part:
        return i + 1
    if noun.head > i + 3 or (i and t.words[i - 1] in g.numbers.cardinals):
        return i + 1
    n = Numeral(i, i + 1, t.starts[i], t.ends[i], _ZERO, _ZERO, _ZERO, _ONE, "words")
    d = _draft(t, Measure(n, None, i, i + 1), g)
    d.noun, d.last, d.end = noun, noun.last, t.ends[noun.last - 1]
    _add(d, drafts)
    return noun.last


_FLOORS = (Bound.MORE_THAN, Bound.AT_LEAST)
_CEILINGS = (Bound.LESS_THAN, Bound.AT_MOST)


def _two_sided(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """ "more than 20 and less than 35" is one range."""
    out: list[Draft] = []
    for d in drafts:
        a = out[-1] if out else None
        if a is not None and _brackets(t, a, d):
            low, high = (a, d) if a.bound in _FLOORS else (d, a)
            a.low, a.high, a.nominal, a.bound = low.low, high.high, None, Bound.RANGE
            a.unit, a.dimension = d.unit or a.unit, d.dimension if d.unit else a.dimension
            a.noun, a.last, a.end, a.number_end = d.noun, d.last, d.end, d.number_end
        else:
            out.append(d)
    return out


def _brackets(t: Tokens, a: Draft, d: Draft) -> bool:
    between = t.text[a.end : d.start].strip()
    if between not in ("and", "but", ",") or a.noun is not None:
        return False
    if a.unit is not None and (d.unit is None or a.unit.name != d.unit.name):
        return False
    if a.bound in _FLOORS and d.bound in _CEILINGS:
        return a.low < d.high
    return a.bound in _CEILINGS and d.bound in _FLOORS and d.low < a.high


def _restated(t: Tokens, drafts: list[Draft]) -> None:
    """ "lost 190 points, or 0.6 per cent": both are the change."""
    for a, b in pairwise(drafts):
        if a.mode is Mode.CHANGE and b.mode is Mode.LEVEL and b.unit is not None:
            if t.text[a.end : b.start].strip() in (", or", ", or about", "or", "("):
                b.mode, b.trend = a.mode, a.trend


def _paired(t: Tokens, drafts: list[Draft], g: Grammar) -> None:
    """Tie the two levels of a change that stand apart.

    "up to 40 from 30", "$9m, up from $6m", "from 90,000 people in 1990 to 40,000", "460, compared with 63 last year".
    """
    for k, (a, b) in enumerate(pairwise(drafts)):
        if a.pair is not None or b.pair is not None or b.start - a.end > 60:
            continue
        if a.mode is not Mode.LEVEL or b.mode is not Mode.LEVEL or not _of_one_kind(a, b):
            continue
        gap = t.text[a.end : b.start]
        words = gap.lower().split()
        if not words or "." in gap or ";" in gap:
            continue
        key = len(drafts) + k
        if words[-1] == "to" and len(words) <= 4 and t.words[a.first - 1] == "from":
            if changes.moves(t, a.first, g.changes):
                a.pair, b.pair = Pair(key, False), Pair(key, True)
                b.noun = b.noun or a.noun
        elif _ends_earlier(words, g) and (len(words) > 1 or changes.moves(t, a.first, g.changes)):
            a.pair, b.pair = Pair(key, True), Pair(key, False)


def _of_one_kind(a: Draft, b: Draft) -> bool:
    if (a.unit and a.unit.name) != (b.unit and b.unit.name) or a.dimension != b.dimension:
        return False
    return a.dimension not in ("duration", "age", "ordinal", "multiple") and b.part is None


def _ends_earlier(words: list[str], g: Grammar) -> bool:
    return any(tuple(words[-len(p) :]) == p for p in g.changes.earlier_level)


def _alike(a: Draft, b: Draft, gap: str) -> bool:
    """Whether two numbers with a comma between them are of one size, as those of a list are."""
    if gap.strip() != ",":
        return True
    one, two = abs(a.nominal or a.high), abs(b.nominal or b.high)
    return one <= 20 * two and two <= 20 * one


_LISTED = frozenset({"and", ",", "or", ", and", ", or", "- and", "-,", "- or", "-and"})


def _out_of(t: Tokens, a: Draft, b: Draft) -> bool:
    """ "14 of the 18 shots", "280 million of the 1.5 billion shekels"."""
    if a.noun is not None and a.noun.head >= 0 or a.dimension != "count" or a.high > b.low:
        return False
    words = t.text[a.numeral.end : b.start].split() if b.start - a.numeral.end < 30 else []
    return 1 < len(words) < 5 and words[0] == "of" and (b.unit is not None or b.noun is not None)


def _shared_units(t: Tokens, drafts: list[Draft]) -> None:
    """Give a bare number the unit or noun that it shares with a neighbour ("2 and 3 per cent")."""
    for k in range(len(drafts) - 1, 0, -1):
        a, b = drafts[k - 1], drafts[k]
        gap = t.text[a.end : b.start] if b.start - a.end <= 8 else "."
        if a.unit is None and a.noun is None and gap.strip() in _LISTED and _alike(a, b, gap):
            if b.dimension in ("age", "ordinal", "multiple") or a.dimension == "share":
                continue
            if b.unit is not None or b.noun is not None:
                a.unit, a.noun = b.unit, b.noun
                a.dimension = b.dimension
        elif a.unit is None and _out_of(t, a, b):
            a.unit, a.noun, a.dimension, a.part = b.unit, b.noun, b.dimension, Part.OF
    for k in range(1, len(drafts)):
        a, b = drafts[k - 1], drafts[k]
        if b.unit is None and b.noun is None and a.dimension == "age" and b.high <= 115:
            if t.text[a.end : b.start].strip() in _LISTED:
                b.unit, b.dimension = a.unit, a.dimension
        if b.unit is None and b.noun is None and b.part is None and b.dimension == "count":
            _ellipsis(t, a, b)


def _ellipsis(t: Tokens, a: Draft, b: Draft) -> None:
    """ "84 cents, the low 74"; "460 cars, compared with 63": the later number leaves its unit out."""
    if a.unit is None and a.noun is None or a.dimension in ("age", "ordinal", "multiple", "share"):
        return
    gap = t.text[a.end : b.start]
    if (
        len(gap) > 90
        or "." in gap
        or t.text[b.end : b.end + 1] not in ("", ".", ",", ";", " ", ")")
    ):
        return
    words = gap.lower().split()
    if not words or a.mode is Mode.CHANGE and a.unit is not None:
        return
    parallel = (
        words[-1] in ("low", "high", "lowest", "highest", "is", "against", "versus")
        and "the" in words
    )
    compared = any(w in ("compared", "from", "against", "versus") for w in words[-3:])
    if not (parallel or compared):
        return
    size_a, size_b = a.nominal or a.high, b.nominal or b.high
    if not size_a or not size_b or not Decimal("0.02") < abs(size_b / size_a) < 50:
        return
    b.unit, b.noun, b.dimension = a.unit, a.noun, a.dimension


def _conversions(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Fold a conversion in brackets into the figure that it converts."""
    out: list[Draft] = []
    for d in drafts:
        a = out[-1] if out else None
        if a is not None and a.also is None and _converts(t, a, d):
            a.also = d.amount(a.bound if d.bound is Bound.EXACT else None)
            a.end = d.end + (1 if t.text[d.end : d.end + 1] == ")" else 0)
            a.last = d.last
        elif a is not None and a.also is not None and _converts_again(t, a, d):
            d.bound = a.bound
            out.append(d)
        else:
            out.append(d)
    return out


def _converts(t: Tokens, a: Draft, d: Draft) -> bool:
    if a.unit is None or d.unit is None or a.unit.name == d.unit.name:
        return False
    if a.unit.dimension != d.unit.dimension or (a.nominal is None) != (d.nominal is None):
        return False
    gap = t.text[a.end : d.start].strip() if d.start - a.end < 6 else "."
    return gap in ("(", "(US", "(or", "( ") and t.text[d.end : d.end + 1] in (
        ")",
        "/",
        ";",
        ",",
        " ",
    )


def _converts_again(t: Tokens, a: Draft, d: Draft) -> bool:
    """A second conversion in the same brackets: "(224 kW / 300 PS)"."""
    same = a.unit is not None and d.unit is not None and a.unit.dimension == d.unit.dimension
    return same and d.bound is Bound.EXACT and t.text[a.end : d.start].strip() in ("/", ";", "or")


def _finished(t: Tokens, d: Draft, g: Grammar) -> Figure:
    counted: str | None = None
    counted_text: str | None = None
    modifiers: tuple[str, ...] = ()
    noun_span = None
    if d.noun is not None and d.noun.head >= 0:
        counted, counted_text, modifiers = nouns.name_of(t, d.noun, g.nouns)
        noun_span = Span(t.starts[d.noun.start], t.ends[d.noun.head])
    return Figure(
        span=Span(d.start, max(d.end, d.number_end)),
        number_span=Span(min(d.numeral.start, d.number_end), d.number_end),
        amount=d.amount(),
        dimension=d.dimension,
        counted=counted,
        counted_text=counted_text,
        modifiers=modifiers,
        noun_span=noun_span,
        mode=d.mode,
        trend=d.trend,
        also=d.also,
        of=d.part,
        pair=d.pair,
    )
