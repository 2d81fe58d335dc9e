"""One cue and all that hangs on it, as it is found step by step."""

from dataclasses import dataclass, field

from xref.language.phrases import Range
from xref.language.verbs import Verb


@dataclass(slots=True)
class Report:
    """One cue of a unit; token ranges are half-open.

    `kind` is ``verb``, ``participle``, ``passive``, ``according``, ``noun``, ``colon``, ``dash`` or
    ``unlisted``. `subject` is the speaker's phrase, ``None`` where none was found, `start` where
    the cue's clause begins, `after` where the cue's own words end. `left` is the reported text
    before the cue, `right` after it; `complement` tells what follows: ``that``, ``quote``,
    ``clause``, ``object``, ``infinitive`` or nothing. `frames` are the verb's constructions that
    hold here.

    `inside`: it is a part of what the cue before it reports ("said he |refused| to go").
    `shared`: the subject was taken over from elsewhere in the sentence; `inverted`: it follows the
    verb; `relative`: the cue stands in a relative clause; `modal`: it is not told as a fact ("would
    say"). `through` is whoever passes the words on ("Meridian quoted her as saying").
    """

    cue: Range
    verb: Verb | None
    kind: str
    subject: Range | None
    start: int
    after: int
    inside: bool = False
    shared: bool = False
    inverted: bool = False
    relative: bool = False
    modal: bool = False
    through: Range | None = None
    left: Range | None = None
    right: Range | None = None
    complement: str = ""
    frames: frozenset[str] = frozenset(("clause",))
    addressee: Range | None = None
    medium: Range | None = None
    quotes: list[int] = field(default_factory=list)
