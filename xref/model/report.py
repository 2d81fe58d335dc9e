"""What a run found."""

from dataclasses import dataclass, field
from enum import IntEnum

from xref.model.article import Article, Skipped
from xref.model.claim import Claim
from xref.model.link import (
    Account,
    Check,
    Coverage,
    NotCompared,
    Origin,
    Perhaps,
    Person,
    Roster,
    Slot,
    Story,
    Utterance,
)
from xref.model.match import Certainty
from xref.model.relation import Place


class Level(IntEnum):
    """How much a finding matters; higher is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The published name."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one place, with the related places that it rests on.

    `relation` is a relation of figures, of wordings, ``sanity``, ``claim`` or ``support``.
    `fingerprint` stays the same when the articles are edited elsewhere or others join.
    `certainty` and `probability` say how sure it is that two figures set against each other are of
    one thing; ``None`` where nothing was matched.
    """

    id: str
    rule: str
    level: Level
    relation: str
    message: str
    primary: Place
    related: tuple[Place, ...]
    reason: str
    fingerprint: str
    story: str | None = None
    slot: str | None = None
    utterance: str | None = None
    certainty: Certainty | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a rule of the run is for, in a line and, if told, in a paragraph."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A counted fact of a profile, with the claims that were counted.

    `of` is how many there are of the kind, where it is a part of them; the parts that share a
    `group` leave none out and count none twice. `likely` are those of `value` that rest on a match
    which is only likely, not sure.
    """

    name: str
    value: int
    claims: tuple[str, ...] = ()
    of: int | None = None
    group: str = ""
    likely: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """What an article tells of itself: `value` in words, ``None`` where it is unknown.

    `number` is the value where that is a number.
    """

    name: str
    value: str | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """One line of a total that a user asked for: what was measured, times the weight.

    `measured` is ``None`` where there was nothing to measure; such a line adds nothing.
    """

    name: str
    measured: float | None
    weight: float

    @property
    def adds(self) -> float:
        """What the line adds to the total."""
        return 0.0 if self.measured is None else self.measured * self.weight


@dataclass(frozen=True, slots=True)
class Profile:
    """Counted, quotable facts about one article, or about all articles of an outlet; never a score.

    `subject` is the article's id or the outlet's name, `articles` those that were counted.
    `speakers` are distinct names by the kind of source. `readability` holds named indices as
    description (grade or index, unit of each index's own), of several articles their median.
    `weighed` are the lines of a total that a user's own weights make.
    """

    subject: str
    articles: tuple[str, ...]
    counts: tuple[Count, ...]
    facts: tuple[Fact, ...] = ()
    speakers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    readability: tuple[tuple[str, float], ...] = ()
    weighed: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """All that linking made of the claims of a run."""

    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    persons: tuple[Person, ...] = ()
    slots: tuple[Slot, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    checks: tuple[Check, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    accounts: tuple[Account, ...] = ()
    perhaps: tuple[Perhaps, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    rosters: tuple[Roster, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A finding of an earlier report, as far as it is compared; `articles` are ids, sorted."""

    id: str
    rule: str
    level: str
    message: str
    fingerprint: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the findings since an earlier report.

    `new` are ids of findings, `changed` such ids each with what the finding was, `settled` what the
    earlier report alone has.
    """

    new: tuple[str, ...]
    changed: tuple[tuple[str, Earlier], ...]
    settled: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a renderer needs; a renderer computes nothing of its own."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    linked: Linked
    findings: tuple[Finding, ...]
    profiles: tuple[Profile, ...]
    skipped: tuple[Skipped, ...]
    suppressed: tuple[Finding, ...] = field(default=())
    rules: tuple[RuleNote, ...] = ()
    outlets: tuple[Profile, ...] = ()
    since: Since | None = None

    @property
    def unread(self) -> tuple[Skipped, ...]:
        """What should have been read and could not be; other files of a folder left out."""
        return tuple(each for each in self.skipped if not each.expected)
