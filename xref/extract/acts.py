"""The statement lexicon, compiled: words of consequence, and the words that make an act."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xref.model.claim import Act

_WITHIN = 6


@dataclass(frozen=True, slots=True)
class ActWords:
    """The words that make one act.

    `consequence`: they need a word of consequence behind them, at most `within` words away.
    """

    act: Act
    words: re.Pattern[str]
    consequence: bool
    within: int


@dataclass(frozen=True, slots=True)
class StatementGrammar:
    """The statement lexicon, compiled; all patterns read folded text.

    `stems` are looked up in the whole text; only sentences that hold one are read.
    """

    stems: tuple[str, ...]
    consequence: re.Pattern[str]
    acts: tuple[ActWords, ...]
    negators: re.Pattern[str]
    unreal: re.Pattern[str]
    hedges: re.Pattern[str]


def compile_statements(lexicon: Mapping[str, Any]) -> StatementGrammar:
    """Compile the statement lexicon."""
    grave = lexicon["consequence"]
    return StatementGrammar(
        stems=tuple(word.removesuffix("*") for word in (*grave, *lexicon["charge"])),
        consequence=re.compile(rf"\b(?:{'|'.join(map(_beginning, grave))})"),
        acts=tuple(
            ActWords(
                Act(act),
                re.compile(rf"\b(?:{_either(entry['words'])})\b"),
                bool(entry.get("consequence", False)),
                int(entry.get("within", _WITHIN)),
            )
            for act, entry in lexicon["acts"].items()
        ),
        negators=re.compile(rf"(?:\b|(?=n't))(?:{_either(lexicon['negators'])})\b"),
        unreal=re.compile(rf"\b(?:{_either(lexicon['unreal'])})\b"),
        hedges=re.compile(rf"\b(?:{_either(lexicon['hedges'])})\b"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _beginning(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return stem if word.endswith("*") else rf"{stem}s?\b"
