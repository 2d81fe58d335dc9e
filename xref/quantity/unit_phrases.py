"""The longest phrase of a unit that stands at a place: "square miles", "US dollars"."""

from typing import NamedTuple

from xref.model.amount import Unit
from xref.quantity.tokens import Tokens
from xref.quantity.unit_words import UnitWords


class Measured(NamedTuple):
    """A unit and the token after it."""

    unit: Unit
    last: int


def words_at(t: Tokens, j: int, g: UnitWords) -> Measured | None:
    """The longest phrase of a unit at token `j`."""
    for phrase, unit in g.words.get(t.words[j], ()):
        if t.follows(j, phrase):
            sterling = unit.name == "pound" and _of_money(t, j, g)
            found = g.named["pound sterling"] if sterling else unit
            return Measured(found, j + len(phrase))
    return None


def _of_money(t: Tokens, j: int, g: UnitWords) -> bool:
    """Whether words of paying stand before a "pound", or a number that is too high for a mass."""
    if t.words[j - 1] in g.money_scales and t.words[j + 1] != "of":
        return True
    return any(word in g.money_verbs for word in t.near(j, 6))
