"""The lexicon of numbers, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Any


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number lexicon, compiled."""

    cardinals: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, Decimal]
    final: Mapping[str, Decimal]
    letters: Mapping[str, Decimal]
    money_letters: Mapping[str, Decimal]
    capital_letters: Mapping[str, Decimal]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    signs: Mapping[str, Decimal]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    small: Mapping[str, tuple[Decimal, Decimal]]
    pairs: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    folds: Mapping[str, Decimal]
    only_of: frozenset[str]
    bare_multiples: frozenset[str]
    growing: frozenset[str]
    shrinking: frozenset[str]
    doubling_after: frozenset[str]
    never_before: frozenset[str]
    minus: frozenset[str]
    starters: frozenset[str]


def compile_numbers(table: Mapping[str, Any]) -> NumberWords:
    """Compile the lexicon `numbers`."""
    ordinals = dict(table["ordinals"])
    denominators = {word: value for word, value in ordinals.items() if value > 2}
    denominators |= {word + "s": value for word, value in denominators.items()}
    denominators |= table["shares"]
    denominators |= {word + "s": value for word, value in table["shares"].items()}
    denominators["firsts"] = 1
    scales = _decimals(table["scales"])
    scales |= {word + "s": value for word, value in scales.items()}
    letters = table["letters"]
    vague = {word: (Decimal(a), Decimal(b)) for word, (a, b) in table["vague"].items()}
    small = {word: (Decimal(a), Decimal(b)) for word, (a, b) in table["small"].items()}
    return NumberWords(
        cardinals=table["cardinals"],
        tens=table["tens"],
        scales=scales,
        final=_decimals(table["final"]),
        letters=_decimals(letters["bare"]),
        money_letters=_decimals(letters["money"]),
        capital_letters=_decimals(letters["capital"]),
        ordinals=ordinals,
        denominators=denominators,
        signs={sign: Decimal(a) / Decimal(b) for sign, (a, b) in table["signs"].items()},
        vague=vague,
        small=small,
        pairs=_decimals(table["pairs"]),
        multiples=_decimals(table["multiples"]),
        folds=_decimals(table["folds"]),
        only_of=frozenset(table["only_of"]),
        bare_multiples=frozenset(table["bare_multiples"]),
        growing=frozenset(table["growing"]),
        shrinking=frozenset(table["shrinking"]),
        doubling_after=frozenset(table["doubling_after"]),
        never_before=frozenset(table["never_before"]),
        minus=frozenset(table["minus"]),
        starters=frozenset(
            chain(
                *(table[key] for key in ("cardinals", "tens", "small", "pairs", "shares", "signs")),
                scales,
                vague,
                (word + "s" for word in table["shares"]),
            )
        ),
    )


def _decimals(values: Mapping[str, Any]) -> dict[str, Decimal]:
    return {str(word): Decimal(str(value)) for word, value in values.items()}
