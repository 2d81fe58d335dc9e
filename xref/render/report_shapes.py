"""The shapes of the published JSON of a report, as typed dictionaries; as in `claim_shapes`."""

from typing import Literal

from typing_extensions import TypedDict

from xref.model.article import Field
from xref.model.relation import Kind, Wording
from xref.render.claim_shapes import (
    ClaimRecord,
    EventRecord,
    EvidenceRecord,
    Number,
    ScopeRecord,
)


class ArticleRecord(TypedDict):
    """An article of a report.

    `published` is null unless one day is known; `published_between` holds the first and the last
    day that the evidence allows. `origin` names the texts it shares its words with.
    """

    id: str
    outlet: str
    title: str | None
    published: str | None
    published_from: EvidenceRecord | None
    url: str | None
    story: str | None
    origin: str | None
    author: str | None
    author_from: EvidenceRecord | None
    outlet_from: EvidenceRecord
    published_between: tuple[str, str] | None
    language: str | None
    path: str
    content_id: str
    notes: list[str]


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


class FindingRecord(TypedDict):
    """What a rule says about one place, with the related places that it rests on."""

    id: str
    rule: str
    level: Literal["error", "warning", "info"]
    relation: str
    message: str
    primary: PlaceRecord
    related: list[PlaceRecord]
    slot: str | None
    utterance: str | None
    reason: str
    fingerprint: str
    story: str | None
    certainty: Literal["sure", "likely"] | None
    probability: float | None


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


class CountRecord(TypedDict):
    """A counted fact, with the claims that were counted.

    `of` is the whole that it is a part of; the parts of one `group` make up the whole. `likely` are
    those that rest on a match which is only likely.
    """

    name: str
    value: int
    of: int | None
    group: str | None
    likely: int
    claims: list[str]


class WeighedRecord(TypedDict):
    """A line of a total that a user's own weights make."""

    name: str
    measured: float | None
    weight: float
    adds: float


class ToldRecord(TypedDict):
    """What articles tell of themselves (null: unknown), how hard they read, and a user's total."""

    facts: dict[str, str | None]
    readability: dict[str, Number | None]
    weighed: list[WeighedRecord]


class ProfileRecord(ToldRecord):
    """Counted facts about one article; never a score. `sources` are the speakers by kind."""

    article: str
    counts: list[CountRecord]
    speakers: list[str]
    sources: dict[str, list[str]]


class OutletProfileRecord(ToldRecord):
    """Counted facts about the articles of one outlet; never a score."""

    outlet: str
    articles: list[str]
    counts: list[CountRecord]
    sources: dict[str, list[str]]


class AccountRecord(TypedDict):
    """Statements of several articles that say the same; `why` says what joined them."""

    id: str
    story: str
    claims: list[str]
    why: str


class SkippedRecord(TypedDict):
    """Something that could not be read, and why."""

    path: str
    reason: str


class EarlierRecord(TypedDict):
    """A finding of an earlier report."""

    id: str
    rule: str
    level: str
    message: str
    fingerprint: str
    articles: list[str]


class ChangedRecord(TypedDict):
    """A finding, by its id, and what it was in an earlier report."""

    id: str
    before: EarlierRecord


class SinceRecord(TypedDict):
    """What became of the findings since an earlier report: new and changed by id, and settled."""

    new: list[str]
    changed: list[ChangedRecord]
    settled: list[EarlierRecord]


class ReportRecord(TypedDict):
    """Everything that a run found."""

    schema: Literal["xref.report/1"]
    articles: list[ArticleRecord]
    stories: list[StoryRecord]
    origins: list[OriginRecord]
    persons: list[PersonRecord]
    claims: list[ClaimRecord]
    slots: list[SlotRecord]
    utterances: list[UtteranceRecord]
    findings: list[FindingRecord]
    not_compared: list[NotComparedRecord]
    profiles: list[ProfileRecord]
    skipped: list[SkippedRecord]
    suppressed: list[FindingRecord]
    checks: list[CheckRecord]
    accounts: list[AccountRecord]
    perhaps: list[PerhapsRecord]
    coverage: list[CoverageRecord]
    outlets: list[OutletProfileRecord]
    since: list[SinceRecord]
