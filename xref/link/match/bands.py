"""Numbers to the names of levels."""

from collections.abc import Sequence


def band(value: float, cuts: Sequence[float], names: Sequence[str]) -> str:
    """The name of the band that a value lies in; one name more than there are cuts."""
    for cut, name in zip(cuts, names, strict=False):
        if value < cut:
            return name
    return names[-1]
