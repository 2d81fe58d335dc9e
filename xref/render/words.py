"""What a person reads: figures, days, names of relations, sources, counts, in plain English."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import PurePath

from xref.model.amount import Amount, Bound, Unit
from xref.model.article import Article, Evidence
from xref.model.claim import (
    Aside,
    Attribution,
    Claim,
    Date,
    Event,
    Quantity,
    Scope,
    SourceType,
    Standing,
    When,
)
from xref.model.report import Report
from xref.text.display import visible

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_SPACE = re.compile(r"\s+")


def spaced(text: str) -> str:
    """`text` with every stretch of white space as one space."""
    return _SPACE.sub(" ", text)


def one_line(text: str) -> str:
    """`text` made `visible`, on one line, single-spaced."""
    return visible(spaced(text)).strip()


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def sentences(*parts: str) -> str:
    """Parts on one line, each closed with a full stop where more follows."""
    kept = [shown for part in parts if (shown := one_line(part))]
    closed = [part if part[-1] in ".!?”" else f"{part}." for part in kept[:-1]]
    return " ".join([*closed, *kept[-1:]])


_QUOTED = re.compile("“[^”]*”")
_UNEXPLAINED = "no words of either explain it"


def adds(reason: str, message: str) -> bool:
    """Whether `reason` tells a reader of `message` anything new.

    That nothing explains a conflict is no news beside a message that quotes both figures.
    """
    if not reason or reason.rstrip(".") in message:
        return False
    quotes = _QUOTED.findall(reason)
    return not (_UNEXPLAINED in reason and quotes and all(each in message for each in quotes))


def cut(text: str, width: int) -> str:
    """`text`, cut at a gap between words to at most `width` characters and an ellipsis."""
    if len(text) <= width:
        return text
    gap = text.rfind(" ", width // 2, width)
    return f"{text[: gap if gap > 0 else width]} …"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 article", "5 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def likely(probability: float) -> str:
    """A probability as a percentage that never claims to be certain."""
    return "over 99%" if probability > 0.99 else f"{probability:.0%}"


def number(value: int) -> str:
    """A number as a newspaper writes it: in words up to ten."""
    return _NUMBERS[value] if value < len(_NUMBERS) else f"{value:,}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items as a list in a sentence: "a, b and c"."""
    names = list(items)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def other_files(report: Report) -> str:
    """How many files of the folders are no articles, by their names; empty where there are none."""
    names = [PurePath(each.path) for each in report.skipped if each.expected]
    if not names:
        return ""
    kinds = sorted({name.suffix.lower() or name.name for name in names})
    shown = [*kinds[:5], *(["…"] if len(kinds) > 5 else [])]
    return f"{count(len(names), 'other file')} left aside ({one_line(', '.join(shown))})"


def day(value: date) -> str:
    """A day as "3 March 2031"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def dated(text: str) -> str:
    """`text` with its days as a person writes them: "8 October 2024" for "2024-10-08"."""
    return _ISO_DAY.sub(lambda m: f"{int(m[3])} {MONTHS[int(m[2]) - 1]} {m[1]}", text)


def _month_end(value: date) -> date:
    return value.replace(day=monthrange(value.year, value.month)[1])


def days(first: date | None, last: date | None) -> str:
    """An interval of days as briefly as it can be said: a day, a month, a year, or both ends."""
    if first is None or last is None:
        return f"from {day(first)}" if first else f"until {day(last)}" if last else "an unknown day"
    if first == last:
        return day(first)
    if first.day == 1 and last == _month_end(first):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    return f"{day(first)} to {day(last)}"


def published(article: Article) -> str:
    """When an article was published, or that this is not known."""
    return days(*article.published) if article.published else "no date"


def evidence(found: Evidence | None) -> str:
    """Where a fact was found: "from the record", "from the dateline “PORT ANSEL, May 3”"."""
    if found is None:
        return ""
    words = one_line(found.text)
    shown = f" “{words[:60]}{'…' if len(words) > 60 else ''}”" if words and found.span else ""
    return f"from the {found.source}{shown}"


_LARGE = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)


def plain(value: Decimal | float) -> str:
    """A number as a newspaper prints it: "2.5 million", "104,300", "0.75"."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite() or abs(exact.adjusted()) > 40:
        return str(exact)
    for size, name in _LARGE:
        share = exact / size
        if abs(share) >= 1 and share == round(share, 2):
            return f"{plain(share)} {name}" if abs(share) < 1000 else f"{exact:,f}"
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_UNIT_SIGNS = {"percentage": "%", "percent": "%"}
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz"}


def in_unit(number: str, unit: str | None) -> str:
    """A number already in words with its unit: "80 minutes", "12%", "40 miles per hour"."""
    if not unit:
        return number
    if unit in _UNIT_SIGNS:
        return f"{number}{_UNIT_SIGNS[unit]}"
    return f"{number} {unit if number in ('1', '-1') else _several(unit)}"


