"""What an article says: figures, dates, quotations and statements, and who stands behind each."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xref.model.amount import Amount
from xref.model.article import Field, Zone
from xref.model.span import Span


class SourceType(StrEnum):
    """Who stands behind a claim; ``NONE``: the outlet says it in its own voice."""

    NAMED = "named"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention of whoever speaks, as written, and who that is.

    `span` holds no more than the noun phrase. `name` is the resolved name ("he" is "Jeffrey
    Edmonds"), ``None`` if not resolved; `role` is the title or office given beside it.
    """

    text: str
    span: Span
    name: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report: "said", "according to", "in a statement"."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a claim is attributed to, by which words, through whom (`via`), and when it was said.

    `medium` ("in a statement") and `addressee` ("reporters") are as written. `withheld`: an unnamed
    source is kept out of sight ("a senior official"), unlike people who are only called by what
    they are ("a neighbour") and offices that speak as one ("police officials"). `carried`: a
    sentence before names the source, and this one goes on.
    """

    type: SourceType
    speaker: Speaker | None = None
    cue: Cue | None = None
    via: Speaker | None = None
    said_on: date | None = None
    medium: str | None = None
    addressee: str | None = None
    withheld: bool = False
    carried: bool = False


NO_SOURCE = Attribution(SourceType.NONE)


class Mode(StrEnum):
    """What a figure states: how much there is, by how much it moved, or how far two lie apart."""

    LEVEL = "level"
    CHANGE = "change"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of what is counted: where, which subset, over which period (as written)."""

    place: str | None = None
    subset: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What a figure belongs to: one meeting, one attack, one vote.

    `kind` is a lemma of the event lexicon ("meeting", "attack"); `participants` are names, sorted.
    """

    kind: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    on: date | None = None
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: how much, of what, of whom, and how it is meant.

    `dimension` is count, duration, length, money, percentage, age, ordinal, ...; `counted` the
    head of the counted noun phrase, lower case and singular; `modifiers` what stands before the
    head. `parts` are the two numbers of a score, as written.
    `measure` is a name of the measure lexicon, ``None`` where no entry fits. `also` is a conversion
    in brackets.
    """

    amount: Amount
    dimension: str
    counted: str | None = None
    counted_text: str | None = None
    modifiers: tuple[str, ...] = ()
    measure: str | None = None
    mode: Mode = Mode.LEVEL
    trend: str | None = None
    subject: str | None = None
    event: Event | None = None
    scope: Scope = Scope()
    as_of: date | None = None
    also: Amount | None = None
    parts: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A date or period, as an interval of days, both ends included, either open (``None``).

    `precision` is day, week, month, quarter, season, year, decade or period. `weekday` is lower
    case. `anchor` says what a relative date was resolved against; unresolved, both ends are
    ``None``.
    `shift` is the distance in days from an anchor still to be found ("two days earlier" is -2).
    """

    earliest: date | None
    latest: date | None
    precision: str
    weekday: str | None = None
    anchor: str | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date claim: when, and what happened then (as written)."""

    when: When
    what: str | None = None


class QuotationType(StrEnum):
    """How words are reported. ``TERM``: marked words that nobody is reported to have said."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported words. `segments` lie inside quote marks, marks left out; `content` is the whole.

    `edited`: the outlet put words of its own inside the marks ("[sic]", an ellipsis).
    """

    type: QuotationType
    segments: tuple[Span, ...]
    content: tuple[Span, ...]
    edited: bool = False


class Act(StrEnum):
    """What a statement does."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    INTENDS = "intends"
    FORECASTS = "forecasts"
    ASSESSES = "assesses"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of consequence: its act, "affirmed" or "denied", and hedges as written."""

    act: Act
    polarity: str
    hedges: tuple[str, ...]
    text_span: Span


class Standing(StrEnum):
    """Whether somebody stands behind a figure or statement, as its clauses tell."""

    ASSERTED = "asserted"
    DENIED = "denied"
    QUESTIONED = "questioned"
    SUPPOSED = "supposed"
    UNCONFIRMED = "unconfirmed"
    PLANNED = "planned"


class Aside(StrEnum):
    """How words place a figure outside of its article's own event.

    ``EARLIER``: in a time gone by; ``OTHER``: in another event; ``MANY``: in many, as a sum.
    """

    EARLIER = "earlier"
    OTHER = "other"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words that place a figure outside of its article's own event."""

    kind: Aside
    span: Span


Value = Quantity | Date | Quotation | Statement

KINDS: dict[type, str] = {
    Quantity: "quantity",
    Date: "date",
    Quotation: "quotation",
    Statement: "statement",
}
"""The published name of each kind of claim."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one article says, at one place: ``article.part(field)[span] == text``.

    `repeats` names the earlier claim of the article that says the same where text was
    printed twice; `derived_from` the claims that a total was added up from. `stands_by` are the
    words that say its standing, where it is not asserted; `retold_by` those that call it what was
    told before ("had first given 48").
    """

    id: str
    article: str
    outlet: str
    field: Field
    span: Span
    text: str
    sentence: Span
    zone: Zone
    value: Value
    attribution: Attribution = NO_SOURCE
    repeats: str | None = None
    derived_from: tuple[str, ...] = ()
    standing: Standing = Standing.ASSERTED
    stands_by: Span | None = None
    elsewhere: Elsewhere | None = None
    retold_by: Span | None = None

    @property
    def kind(self) -> str:
        """quantity, date, quotation or statement."""
        return KINDS[type(self.value)]
