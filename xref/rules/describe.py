"""What the `xref rules` commands print, as text."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import yaml

from xref.rules.checks import kinds_of, possible
from xref.rules.errors import nearest
from xref.rules.models import CompareRule, Rule, RuleFile
from xref.rules.ruleset import RuleSet
from xref.rules.samples import RuleTest
from xref.rules.template import PLACEHOLDERS
from xref.rules.vocabulary import RELATIONS_OF

_WIDTH = 90
"""What is shorter than this stands in one line."""
_WIDE = 200


def listed(ruleset: RuleSet) -> str:
    """One line a rule: its id, type, what it looks at, the levels that it reports, its title."""
    rows = [("rule", "type", "looks at", "reports", "title")]
    rows += [
        (rule.id, rule.type, " ".join(sorted(kinds_of(rule))), _levels(rule), rule.title or "")
        for rule in ruleset.rules
    ]
    return table(rows)


def listed_as_json(ruleset: RuleSet) -> str:
    """The same as JSON: a list of objects, with where each rule stands."""
    rows = []
    for rule in ruleset.rules:
        place = ruleset.places.get(rule.id)
        rows.append(
            {
                "id": rule.id,
                "type": rule.type,
                "title": rule.title,
                "about": rule.about,
                "looks_at": sorted(kinds_of(rule)),
                "reports": _levels(rule).split(),
                "relations": list(possible(rule)) if isinstance(rule, CompareRule) else [],
                "tests": [test.name for test in rule.tests],
                "file": place.file if place else None,
                "line": place.line if place else None,
            }
        )
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of text; the first row is the heading."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _levels(rule: Rule) -> str:
    lines = rule.report.values() if isinstance(rule, CompareRule) else (rule.report,)
    found = {line.level for line in lines}
    return " ".join(level for level in ("error", "warning", "info") if level in found)


def shown(ruleset: RuleSet, id_: str) -> str:
    """A rule as it is in force, after everything that it extends, with its place and its tests.

    Raises:
        KeyError: when there is no such rule; the message says which is likely meant.
    """
    rule = found(ruleset, id_)
    place = ruleset.places.get(rule.id)
    lines = [f"# {place.file}:{place.line}" if place else "#"]
    if rule.about:
        lines += [f"# {line}" for line in rule.about.strip().splitlines()]
    if isinstance(rule, CompareRule):
        lines.append(f"# relations that it can give: {', '.join(possible(rule))}")
    body = written(rule)
    body.pop("about", None)
    text = yaml.dump([body], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDE)
    return "\n".join(lines) + "\n" + str(text)


class _Dumper(yaml.SafeDumper):
    """Writes what fits into a line as a line, as a person would."""

    def represent_mapping(
        self,
        tag: str,
        mapping: Any,  # noqa: ANN401 - as in the base class
        flow_style: bool | None = None,
    ) -> yaml.MappingNode:
        return super().represent_mapping(tag, mapping, flow_style=len(str(mapping)) < _WIDTH)

    def represent_sequence(
        self,
        tag: str,
        sequence: Any,  # noqa: ANN401 - as in the base class
        flow_style: bool | None = None,
    ) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, flow_style=len(str(sequence)) < _WIDTH)


def found(ruleset: RuleSet, id_: str) -> Rule:
    """The rule of an id.

    Raises:
        KeyError: when there is none, with the likely one in its message.
    """
    rule = ruleset.rule(id_)
    if rule is not None:
        return rule
    guess = nearest(id_, (each.id for each in ruleset.rules))
    hint = f'; did you mean "{guess}"?' if guess else ""
    raise KeyError(f'there is no rule "{id_}"{hint}')


def written(rule: Rule) -> dict[str, object]:
    """A rule as plain YAML values, with the short forms where they say the same."""
    order = (
        "id",
        "title",
        "about",
        "type",
        "off",
        "yields_to",
        "select",
        "against",
        "group",
        "compare",
        "where",
        "sum",
        "times",
        "equals",
    )
    plain = rule.model_dump(by_alias=True, exclude_unset=True)
    keys = [*order, *(key for key in plain if key not in (*order, "tests")), "tests"]
    whole = {key: _short(plain[key]) for key in keys if key in plain}
    if rule.tests:
        whole["tests"] = [_test(test) for test in rule.tests]
    return whole


def _test(test: RuleTest) -> dict[str, object]:
    # The text last: it is the longest.
    samples = [
        dict(
            sorted(
                sample.model_dump(exclude_unset=True).items(), key=lambda item: item[0] == "text"
            )
        )
        for sample in test.given
    ]
    outcomes = [each.model_dump(exclude_unset=True) for each in test.expect]
    short: dict[str, object] = {
        "name": test.name,
        "given": [s["text"] if len(s) == 1 else s for s in samples],
        "expect": _one([o["relation"] if len(o) == 1 else o for o in outcomes]) or "none",
    }
    return {**short, "todo": True} if test.todo else short


def _short(value: object) -> object:
    if isinstance(value, dict):
        if set(value) == {"any"}:
            return _one(value["any"])
        if set(value) == {"min", "max"} and value["min"] == value["max"]:
            return _short(value["min"])
        return {
            key: _percent(part) if key == "rel" else _short(part) for key, part in value.items()
        }
    if isinstance(value, frozenset):
        return _one(sorted(value))
    if isinstance(value, list | tuple):
        return [_short(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _one(members: Sequence[object]) -> object:
    return _short(members[0]) if len(members) == 1 else [_short(member) for member in members]


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"


def validated(ruleset: RuleSet) -> str:
    """What `validate` says of rules that are in order."""
    files = {mark.file for mark in ruleset.places.values()}
    measures = sum(len(taught) for taught in ruleset.measures)
    told = f"{_many(len(ruleset.rules), 'rule')} in {_many(len(files), 'file')}: all valid"
    return f"{told}, {_many(measures, 'measure')} taught" if measures else told


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _complete(parts: dict[str, Any]) -> None:
    """Add what the models leave open: the relations of reports and tests, and placeholders."""
    relations = list(dict.fromkeys(name for names in RELATIONS_OF.values() for name in names))
    told = parts["CompareRule"]["properties"]["report"]
    line = told.pop("additionalProperties")
    told["properties"] = dict.fromkeys(relations, line)
    told["additionalProperties"] = False
    expected = parts["Expected"]["properties"]["relation"]
    expected["enum"] = ["none", *relations, "claim", "sanity", "support"]
    names = sorted({name for names in PLACEHOLDERS.values() for name in names})
    either = "|".join(name.replace(".", r"\.") for name in names)
    message = parts["Line"]["properties"]["message"]
    message["description"] = f"Placeholders: {', '.join(f'{{{name}}}' for name in names)}"
    for kind in message["anyOf"]:
        if kind.get("type") == "string":
            kind["pattern"] = rf"^(?:[^{{}}]|\{{\{{|\}}\}}|\{{ *(?:{either}) *\}})*$"


def schema() -> str:
    """The JSON Schema of a rule file, for editors."""
    whole = RuleFile.model_json_schema(by_alias=True)
    whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for name in ("Select", "Unless"):
        for key in ("all", "any", "not"):
            several = whole["$defs"][name]["properties"][key]
            whole["$defs"][name]["properties"][key] = {"anyOf": [several["items"], several]}
    _complete(whole["$defs"])
    rule = whole["properties"]["rules"]["items"]
    # A rule that extends another names just what it changes.
    overlay = {"type": "object", "required": ["extends"]}
    whole["properties"]["rules"]["items"] = {"anyOf": [rule, overlay]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
