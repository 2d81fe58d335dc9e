"""Whoever a phrase means."""

from typing import NamedTuple

from xref.model.claim import SourceType, Speaker


class Voice(NamedTuple):
    """A source with its mention; `person` is the number in the registry of persons."""

    type: SourceType
    speaker: Speaker
    person: int | None = None

    def again(self, speaker: Speaker) -> "Voice":
        """The same source, mentioned by other words."""
        known = Speaker(speaker.text, speaker.span, self.speaker.name, self.speaker.role)
        return Voice(self.type, known, self.person)
