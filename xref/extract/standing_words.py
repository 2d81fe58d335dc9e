"""The words that say how a figure stands, and of which event, compiled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from xref.lexicon.nouns import singular


@dataclass(frozen=True, slots=True)
class StandingWords:
    """The compiled lexicon of standing; `events` are the nouns of events, singular.

    `telling` are the lemmas of verbs that report what somebody said, or give out a figure.
    """

    roles: Mapping[str, frozenset[str]]
    events: frozenset[str]
    telling: frozenset[str]


def compile_standing(table: Callable[[str], Mapping[str, Any]]) -> StandingWords:
    """Compile the lexicons that `table` hands out."""
    lexicon = table("standing")
    roles = {name: frozenset(words) for name, words in lexicon.items() if name != "examples"}
    kinds = table("events")["kinds"].values()
    nouns = {singular(noun) for kind in kinds for noun in kind["nouns"]}
    telling = roles["give"] | frozenset(table("cue_verbs")["clause"].split())
    return StandingWords(roles, frozenset(nouns) | roles["happenings"], telling)
