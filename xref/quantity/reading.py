"""Reading a text: its figures, its dates, and what the dates resolve to."""

from datetime import date

from xref.model.claim import When
from xref.quantity.date_words import DateMention
from xref.quantity.dates import date_mentions
from xref.quantity.figure import Figure
from xref.quantity.figures import figures
from xref.quantity.grammar import Grammar, packaged
from xref.quantity.resolving import settle
from xref.quantity.tokens import Tokens


def parse(text: str, grammar: Grammar | None = None) -> list[Figure]:
    """The figures of a text, in order, none overlapping another."""
    return figures(Tokens(text), grammar or packaged())


def dates(text: str, grammar: Grammar | None = None) -> list[DateMention]:
    """The dates of a text, in order, none overlapping another; `resolve` makes them days."""
    return date_mentions(Tokens(text), grammar or packaged())


def resolve(
    mention: DateMention | str,
    published: tuple[date, date] | None,
    grammar: Grammar | None = None,
) -> When:
    """The days of a mention (or of the first date of a text), given when the article appeared.

    A weekday is the nearest one on or before publication unless the sentence speaks of the
    future or says "next". `anchor` of the answer says what it was resolved against; what
    cannot be known has neither an earliest nor a latest day.
    """
    g = grammar or packaged()
    if isinstance(mention, str):
        found = dates(mention, g)
        if not found:
            return When(None, None, "day")
        mention = found[0]
    return settle(mention, published, g.calendar)
