"""The number language: numerals, bounds, units, calendar. Pure; knows no article."""

from xref.quantity.date_words import DateMention
from xref.quantity.figure import Figure, Pair, Part
from xref.quantity.grammar import Grammar, grammar
from xref.quantity.reading import Numbers, dates, parse, read, resolve

__all__ = [
    "DateMention",
    "Figure",
    "Grammar",
    "Numbers",
    "Pair",
    "Part",
    "dates",
    "grammar",
    "parse",
    "read",
    "resolve",
]
