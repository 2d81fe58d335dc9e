"""YAML with its places: a tree in which every value and key knows its line and column.

The tree is built from the parser's events, not from PyYAML's own nodes: events still show
anchors, aliases and tags, which are refused, and a hostile nesting is cut off before it costs.
Plain scalars resolve as in YAML 1.2's core schema: "no", "on" and dates are text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from xref.rules.errors import Mark, RuleError
from xref.text.nesting import too_deep

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 30
_TOO_DEEP = f"nested more than {_MAX_DEPTH} deep"
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAX_DIGITS = 300
_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")
_COLON = "quote a value that holds a colon; begin keys of one mapping alike"

Path = tuple[str | int, ...]
"""The way from a file's top to a value: keys and positions."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with its place.

    `value` is text, a number, a boolean, ``None``, a dict of nodes or a list of nodes; `keys` holds
    the place of each key of a mapping. `written` is a scalar as the file has it, "1234e567" where
    the value is a number.
    """

    value: Any
    mark: Mark
    keys: Mapping[str, Mark] = field(default_factory=dict)
    written: str = ""

    @property
    def plain(self) -> Any:  # noqa: ANN401 - whatever the file holds
        """The value without its places."""
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value

    def get(self, key: str) -> "Node | None":
        """The value of a key, ``None`` where this is no mapping or lacks it."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def items(self) -> Iterator["Node"]:
        """The members of a list; nothing for any other value."""
        if isinstance(self.value, list):
            yield from self.value

    def at(self, path: Path) -> "Node":
        """The deepest node on `path`; steps that lead nowhere are passed over."""
        node = self
        for step in path:
            node = node.step(step) or node
        return node

    def step(self, step: str | int) -> "Node | None":
        """The child by key or position."""
        if isinstance(self.value, dict):
            child = self.value.get(step)
            return child if isinstance(child, Node) else None
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            member = self.value[step]
            return member if isinstance(member, Node) else None
        return None

    def key_mark(self, key: str) -> Mark:
        """Where a key stands; the value's own place where it has no such key."""
        return self.keys.get(key, self.mark)


def scalar(text: str) -> object:
    """What a plain scalar means in YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _MAX_DIGITS:
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
    return text


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    mark: Mark
    members: list[Node] | None
    pairs: dict[str, Node]
    keys: dict[str, Mark]
    key: str | None = None
    duplicate: bool = False


class _Builder:
    """Puts one file's events together."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.errors: list[RuleError] = []
        self.stack: list[_Open] = []
        self.top: Node | None = None

    def mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None, "the parser marks every event"
        one_line = start.line == end.line
        if one_line:
            width = end.column - start.column
        else:
            line = self.lines[start.line] if start.line < len(self.lines) else ""
            width = len(line.rstrip()) - start.column
        return Mark(self.file, start.line + 1, start.column + 1, max(1, width))

    def error(self, mark: Mark, message: str, *hints: str) -> None:
        self.errors.append(RuleError(mark, message, excerpt(self.lines, mark), hints))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; ``False`` when reading on makes no sense."""
        mark = self.mark(event)
        if isinstance(event, yaml.AliasEvent):
            self.error(mark, f'aliases ("*{event.anchor}") are not read', "write the value out")
            self.close(Node(None, mark))
            return True
        if isinstance(event, yaml.NodeEvent):
            if event.anchor is not None:
                self.error(mark, f'anchors ("&{event.anchor}") are not read', "leave it out")
            tag = getattr(event, "tag", None)
            if tag is not None:
                shown = str(tag).replace("tag:yaml.org,2002:", "!!")
                self.error(
                    mark, f'tags ("{shown}") are not read', "quote the value to make it text"
                )
        if isinstance(event, yaml.ScalarEvent):
            value = scalar(event.value) if event.implicit[0] else event.value
            self.scalar(event, value, mark)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self.stack) >= _MAX_DEPTH:
                self.error(mark, _TOO_DEEP)
                return False
            if self.stack and self.stack[-1].members is None and self.stack[-1].key is None:
                self.error(mark, "a key must be a word, not a list or mapping")
                return False
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self.stack.append(_Open(mark, [] if is_list else None, {}, {}))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = self.stack.pop()
            if done.members is not None:
                self.close(Node(done.members, done.mark))
            else:
                self.close(Node(done.pairs, done.mark, done.keys))
        return True

    def scalar(self, event: yaml.ScalarEvent, value: object, mark: Mark) -> None:
        top = self.stack[-1] if self.stack else None
        if top is None or top.members is not None or top.key is not None:
            self.close(Node(value, mark, written=event.value))
            return
        key = str(event.value)
        top.duplicate = key in top.keys
        if top.duplicate:
            first = top.keys[key].line
            self.error(mark, f'the key "{key}" stands twice', f"it first stands in line {first}")
        else:
            top.keys[key] = mark
        top.key = key

    def close(self, node: Node) -> None:
        if not self.stack:
            self.top = node
            return
        top = self.stack[-1]
        if top.members is not None:
            top.members.append(node)
        elif top.key is None:
            top.key = ""
        else:
            if not top.duplicate:
                top.pairs[top.key] = node
            top.key = None


def _blamed(error: yaml.MarkedYAMLError, file: str, lines: list[str]) -> Mark:
    """Where broken YAML is told: where the parser stumbled, else the last words of the file."""
    for place in (error.problem_mark, error.context_mark):
        if place is not None:
            mark = Mark(file, place.line + 1, place.column + 1)
            if excerpt(lines, mark).strip():
                return mark
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    return Mark(file, last + 1, max(1, len(lines[last].rstrip())))


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them."""
    return _BREAK.split(text)


def excerpt(lines: list[str], mark: Mark) -> str:
    """The line that a mark stands in."""
    return lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""


def parse(text: str, file: str) -> tuple[Node | None, list[RuleError]]:
    """Read the YAML of one file.

    Returns:
        The top value (``None`` where nothing could be made of the text, or the file is empty) and
        all that is wrong with the YAML itself.
    """
    lines = lines_of(text)
    builder = _Builder(file, lines)
    documents = 0
    deep = too_deep(text, _MAX_DEPTH)
    if deep is not None:
        before = lines_of(text[:deep])
        builder.error(Mark(file, len(before), len(before[-1]) + 1), _TOO_DEEP)
        return None, builder.errors
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    builder.error(builder.mark(event), "a rule file holds one YAML document")
                    break
            if not builder.take(event):
                return None, builder.errors
    except yaml.reader.ReaderError as error:
        # The C parser counts the bytes of UTF-8.
        before = lines_of(text.encode()[: error.position].decode(errors="ignore"))
        builder.error(
            Mark(file, len(before), len(before[-1]) + 1),
            f"the character U+{int(error.character):04X} is not allowed in YAML",
        )
        return None, builder.errors
    except yaml.MarkedYAMLError as error:
        mark = _blamed(error, file, lines)
        line = excerpt(lines, mark)
        hints = (_COLON,) if _TWO_COLONS.search(line) else ()
        if "\t" in line[: len(line) - len(line.lstrip())]:
            hints = ("indent with spaces: YAML takes no tab there",)
        builder.error(mark, "this is not valid YAML: it cannot be read from here on", *hints)
        return None, builder.errors
    return builder.top, builder.errors
