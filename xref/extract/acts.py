"""The statement lexicon, compiled: words of consequence, and the words that make an act."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from xref.model.claim import Act

WORD = re.compile(r"\w+")
_WITHIN = 6
_MEMO = 50_000
_TRIES = 4
"""How many words of consequence are looked at behind an act."""
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class ActWords:
    """Words that make an act.

    `consequence`: they need a word of consequence behind them, at most `within` words away.
    `agent`: they need somebody before them who does it. `never` are words right behind and
    `unless_before` words right before that make them something else. `polarity` is theirs where
    no negator decides it. `told`: they are read only in what somebody is reported to say. `first`
    are the first words of `words`, up to a hyphen or apostrophe.
    """

    act: Act
    words: re.Pattern[str]
    first: frozenset[str]
    consequence: bool
    within: int
    agent: bool
    never: re.Pattern[str]
    unless_before: re.Pattern[str]
    polarity: str | None
    told: bool


@dataclass(frozen=True, slots=True)
class StatementGrammar:
    """The statement lexicon, compiled; all patterns read folded text.

    `stems` are looked up in the whole text; only sentences that hold one are read. `stem` finds
    any of them; `idle` are words seen before that hold none. `bodies` are the nouns that speak as
    one.
    """

    stems: tuple[str, ...]
    bodies: frozenset[str]
    consequence: re.Pattern[str]
    soft: re.Pattern[str]
    figurative_before: re.Pattern[str]
    figurative_after: re.Pattern[str]
    acts: tuple[ActWords, ...]
    breaks: re.Pattern[str]
    rulings: re.Pattern[str]
    modals: frozenset[str]
    procedure: frozenset[str]
    nobody: frozenset[str]
    sources: re.Pattern[str]
    tellers: re.Pattern[str]
    reported: re.Pattern[str]
    negators: re.Pattern[str]
    unreal: re.Pattern[str]
    hedges: re.Pattern[str]
    stem: re.Pattern[str]
    idle: set[str] = field(default_factory=set, compare=False, repr=False)

    def telling(self, words: set[str]) -> list[str]:
        """The words, as spaces part them, that hold a stem; those that hold none are remembered."""
        found = []
        for word in words - self.idle:
            if self.stem.search(word):
                found.append(word)
            else:
                self.idle.add(word)
        if len(self.idle) > _MEMO:
            self.idle.clear()
        return found

    def graves(self, words: str, start: int) -> Iterator[int]:
        """Where words of consequence stand from `start` on, figures of speech left out."""
        for found in islice(self.consequence.finditer(words, start), _TRIES):
            before = self.figurative_before.search(words, max(0, found.start() - 24), found.start())
            if before is None and self.figurative_after.match(words, found.end()) is None:
                yield found.start()


def compile_statements(lexicon: Mapping[str, Any], bodies: frozenset[str]) -> StatementGrammar:
    """Compile the statement lexicon; `bodies` are the nouns that speak as one."""
    grave, figurative = lexicon["consequence"], lexicon["figurative"]
    stems = tuple(word.removesuffix("*") for word in (*grave, *lexicon["charge"]))
    adds, say = _either(lexicon["adds"]), _either(lexicon["say"])
    return StatementGrammar(
        stems=stems,
        bodies=bodies,
        consequence=re.compile(rf"\b(?:{'|'.join(map(_beginning, grave))})"),
        soft=re.compile("|".join(map(_beginning, lexicon["soft"]))),
        figurative_before=_right_before(figurative["before"]),
        figurative_after=_right_behind(figurative["after"]),
        acts=tuple(
            _act_words(Act(act), entry)
            for act, entries in lexicon["acts"].items()
            for entry in entries
        ),
        breaks=re.compile(rf"(?<=\w )(?:{_either(lexicon['breaks'])})\b|\""),
        rulings=re.compile(rf"\b(?:{_either(lexicon['rulings'])})\b"),
        modals=frozenset(lexicon["modals"]),
        procedure=frozenset(lexicon["procedure"]),
        nobody=frozenset(lexicon["nobody"]),
        sources=re.compile(
            r"\b((?:some |several |many |two |other |senior |[\w.'-]+ ){0,3}"
            rf"(?:{_either(lexicon['sources'])})s?)(?: (?:{adds})){{0,4}} (?:{say})\b"
        ),
        tellers=re.compile(rf"\b(?:{_either(lexicon['tellers'])})\b"),
        reported=re.compile(rf"\b(?:{_either(lexicon['reported'])})\b"),
        negators=re.compile(rf"(?:\b|(?=n't))(?:{_either(lexicon['negators'])})\b"),
        unreal=re.compile(rf"\b(?:{_either(lexicon['unreal'])})\b"),
        hedges=re.compile(rf"\b(?:{_either(lexicon['hedges'])})\b"),
        stem=re.compile("|".join(map(re.escape, stems))),
    )


def _act_words(act: Act, entry: Mapping[str, Any]) -> ActWords:
    return ActWords(
        act,
        re.compile(rf"\b(?:{_either(entry['words'])})(?!\w)"),
        frozenset(WORD.findall(words)[0] for words in entry["words"]),
        bool(entry.get("consequence", False)),
        int(entry.get("within", _WITHIN)),
        bool(entry.get("agent", False)),
        _right_behind(entry.get("never", ())),
        _right_before(entry.get("unless_before", ())),
        entry.get("polarity"),
        bool(entry.get("told", False)),
    )


def _right_behind(words: Iterable[str]) -> re.Pattern[str]:
    listed = _either(words).replace(r"\ ", "[ -]")
    return re.compile(rf"[\w*]*\W{{1,2}}(?:{listed})(?!\w)") if listed else _NEVER


def _right_before(words: Iterable[str]) -> re.Pattern[str]:
    listed = _either(words)
    return re.compile(rf"(?:(?<!\w)|(?='))(?:{listed})[ -]$") if listed else _NEVER


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _beginning(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return rf"{stem}\w*" if word.endswith("*") else rf"{stem}s?\b"
