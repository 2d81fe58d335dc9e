"""The tests that sit in a rule, as models: articles, and what the rule must make of them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt

from xref.rules import shorthand
from xref.rules.values import Day, Part, Text


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
