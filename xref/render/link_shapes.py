"""The shapes of what belongs together across articles: stories, persons, slots, utterances."""

from typing import Literal

from typing_extensions import TypedDict

from xref.model.article import Field
from xref.model.relation import Kind, Wording
from xref.render.claim_shapes import EventRecord, Number, ScopeRecord


class StoryRecord(TypedDict):
    """Articles that cover one event, and what joined them."""

    id: str
    articles: list[str]
    why: str


class OriginRecord(TypedDict):
    """Articles that share one text: one voice."""

    id: str
    articles: list[str]
    evidence: str


PlaceRecord = TypedDict(
    "PlaceRecord",
    {
        "article": str,
        "start": int,
        "end": int,
        "text": str,
        "claim": str | None,
        "note": str,
        "in": Field,
    },
)
"""Words that something rests on."""


class PersonTitleRecord(TypedDict):
    """A title or office that one article gives a person."""

    title: str
    place: PlaceRecord


class PersonRecord(TypedDict):
    """One person of a story under all names and titles given."""

    id: str
    name: str
    aliases: list[str]
    titles: list[PersonTitleRecord]
    story: str


class TriedRecord(TypedDict):
    """A relation that was tested and did not hold, and why."""

    relation: str
    failed: str


class CellRecord(TypedDict):
    """What one article says in a slot; the interval is of numbers, or of ISO days for a date."""

    article: str
    claims: list[str]
    current: str
    interval: tuple[Number | str | None, Number | str | None]
    scope: ScopeRecord
    as_of: str | None


class FieldRecord(TypedDict):
    """One field of a match: its level, what it weighs, and the words it rests on in either text."""

    field: str
    level: str
    bits: float
    a: tuple[int, int] | None
    b: tuple[int, int] | None


class PairRecord(TypedDict):
    """How two articles of a slot relate, why, and the words that decide it."""

    a: str
    b: str
    relation: Kind
    reason: str
    words: list[PlaceRecord]
    tried: list[TriedRecord]
    probability: float | None
    certainty: Literal["sure", "likely"]
    evidence: list[FieldRecord]


class PerhapsRecord(TypedDict):
    """Two claims that are perhaps of one thing, and how they would relate."""

    story: str
    a: str
    b: str
    relation: Kind
    reason: str
    probability: float
    certainty: Literal["possible"]
    evidence: list[FieldRecord]


class CoverageRecord(TypedDict):
    """What became of a story's figures and dates that have a candidate elsewhere."""

    story: str
    candidates: int
    compared: int
    perhaps: int
    apart: int


class SlotRecord(TypedDict):
    """One question, with one cell for each article that answers it."""

    id: str
    story: str
    kind: Literal["quantity", "date"]
    measure: str | None
    unit: str | None
    subject: str | None
    event: EventRecord | None
    scope: ScopeRecord
    cells: list[CellRecord]
    pairs: list[PairRecord]
    relation: Kind
    reason: str
    origins: int
    counted: str | None
    why: str
    certainty: Literal["sure", "likely"] | None


class RenderingRecord(TypedDict):
    """One article's version of an utterance."""

    article: str
    claim: str


class DiffStepRecord(TypedDict):
    """One step of a word diff: the words of `a` that became the words of `b`."""

    op: str
    a: str
    b: str


class RenderingPairRecord(TypedDict):
    """How two renderings relate; wording, speaker and date are told apart."""

    a: str
    b: str
    relation: Wording
    wording: Wording
    same_speaker: bool | None
    same_date: bool | None
    reason: str
    diff: list[DiffStepRecord]
    tried: list[TriedRecord]


class UtteranceRecord(TypedDict):
    """Something one person said on one occasion, as the articles render it."""

    id: str
    story: str
    speaker: str | None
    renderings: list[RenderingRecord]
    pairs: list[RenderingPairRecord]
    relation: Wording
    reason: str
    origins: int


class CheckRecord(TypedDict):
    """A sanity check that failed inside one article."""

    name: str
    story: str
    reason: str
    places: list[PlaceRecord]


class NotComparedRecord(TypedDict):
    """Claims that look comparable and were not compared, with the reason."""

    claims: list[str]
    reason: str


class AccountRecord(TypedDict):
    """Statements of several articles that say the same; `why` says what joined them."""

    id: str
    story: str
    claims: list[str]
    why: str
