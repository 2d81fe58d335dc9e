"""What may stand behind a key of the rule file, and what the short forms of it mean."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, PlainSerializer

from xref.rules import distances, shorthand
from xref.rules import vocabulary as vocab


class Part(BaseModel):
    """A mapping of the rule file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class Words(Part):
    """What a text may be: one of `any` (everything where empty), and none of `not`."""

    any: tuple[str, ...] = ()
    not_: tuple[str, ...] = Field(default=(), alias="not")


class NotWords(BaseModel):
    """The long form of a choice, for the JSON Schema alone."""

    any: str | list[str] | None = None
    not_: str | list[str] | None = Field(default=None, alias="not")


# As values, since the members are known at run time alone.
_LITERAL: Any = Literal
_LIST: Any = list


def _choice(
    known: tuple[str, ...], what: str, every: tuple[str, ...] | None = None
) -> BeforeValidator:
    """The reader of one, several or all but some of a closed list of words."""
    literal = _LITERAL[known]
    return BeforeValidator(
        shorthand.choice(known, what, every),
        json_schema_input_type=literal | _LIST[literal] | NotWords,
    )


Match = Annotated[
    Words,
    BeforeValidator(shorthand.words, json_schema_input_type=str | list[str] | NotWords),
]
"""A word, a list of words, or ``{any: …, not: …}``."""

Kinds = Annotated[frozenset[str], _choice(vocab.KINDS, "kind of claim", vocab.CLAIMS)]
Sources = Annotated[frozenset[str], _choice(vocab.SOURCES, "type of source")]
Zones = Annotated[frozenset[str], _choice(vocab.ZONES, "zone")]
Bounds = Annotated[frozenset[str], _choice(vocab.BOUNDS, "bound")]
Modes = Annotated[frozenset[str], _choice(vocab.MODES, "mode")]
Quotes = Annotated[frozenset[str], _choice(vocab.QUOTES, "type of quotation")]
Acts = Annotated[frozenset[str], _choice(vocab.ACTS, "act")]
Polarities = Annotated[frozenset[str], _choice(vocab.POLARITIES, "polarity")]
Precisions = Annotated[frozenset[str], _choice(vocab.PRECISIONS, "precision")]
Standings = Annotated[frozenset[str], _choice(vocab.STANDINGS, "standing")]
Certainties = Annotated[frozenset[str], _choice(vocab.CERTAINTIES, "certainty")]
Years = Annotated[frozenset[str], _choice(vocab.YEARS, "answer")]
Guards = Annotated[frozenset[str], _choice(vocab.GUARDS, "guard")]
Changes = Annotated[frozenset[str], _choice(vocab.CHANGES, "kind of change")]
GroupKeys = Annotated[frozenset[str], _choice(vocab.GROUP_KEYS, "key to group by")]
Level = Literal["error", "warning", "info"]
Text = Annotated[str, BeforeValidator(shorthand.text, json_schema_input_type=str | int | float)]
"""Text; a number stands for itself."""

Strings = Annotated[
    tuple[str, ...],
    BeforeValidator(shorthand.listed, json_schema_input_type=str | list[str]),
]
"""Words, or one word."""
Number = Annotated[
    Decimal, BeforeValidator(shorthand.number, json_schema_input_type=int | float | str)
]
Least = Annotated[
    Decimal, BeforeValidator(shorthand.least, json_schema_input_type=int | float | str)
]
Distance = Annotated[
    InstanceOf[distances.Distance],
    BeforeValidator(distances.distance, json_schema_input_type=int | float | str),
    PlainSerializer(distances.written),
]
Day = Annotated[str, BeforeValidator(shorthand.day, json_schema_input_type=str)]
Days = Annotated[int, BeforeValidator(shorthand.days, json_schema_input_type=str)]
Share = Annotated[Decimal, BeforeValidator(shorthand.share, json_schema_input_type=float | str)]


class Bracket(Part):
    """A least and a most, both included, either left out."""

    min: Number | None = None
    max: Number | None = None


Range = Annotated[
    Bracket, BeforeValidator(shorthand.span, json_schema_input_type=int | float | Bracket)
]
