"""Claims joined across articles: stories, origins, persons, slots and utterances."""

from dataclasses import dataclass
from datetime import date

from xref.model.claim import Event, Scope
from xref.model.match import Certainty, Match
from xref.model.relation import Kind, Place, Relation, Wording, WordingRelation


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that cover one event, and what joined them, in words."""

    id: str
    articles: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that share one text: one voice. `evidence` says what shows it."""

    id: str
    articles: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class PersonTitle:
    """A title or office that one article gives a person."""

    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a story under all names and titles that its articles give."""

    id: str
    story: str
    name: str
    aliases: tuple[str, ...]
    titles: tuple[PersonTitle, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in a slot. `current` is the claim that stands, `claims` all."""

    article: str
    claims: tuple[str, ...]
    current: str
    low: float | None
    high: float | None
    scope: Scope
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cells of a slot, by article id (`a` sorts before `b`), and how they relate.

    `match` says how sure it is that both are of one thing; ``None`` for an article against itself
    and for cells that others hold together.
    """

    a: str
    b: str
    relation: Relation
    match: Match | None = None

    @property
    def certainty(self) -> Certainty:
        """How sure it is that both are of one thing; what others hold together is likely."""
        found = self.match.certainty if self.match is not None else None
        return found if found is Certainty.SURE else Certainty.LIKELY


@dataclass(frozen=True, slots=True)
class Slot:
    """One question: what is measured, of whom, in which event; one cell per article that answers.

    `scope` holds what all cells share. `origins` counts the independent texts among the cells.
    `why` says in words what aligned the cells; `certainty` is that of the weakest pair that holds
    two cells together, ``None`` where one article fills the slot alone.
    """

    id: str
    story: str
    kind: str
    measure: str | None
    counted: str | None
    unit: str | None
    subject: str | None
    event: Event | None
    scope: Scope
    cells: tuple[Cell, ...]
    pairs: tuple[Pair, ...]
    relation: Kind
    reason: str
    origins: int
    why: str = ""
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Two claims of two articles that are perhaps of one thing, and how they would relate."""

    story: str
    match: Match
    relation: Relation


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of a story's figures and dates that have a candidate in another article.

    `candidates` counts them all; `compared` stand in a slot beside another article's, `perhaps`
    may be of one thing with another article's, `apart` are of none.
    """

    story: str
    candidates: int
    compared: int
    perhaps: int
    apart: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """One article's version of an utterance."""

    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class RenderingPair:
    """Two renderings, by article id, and how they relate."""

    a: str
    b: str
    relation: WordingRelation


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something one person said on one occasion, as the articles render it.

    `why` says in words what joined the renderings.
    """

    id: str
    story: str
    speaker: str | None
    renderings: tuple[Rendering, ...]
    pairs: tuple[RenderingPair, ...]
    relation: Wording
    reason: str
    origins: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Statements of several articles that say the same: one thing told, by whom it may be.

    `claims` are in order of their articles; `why` says in words what joined them.
    """

    id: str
    story: str
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class NameList:
    """Names that one article lists together ("Kelm, Hask and Dorn"), as they stand there.

    `keys` are the same names in the same order as they are compared. `open` says that it is told
    as some of several ("cities including Kelm, Hask and Dorn").
    """

    place: Place
    names: tuple[str, ...]
    keys: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """Lists of several articles that have most of their names in common, one an article.

    `why` says in words what joined them.
    """

    id: str
    story: str
    lists: tuple[NameList, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """A sanity check that failed: `name` in a word, `reason` in a sentence."""

    name: str
    story: str
    reason: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Claims that look comparable and were not compared, with the reason.

    `match` has the ledger of two figures or dates that the matcher put apart.
    """

    claims: tuple[str, ...]
    reason: str
    match: Match | None = None
