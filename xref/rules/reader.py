"""Reads rule files, and what they extend, down to rules that are not checked yet."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from pydantic import ValidationError

from xref import __version__
from xref.rules import known, translate
from xref.rules.deprecated import Met, renewed
from xref.rules.errors import Mark, RuleError, nearest, one_of
from xref.rules.examples import EXAMPLES
from xref.rules.marks import Node, lines_of, parse
from xref.rules.models import Measure
from xref.rules.names import in_measure
from xref.rules.overlay import RawRule
from xref.rules.packs import Pack, files_of, named, names
from xref.rules.problem import Problem

SCHEMA = 1
"""The version of the rule language that is read here."""


_TOP = ("xref", "min_version", "about", "extends", "measures", "rules")


_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,2}\Z")


_MAX_BYTES = 4_000_000


_SMALLEST = """\
xref: 1
rules:
- id: unattributed-price
  type: claim
  select: {kind: quantity, dimension: money, attribution: none}
  report: warning
"""


class Reader:
    """Reads packs and what they extend, each file once."""

    def __init__(self) -> None:
        self.errors: list[RuleError] = []
        self.lines: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self.reading: list[str] = []
        self.raw: list[RawRule] = []
        self.old: list[Met] = []
        self.measures: list[Mapping[str, Mapping[str, object]]] = []
        self.named: dict[str, str] = {}
        """The dimension of each measure that the files teach, as far as it is told."""
        self.broken: set[tuple[str, int, int]] = set()

    def error(self, mark: Mark, message: str, *hints: str, example: str = "") -> None:
        """Keep what is wrong at a place, in words."""
        self.add(RuleError(mark, message, self.excerpt(mark), hints, example))

    def add(self, *errors: RuleError) -> None:
        """Keep errors, save at places where the YAML itself is wrong: they follow from that."""
        for error in errors:
            if error.mark.start not in self.broken:
                self.errors.append(error)

    def excerpt(self, mark: Mark) -> str:
        """The line of a file that a place is in."""
        lines = self.lines.get(mark.file, [])
        return lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""

    def narrowed(self, problem: Problem, rule: Node) -> Mark:
        """The place of a problem, down to the words where the text stands there as it is."""
        mark = problem.mark(rule)
        if problem.within is None:
            return mark
        text = str(rule.at(problem.path).plain)
        offset, width = problem.within
        start = self.excerpt(mark).find(text, mark.column - 1)
        if start < 0:
            return mark
        return Mark(mark.file, mark.line, start + offset + 1, width)

    def pack(self, pack: Pack) -> None:
        """Read a file, or every rule file of a folder in the order of their names."""
        if pack.is_dir():
            files = list(files_of([pack]))
            if not files:
                self.error(Mark(str(pack), 1, 1), "no rule file in this folder", "allowed: *.yaml")
            for file in files:
                self._file(file)
        else:
            self._file(pack)

    def _file(self, file: Pack) -> None:
        name = str(file)
        key = os.path.realpath(file) if isinstance(file, Path) else name
        if key in self.seen:
            return
        self.seen.add(key)
        try:
            with file.open("rb") as stream:
                content = stream.read(_MAX_BYTES + 1)
        except FileNotFoundError:
            self.error(Mark(name, 1, 1), "there is no such file or folder")
            return
        except OSError as error:
            self.error(Mark(name, 1, 1), f"cannot be read: {error.strerror or error}")
            return
        if len(content) > _MAX_BYTES:
            self.error(Mark(name, 1, 1), f"larger than {_MAX_BYTES:,} bytes: no rule file is")
            return
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.error(Mark(name, line, 1), "this is not UTF-8")
            return
        self.lines[name] = lines_of(text)
        top, errors = parse(text, name)
        self.errors.extend(errors)
        self.broken.update(error.mark.start for error in errors)
        if top is None and not errors:
            self.error(Mark(name, 1, 1), "the file is empty", example=_SMALLEST)
        if top is not None:
            self.reading.append(key)
            self._top(top, file)
            self.reading.pop()

    def _top(self, top: Node, file: Pack) -> None:
        if not isinstance(top.value, dict):
            self.error(top.mark, "a rule file is a mapping", example=_SMALLEST)
            return
        if not self._version(top):
            return
        if not self._recent(top):
            return
        for key in top.value:
            if key not in _TOP:
                self.error(top.key_mark(key), f'unknown key "{key}"', *one_of(key, _TOP))
        about = top.get("about")
        if about is not None and not isinstance(about.value, str):
            self.error(about.mark, "about: expected text")
        self._extended(top, file)
        self.taught(top)
        self._listed(top)

    def _version(self, top: Node) -> bool:
        """Whether the file is written for a version that is read here."""
        node = top.get("xref")
        if node is None:
            self.error(
                top.mark,
                'the file misses "xref", the version of the rule language',
                f"write xref: {SCHEMA} in its first line",
            )
            return True
        version = node.value
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self.error(
                node.mark, "xref: expected the version of the rule language", f"allowed: {SCHEMA}"
            )
        elif version > SCHEMA:
            self.error(
                node.mark,
                f"this file is written for rule language {version}; this xref reads {SCHEMA}",
                "upgrade xref",
            )
            return False
        return True

    def _recent(self, top: Node) -> bool:
        """Whether this xref is no older than the file asks for."""
        node = top.get("min_version")
        if node is None:
            return True
        asked = node.written or str(node.value)
        if not _VERSION.match(asked):
            self.error(node.mark, f'"{asked}" is no version of xref', f"this is {__version__}")
            return True
        if _parts(asked) > _parts(__version__):
            message = f"this file asks for xref {asked} or later; this is {__version__}"
            self.error(node.mark, message, "upgrade xref")
            return False
        return True

    def _extended(self, top: Node, file: Pack) -> None:
        node = top.get("extends")
        if node is None:
            return
        for each in node.items() if isinstance(node.value, list) else (node,):
            if not isinstance(each.value, str) or "\0" in each.value:
                self.error(
                    each.mark, "extends: expected a pack", "allowed: default, or the path of a pack"
                )
                continue
            base = file.parent / each.value if isinstance(file, Path) else None
            own = base is not None and base.exists() and each.value != "default"
            if not own and (packs := named(each.value)):
                for pack in packs:
                    self.pack(pack)
            elif isinstance(base, Path) and not _is_below(base, file):
                self.error(
                    each.mark,
                    f'the pack "{each.value}" lies outside of the folder of this file',
                    "name both packs where rules are named: --rules A --rules B",
                )
            elif base is None or not base.exists():
                guess = nearest(each.value, names())
                self.error(
                    each.mark,
                    f'there is no pack "{each.value}"',
                    *(() if guess is None else (f'did you mean "{guess}"?',)),
                    f"allowed: {', '.join(names())}, or a path from this file",
                )
            elif (circle := self._circle(base)) is not None:
                self.error(each.mark, f"the packs extend each other in a circle: {circle}")
            else:
                self.pack(base)

    def _circle(self, base: Path) -> str | None:
        """The way from a pack back to itself, where it is one of those that led here."""
        reached = {os.path.realpath(each) for each in files_of([base]) if isinstance(each, Path)}
        for at, name in enumerate(self.reading):
            if name in reached:
                return " → ".join(Path(each).name for each in (*self.reading[at:], name))
        return None

    def taught(self, top: Node) -> None:
        """The measures of a file."""
        node = top.get("measures")
        if node is None:
            return
        if not isinstance(node.value, dict):
            self.error(node.mark, "measures: expected a mapping of names to measures")
            return
        taught: dict[str, Mapping[str, object]] = {}
        self.named.update((name, _dimension(part)) for name, part in node.value.items())
        for name, part in node.value.items():
            try:
                measure = Measure.model_validate(part.plain)
            except ValidationError as error:
                self.add(*translate.told(error, part, Measure, self.excerpt, whole=name))
                continue
            problems = list(in_measure(name, measure))
            for problem in problems:
                mark = problem.mark(part) if problem.path else node.key_mark(name)
                self.error(mark, problem.message, *problem.hints)
            if problems:
                continue
            fields = measure.model_dump(exclude_defaults=True, by_alias=True)
            taught[name] = {
                key: list(v) if isinstance(v, tuple) else v for key, v in fields.items()
            }
        if taught:
            self.measures.append(taught)

    def _listed(self, top: Node) -> None:
        """The rules of a file."""
        node = top.get("rules")
        if node is None or node.value is None:
            slip = any(nearest(key, ("rules",)) for key in top.value if key not in _TOP)
            broken = any(file == top.mark.file for file, _, _ in self.broken)
            if node is None and (slip or broken or top.get("measures") or top.get("extends")):
                return
            mark = top.mark if node is None else top.key_mark("rules")
            self.error(mark, "the file holds no rules", example=EXAMPLES["compare"])
            return
        if not isinstance(node.value, list):
            self.error(node.mark, "rules: expected a list of rules", example=EXAMPLES["compare"])
            return
        if not node.value:
            self.error(node.mark, "the file holds no rules", example=EXAMPLES["compare"])
        for rule in node.items():
            self._rule(rule)

    def _rule(self, node: Node) -> None:
        if not isinstance(node.value, dict):
            self.error(node.mark, "a rule is a mapping", example=EXAMPLES["compare"])
            return
        base = node.get("extends")
        if base is not None and not isinstance(base.value, str):
            self.error(base.mark, "extends: expected the id of a rule")
            return
        name = node.get("id") or base
        if name is None:
            type_ = node.get("type")
            example = EXAMPLES.get(str(type_.value) if type_ else "", EXAMPLES["compare"])
            self.error(node.mark, 'the rule misses "id"', example=example)
            return
        if not isinstance(name.value, str):
            self.error(name.mark, "id: expected text")
            return
        extends = None if base is None else str(base.value)
        rule, met = renewed(node)
        self.old += met
        self.raw.append(RawRule(name.value, rule, extends))


def _dimension(measure: Node) -> str:
    """What the figures of a measure are measured in, as far as the file tells."""
    told, unit = measure.get("dimension"), measure.get("unit")
    if told is None and unit is not None:
        return known.units().get(str(unit.value), "")
    return "" if told is None else str(told.value)


def _parts(version: str) -> tuple[int, ...]:
    """The numbers of a version, in which 0.9 and 0.9.0 are the same."""
    found = [int(part) for part in re.findall(r"\d+", version)[:3]]
    return tuple(found + [0] * (3 - len(found)))


def _is_below(base: Path, file: Pack) -> bool:
    """Whether a pack lies in the folder of the file that extends it, whatever links lead there."""
    return isinstance(file, Path) and PurePath(os.path.realpath(base)).is_relative_to(
        os.path.realpath(file.parent)
    )
