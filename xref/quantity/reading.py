"""Reading a text: its figures, its dates, and what the dates resolve to."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from xref.model.claim import When
from xref.model.span import Span
from xref.quantity.date_words import DateMention
from xref.quantity.dates import date_mentions, mentions
from xref.quantity.figure import Figure
from xref.quantity.figures import figures
from xref.quantity.grammar import Grammar, packaged
from xref.quantity.resolving import settle
from xref.quantity.tokens import Tokens


class Numbers(NamedTuple):
    """The figures and the dates of a text, each in order, none overlapping another of its list."""

    figures: list[Figure]
    dates: list[DateMention]


def read(
    text: str, grammar: Grammar | None = None, running: Sequence[Span] | None = None
) -> Numbers:
    """Figures and dates of a text, which is cut into tokens once for both.

    "Two days later" is counted from a full date in `running`, the stretches of running text in
    order; ``None`` is all of it. The date line of an article is no part of what it tells.
    """
    g, t = grammar or packaged(), Tokens(text)
    found = mentions(t, g)
    return Numbers(figures(t, found, g), date_mentions(t, found, running))


def parse(text: str, grammar: Grammar | None = None) -> list[Figure]:
    """The figures of a text, in order, none overlapping another."""
    g, t = grammar or packaged(), Tokens(text)
    return figures(t, mentions(t, g), g)


def dates(text: str, grammar: Grammar | None = None) -> list[DateMention]:
    """The dates of a text, in order, none overlapping another; `resolve` makes them days."""
    t = Tokens(text)
    return date_mentions(t, mentions(t, grammar or packaged()))


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
