"""Dates of a text: absolute, partial and relative, each as days or as a rule for them."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from xref.model.claim import When
from xref.model.span import Span
from xref.quantity import full_dates, month_days, relative_dates, tense, years
from xref.quantity.date_words import DateMention, Mention
from xref.quantity.grammar import Grammar
from xref.quantity.tokens import Tokens
from xref.text.days import WEEKDAYS

_TENSED = frozenset({"weekday", "date", "month", "monthday"})
"""Rules whose answer depends on whether the sentence speaks of the future."""


def mentions(t: Tokens, g: Grammar) -> list[Mention]:
    """The dates of a text, in order, none overlapping another."""
    found: list[Mention] = []
    c, done = g.calendar, 0
    for i in t.where(c.triggers, g.keys):
        m = _at(t, i, g) if i >= done else None
        if m is None or m.first < done:
            continue
        if m.days is None and _recurs(t, m, g):
            # "every Tuesday" is no day.
            done = m.last
            continue
        m = relative_dates.in_part(t, relative_dates.told_elsewhere(t, m), c, done)
        if m.rule is not None and m.rule.kind in _TENSED:
            m = m._replace(forward=tense.forward(t, m.first, m.last, c))
        found.append(m)
        done = m.last
    return found


def _recurs(t: Tokens, m: Mention, g: Grammar) -> bool:
    """As in "every Tuesday", "each second Monday", "the first Monday of each month"."""
    if t.ahead(m.last) == "of" and t.ahead(m.last + 1) in g.calendar.recurring:
        return True
    front = t.front(m.first)
    if front in g.numbers.ordinals or front == "other":
        front = t.front(m.first - 1)
    return front in g.calendar.recurring


def _at(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """The date that token `i` is the key of."""
    word, c = t.words[i], g.calendar
    if word[:1].isdecimal():
        return _digits(t, i, g)
    bare = word.removesuffix("'s")
    if bare in c.weekdays:
        return relative_dates.weekday(t, i, bare, g)
    if bare in c.months:
        return full_dates.month(t, i, bare, g)
    if bare in c.days:
        return relative_dates.near_day(t, i, bare, c)
    if word == "overnight":
        return relative_dates.overnight(t, i, g)
    if word == "ago":
        return relative_dates.ago(t, i, g)
    if word == "time":
        return relative_dates.hence(t, i, g)
    if word in c.holidays or bare in c.holidays:
        found = full_dates.holiday(t, i, bare, g)
        if found is not None:
            return found
    if word in c.offsets:
        return relative_dates.offset(t, i, g) or relative_dates.quarter(t, i, g)
    if bare in c.seasons:
        return relative_dates.season(t, i, bare, c)
    if word in c.from_anchor:
        return relative_dates.shift(t, i, g)
    if word in c.quarters or word in g.numbers.ordinals:
        return relative_dates.quarter(t, i, g)
    return relative_dates.the_period(t, i, bare, c) if bare in c.units else None


def _digits(t: Tokens, i: int, g: Grammar) -> Mention | None:
    """Dates that begin with digits: "12 January", "2022-01-12", "2018", "19th century"."""
    word = t.words[i]
    if not word.isdecimal():
        return full_dates.dotted(t, i)
    if len(word) == 4:
        return full_dates.iso(t, i) or years.year(t, i, g)
    if len(word) > 2:
        return None
    k = full_dates.past_suffix(t, i)
    if k > i + 1 and t.words[k] in ("century", "centuries") and t.joined(k):
        return years.century(int(word), i, k)
    if t.gaps[i].endswith(("$", "€", "£")) or (t.gaps[i] == "" and i):
        return None
    numeric = full_dates.day_month(t, i, g) or full_dates.slashed(t, i)
    short = numeric or years.short_decade(t, i, word, g) or years.marked_year(t, i, g)
    return short or month_days.bare(t, i, g)


def date_mentions(
    t: Tokens, dates: Sequence[Mention], running: Sequence[Span] | None = None
) -> list[DateMention]:
    """The dates of a text as values.

    Other dates are counted from those in `running` alone (``None``: anywhere), stretches in order.
    """
    out: list[DateMention] = []
    starts = None if running is None else [span.start for span in running]
    near: date | None = None
    for m in dates:
        end = t.ends[m.last - 1]
        if t.words[m.last - 1].endswith("'s"):
            end -= 2
        out.append(DateMention(Span(t.starts[m.first], end), _when(m), m.rule, m.forward, near))
        if m.days is not None and m.days[0] == m.days[1]:
            k = 0 if starts is None else bisect_right(starts, t.starts[m.first])
            if running is None or (k and end <= running[k - 1].end):
                near = m.days[0]
    return out


def _when(m: Mention) -> When:
    """What a mention tells without a reference."""
    days, rule = m.days or (None, None), m.rule
    counted = rule is not None and rule.kind == "shift" and rule.unit == "day"
    return When(
        earliest=days[0],
        latest=days[1],
        precision=m.precision,
        weekday=WEEKDAYS[m.weekday] if m.weekday >= 0 else None,
        shift=rule.offset if rule is not None and counted else None,
    )
