"""The lexicons of quoting, compiled once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SpeechGrammar:
    """The lexicons of quoting, compiled."""


def grammar(table: Callable[[str], dict[str, Any]]) -> SpeechGrammar:
    """Compile the lexicons that `table` hands out."""
    return SpeechGrammar()
