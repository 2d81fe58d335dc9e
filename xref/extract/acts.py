"""The statement lexicon, compiled: verbs and nouns of consequence to what they do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StatementGrammar:
    """The statement lexicon, compiled."""

    acts: Mapping[str, str]


def compile_statements(lexicon: Mapping[str, Any]) -> StatementGrammar:
    """Compile the statement lexicon."""
    return StatementGrammar(acts=dict(lexicon.get("acts", {})))
