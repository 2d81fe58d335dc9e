"""The shapes of the published JSON of claims and of articles as read, as typed dictionaries.

Keys keep name, meaning and order, and every key is always present. Offsets are half-open, count
code points, and count in the article's text or title as `in` says. Days are ISO 8601 dates.
"""

from typing import Literal

from typing_extensions import TypedDict

from xref.model.amount import Bound
from xref.model.article import Field, Zone
from xref.model.claim import Act, Mode, QuotationType, SourceType, Standing

Number = int | float
Offsets = tuple[int, int]


class EventRecord(TypedDict):
    """The event that a figure belongs to; `date` is an ISO day."""

    kind: str
    participants: list[str]
    place: str | None
    date: str | None
    weekday: str | None


class ScopeRecord(TypedDict):
    """Which part of what is counted, as written: where, which subset, over which period."""

    place: str | None
    subset: str | None
    period: str | None


class ConversionRecord(TypedDict):
    """A figure's conversion in brackets, with the number fields of the figure."""

    low: Number | None
    high: Number | None
    nominal: Number | None
    bound: Bound
    unit: str | None
    dimension: str


QuantityRecord = TypedDict(
    "QuantityRecord",
    {
        "low": Number | None,
        "high": Number | None,
        "nominal": Number | None,
        "bound": Bound,
        "unit": str | None,
        "dimension": str,
        "counted": str | None,
        "counted_text": str | None,
        "measure": str | None,
        "is": Mode,
        "trend": str | None,
        "subject": str | None,
        "event": EventRecord | None,
        "scope": ScopeRecord,
        "as_of": str | None,
        "also": ConversionRecord | None,
        "parts": list[int] | None,
    },
)
"""A figure: the interval it stands for, the number said (`nominal`), and what it counts."""


class DateRecord(TypedDict):
    """A date or period as an interval of days, both ends included; null where an end is open."""

    earliest: str | None
    latest: str | None
    precision: str
    weekday: str | None
    anchor: str | None
    what: str | None


class QuotationRecord(TypedDict):
    """Reported words: the stretches inside marks (`segments`) and the whole (`content`)."""

    type: QuotationType
    segments: list[Offsets]
    content: list[Offsets]
    edited: bool


class StatementRecord(TypedDict):
    """A statement of consequence: its act, polarity and hedges."""

    act: Act
    polarity: Literal["affirmed", "denied"]
    hedges: list[str]
    text_span: Offsets


class SpeakerRecord(TypedDict):
    """A mention of whoever speaks, as written, with the name and office it resolves to."""

    text: str
    start: int
    end: int
    name: str | None
    role: str | None


class CueRecord(TypedDict):
    """The words that report."""

    text: str
    start: int
    end: int


class AttributionRecord(TypedDict):
    """Who stands behind a claim; the type `none` says that the outlet speaks for itself.

    `withheld`: the source's name is kept back ("a senior official"); `carried`: a sentence before
    names the source, and this one goes on.
    """

    type: SourceType
    speaker: SpeakerRecord | None
    cue: CueRecord | None
    via: SpeakerRecord | None
    said_on: str | None
    medium: str | None
    addressee: str | None
    withheld: bool
    carried: bool


ClaimRecord = TypedDict(
    "ClaimRecord",
    {
        "schema": Literal["xref.claim/1"],
        "id": str,
        "kind": Literal["quantity", "date", "quotation", "statement"],
        "article": str,
        "outlet": str,
        "in": Field,
        "start": int,
        "end": int,
        "text": str,
        "sentence": Offsets,
        "zone": Zone,
        "repeats": str | None,
        "derived_from": list[str] | None,
        "quantity": QuantityRecord | None,
        "date": DateRecord | None,
        "quotation": QuotationRecord | None,
        "statement": StatementRecord | None,
        "attribution": AttributionRecord,
        "standing": Standing,
        "stands_by": Offsets | None,
        "elsewhere": bool,
        "elsewhere_by": Offsets | None,
    },
)
"""One thing that one article says at one place; of the four kinds, the key of its own is filled."""


class EvidenceRecord(TypedDict):
    """Where a fact about an article was found; the offsets are null outside the text."""

    source: str
    text: str
    start: int | None
    end: int | None


class BlockRecord(TypedDict):
    """A paragraph or line with its zone and the offsets of its sentences."""

    start: int
    end: int
    zone: Zone
    sentences: list[Offsets]
    repeats: Offsets | None


class ReadArticleRecord(TypedDict):
    """An article as read: the text that every offset counts in, cut into blocks.

    `modified` is as its file wrote it; `told_by` says for a field where in the file it was found.
    `cut` is what its web page shows beside the article: menus, teasers, comments.
    """

    schema: Literal["xref.article/1"]
    id: str
    outlet: str
    outlet_from: EvidenceRecord
    title: str | None
    published: str | None
    published_from: EvidenceRecord | None
    author: str | None
    author_from: EvidenceRecord | None
    url: str | None
    language: str | None
    story: str | None
    path: str
    content_id: str
    notes: list[str]
    text: str
    blocks: list[BlockRecord]
    title_blocks: list[BlockRecord]
    modified: str | None
    told_by: dict[str, str]
    cut: list[str]
