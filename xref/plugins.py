"""What installed packages add to xref, by their entry points.

A package names what it adds in a group of its metadata: formats that are read (`xref.inputs`) and
written (`xref.outputs`), comparators of rules (`xref.comparators`), measures (`xref.measures`) and
packs of rules (`xref.packs`). What xref has under a name comes before what a package has.
"""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

INPUTS, OUTPUTS = "xref.inputs", "xref.outputs"
COMPARATORS, MEASURES, PACKS = "xref.comparators", "xref.measures", "xref.packs"


class PluginError(Exception):
    """An installed package adds something that does not work; the message says which and why."""

    def __init__(self, entry: EntryPoint, what: str) -> None:
        package = entry.dist.name if entry.dist is not None else entry.module
        super().__init__(f"the package {package} ({entry.group}: {entry.name}) {what}")


@cache
def added(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of a group by name; of two with one name that of the first package."""
    found: dict[str, EntryPoint] = {}
    for entry in sorted(entry_points(group=group), key=lambda e: (e.name, e.value)):
        found.setdefault(entry.name, entry)
    return found


@cache
def loaded(group: str, name: str) -> object:
    """What a package adds under a name.

    Raises:
        KeyError: when no package adds it.
        PluginError: when it cannot be imported.
    """
    entry = added(group)[name]
    try:
        return entry.load()
    except Exception as error:
        raise PluginError(entry, f"cannot be loaded: {type(error).__name__}: {error}") from error
