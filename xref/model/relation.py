"""How two readings of one thing relate, and why."""

from dataclasses import dataclass
from enum import StrEnum

from xref.model.article import Field
from xref.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Words that something rests on; `claim` is the claim they belong to, if any.

    In a file that is no article (a list of suppressions) `article` is its path and `at` the line
    and column, which count from 1.
    """

    article: str
    field: Field
    span: Span
    text: str
    claim: str | None = None
    note: str = ""
    at: tuple[int, int] | None = None


class Kind(StrEnum):
    """Relations of figures and dates, from the most innocent to the worst.

    ``SINGLE`` is for a slot that one article fills alone.
    """

    SINGLE = "single"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    CORRECTION = "correction"
    SCOPE = "scope"
    ATTRIBUTED = "attributed"
    DENIAL = "denial"
    INTERNAL = "internal"
    CONFLICT = "conflict"


class Wording(StrEnum):
    """Relations of two renderings of one utterance, from the most innocent to the worst."""

    SINGLE = "single"
    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    EXCERPT = "excerpt"
    PARAPHRASE = "paraphrase"
    OMISSION = "omission"
    ALTERED = "altered"
    REDATED = "redated"
    REASSIGNED = "reassigned"


SEVERITY: dict[str, int] = {
    name: rank for kinds in (Kind, Wording) for rank, name in enumerate(kinds)
}
"""The place of each relation in its order; the worst of several is the one with the highest."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A relation that was tested and did not hold, with the test that it failed."""

    relation: str
    failed: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between two readings, the reason in words, and the words that decide it.

    `tried` lists the relations before `kind` in the order, each with why it does not hold.
    `firm` is false where nothing but time explains a difference.
    """

    kind: Kind
    reason: str
    words: tuple[Place, ...] = ()
    tried: tuple[Tried, ...] = ()
    firm: bool = True


@dataclass(frozen=True, slots=True)
class WordingRelation:
    """What holds between two renderings of one utterance.

    `diff` is a list of (operation, words of a, words of b), operation one of equal,
    replace, delete, insert; empty where the words are the same. `moved` names what the difference
    touches in the sense: negation, opposite, roles, condition, number, modal, name, quantifier;
    empty where nothing. `slight` says that only fillers of speech, words of
    grammar or the order of words that stand for no other sense differ.
    """

    relation: Wording
    wording: Wording
    same_speaker: bool | None
    same_date: bool | None
    reason: str
    diff: tuple[tuple[str, str, str], ...] = ()
    tried: tuple[Tried, ...] = ()
    moved: tuple[str, ...] = ()
    slight: bool = False
