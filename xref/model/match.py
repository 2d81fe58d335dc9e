"""What speaks for two claims being of one thing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xref.model.span import Span


class Certainty(StrEnum):
    """How sure it is that two figures are of one thing; the names are those of the JSON."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Evidence(NamedTuple):
    """One field of a comparison: the level that it found, its weight, and the words it rests on.

    `bits` is log2 of how much likelier the level is of one thing than of two. `a` and `b` count in
    the field (title or text) of either claim.
    """

    field: str
    level: str
    bits: float
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims of two articles, by id, and how likely they are of one thing.

    `probability` counts in the rivals: other figures of either article that could stand in the
    place of one of the two. `evidence` begins with what is known before looking.
    """

    a: str
    b: str
    probability: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def certainty(self) -> Certainty | None:
        """The band of the probability; ``None`` below them all."""
        return next((band for least, band in BANDS if self.probability >= least), None)


BANDS = (
    (0.9, Certainty.SURE),
    (0.5, Certainty.LIKELY),
    (0.2, Certainty.POSSIBLE),
)
"""The least probability of each certainty. Above one half a pair is more likely than not, and so
the only one of either of its figures."""
