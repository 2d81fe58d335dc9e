"""Two readings laid side by side: what every relation of the ladder is asked about."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from xref.compare.amounts import Comparison, Fit, compare_quantities, figure
from xref.compare.dates import Dated, compare_dated
from xref.compare.deciding import Word, deciding_words
from xref.compare.kept import kept
from xref.compare.policy import Policy
from xref.compare.reading import Reading
from xref.model.claim import Claim, Date, Quantity
from xref.model.relation import Place
from xref.model.span import Span


class Holds(NamedTuple):
    """A relation holds: the reason in words, and the words of the articles that it rests on.

    `firm`: the words are of the figures themselves. Time explains two figures only where both are
    surely of one thing.
    """

    reason: str
    words: tuple[Place, ...] = ()
    firm: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """Two readings of one question, how their values compare, and under which policy.

    `known` is what their words were found to tell of each other.
    """

    a: Reading
    b: Reading
    comparison: Comparison
    policy: Policy
    known: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def both_ways(self) -> tuple[tuple[Reading, Reading], tuple[Reading, Reading]]:
        """The two readings in either order, for tests that ask one about the other."""
        return (self.a, self.b), (self.b, self.a)

    @property
    def lower(self) -> Reading:
        """The reading with the lesser value (the earlier, of dates)."""
        return self.a if self.comparison.order <= 0 else self.b

    @property
    def higher(self) -> Reading:
        """The reading with the greater value."""
        return self.b if self.comparison.order <= 0 else self.a

    @property
    def apart(self) -> bool:
        """Whether the values cannot both hold for one thing."""
        return self.comparison.fit is Fit.APART

    @property
    def says(self) -> str:
        """What the two say, in words: the beginning of every reason."""
        a, b = self.a, self.b
        return f"{self.name(a)} says “{a.claim.text}”, {self.name(b)} “{b.claim.text}”"

    def name(self, reading: Reading) -> str:
        """The outlet, with the day where both are of one outlet."""
        other = self.b if reading is self.a else self.a
        if reading.outlet != other.outlet or reading.article == other.article:
            return reading.outlet
        day = reading.published
        return f"{reading.outlet} ({day[0].isoformat()})" if day else reading.outlet


def compare_readings(a: Reading, b: Reading, policy: Policy) -> Comparison:
    """How the values of two readings compare.

    Raises:
        TypeError: when one is a figure and the other a date, or either is neither.
    """
    return compare_told(a, a.claim, b, policy)


def compare_told(a: Reading, told: Claim, b: Reading, policy: Policy) -> Comparison:
    """How the value of a claim in the context of one reading compares with that of another.

    Raises:
        TypeError: when one is a figure and the other a date, or either is neither.
    """
    mine, theirs = told.value, b.claim.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        return compare_quantities(mine, theirs, policy)
    if isinstance(mine, Date) and isinstance(theirs, Date):
        return compare_dated(_dated(a, told, mine), _dated(b, b.claim, theirs), policy)
    raise TypeError(f"no comparison of a {told.kind} with a {b.claim.kind}")


_BESIDE = 20
"""How many characters beside a date may say how it is meant ("by", "midnight on")."""


def _dated(reading: Reading, claim: Claim, value: Date) -> Dated:
    start = claim.span.start - reading.context_start
    end = claim.span.end - reading.context_start
    before = reading.context[max(0, start - _BESIDE) : start]
    return Dated(value.when, claim.text, f" {before}", reading.context[end : end + _BESIDE])


def value_words(reading: Reading) -> str:
    """The value of a reading in figures."""
    value = reading.claim.value
    if isinstance(value, Quantity):
        return figure(value.amount)
    return reading.claim.text


@kept
def own_words(reading: Reading, group: str) -> tuple[Word, ...]:
    """The deciding words of a group in the sentence that holds the figure."""
    sentence = reading.sentence
    start = sentence.start - reading.context_start
    end = sentence.end - reading.context_start
    return tuple(deciding_words(group, reading.context[start:end], sentence.start))


def near(word: Word, span: Span, before: int, after: int) -> bool:
    """Whether a word ends at most `before` characters ahead of `span` or starts `after` behind."""
    if word.span.end <= span.start:
        return span.start - word.span.end <= before
    return 0 <= word.span.start - span.end <= after or span.overlaps(word.span)


def quoted(place: Place) -> str:
    """The words of a place, in quote marks, on one line."""
    return "“" + " ".join(place.text.split()) + "”"


def precedes(a: Reading, b: Reading) -> bool:
    """Whether `a` was published on an earlier day than `b`, for sure."""
    return a.published is not None and b.published is not None and a.published[1] < b.published[0]


def day_of(reading: Reading) -> date | None:
    """The day that the reading speaks of as its own: as-of, else publication."""
    value = reading.claim.value
    if isinstance(value, Quantity) and value.as_of is not None:
        return value.as_of
    if reading.published is not None and reading.published[0] == reading.published[1]:
        return reading.published[0]
    return None
