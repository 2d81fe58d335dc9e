"""The number language: numerals, bounds, units, calendar. Pure; knows no article."""

from xref.quantity.date_words import DateMention
from xref.quantity.figure import Figure, Pair, Part
from xref.quantity.grammar import Grammar, grammar
from xref.quantity.reading import dates, parse, resolve

__all__ = [
    "DateMention",
    "Figure",
    "Grammar",
    "Pair",
    "Part",
    "dates",
    "grammar",
    "parse",
    "resolve",
]
