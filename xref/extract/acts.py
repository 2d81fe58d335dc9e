"""The statement lexicon, compiled: words of consequence, and the words that make an act."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xref.model.claim import Act

_WITHIN = 6


@dataclass(frozen=True, slots=True)
class ActWords:
    """Words that make an act.

    `consequence`: they need a word of consequence behind them, at most `within` words away.
    `agent`: they need somebody before them who does it.
    """

    act: Act
    words: re.Pattern[str]
    consequence: bool
    within: int
    agent: bool


@dataclass(frozen=True, slots=True)
class StatementGrammar:
    """The statement lexicon, compiled; all patterns read folded text.

    `stems` are looked up in the whole text; only sentences that hold one are read.
    """

    stems: tuple[str, ...]
    consequence: re.Pattern[str]
    acts: tuple[ActWords, ...]
    procedure: frozenset[str]
    nobody: frozenset[str]
    sources: re.Pattern[str]
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
                bool(entry.get("agent", False)),
            )
            for act, entries in lexicon["acts"].items()
            for entry in entries
        ),
        procedure=frozenset(lexicon["procedure"]),
        nobody=frozenset(lexicon["nobody"]),
        sources=re.compile(
            r"\b((?:some |several |many |two )?(?:[\w.'-]+ ){0,2}"
            rf"(?:{_either(lexicon['sources'])})s?)\b[^,;:]{{0,40}}\b(?:{_either(lexicon['say'])})\b"
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
