"""Pydantic's errors in the words of the rule language, each at its line and column."""

import re
from collections.abc import Callable, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from xref.rules.errors import Mark, RuleError, nearest, one_of
from xref.rules.examples import EXAMPLES
from xref.rules.marks import Node, Path
from xref.rules.models import MODELS
from xref.rules.shorthand import shown
from xref.rules.values import Part
from xref.rules.vocabulary import LEVELS, RELATIONS_OF

_QUOTED = re.compile(r"'([^']*)'")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_EXPECTED = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "string_sub_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
}
_MEMBER_OF = {"tests": "the test", "given": "the article", "expect": "the outcome"}

Excerpt = Callable[[Mark], str]


def told(
    error: ValidationError,
    node: Node,
    model: type[BaseModel],
    excerpt: Excerpt,
    whole: str = "the rule",
) -> list[RuleError]:
    """What a model found wrong with the mapping at `node`, an error for each place.

    `whole` is what a person calls the mapping.
    """
    details = error.errors(include_url=False)
    # What is wrong in a member, or an unknown key in a short form, says all that is to be said.
    unknown = [each["loc"][:-1] for each in details if each["type"] == "extra_forbidden"]
    details = [
        each
        for each in details
        if not (
            each["type"] == "too_short" and any(_below(other["loc"], each) for other in details)
        )
        and not (each["type"] == "missing" and any(each["loc"] == (*a, "level") for a in unknown))
    ]
    slips = {
        (*parent, nearest(str(key), _keys(model, parent)))
        for *parent, key in (each["loc"] for each in details if each["type"] == "extra_forbidden")
    }
    # A misspelt key is told as unknown; that the right one is missing follows from it.
    return [
        _told(each, node, model, excerpt, whole)
        for each in details
        if each["type"] != "missing" or each["loc"] not in slips
    ]


def _below(loc: Path, whole: ErrorDetails) -> bool:
    return len(loc) > len(whole["loc"]) and loc[: len(whole["loc"])] == whole["loc"]


def _told(
    error: ErrorDetails, node: Node, model: type[BaseModel], excerpt: Excerpt, whole: str
) -> RuleError:
    kind: str = error["type"]
    loc: Path = tuple(error["loc"])
    context: dict[str, Any] = error.get("ctx") or {}
    if kind == "extra_forbidden":
        parent, key = loc[:-1], str(loc[-1])
        mark = node.at(parent).key_mark(key)
        allowed = _keys(model, parent)
        where = f" in {_name(parent)}" if parent else ""
        more = _elsewhere(key, parent, model) or one_of(key, allowed)
        return RuleError(mark, f'unknown key "{key}"{where}', excerpt(mark), more)
    if kind == "missing":
        return _missing(loc, node, excerpt, whole)
    if kind == "told":
        mark = node.at((*loc, *context["path"])).mark
        # A key of a short form's mapping is named by its own place.
        last = context["path"][-1] if context["path"] else None
        if isinstance(last, str) and "unknown key" in context["text"]:
            mark = node.at((*loc, *context["path"][:-1])).key_mark(last)
        return RuleError(mark, str(context["text"]), excerpt(mark), tuple(context["hints"]))
    at = node.at(loc)
    mark = at.mark
    value = shown(at.plain)
    name = _name(loc) if loc else whole
    hints: tuple[str, ...] = ()
    if kind == "literal_error":
        known = _QUOTED.findall(str(context.get("expected", "")))
        message, hints = f"{name}: {value} is not allowed", one_of(str(at.plain), known)
    elif kind == "string_pattern_mismatch":
        message = f"{value} is no {name}"
        slug = _NOT_SLUG.sub("-", str(at.plain).lower()).strip("-")
        guess = (f'did you mean "{slug}"?',) if slug else ()
        hints = (*guess, "allowed: lower-case letters and digits, parts joined by a hyphen")
    elif kind in ("greater_than_equal", "less_than_equal"):
        limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        message = f"{name}: {value} is out of range; {limit}"
    elif kind == "too_short":
        message = f"{name}: an empty list says nothing"
    elif kind in _EXPECTED:
        message = f"{name}: expected {_EXPECTED[kind]}, not {value}"
        if "mapping" in message:
            hints = _shape(name, at.plain, whole)
        elif (
            kind in ("int_from_float", "int_type")
            and isinstance(at.plain, float)
            and 0 < at.plain < 1
        ):
            hints = (f"did you mean {round(at.plain * 100)}?",)
    else:
        message = f"{name}: {error['msg']}"
    return RuleError(mark, message, excerpt(mark), hints)


