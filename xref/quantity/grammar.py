"""The lexicons that numbers and dates are read with, compiled."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from xref import lexicon
from xref.language import WordClasses, compile_word_classes
from xref.quantity.ages import AgeWords, compile_ages
from xref.quantity.bounds import BoundWords, compile_bounds
from xref.quantity.changes import ChangeWords, compile_changes
from xref.quantity.clock import ClockWords, compile_clock
from xref.quantity.date_words import CalendarWords, compile_calendar
from xref.quantity.nouns import NounWords, compile_nouns
from xref.quantity.number_words import NumberWords, compile_numbers
from xref.quantity.refusals import Refusals, compile_refusals
from xref.quantity.scores import ScoreWords, compile_scores
from xref.quantity.unit_words import UnitWords, compile_units


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that reading a figure or a date looks up.

    `triggers` are the words that a figure may begin with, `keys` those and the words of dates.
    """

    numbers: NumberWords
    bounds: BoundWords
    units: UnitWords
    nouns: NounWords
    changes: ChangeWords
    refusals: Refusals
    scores: ScoreWords
    ages: AgeWords
    clock: ClockWords
    calendar: CalendarWords
    classes: WordClasses
    triggers: frozenset[str]
    keys: frozenset[str]


def grammar(table: Callable[[str], dict[str, Any]]) -> Grammar:
    """Compile the lexicons that `table` hands out by name."""
    numbers = compile_numbers(table("numbers"))
    units = compile_units(table("units"), table("currencies"))
    ones = {words[0] for forms in units.words.values() for words, u in forms if u in units.single}
    ones |= {symbol for symbol, u in units.symbols.items() if u in units.single}
    calendar = compile_calendar(table("calendar"))
    listed = (numbers.starters, numbers.denominators, numbers.multiples, numbers.folds)
    nouns = compile_nouns(table("counting"))
    lasting = units.lasting
    triggers = frozenset(chain(*listed, numbers.ordinals, ones, nouns.none, lasting, ("all",)))
    return Grammar(
        numbers=numbers,
        bounds=compile_bounds(table("bounds")),
        units=units,
        nouns=nouns,
        changes=compile_changes(table("changes")),
        refusals=compile_refusals(table("not_figures")),
        scores=compile_scores(table("scores")),
        ages=compile_ages(table("ages"), table("kinds")),
        clock=compile_clock(table("clock_times")),
        calendar=calendar,
        classes=compile_word_classes(table),
        triggers=triggers,
        keys=triggers | calendar.triggers,
    )


@cache
def packaged() -> Grammar:
    """The grammar of the lexicons that come with the package."""
    return grammar(lexicon.table)
