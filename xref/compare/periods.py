"""Over how long a time a figure counts, as the words beside it tell."""

import re
from collections.abc import Mapping
from decimal import Decimal

from xref.compare.around import another_between, clause, distance, text_of
from xref.compare.reading import Reading
from xref.model.claim import Quantity
from xref.model.relation import Place
from xref.model.span import Span
from xref.text.days import MONTHS

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "half": 182, "year": 365}
_NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
_MANY = rf"(?P<many>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_MONTH = "|".join(MONTHS)
_EVERY = {
    "daily": 1, "weekly": 7, "monthly": 30, "quarterly": 91, "annual": 365, "annually": 365,
    "yearly": 365, "full-year": 365, "full year": 365, "half-year": 182, "half-yearly": 182,
    "year-on-year": 365, "year on year": 365, "month-on-month": 30, "month on month": 30,
    "per annum": 365,
}  # fmt: skip
_PATTERNS = (
    re.compile(
        rf"\b(?:over|in|for|within|during|across|these|the) (?:the )?"
        rf"(?:last |past |next |first |coming |previous )?{_MANY} {_UNIT}s\b"
    ),
    re.compile(rf"\b{_MANY}-{_UNIT}\b"),
    re.compile(
        rf"\b(?:a|an|per|each|every|one|last|this|next|the) {_UNIT}\b"
        r"(?! (?:ago|earlier|after|before|old))"
    ),
    re.compile(rf"\b(?:from|than|on) (?:a |the )?{_UNIT}(?: earlier| ago| before)?\b"),
    re.compile(r"\b(?:first|second|third|fourth|last|this) (?P<unit>quarter|half)\b"),
    re.compile(r"\bq[1-4]\b"),
    re.compile(rf"\bbetween (?P<from>{_MONTH}) and (?P<to>{_MONTH})\b"),
    re.compile(rf"\bfrom (?P<from>{_MONTH}) to (?P<to>{_MONTH})\b"),
    re.compile(rf"\b(?:{'|'.join(_EVERY)})\b"),
)
_NEAR = 60
"""How far from its figure a period may be told, in characters."""
_ALIKE = Decimal("0.1")
"""By what share two lengths of one period differ ("12 months", "a year")."""


def lengths(reading: Reading) -> Mapping[int, Place]:
    """The lengths in days of the periods told beside a figure, each with its words."""
    value = reading.claim.value
    if not isinstance(value, Quantity) or value.dimension in ("duration", "age", "ordinal"):
        return {}
    out: dict[int, Place] = {}
    unit = value.amount.unit
    per = unit.name.partition(" per ")[2] if unit else ""
    if per in _DAYS:
        out[_DAYS[per]] = reading.figure
    span = clause(reading)
    text, start = text_of(reading, span), max(span.start, reading.context_start)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            at = Span(start + match.start(), start + match.end())
            if distance(reading, at) > _NEAR or reading.claim.span.covers(at):
                continue
            if not another_between(reading, at):
                out.setdefault(_days(match), reading.place(at, "the time that it counts"))
    return out


def _days(match: re.Match[str]) -> int:
    told = match.groupdict()
    if "to" in told:
        return _DAYS["month"] * ((MONTHS.index(told["to"]) - MONTHS.index(told["from"])) % 12 or 12)
    if "unit" not in told:
        return _EVERY.get(match[0], _DAYS["quarter"])
    many = told.get("many")
    number = 1 if many is None else int(many) if many.isdigit() else _NUMBERS.index(many) + 2
    return number * _DAYS[told["unit"]]


def other_lengths(a: Reading, b: Reading) -> tuple[Place, ...]:
    """The words for two periods of which the figures count one each, if they are not as long."""
    mine, theirs = lengths(a), lengths(b)
    if not mine or not theirs:
        return ()
    for one in mine:
        if any(abs(one - two) <= _ALIKE * max(one, two) for two in theirs):
            return ()
    first = min(mine.values(), key=lambda place: distance(a, place.span))
    second = min(theirs.values(), key=lambda place: distance(b, place.span))
    return (first, second)
