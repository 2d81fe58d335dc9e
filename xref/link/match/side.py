"""One figure or date of an article as the matcher sees it."""

from typing import NamedTuple

from xref.model.claim import Claim, Date, Mode, Quantity
from xref.model.record import Record


class Side(NamedTuple):
    """One claim with its record, and what its article says of its standing.

    `elsewhere`: told of another event than the article's own. `part`: counts a named part only.
    `own`: what the article gives as the one figure of its event (its dead, its injured).
    `measure`: the measure whose question a figure answers. `answers`: how many answers that has:
    one an "event" (its dead), one a "subject" (its troops), or "many".
    """

    claim: Claim
    record: Record
    elsewhere: bool
    part: bool
    own: bool = False
    measure: str | None = None
    answers: str = "many"

    @property
    def kind(self) -> str:
        """Figure or date."""
        return "date" if isinstance(self.claim.value, Date) else "figure"

    @property
    def dimension(self) -> str:
        """The dimension of a figure; "date" for a date."""
        value = self.claim.value
        return value.dimension if isinstance(value, Quantity) else "date"

    @property
    def quantity(self) -> Quantity:
        """The figure.

        Raises:
            TypeError: when this is a date.
        """
        if not isinstance(self.claim.value, Quantity):
            raise TypeError(f"{self.claim.id} is no figure")
        return self.claim.value

    @property
    def mode(self) -> Mode:
        """What a figure states; a date states a level."""
        return self.claim.value.mode if isinstance(self.claim.value, Quantity) else Mode.LEVEL
