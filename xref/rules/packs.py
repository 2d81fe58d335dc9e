"""Packs by name: those that come with xref, and those that installed packages bring."""

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from xref.plugins import PACKS, added

_SUFFIXES = (".yaml", ".yml")
_EXTRA = "extra"
_ALONE = ("casualties", "dates", "persons", "quotes", "sanity", "sourcing")
"""Parts of the default pack that need no other part, and so are packs by themselves."""
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")

Pack = Path | Traversable
"""A rule file, or a folder of them."""


def default_packs() -> tuple[Pack, ...]:
    """The packaged rules: ``xref/packs`` of a wheel, else the checkout's ``rules`` folder.

    Raises:
        FileNotFoundError: when there is neither.
    """
    home = resources.files("xref")
    packed = home / "packs"
    if packed.is_dir():
        return (packed,)
    checkout = Path(str(home)).parent / "rules"
    if checkout.is_dir():
        return (checkout,)
    raise FileNotFoundError("the packaged rules are not installed")


def is_name(text: str) -> bool:
    """Whether a text can be the name of a pack, and is no path to a file."""
    return _NAME.match(text) is not None


def named(name: str) -> tuple[Pack, ...]:
    """The pack of a name, in its parts; empty where none bears it.

    Those that come with xref come before those of packages.
    """
    if name == "default":
        return default_packs()
    if not is_name(name):
        return ()
    for home in default_packs():
        file = (home if name in _ALONE else home / _EXTRA) / f"{name}.yaml"
        if file.is_file():
            return (file,)
    entry = added(PACKS).get(name)
    return () if entry is None else (resources.files(entry.module),)


def names() -> tuple[str, ...]:
    """The names of all packs, default first."""
    own = set(_ALONE)
    for home in default_packs():
        extra = home / _EXTRA
        if extra.is_dir():
            own.update(_stems(extra))
    foreign = set(added(PACKS))
    return ("default", *sorted(own | foreign))


def _stems(folder: Pack) -> Iterator[str]:
    for file in folder.iterdir():
        if file.name.endswith(_SUFFIXES):
            yield file.name.rpartition(".")[0]


def files_of(packs: Iterable[Pack]) -> Iterator[Pack]:
    """The rule files that packs hold, in the order in which they are read."""
    for pack in packs:
        if pack.is_dir():
            yield from sorted(
                (f for f in pack.iterdir() if f.name.endswith(_SUFFIXES) and f.is_file()),
                key=lambda file: file.name,
            )
        else:
            yield pack
