"""The names of weekdays and months, in the calendar's order, lower case."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Indexed as `datetime.date.weekday` counts: Monday is 0."""

_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_SECOND_HALF = ("july", "august", "september", "october", "november", "december")
MONTHS = (*_FIRST_HALF, *_SECOND_HALF)
"""January is 0."""