_SHAPES = {
    "select": "{kind: quantity, measure: people.killed}",
    "group": "{by: [measure], across: outlet}",
    "compare": "{tolerance: 10%}",
    "unless": "{corroborated: {min_origins: 3}}",
    "where": "{sourced: elsewhere}",
    "require": "{distinct: origin, min: 2}",
    "times": "{dimension: count}",
    "the outcome": "{relation: conflict, count: 2}",
    "the article": "{outlet: A, text: …}",
}
"""What a mapping of each name may look like."""

_RELATIONS = frozenset(name for names in RELATIONS_OF.values() for name in names)


def _shape(name: str, value: object, whole: str) -> tuple[str, ...]:
    """A hint where a mapping should stand: what the value given would be written as."""
    if name == "report":
        first = value[0] if isinstance(value, list) and value else None
        relation, level = (first, "warning") if isinstance(first, str) else ("conflict", value)
        level = level if level in LEVELS else "warning"
        return (f"write report: {{{relation}: {level}}}",)
    if name in _SHAPES:
        label = "" if name.startswith("the ") else f"{name}: "
        return (f"as in {label}{_SHAPES[name]}",)
    if name == whole and "." in whole:
        word = value if isinstance(value, str) else "bed"
        return (f"write {{heads: [{word}]}}",)
    return ()


def _elsewhere(key: str, parent: Path, model: type[BaseModel]) -> tuple[str, ...]:
    """Hints for a key that another part of a rule, or another type of rule, has."""
    if model not in MODELS.values():
        return ()
    if not parent:
        types = [name for name, each in MODELS.items() if key in _keys(each, ())]
        if types:
            return (f'"{key}" is of the type{"s" * (len(types) > 1)} {", ".join(types)}',)
        for part in ("select", "group", "compare"):
            if part in model.model_fields and key in _keys(model, (part,)):
                return (f"it stands in {part}: {part}: {{{key}: …}}",)
    if tuple(parent) == ("report",) and key in _RELATIONS:
        return ("this type of rule reports one line: report: {level: warning}",)
    return ()


def _missing(loc: Path, node: Node, excerpt: Excerpt, whole: str) -> RuleError:
    parent, key = loc[:-1], str(loc[-1])
    at = node.at(parent)
    example = ""
    if not parent and whole == "the rule":
        type_ = node.get("type")
        example = EXAMPLES.get(str(type_.value) if type_ else "", EXAMPLES["compare"])
    name_node = at.get("id") or at.get("name")
    mark = at.mark if name_node is None else name_node.mark
    whose = _name(parent) if parent else whole
    return RuleError(mark, f'{whose} misses "{key}"', excerpt(mark), (), example)


def _name(loc: Path) -> str:
    """What a person calls the part at `loc`: its key, or what the list that it is in holds."""
    words = [step for step in loc if isinstance(step, str)]
    if not words:
        return "the rule"
    return _MEMBER_OF.get(words[-1], words[-1]) if isinstance(loc[-1], int) else words[-1]


def _keys(model: type[BaseModel], loc: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that are allowed in the mapping at `loc`."""
    current: type[BaseModel] = model
    for step in loc:
        if isinstance(step, int):
            continue
        for name, field in current.model_fields.items():
            if (field.alias or name) == step:
                current = _part(field.annotation, *field.metadata) or current
    return tuple(field.alias or name for name, field in current.model_fields.items())


def _part(*annotations: object) -> type[Part] | None:
    """The mapping model inside an annotation."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return annotation
        found = _part(*get_args(annotation))
        if found is not None:
            return found
    return None
