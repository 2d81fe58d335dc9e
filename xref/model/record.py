"""What one figure or date tells of itself, field by field, as linking compares it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """The words that tell what a claim is about, read from its own article alone.

    `sentence` are the words of content of its sentence, `context` these with those of the sentence
    before: stems, each with how rare it is in news, in bits. `near` are those of the sentence, each
    worth less the farther from the claim it stands. `names` are the capitalised ones, each with
    how close it stands, from 0 to 1; `days` the weekdays that the sentence names.

    `counted` is the counted noun, a stem; `kinds` are the kind of thing that it names and all that
    this kind belongs to, nearest first. `frames` are the frames that the near words say, `told`
    those that the whole sentence says, each with how surely, from 0 to 1.

    Of a date, `ahead` tells whether it lies "ahead" of its article's publication, "behind" it or on
    that day ("now"), and `led_by` the preposition before it; ``None`` where that is not known.
    `offset`: the figure tells a distance in time from something ("two days after"), not a length.
    `place` is the part of its text, from 0 to 1, that stands before the claim; `lead` says that it
    stands in the title or the first sentences.
    """

    claim: str
    near: Mapping[str, float]
    sentence: Mapping[str, float]
    context: Mapping[str, float]
    names: Mapping[str, float]
    days: frozenset[str]
    counted: str | None
    kinds: tuple[str, ...]
    frames: Mapping[str, float]
    told: Mapping[str, float]
    ahead: str | None
    led_by: str | None
    offset: bool
    place: float
    lead: bool
