"""Whom "he" and "she" mean: by gender, nearness and who is the subject.

The order is that of centering: whoever spoke in the sentence, its subject, the same for the
sentences before, whoever spoke last (Grosz, Joshi and Weinstein, Computational Linguistics 21,
1995, simplified to what tags can see).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from xref.model.claim import SourceType, Speaker
from xref.speech.tokens import Unit
from xref.speech.voice import Voice

if TYPE_CHECKING:
    from xref.speech.speakers import Speakers

GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}
_UNITS_BACK = 7
_BLOCKS_BACK = 3
_LAST_SPEAKER_BLOCKS = 6
_SPOKEN_BACK = 8


class Spoke(NamedTuple):
    """Who spoke in a unit of a block, and of which gender they are."""

    unit: int
    block: int
    voice: Voice
    gender: str | None


def person_meant(speakers: "Speakers", unit: Unit, at: int, speaker: Speaker) -> Voice:
    """The voice of the pronoun at token `at`."""
    gender = GENDERS[unit.low[at]]
    persons = speakers.registry.persons
    here = unit.starts[at]

    def fits(index: int) -> bool:
        return persons[index].gender in (None, gender)

    def named(index: int) -> Voice:
        known = Speaker(speaker.text, speaker.span, persons[index].name)
        return Voice(SourceType.NAMED, known, index)

    recent = speakers.recent[-_SPOKEN_BACK:][::-1]
    for k in range(unit.number, max(-1, unit.number - _UNITS_BACK), -1):
        other = speakers.units[k]
        if other.block < unit.block - _BLOCKS_BACK:
            break
        for spoke in recent:
            if spoke.unit != k or spoke.gender not in (None, gender):
                continue
            voice = spoke.voice
            if voice.speaker.span.start >= here:
                continue
            if voice.person is not None and fits(voice.person):
                return named(voice.person)
            if voice.person is None and spoke.gender == gender:
                return voice.again(speaker)
        own = k == unit.number
        if own and unit.tags[at - 1 : at] == "q":
            continue
        subject = _subject_named(speakers, other, here, fits, own)
        if subject is not None:
            return named(subject)
    last = recent[0] if recent else None
    if last is not None and unit.block - last.block <= _LAST_SPEAKER_BLOCKS:
        person = last.voice.person
        if person is not None and fits(person):
            return named(person)
    return Voice(SourceType.NAMED, speaker)


def _subject_named(
    speakers: "Speakers", unit: Unit, before: int, fits: Callable[[int], bool], own: bool
) -> int | None:
    """The first fitting person named outside quote marks in `unit`, subjects first.

    In the pronoun's `own` sentence only a subject will do.
    """
    fallback: int | None = None
    quoted = [(unit.starts[q], unit.ends[q]) for q in unit.quotes]
    text, tags = speakers.text, speakers.grammar.tags
    end = min(unit.span.end, before)
    for mention in speakers.registry.within(speakers.part, unit.span.start, end):
        if not fits(mention.person) or any(a <= mention.start < b for a, b in quoted):
            continue
        lead = text[max(unit.span.start, mention.whole_start - 14) : mention.whole_start].split()
        led = bool(lead) and tags.get(lead[-1].lower()) in ("p", "t")
        owned = text[mention.end : mention.end + 2] in ("'s", "’s")
        if not led and not owned:
            return mention.person
        if fallback is None and not own:
            fallback = mention.person
    return fallback
