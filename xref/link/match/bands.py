"""Numbers to the names of levels."""

from bisect import bisect_right
from collections.abc import Sequence


def band(value: float, cuts: Sequence[float], names: Sequence[str]) -> str:
    """The name of the band that a value lies in; one name more than there are cuts."""
    return names[bisect_right(cuts, value)]
