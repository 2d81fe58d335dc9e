"""Whoever a phrase means."""

from typing import NamedTuple

from xref.model.claim import SourceType, Speaker


class Voice(NamedTuple):
    """A source with its mention; `person` is the number in the registry of persons."""

    type: SourceType
    speaker: Speaker
    person: int | None = None

    @property
    def is_thing(self) -> bool:
        """Whether a pronoun for a thing speaks, and it is not known which."""
        return self.speaker.name is None and self.speaker.text.lower() == "it"

    def again(self, speaker: Speaker) -> "Voice":
        """The same source, mentioned by other words."""
        known = Speaker(speaker.text, speaker.span, self.speaker.name, self.speaker.role)
        return Voice(self.type, known, self.person)
