"""Months that are somebody's given name: "April Novak", not "in April Ostria"."""

from xref.text.days import MONTHS, WEEKDAYS

MONTH_NAMES = frozenset(MONTHS)
_DATING = frozenset(
    (
        *("in", "on", "by", "of", "from", "since", "until", "till", "through", "during", "before"),
        *("after", "last", "next", "this", "each", "every", "early", "late", "mid"),
    )
)
"""Words behind which a month is one."""
_SHORT = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    *("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun"),
)
SHORT_NAMES = frozenset(_SHORT)
"""Months and days in short without a full stop: dates only beside a number ("Jan 4")."""
DAYS = frozenset(
    (*MONTHS, *WEEKDAYS, *_SHORT, *(f"{s}." for s in _SHORT), *(f"{d}s" for d in WEEKDAYS))
)
"""The names of months and days, in full and short."""


def is_dated(before: str, following: str) -> bool:
    """Whether the words beside a month, the one `before` in lower case, show that it is one."""
    return before[:1].isdigit() or following[:1].isdigit() or before in _DATING or before in DAYS


def is_given_name(month: str, before: str, following: str) -> bool:
    """Whether a month before the word `following` is a given name.

    >>> is_given_name("april", "said", "Novak"), is_given_name("june", "in", "Ostria")
    (True, False)
    """
    if month == "may" and not before[:1].isalnum():
        return False  # "May God help them."
    named = following[:1].isupper() and following.lower() not in DAYS
    return named and not is_dated(before, following)
