"""People counted in a sentence, and the nouns that mean people."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from xref.lexicon.nouns import singular
from xref.quantity.figure import Figure


class Kind(Enum):
    """How a group of people is counted."""

    FIGURE = "figure"
    SINGLE = "single"
    NAME = "name"
    NAMED = "named"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Group:
    """People counted by one phrase: its tokens, how many they are, and the figure that says so.

    `head` is the noun, singular; "" for a bare number, and for a name. `part`: the phrase says
    itself that it counts part of a whole ("two of the victims"). `open`: there may be more
    ("triple murder-suicide"). `definite`: somebody told of before ("the man"), who counts in
    a list only. `itself`: "himself", who is added to those told of before. `ordinal`: which one
    it is ("a fourth man" is 4), else 0. `whole`: what is told befell some of these ("one of five
    people"). `called`: a name stands with the noun. Of a group of kind ``UNTOLD`` ("and their
    daughters", "a family") nobody says how many they are.
    """

    first: int
    last: int
    count: Decimal
    kind: Kind
    head: str = ""
    figure: Figure | None = None
    bare: bool = False
    part: bool = False
    open: bool = False
    definite: bool = False
    itself: bool = False
    ordinal: int = 0
    whole: bool = False
    called: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Nouns that mean people, words that no name holds, what befalls people, nouns of that.

    `untold` are nouns of several people without a number ("family"), `added` those that a list adds
    without an article ("his wife and son"), `parents` those with so many children, `victims` people
    whom something befell, `parts` words for some of a whole ("younger"); a noun of `articled`
    counts nobody without an article.
    """

    nouns: frozenset[str]
    names_no: frozenset[str]
    fates: frozenset[str]
    deeds: frozenset[str]
    stops: frozenset[str]
    untold: frozenset[str]
    added: frozenset[str]
    victims: frozenset[str]
    parts: frozenset[str]
    parents: frozenset[str]
    articled: frozenset[str]


def compile_people(
    casualties: Mapping[str, Any], measures: Mapping[str, Any], demonyms: Mapping[str, Any]
) -> People:
    """The nouns of the casualty, measure and demonym lexicons, compiled."""
    nouns = {*casualties["persons"], *measures["classes"]["person"], *casualties["bodies"]}
    nouns |= {form.lower() for forms in demonyms["countries"].values() for form in forms}
    stops = {
        *casualties["auxiliaries"],
        *casualties["prepositions"],
        *casualties["breaks"],
        *casualties["including"],
        *casualties["leave"],
        *casualties["carried"],
        "and",
        "or",
        "who",
        "the",
    }
    return People(
        frozenset(singular(n) for n in nouns),
        frozenset(casualties["names_no"]),
        frozenset(p for o in casualties["outcomes"].values() for p in o["state"]),
        frozenset(casualties["heads"]),
        frozenset(stops),
        *(
            frozenset(casualties[name])
            for name in ("untold", "added", "victims", "parts", "parents", "articled")
        ),
    )
