"""Packs by name: those that come with xref, and those that installed packages bring."""

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from xref.plugins import PACKS, added

_SUFFIXES = (".yaml", ".yml")
_EXTRA = "extra"
_DEFAULT = "default"
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")

Pack = Path | Traversable
"""A rule file, or a folder of them."""


def default_packs() -> tuple[Pack, ...]:
    """The pack of xref's own that runs unless told otherwise; it extends the others.

    Raises:
        FileNotFoundError: when the packaged rules are not installed.
    """
    return (_home() / f"{_DEFAULT}.yaml",)


def _home() -> Pack:
    """The packaged rules: ``xref/packs`` of a wheel, else the checkout's folder ``rules``."""
    home = resources.files("xref")
    packed = home / "packs"
    if packed.is_dir():
        return packed
    checkout = Path(str(home)).parent / "rules"
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError("the packaged rules are not installed")


def is_name(text: str) -> bool:
    """Whether a text can be the name of a pack, and is no path to a file."""
    return _NAME.match(text) is not None


def named(name: str) -> tuple[Pack, ...]:
    """The pack of a name, in its parts; empty where none bears it.

    Those that come with xref come before those of packages.
    """
    if not is_name(name):
        return ()
    for folder in (_home(), _home() / _EXTRA):
        file = folder / f"{name}.yaml"
        if file.is_file():
            return (file,)
    entry = added(PACKS).get(name)
    return () if entry is None else (resources.files(entry.module),)


def names() -> tuple[str, ...]:
    """The names of all packs, default first."""
    own = {*_stems(_home()), *_stems(_home() / _EXTRA), *added(PACKS)}
    return (_DEFAULT, *sorted(own - {_DEFAULT}))


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
