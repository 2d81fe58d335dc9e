"""The lexicons that extraction reads with, compiled once for a run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xref import quantity, speech
from xref.extract.acts import StatementGrammar, compile_statements
from xref.extract.casualties import Casualties, compile_casualties
from xref.extract.context import EventWords, Geography, compile_events, compile_geography
from xref.extract.measure import Measures, compile_measures


@dataclass(frozen=True, slots=True)
class Grammars:
    """The compiled lexicons that extraction reads with."""

    numbers: quantity.Grammar
    speech: speech.SpeechGrammar
    measures: Measures
    casualties: Casualties
    geography: Geography
    events: EventWords
    statements: StatementGrammar


def compile_grammars(
    table: Callable[[str], dict[str, Any]], measures: Sequence[Mapping[str, Mapping[str, Any]]] = ()
) -> Grammars:
    """Compile the lexicons that `table` hands out, with the measures of rule files."""
    return Grammars(
        numbers=quantity.grammar(table),
        speech=speech.grammar(table),
        measures=compile_measures(table("measures"), measures),
        casualties=compile_casualties(table("casualties"), table("measures"), table("demonyms")),
        geography=compile_geography(table("demonyms")),
        events=compile_events(table("events")),
        statements=compile_statements(table("statements")),
    )