def _several(unit: str) -> str:
    """The name of a unit as a plural: "miles per hour", "cubic metres", "per cent"."""
    if unit in _UNIT_SIGNS:
        return "per cent"
    lead = next((each for each in ("cubic ", "square ") if unit.startswith(each)), "")
    head, _, rest = unit.removeprefix(lead).partition(" ")
    head = _PLURALS.get(head, head if head.endswith("s") else head + "s")
    return f"{lead}{head} {rest}".rstrip()


_BOUNDS = {
    Bound.ABOUT: "about {}",
    Bound.NEARLY: "nearly {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_LEAST: "at least {}",
    Bound.LESS_THAN: "less than {}",
    Bound.AT_MOST: "at most {}",
}


def amount(value: Amount) -> str:
    """How a figure was read: "more than 100,000", "3 to 5 hours", "10,000 to 100,000"."""
    unit = value.unit.name if value.unit else None
    pattern = _BOUNDS.get(value.bound)
    if value.nominal is not None and (pattern or value.bound is Bound.EXACT):
        return (pattern or "{}").format(in_unit(plain(value.nominal), unit))
    return interval(value.low, value.high, value.unit)


def interval(
    low: Decimal | float | None, high: Decimal | float | None, unit: Unit | None = None
) -> str:
    """An interval in words; an open end is "or more", "or less"."""
    name = unit.name if unit else None
    if low is not None and high is not None:
        text = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
        return in_unit(text, name)
    if low is not None:
        return f"{in_unit(plain(low), name)} or more"
    if high is not None:
        return f"{in_unit(plain(high), name)} or less"
    return "any number"


def when(value: When) -> str:
    """A date claim as it was read."""
    if value.earliest is None and value.latest is None:
        return f"a {value.weekday.capitalize()}" if value.weekday else "not resolved"
    return days(value.earliest, value.latest)


def read_as(claim: Claim) -> str:
    """What a claim's words were read as, and how they stand; empty for mere words."""
    shown, told = value(claim), standing(claim)
    return f"{shown}, {told}" if shown and told else shown


def value(claim: Claim) -> str:
    """The figure or the days that a claim's words were read as; empty for mere words."""
    if isinstance(claim.value, Quantity):
        return amount(claim.value.amount)
    if isinstance(claim.value, Date):
        return when(claim.value.when)
    return ""


_STANDINGS = {
    Standing.DENIED: "denied",
    Standing.QUESTIONED: "only asked",
    Standing.SUPPOSED: "only supposed",
    Standing.UNCONFIRMED: "unconfirmed",
}


def standing(claim: Claim) -> str:
    """That nobody asserts a claim, or that it is of another event; empty where neither is so."""
    other = claim.elsewhere is not None and claim.elsewhere.kind is Aside.OTHER
    return _STANDINGS.get(claim.standing, "of another event" if other else "")


def source(said: Attribution) -> str:
    """Who stands behind a claim, in a few words."""
    speaker = said.speaker
    if speaker is None:
        if said.type is SourceType.NONE:
            return "unattributed"
        return {
            SourceType.ANONYMOUS: "an unnamed source",
            SourceType.DOCUMENT: "a document",
        }.get(said.type, "an unresolved speaker")
    name, given = one_line(speaker.name or speaker.text), one_line(speaker.role or "")
    if given.endswith(".") and " " not in given and given not in name:
        name, given = f"{given} {name}", ""
    role = f", {given}" if given and given not in name else ""
    kind = " (unnamed)" if said.type is SourceType.ANONYMOUS else ""
    via = f", through {one_line(said.via.name or said.via.text)}" if said.via else ""
    return f"{name}{role}{kind}{via}"


def event(value: Event) -> str:
    """An event in words: "meeting of Norvane and Osmark in Kessel on 3 March 2031"."""
    parts = [value.kind]
    if value.participants:
        parts.append(f"of {listed(value.participants)}")
    if value.place:
        parts.append(f"in {value.place}")
    if value.on:
        parts.append(f"on {day(value.on)}")
    elif value.weekday:
        parts.append(f"on {value.weekday.capitalize()}")
    return " ".join(parts)


def scope(value: Scope) -> str:
    """Which part is counted, as written; empty where nothing limits it."""
    return ", ".join(part for part in (value.subset, value.place, value.period) if part)


def measured(measure: str | None, counted: str | None, unit: str | None, dated: bool) -> str:
    """What a slot asks: "people killed", "length", "number of boats", "date of last inspection"."""
    if dated:
        return f"date of {counted}" if counted else "date"
    if measure is None:
        if unit and not counted:
            return f"figure in {_several(unit)}"
        return f"number of {counted}" if counted and not unit else counted or "figure"
    domain, _, last = measure.rpartition(".")
    name = last.replace("_", " ")
    if name in ("count", "number", "total") and domain:
        return f"number of {domain.rpartition('.')[2].replace('_', ' ')}"
    several = domain == "people" or domain.endswith("s")
    return f"{domain} {name}" if several and not name.endswith("s") else name
