"""Measures that installed packages teach, as they would stand in a rule file."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from xref.plugins import MEASURES, PluginError, added, loaded
from xref.rules.errors import Mark, RuleError
from xref.rules.marks import Node, parse


def taught_by_packages() -> Iterator[tuple[Node | None, Sequence[RuleError]]]:
    """The top of a rule file for each package that teaches measures, and what is wrong with it."""
    for name, entry in added(MEASURES).items():
        mark = Mark(f"package {entry.value}", 1, 1)
        try:
            found = loaded(MEASURES, name)
        except PluginError as error:
            yield None, [RuleError(mark, str(error))]
            continue
        if not isinstance(found, Mapping):
            yield None, [RuleError(mark, "expected a mapping of names to measures")]
            continue
        try:
            text = yaml.safe_dump({"measures": _plain(found)}, sort_keys=False)
        except yaml.YAMLError:
            yield None, [RuleError(mark, "holds what no rule file can")]
            continue
        yield parse(text, mark.file)


def _plain(value: object) -> object:
    """Mappings and sequences of a package as those that YAML writes."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in value]
    return value
