"""What a comparison lets pass."""

from dataclasses import dataclass
from decimal import Decimal

from xref.model.amount import Unit


@dataclass(frozen=True, slots=True)
class Policy:
    """How strictly two readings are compared.

    `rel` is a share of the larger figure (``Decimal("0.1")`` is ten per cent), `abs` a distance in
    `unit`, or of plain numbers where that is ``None``; a distance within either is no difference.
    `rounding`: a figure written round agrees with one that rounds to it. `soft`: the ends of
    "about", "nearly" and vague figures excuse what lies a little outside. `updates`: a later
    figure of a running count supersedes an earlier one, where the text shows that it is later.
    """

    rel: Decimal = Decimal(0)
    abs: Decimal = Decimal(0)
    unit: Unit | None = None
    rounding: bool = True
    soft: bool = True
    updates: bool = True


DEFAULT = Policy()
"""The policy of the report's slots."""
