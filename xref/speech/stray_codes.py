"""Quote marks whose Windows codes were kept as control characters (U+0091 to U+0094)."""

from dataclasses import replace

from xref.model.claim import Cue, Speaker
from xref.speech.saying import Saying

_MARKS = {0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”"}


def with_marks(text: str) -> str:
    """`text` with those codes as the marks that they stand for; its length stays."""
    return text.translate(_MARKS) if any(chr(code) in text for code in _MARKS) else text


def as_written(saying: Saying, text: str) -> Saying:
    """A saying read in `with_marks(text)`, whose mentions and cue are those of `text` itself."""
    found = saying.attribution
    own = replace(
        found,
        speaker=_own(found.speaker, text),
        via=_own(found.via, text),
        cue=found.cue and Cue(found.cue.span.of(text), found.cue.span),
    )
    return replace(saying, attribution=own)


def _own(speaker: Speaker | None, text: str) -> Speaker | None:
    return speaker and replace(speaker, text=speaker.span.of(text))
