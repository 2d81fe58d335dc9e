"""Full dates as newspapers print them in headers, datelines and captions."""

import re
from datetime import date
from typing import NamedTuple

from xref.text.days import MONTHS

_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH = rf"(?P<{{}}>(?:{_SHORT})[a-z]{{{{0,6}}}}|(?:{_SHORT.upper()})[A-Z]{{{{0,6}}}})\.?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_DATE = re.compile(
    rf"\b(?:{_MONTH.format('m1')}\s{_DAY.format('d1')}(?!\d)(?:,?\s{_YEAR.format('y1')})?"
    rf"|{_DAY.format('d2')}\s{_MONTH.format('m2')}(?:,?\s{_YEAR.format('y2')})?"
    rf"|{_YEAR.format('y3')}-(?P<m3>[01]\d)-(?P<d3>[0-3]\d))(?!\w)"
)


_DIGIT = re.compile(r"\d")


class DateMention(NamedTuple):
    """A date at ``[start, end)``; `year` is ``None`` where none is written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int | None = None) -> date | None:
        """The day, in `year` where none is written; ``None`` for a day that the month lacks."""
        told = self.year or year
        try:
            return date(told, self.month, self.day) if told else None
        except ValueError:
            return None


def dates(text: str, start: int, end: int) -> list[DateMention]:
    """The dates of a stretch that name day and month, in order."""
    out: list[DateMention] = []
    if not _DIGIT.search(text, start, end):
        return out
    for found in _DATE.finditer(text, start, end):
        month = found["m1"] or found["m2"]
        number = int(found["m3"]) if found["m3"] else _month(month)
        year = found["y1"] or found["y2"] or found["y3"]
        day = int(found["d1"] or found["d2"] or found["d3"])
        if number is not None and 1 <= number <= 12 and 1 <= day <= 31:
            told = int(year) if year else None
            out.append(DateMention(found.start(), found.end(), told, number, day))
    return out


def _month(written: str) -> int | None:
    """The number of a month, written out or cut short; ``None`` for another word ("Marchers")."""
    low = written.lower()
    number = _NUMBER[low[:3]]
    whole = MONTHS[number - 1]
    return number if whole.startswith(low) or low == "sept" else None
