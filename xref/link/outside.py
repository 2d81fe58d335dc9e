"""What is known of articles that a run does not hold: how common their marks and words are."""

from collections.abc import Collection, Mapping
from typing import Literal, Protocol

MarkKind = Literal["name", "rest", "word"]


class Outside(Protocol):
    """Counts over articles elsewhere, by which a few of them are sorted as among all."""

    units: int
    """Stories elsewhere."""

    def bearing(self, kind: MarkKind, marks: Collection[str]) -> Mapping[str, int]:
        """How many stories elsewhere bear each mark; what none bears may be missing."""

    def telling(self, shingles: Collection[str]) -> Mapping[str, int]:
        """In texts of how many stories elsewhere words stand; none may be missing."""

    def ending(self, lines: Collection[str]) -> Collection[str]:
        """The lines, folded, that are known to stand under articles of many stories."""


class Nowhere:
    """No articles elsewhere."""

    units = 0

    def bearing(self, kind: MarkKind, marks: Collection[str]) -> Mapping[str, int]:
        """Nothing."""
        return {}

    def telling(self, shingles: Collection[str]) -> Mapping[str, int]:
        """Nothing."""
        return {}

    def ending(self, lines: Collection[str]) -> Collection[str]:
        """Nothing."""
        return ()


NOWHERE = Nowhere()
