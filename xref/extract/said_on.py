"""On which day something was said: the date that the clause of the cue tells.

“…,” she said on Tuesday; on Tuesday she told reporters that …; she on Tuesday said …
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from xref.model.claim import Attribution, When
from xref.model.span import Span

_AFTER = 70
"""Characters behind the cue or the speaker within which the day is told."""
_OPENING = re.compile(r"(?:(?:on|late|early|late on|early on|and on|but on) )?")
_BETWEEN = re.compile(r"[^.;:\"“”()\n]*")
_OTHER = re.compile(
    r"\b(?:who|whom|whose|which|that|after|before|when|while|since|until|as|because|if|though|although"
    r"|from|by|has|had|have|was|were|is|are|will|would|of|for|about|following|ahead|scheduled|through)\b"
    r"|'s |’s "
)
"""Words that open another clause or say of what else the day is: "after Monday's vote"."""

Dated = Sequence[tuple[Span, When]]


def said_on(
    text: str, attribution: Attribution, sentence: Span, reported: Sequence[Span], dated: Dated
) -> date | None:
    """The day told beside the cue, ``None`` where none is or more than one day may be meant.

    Args:
        text: of the passage.
        attribution: whose cue and speaker say where the reporting clause stands.
        sentence: the sentence of the quotation.
        reported: the stretches that are reported; a day inside is part of what was said.
        dated: the dates of the passage, in order.
    """
    cue, speaker = attribution.cue, attribution.speaker
    if cue is None:
        return None
    parts = [cue.span]
    if speaker is not None and -_AFTER < speaker.span.start - cue.span.end < _AFTER:
        parts = sorted((cue.span, speaker.span))
    start, end = parts[0].start, max(part.end for part in parts)
    reach = Span(max(sentence.start, start - 2 * _AFTER), end + _AFTER)
    at = bisect_left(dated, reach.start, key=lambda each: each[0].start)
    for span, when in dated[at:]:
        if span.start >= reach.end:
            break
        day = when.earliest
        if day is None or day != when.latest or when.precision != "day":
            continue
        if any(span.overlaps(part) for part in reported):
            continue
        if _beside(text, span, parts, sentence):
            return day
    return None


def _beside(text: str, day: Span, parts: Sequence[Span], sentence: Span) -> bool:
    """Whether a day belongs to the clause of a cue: behind it, inside it or at its beginning.

    `parts` are the cue and the speaker, in order.
    """
    first, last = parts[0], parts[-1]
    if day.start >= last.end:
        return _joins(text[last.end : day.start])
    if day.start >= first.end:
        return _joins(text[first.end : day.start]) and _joins(text[day.end : last.start])
    opening = text[sentence.start : day.start].strip().lower()
    if day.end > first.start or not _OPENING.fullmatch(f"{opening} " if opening else ""):
        return False
    return first.start - day.end <= _AFTER and _joins(text[day.end : first.start])


def _joins(between: str) -> bool:
    """Whether the words between a cue and a day neither end the clause nor open another."""
    return _BETWEEN.fullmatch(between) is not None and _OTHER.search(between.lower()) is None
