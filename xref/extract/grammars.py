"""The lexicons that extraction reads with, compiled once for a run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xref import quantity, speech
from xref.extract.acts import StatementGrammar, compile_statements
from xref.extract.event import EventWords, compile_events
from xref.extract.fate_words import FateWords, compile_fates
from xref.extract.measure import Measures, compile_measures
from xref.extract.names import NameWords, compile_names
from xref.extract.reach import ReachWords, compile_reach
from xref.extract.standing_words import StandingWords, compile_standing
from xref.extract.withheld import Anonymity, compile_anonymity
from xref.language import WordClasses, compile_word_classes


@dataclass(frozen=True, slots=True)
class Grammars:
    """The compiled lexicons that extraction reads with."""

    numbers: quantity.Grammar
    speech: speech.SpeechGrammar
    measures: Measures
    casualties: FateWords
    names: NameWords
    events: EventWords
    statements: StatementGrammar
    anonymity: Anonymity
    reach: ReachWords
    classes: WordClasses
    standing: StandingWords


def compile_grammars(
    table: Callable[[str], dict[str, Any]], measures: Sequence[Mapping[str, Mapping[str, Any]]] = ()
) -> Grammars:
    """Compile the lexicons that `table` hands out, with the measures of rule files."""
    classes = compile_word_classes(table)
    casualties = compile_fates(table, classes.verbs)
    bodies = frozenset(table("sources")["organisations"].split())
    bodies -= frozenset(table("people")["anonymous"].split())
    return Grammars(
        numbers=quantity.grammar(table),
        speech=speech.grammar(table),
        measures=compile_measures(table("measures"), measures),
        casualties=casualties,
        names=compile_names(
            table("demonyms"), table("organisations"), table("naming"), table("function_words")
        ),
        events=compile_events(table("events")),
        statements=compile_statements(table("statements"), bodies),
        anonymity=compile_anonymity(table("anonymity"), table("demonyms")),
        reach=compile_reach(table("reach"), table("sources"), bodies, casualties),
        classes=classes,
        standing=compile_standing(table),
    )
