"""The steps of a rule's way through a run: what was left, and what fell out for which reason."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from xref.model.claim import Claim
from xref.model.match import Match
from xref.rules.outcome import Outcome

EXAMPLES = 3
"""Examples that are kept of each reason."""


@dataclass(frozen=True, slots=True)
class Example:
    """Claims, by id, that show a step or a reason; `text` instead where there are none.

    `match` is the ledger of two that the matcher weighed.
    """

    claims: tuple[str, ...] = ()
    text: str = ""
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a step dropped for one reason: how many, and the first of them."""

    why: str
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What was left after a step, the first of it, and what the step dropped."""

    name: str
    count: int
    examples: tuple[Example, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Funnel:
    """The steps of a rule through one run, and all that it came to."""

    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def stopped(self) -> Step | None:
        """The first step that left nothing."""
        return next((step for step in self.steps if not step.count), None)


class Reasons:
    """What fell out of a step, by reason."""

    def __init__(self) -> None:
        self._found: defaultdict[str, list[Example]] = defaultdict(list)
        self._counts: defaultdict[str, int] = defaultdict(int)

    def add(self, why: str, *claims: Claim, match: Match | None = None, text: str = "") -> None:
        """Count one that fell out, and keep it as an example where it is among the first."""
        self._counts[why] += 1
        known = self._found[why]
        one = Example(tuple(claim.id for claim in claims), text, match)
        if len(known) < EXAMPLES and all(each.claims != one.claims or text for each in known):
            known.append(one)

    def listed(self) -> tuple[Dropped, ...]:
        """The reasons, the most frequent first."""
        counted = sorted(self._counts.items(), key=lambda each: (-each[1], each[0]))
        return tuple(Dropped(why, count, tuple(self._found[why])) for why, count in counted)


def shown(claims: Iterable[Claim]) -> tuple[Example, ...]:
    """The first claims, as examples."""
    return tuple(Example((claim.id,)) for claim, _ in zip(claims, range(EXAMPLES), strict=False))
