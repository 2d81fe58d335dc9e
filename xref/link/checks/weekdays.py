"""A weekday that is not that date."""

import re
from collections.abc import Iterator
from datetime import date

from xref.link.checks.desk import Desk
from xref.model.claim import Date
from xref.model.link import Check
from xref.text.days import WEEKDAYS

_YEAR = re.compile(r"\d{4}")


def check(desk: Desk) -> Iterator[Check]:
    """Dates written with weekday and day of the month that the calendar does not have."""
    for mine in desk.claims.values():
        for claim in mine:
            value = claim.value
            if not isinstance(value, Date) or claim.repeats is not None:
                continue
            day, weekday = value.when.earliest, value.when.weekday
            written = any(char.isdigit() for char in claim.text)
            if not written or weekday is None or day is None or day != value.when.latest:
                continue
            true = WEEKDAYS[day.weekday()]
            if true != weekday and (_YEAR.search(claim.text) or not _near(day, weekday)):
                yield desk.failed(
                    "weekday",
                    f"a weekday that is not that date: “{claim.text}” was a {true.capitalize()}",
                    claim,
                )


def _near(day: date, weekday: str) -> bool:
    """Whether the weekday is right in a year beside: a year that is not written may be another."""
    for year in (day.year - 1, day.year + 1):
        last = 28 if (day.month, day.day) == (2, 29) else day.day
        if WEEKDAYS[day.replace(year=year, day=last).weekday()] == weekday:
            return True
    return False
