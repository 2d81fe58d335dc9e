"""How far apart two figures may lie: a number, or a number with its unit ("5 minutes")."""

import re
from dataclasses import dataclass
from decimal import Decimal

from xref.model.amount import Bound, Unit
from xref.rules import known
from xref.rules.errors import nearest
from xref.rules.shorthand import least, shown, told

_WORDS = re.compile(r"[^0-9.,_\s-].*\Z", re.DOTALL)
_NUMBER = re.compile(r"[-+0-9.,_]+(?:inf|nan)?\Z", re.IGNORECASE)
_WRITE = "write it as 5, or with its unit as 5 minutes"


@dataclass(frozen=True, slots=True)
class Distance:
    """So many of a unit; of plain numbers, or of days between dates, where `unit` is ``None``."""

    number: Decimal
    unit: Unit | None
    said: str


def distance(value: object) -> Distance:
    """A number that is not negative, or one with its unit, as articles write it."""
    if not isinstance(value, str) or _NUMBER.match(value.strip()):
        number = least(value)
        return Distance(number, None, f"{number:f}")
    from xref.quantity import parse

    text = value.strip()
    if text.startswith("-"):
        raise told("a tolerance cannot be negative", "allowed: 0 and more")
    found = parse(text)
    if len(found) == 1 and (found[0].span.start, found[0].span.end) == (0, len(text)):
        amount = found[0].amount
        if amount.unit is not None and amount.nominal is not None and amount.bound is Bound.EXACT:
            return Distance(amount.nominal, amount.unit, text)
    words = _WORDS.search(text)
    if words is None or not any(each.isdigit() for each in text):
        raise told(f"expected a number, not {shown(value)}", _WRITE)
    guess = nearest(words[0], (f"{name}s" for name in known.units()))
    hints = () if guess is None else (f'did you mean "{guess}"?',)
    raise told(f'"{words[0]}" is no unit', *hints, _WRITE)


def written(value: Distance) -> str | Decimal:
    """A distance as a rule file writes it."""
    return value.number if value.unit is None else value.said
