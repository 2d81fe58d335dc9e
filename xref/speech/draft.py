"""Sayings while they are put together."""

from dataclasses import dataclass

from xref.model.article import Field
from xref.model.claim import Attribution, QuotationType
from xref.model.span import Span
from xref.speech.saying import Saying
from xref.speech.tokens import Unit
from xref.speech.voice import Voice

_EDITED = ("[", "…", "...", ". . .")


@dataclass(slots=True)
class Draft:
    """A saying to which later sentences may still add segments.

    A `thought` gives its words a source, but nobody is told to have said them; a `free` one stood
    without a cue of its own.
    """

    type: QuotationType
    segments: list[Span]
    content: list[Span]
    attribution: Attribution
    sentence: Span
    unit: int
    block: int
    voice: Voice | None = None
    thought: bool = False
    free: bool = False

    def extend(self, segments: list[Span], unit: Unit) -> None:
        """Go on with more quoted words in `unit`."""
        self.segments.extend(segments)
        self.content.extend(segments)
        self.sentence = Span(self.sentence.start, unit.span.end)
        self.unit, self.block = unit.number, unit.block


@dataclass(slots=True)
class Lead:
    """Whoever the sentence before a free quotation leads in; `colon`: it ends in one."""

    attribution: Attribution
    voice: Voice
    block: int
    colon: bool


def saying(draft: Draft, part: Field, text: str) -> Saying:
    """The finished saying of a draft."""
    edited = any(mark in s.of(text) for s in draft.segments for mark in _EDITED)
    return Saying(
        part,
        draft.type,
        tuple(sorted(draft.segments)),
        tuple(sorted(draft.content)),
        draft.attribution,
        draft.sentence,
        edited,
    )
