"""The rule file as pydantic models: what may stand where, and what the short forms mean.

Field names are those of the YAML, save the few that are Python words (`not_`, `is_`, `as_`).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt

from xref.rules import shorthand
from xref.rules import vocabulary as vocab
from xref.rules.values import (
    Acts,
    Bounds,
    Certainties,
    Changes,
    Day,
    Days,
    GroupKeys,
    Guards,
    Kinds,
    Least,
    Level,
    Match,
    Modes,
    Part,
    Polarities,
    Precisions,
    Quotes,
    Range,
    Share,
    Sources,
    Standings,
    Strings,
    Text,
    Years,
    Zones,
)


class Select(Part):
    """Which claims (or persons, or sanity checks) a rule looks at; all keys given must hold."""

    kind: Kinds | None = None
    measure: Match | None = None
    unit: Match | None = None
    dimension: Match | None = None
    counted: Match | None = None
    subject: Match | None = None
    event: Match | None = None
    place: Match | None = None
    subset: Match | None = None
    period: Match | None = None
    bound: Bounds | None = None
    is_: Modes | None = Field(default=None, alias="is")
    value: Range | None = None
    definite: StrictBool | None = None
    standing: Standings | None = None
    elsewhere: StrictBool | None = None
    precision: Precisions | None = None
    what: Match | None = None
    quote: Quotes | None = None
    words: Range | None = None
    act: Acts | None = None
    polarity: Polarities | None = None
    hedged: StrictBool | None = None
    attribution: Sources | None = None
    speaker: Match | None = None
    withheld: StrictBool | None = None
    outlet: Match | None = None
    zone: Zones | None = None
    year: Years | None = None
    near: Match | None = None
    name: Match | None = None
    check: Match | None = None
    certainty: Certainties | None = None
    all: "Annotated[tuple[Select, ...], BeforeValidator(shorthand.listed)]" = ()
    any: "Annotated[tuple[Select, ...], BeforeValidator(shorthand.listed)]" = ()
    not_: "Annotated[tuple[Select, ...], BeforeValidator(shorthand.listed)]" = Field(
        default=(), alias="not"
    )


class Group(Part):
    """How the claims of one slot or utterance are set against each other."""

    by: GroupKeys = frozenset()
    across: Literal["outlet", "article"] = "outlet"
    collapse: Literal["origin", "none"] = "origin"
    within: Days | None = None
    min_sources: Annotated[StrictInt, Field(ge=2, le=1000)] = 2


class Tolerance(Part):
    """How far apart two figures may lie and still agree: a share, a number in the unit, or both."""

    rel: Share | None = None
    abs: Least | None = None


Score = Annotated[StrictInt, Field(ge=0, le=100)]


class Compare(Part):
    """How two readings are compared."""

    as_: Literal["amount", "date", "words", "titles"] | None = Field(default=None, alias="as")
    tolerance: (
        Annotated[
            Tolerance,
            BeforeValidator(
                shorthand.tolerance, json_schema_input_type=int | float | str | Tolerance
            ),
        ]
        | None
    ) = None
    rounding: Literal["aware", "strict"] | None = None
    soft: Literal["excuse", "strict"] | None = None
    updates: Literal["newer", "declared", "none"] | None = None
    same: Score | None = None
    variant: Score | None = None
    guards: Guards | None = None
    changed: Changes | None = None


class Line(Part):
    """What is reported: how much it matters, and in which words.

    `likely` is the level of two figures that are likely of one thing, not surely; `level` if
    left out.
    """

    level: Level
    likely: Level | None = None
    message: str | None = None


def _line(value: object) -> object:
    return {"level": value} if isinstance(value, str) else value


Told = Annotated[Line, BeforeValidator(_line, json_schema_input_type=Level | Line)]


class Corroborated(Part):
    """How many independent texts must bear a claim out."""

    min_origins: Annotated[StrictInt, Field(ge=2, le=1000)]


class Unless(Select):
    """What excuses a selected claim: `corroborated`, `sourced`, `background` or the selector."""

    corroborated: Corroborated | None = None
    sourced: Literal["article", "story"] | None = None
    background: StrictBool | None = None


class Where(Part):
    """What must hold of a claim in its story besides `select`."""

    sourced: Literal["elsewhere"]


class Require(Part):
    """How many different backers a claim needs within its story."""

    distinct: Literal["origin", "outlet", "speaker"] = "origin"
    min: Annotated[StrictInt, Field(ge=2, le=1000)] = 2


class Sample(Part):
    """An article of a rule's test: a sentence, or a whole record."""

    text: Text
    outlet: Text | None = None
    origin: Text | None = None
    published: Day | None = None
    title: Text | None = None
    author: Text | None = None
    url: Text | None = None
    id: Text | None = None
    story: Text | None = None


