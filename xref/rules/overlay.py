"""`extends:` - a rule that starts from another and changes just what it names."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from xref.rules.errors import Mark, nearest
from xref.rules.marks import Node

Problem = tuple[Mark, str, tuple[str, ...]]
"""Where, what is wrong, and hints."""


@dataclass(frozen=True, slots=True)
class RawRule:
    """A rule as it stands in a file, before it is checked."""

    id: str
    node: Node
    extends: str | None

    @property
    def mark(self) -> Mark:
        """Where the rule's id stands."""
        name = self.node.get("id") or self.node.get("extends") or self.node
        return name.mark


def laid_over(base: Node, top: Node, path: tuple[str, ...] = ()) -> Node:
    """`base` with what `top` names: mappings merge, ``null`` takes away, all else replaces.

    A level alone laid over a line of a report changes the level and keeps the message.
    """
    if _is_report_line(path) and isinstance(base.value, dict) and isinstance(top.value, str):
        top = Node({"level": top}, top.mark, {"level": top.mark})
    if not isinstance(base.value, dict) or not isinstance(top.value, dict):
        return top
    merged = dict(base.value)
    keys = dict(base.keys)
    for key, node in top.value.items():
        keys[key] = top.key_mark(key)
        if node.value is None:
            merged.pop(key, None)
        elif key in merged:
            merged[key] = laid_over(merged[key], node, (*path, key))
        else:
            merged[key] = node
    return replace(top, value=merged, keys=keys)


def _is_report_line(path: tuple[str, ...]) -> bool:
    return path[:1] == ("report",) and len(path) <= 2


def resolve(
    rules: Sequence[RawRule], packaged: Callable[[], Collection[str]]
) -> tuple[list[RawRule], list[Problem]]:
    """Every rule with its base under it, in the order in which the ids first stand.

    `packaged` gives the ids of the packaged rules, asked for where a base is missing.

    A rule that extends another under its own id is a new one; without an id of its own it takes
    the other's place.
    """
    table: dict[str, RawRule] = {}
    errors: list[Problem] = []
    waiting: list[RawRule] = []
    for rule in rules:
        if rule.extends is not None:
            waiting.append(rule)
        elif rule.id in table:
            errors.append(_duplicate(rule, table[rule.id]))
        else:
            table[rule.id] = rule
    order = {id_: place for place, id_ in reversed(list(enumerate(rule.id for rule in rules)))}
    while waiting:
        left: list[RawRule] = []
        for rule in waiting:
            base = table.get(rule.extends or "")
            if base is None:
                left.append(rule)
            elif rule.id != base.id and rule.id in table:
                errors.append(_duplicate(rule, table[rule.id]))
            else:
                table[rule.id] = _extended(rule, base)
        if len(left) == len(waiting):
            known = packaged()
            errors.extend(_baseless(rule, table, left, known) for rule in left)
            break
        waiting = left
    return sorted(table.values(), key=lambda rule: order[rule.id]), errors


def _extended(rule: RawRule, base: RawRule) -> RawRule:
    node = laid_over(base.node, rule.node)
    fields = {key: part for key, part in node.value.items() if key != "extends"}
    if "id" not in rule.node.value:
        fields["id"] = Node(base.id, rule.mark)
    return RawRule(rule.id, replace(node, value=fields), None)


def _duplicate(rule: RawRule, first: RawRule) -> Problem:
    here = first.mark.file == rule.mark.file
    where = f"line {first.mark.line}" + ("" if here else f" of {first.mark.file}")
    hints = (f"it first stands in {where}", f"to change that rule, write extends: {rule.id}")
    return rule.mark, f'the rule id "{rule.id}" stands twice', hints


def _baseless(
    rule: RawRule, table: Iterable[str], left: Sequence[RawRule], packaged: Collection[str]
) -> Problem:
    node = rule.node.get("extends") or rule.node
    wanted = rule.extends or ""
    waiting = {each.id for each in left if each.node.get("id") is not None}
    if wanted in waiting:
        return node.mark, f'the rule "{rule.id}" extends itself in a circle', ()
    if wanted in packaged:
        hint = "it is a rule of the default pack: write extends: default at the head of the file"
        return node.mark, f'there is no rule "{wanted}" to extend', (hint,)
    guess = nearest(wanted, {*table, *waiting}) or nearest(wanted, packaged)
    hints = () if guess is None else (f'did you mean "{guess}"?',)
    return node.mark, f'there is no rule "{wanted}" to extend', hints
