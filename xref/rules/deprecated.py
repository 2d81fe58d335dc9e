"""What rule files once said in other words: still obeyed, and told once with what to write now."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from xref.rules.errors import Mark
from xref.rules.marks import Node, Path


class Old(NamedTuple):
    """A key, or a key with one value ("updates: declared"), and what stands for it now.

    `within` leads from a rule to the mapping that holds it.
    """

    within: Path
    old: str
    new: str


OLD = (Old(("compare",), "updates: declared", "updates: newer"),)
"""All that is old. An entry stays as long as the version of the rule language does."""


class Met(NamedTuple):
    """Something old, and where a file says it."""

    old: Old
    mark: Mark


def renewed(rule: Node) -> tuple[Node, list[Met]]:
    """A rule with what is old put in the words of now, and what was found."""
    met: list[Met] = []
    for each in OLD:
        mark = _at(rule, each)
        if mark is not None:
            rule = _replaced(rule, each.within, each)
            met.append(Met(each, mark))
    return rule, met


def told(met: list[Met]) -> Iterator[tuple[Mark, str, str]]:
    """For each old thing the first place that says it, that it is old, and what to write."""
    for old in dict.fromkeys(each.old for each in met):
        marks = [each.mark for each in met if each.old == old]
        more = f", here and in {len(marks) - 1} more" if len(marks) > 1 else ""
        yield min(marks), f'"{old.old}" is old{more}', f'write "{old.new}"; it means the same'


def _at(rule: Node, each: Old) -> Mark | None:
    """Where a rule says something old."""
    key, _, value = each.old.partition(": ")
    node: Node | None = rule
    for step in (*each.within, key):
        node = None if node is None else node.step(step)
    if node is None or (value and node.plain != value):
        return None
    return rule.at(each.within).key_mark(key)


def _replaced(node: Node, path: Path, each: Old) -> Node:
    """`node` with the old words below `path` replaced."""
    if path:
        step, *rest = path
        below = node.value[step]
        return replace(node, value={**node.value, step: _replaced(below, tuple(rest), each)})
    (key, _, _), (name, _, value) = each.old.partition(": "), each.new.partition(": ")
    fields = {
        (name if own == key else own): (
            replace(part, value=value) if own == key and value else part
        )
        for own, part in node.value.items()
    }
    keys = {(name if own == key else own): mark for own, mark in node.keys.items()}
    return replace(node, value=fields, keys=keys)
