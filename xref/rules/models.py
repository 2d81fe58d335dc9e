"""The rule file as pydantic models: what may stand where, and what the short forms mean.

Field names are those of the YAML, save the few that are Python words (`not_`, `is_`, `as_`).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt

from xref.rules import comparators, shorthand
from xref.rules import vocabulary as vocab
from xref.rules.samples import RuleTest
from xref.rules.values import (
    _LITERAL,
    Acts,
    Bounds,
    Certainties,
    Changes,
    Days,
    Distance,
    GroupKeys,
    Guards,
    Kinds,
    Least,
    Level,
    Match,
    Modes,
    Number,
    Part,
    Polarities,
    Precisions,
    Quotes,
    Range,
    Share,
    Sources,
    Standings,
    Strings,
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
    across: Literal["outlet", "article", "headline"] = "outlet"
    collapse: Literal["origin", "none"] = "origin"
    within: Days | None = None
    min_sources: Annotated[StrictInt, Field(ge=2, le=1000)] = 2


class Tolerance(Part):
    """How far apart two figures may lie and still agree; the widest of those given holds.

    `rel` is a share, `abs` a distance ("5 minutes"; a number alone of plain numbers and, for
    dates, of days), `points` percentage points: of figures in per cent alone.
    """

    rel: Share | None = None
    abs: Distance | None = None
    points: Least | None = None


As = Annotated[
    str,
    BeforeValidator(
        shorthand.way(vocab.AS, comparators.names), json_schema_input_type=_LITERAL[vocab.AS] | str
    ),
]
"""How claims are compared: a way of xref's own, or the name of a package's comparator."""

Allowed = Annotated[
    Tolerance,
    BeforeValidator(shorthand.tolerance, json_schema_input_type=int | float | str | Tolerance),
]

Score = Annotated[StrictInt, Field(ge=0, le=100)]


class Compare(Part):
    """How two readings are compared."""

    as_: As | None = Field(default=None, alias="as")
    tolerance: Allowed | None = None
    rounding: Literal["aware", "strict"] | None = None
    soft: Literal["excuse", "strict"] | None = None
    updates: Literal["newer", "none"] | None = None
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
    over: Literal["claims", "stories"] = "claims"


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
    against: Select | None = None
    group: Group = Group()
    compare: Compare = Compare()
    report: dict[str, Told]

    @property
    def comparison(self) -> str:
        """amount, date, words, names, titles or headline."""
        if self.group.across == "headline":
            return "headline"
        if self.compare.as_ is not None and self.comparator is None:
            return self.compare.as_
        kinds = sorted(self.select.kind or ()) or ["quantity"]
        return vocab.AS_OF.get(kinds[0], "amount")

    @property
    def comparator(self) -> str | None:
        """The name of the package's comparator that relates the pairs, if any."""
        return self.compare.as_ if self.compare.as_ not in (None, *vocab.AS) else None


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


class Reckoning(Part):
    """How nearly a calculation must come to what it is set against.

    With `slip` only a result that misses by no more than so much is told: one that lies further
    off leaves something out, or is of something else.
    """

    tolerance: Allowed | None = None
    rounding: Literal["aware", "strict"] | None = None
    slip: Share | None = None


class Total(Select):
    """What a calculation is set against: a `number`, or the figures that the selector takes."""

    number: Number | None = None


def _total(value: object) -> object:
    return value if isinstance(value, dict) else {"number": value}


class ArithmeticRule(_Rule):
    """Adds up or multiplies the figures of one sentence, and sets the result against another."""

    type: Literal["arithmetic"]
    sum: Literal["list", "sentence"] | None = None
    times: Select | None = None
    equals: Annotated[Total, BeforeValidator(_total, json_schema_input_type=Total | int | float)]
    compare: Reckoning = Reckoning()
    report: Told


Rule = CompareRule | ClaimRule | SupportRule | ArithmeticRule

MODELS: dict[
    str, type[CompareRule] | type[ClaimRule] | type[SupportRule] | type[ArithmeticRule]
] = {
    "compare": CompareRule,
    "claim": ClaimRule,
    "support": SupportRule,
    "arithmetic": ArithmeticRule,
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
    rules: list[Rule] = []
