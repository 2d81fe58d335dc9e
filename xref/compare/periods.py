"""Over which time a figure counts, as the words beside it tell."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from xref.compare.around import another_between, distance, text_of
from xref.compare.kept import kept
from xref.compare.reading import Reading
from xref.lexicon import table
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.days import MONTHS, WEEKDAYS

_NEAR = 80
"""How far from its figure a period may be told, in characters."""
_ALIKE = Decimal("0.1")
"""By what share two lengths of one period differ ("12 months", "a year")."""
_OPEN = "open:"
"""The label of a period that runs on ("so far")."""
_DAYS = 14
"""Up to so many days a period is one of days, of which a weekday is another."""
_UNTIMED = frozenset({"duration", "age", "ordinal"})


class Period(NamedTuple):
    """A period told beside a figure: its length in days, or the year or beginning that it names."""

    days: int | None
    label: str | None
    place: Place


def other_period(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The words for two periods of which the figures count one each; empty where none differ."""
    mine, theirs = periods(a), periods(b)
    return _apart(mine, theirs, a, b, _length) or _apart(mine, theirs, a, b, _label)


def _length(one: Period, two: Period) -> bool | None:
    ends = {one.label, two.label}
    days = max(one.days or 0, two.days or 0)
    if "day:" in ends and 1 < days <= _DAYS:
        return False
    if _OPEN in ends and (one.days or two.days):
        return False
    if one.days is None or two.days is None:
        return None
    return abs(one.days - two.days) <= _ALIKE * max(one.days, two.days)


def _label(one: Period, two: Period) -> bool | None:
    if one.label is None or two.label is None:
        return None
    kinds = one.label.partition(":")[0], two.label.partition(":")[0]
    return one.label == two.label if kinds[0] == kinds[1] else None


def _apart(
    mine: Sequence[Period],
    theirs: Sequence[Period],
    a: Reading,
    b: Reading,
    same: Callable[[Period, Period], bool | None],
) -> tuple[Place, ...]:
    """The words of two periods that are not the same, where none of the one is any of the other."""
    told = [(one, two, same(one, two)) for one in mine for two in theirs]
    comparable = [each for each in told if each[2] is not None]
    if not comparable or any(each[2] for each in comparable):
        return ()
    first = min((one.place for one, _, _ in comparable), key=lambda p: distance(a, p.span))
    second = min((two.place for _, two, _ in comparable), key=lambda p: distance(b, p.span))
    return (first, second)


@kept
def periods(reading: Reading) -> tuple[Period, ...]:
    """The periods told in the figure's sentence, near it, with no other figure between."""
    return tuple(_periods(reading))


def _periods(reading: Reading) -> Iterator[Period]:
    value = reading.claim.value
    if not isinstance(value, Quantity) or value.dimension in _UNTIMED:
        return
    unit = value.amount.unit
    per = unit.name.partition(" per ")[2] if unit else ""
    if per in table("periods")["units"]:
        yield Period(table("periods")["units"][per], None, reading.figure)
    text, start = text_of(reading, reading.sentence), reading.sentence.start
    for pattern in _patterns():
        for match in pattern.finditer(text):
            at = Span(start + match.start(), start + match.end())
            if distance(reading, at) > _NEAR or reading.claim.span.covers(at):
                continue
            if not another_between(reading, at):
                place = reading.place(at, "the time that it counts")
                yield Period(*_read(match, reading), place)


def _read(match: re.Match[str], reading: Reading) -> tuple[int | None, str | None]:
    """The length of a period and its label, as far as its words tell either."""
    told, lexicon = match.groupdict(), table("periods")
    if told.get("open"):
        return None, _OPEN
    if told.get("to"):
        months = (MONTHS.index(told["to"]) - MONTHS.index(told["from"])) % 12 or 12
        return lexicon["units"]["month"] * months, None
    if told.get("since"):
        return None, f"since:{told['since']}"
    if told.get("month"):
        return None, f"month:{told['month']}"
    if told.get("year"):
        return None, f"year:{told['year']}"
    if told.get("which"):
        shift = {"last": -1, "this": 0, "next": 1}[told["which"]]
        year = reading.published[0].year + shift if reading.published else told["which"]
        return lexicon["units"]["year"], f"year:{year}"
    if told.get("unit"):
        many = told.get("many") or "1"
        number = int(many) if many.isdigit() else lexicon["numbers"].index(many) + 2
        return number * lexicon["units"][told["unit"]], None
    if match[0].startswith("on "):
        return None, "day:"
    return lexicon["every"].get(match[0], lexicon["units"]["quarter"]), None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lexicon: Mapping[str, Mapping[str, int]] = table("periods")
    unit = rf"(?P<unit>{'|'.join(lexicon['units'])})"
    many = rf"(?P<many>\d{{1,2}}|{'|'.join(lexicon['numbers'])})"
    months = "|".join(MONTHS)
    which = r"(?:last|past|next|first|coming|previous|final|opening)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?:over|in|for|within|during|across|these|the|its|their) (?:the )?"
            rf"(?:{which} )?{many} {unit}s\b",
            rf"\b{many}-{unit}\b",
            rf"\b(?:a|an|per|each|every|one|the|its|his|her|their|this|last|next) (?:{which} )?"
            rf"{unit}\b(?! (?:ago|earlier|after|before|old))",
            rf"\b(?:from|than|on) (?:a |the )?{unit}(?: earlier| ago| before)?\b",
            r"\b(?:first|second|third|fourth|last|this) (?P<unit>quarter|half)\b",
            rf"\b(?P<open>{'|'.join(lexicon['open'])})\b",
            r"\bon (?:the (?:first|second|third|final|last|opening) )?(?P<unit>day)\b",
            rf"\bon (?:{'|'.join(WEEKDAYS)})\b",
            r"\bq[1-4]\b",
            r"\b(?P<which>last|this|next) year\b",
            r"\b(?:in|of|for|during) (?P<year>(?:19|20)\d\d)\b",
            rf"\bin (?P<month>{months})\b",
            rf"\bsince (?P<since>(?:19|20)\d\d|{months})\b",
            rf"\b(?:between|from) (?P<from>{months}) (?:and|to) (?P<to>{months})\b",
            rf"\b(?:{'|'.join(lexicon['every'])})\b",
        )
    )
