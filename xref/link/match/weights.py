"""What each level of each field weighs, in bits; fitted, and kept as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xref.link.match.fields import FIELDS, Field

PRIOR = "before looking"
"""The level of knowing nothing but that two figures could be compared."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of claim: `prior` in bits, then bits by field and level.

    `explained` are the bits that words weigh which explain why two values differ, by the relation
    that they show. `asked` are the fields of which any level weighs anything, with their bits.
    """

    prior: float
    bits: Mapping[str, Mapping[str, float]]
    explained: Mapping[str, float]
    asked: tuple[tuple[Field, Mapping[str, float]], ...]

    def of(self, field: str, level: str | None) -> float:
        """The bits of a level; saying nothing weighs nothing, and so does what was never seen."""
        return self.bits[field].get(level, 0.0) if level is not None else 0.0


def compile_weights(lexicon: Mapping[str, Any]) -> Mapping[str, Weights]:
    """The weights of the lexicon `matching`, by kind of claim (figure, date).

    Raises:
        ValueError: when it weighs a field that is none.
    """
    found: dict[str, Weights] = {}
    for kind in ("figure", "date"):
        entry = lexicon[kind]
        strange = entry["fields"].keys() - FIELDS.keys()
        if strange:
            raise ValueError(f"no field of the matcher: {', '.join(sorted(strange))}")
        bits = {
            field: {level: float(seen["bits"]) for level, seen in levels.items()}
            for field, levels in entry["fields"].items()
        }
        empty: dict[str, float] = {}
        found[kind] = Weights(
            float(entry["prior"]["bits"]),
            {field: bits.get(field, empty) for field in FIELDS},
            {relation: float(seen["bits"]) for relation, seen in entry["explained"].items()},
            tuple((FIELDS[field], bits[field]) for field in FIELDS if field in bits),
        )
    return found