def _sample(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class Expected(Part):
    """An outcome that a test expects: its relation, how often, and what it is reported as."""

    relation: str
    count: Annotated[StrictInt, Field(ge=1)] = 1
    level: Literal["error", "warning", "info", "none"] | None = None
    message: str | None = None


def _expected(value: object) -> object:
    if value is None or value in ("none", []):
        return []
    if isinstance(value, list) and "none" in value:
        alone = '"none" stands alone: it says that nothing is reported'
        raise shorthand.told(alone, "take it out, or the others", path=(value.index("none"),))
    if isinstance(value, int) and not isinstance(value, bool):
        raise shorthand.told(
            f"expected a relation, not {value}", f"write {{relation: conflict, count: {value}}}"
        )
    return [
        {"relation": member} if isinstance(member, str) else member
        for member in shorthand.listed(value)
    ]


class RuleTest(Part):
    """Articles and what the rule must make of them."""

    name: Text
    given: Annotated[
        tuple[
            Annotated[Sample, BeforeValidator(_sample, json_schema_input_type=str | Sample)], ...
        ],
        Field(min_length=1),
        BeforeValidator(shorthand.listed, json_schema_input_type=str | Sample | list[str | Sample]),
    ]
    expect: Annotated[
        tuple[Expected, ...],
        BeforeValidator(_expected, json_schema_input_type=str | Expected | list[str | Expected]),
    ]
    todo: StrictBool = False


class _Rule(Part):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: str | None = None
    about: str | None = None
    off: StrictBool = False
    yields_to: Strings = ()
    select: Select
    tests: tuple[RuleTest, ...] = ()


class CompareRule(_Rule):
    """Sets what one outlet says against what another says."""

    type: Literal["compare"]
    group: Group = Group()
    compare: Compare = Compare()
    report: dict[str, Told]

    @property
    def comparison(self) -> str:
        """amount, date, words or titles."""
        if self.compare.as_ is not None:
            return self.compare.as_
        kinds = sorted(self.select.kind or ()) or ["quantity"]
        return vocab.AS_OF.get(kinds[0], "amount")


class ClaimRule(_Rule):
    """Looks at one claim on its own, or at a sanity check that failed."""

    type: Literal["claim"]
    where: Where | None = None
    unless: Unless | None = None
    report: Told


class SupportRule(_Rule):
    """Asks how well a claim is backed in its story."""

    type: Literal["support"]
    unless: Unless | None = None
    require: Require
    report: Told


Rule = CompareRule | ClaimRule | SupportRule

MODELS: dict[str, type[CompareRule] | type[ClaimRule] | type[SupportRule]] = {
    "compare": CompareRule,
    "claim": ClaimRule,
    "support": SupportRule,
}
"""The model of each type of rule."""


class Measure(Part):
    """A measure that a rule file teaches: which counted nouns, given which words nearby.

    `for_` and `against` are sentences with a figure of the measure, and with none: its tests.
    """

    heads: Strings = ()
    counted: Strings = ()
    near: Strings = ()
    without: Strings = ()
    dimension: str | None = None
    unit: str | None = None
    event: StrictBool | None = None
    per: Strings = ()
    of: Strings = ()
    for_: Strings = Field(default=(), alias="for")
    against: Strings = ()


class RuleFile(BaseModel):
    """The whole file, for the JSON Schema; the loader reads its parts one by one."""

    model_config = ConfigDict(extra="forbid", title="xref rule file")

    xref: Literal[1]
    min_version: str | float | None = None
    about: str | None = None
    extends: str | list[str] | None = None
    measures: dict[str, Measure] = {}
    rules: list[Rule]
