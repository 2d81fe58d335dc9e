"""The shapes of the published JSON of a report, as typed dictionaries; as in `claim_shapes`."""

from typing import Literal

from typing_extensions import TypedDict

from xref.render.claim_shapes import ClaimRecord, EvidenceRecord, Number
from xref.render.link_shapes import (
    AccountRecord,
    CheckRecord,
    CoverageRecord,
    NotComparedRecord,
    OriginRecord,
    PerhapsRecord,
    PersonRecord,
    PlaceRecord,
    SlotRecord,
    StoryRecord,
    UtteranceRecord,
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
