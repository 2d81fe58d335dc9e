"""Write `docs/licences.md`: the licence of every package that the lock names.

    python -m dependencies.licences

A package says its licence itself: as an SPDX expression, else as classifiers, else in a field.
Of one that is not installed the page keeps what it tells of that version.
"""

import sys
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dependencies.asked import asked
from dependencies.install import ROOT
from dependencies.lock import locked

PAGE = ROOT / "docs" / "licences.md"
_HEAD = """# Licences

xref itself is Apache-2.0 (`LICENSE`). Everything that it is installed, built and tested with, as
each package tells it of itself; `make licences` writes this page.
"""
_PARTS = {
    "run": "A user installs",
    "build": "Building takes",
    "dev": "The tests take",
    "site": "The documentation as a site takes",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The page, for the packages that are installed here or that it tells of already."""
    told: set[str] = set()
    known = set(PAGE.read_text(encoding="utf-8").splitlines()) if PAGE.exists() else set()
    parts = [_HEAD]
    for lock, title in _PARTS.items():
        pins = [pin for pin in _pins(lock) if pin.name not in told]
        told.update(pin.name for pin in pins)
        parts += [f"\n## {title}\n\n", "| package | version | licence |\n|---|---|---|\n"]
        parts += _rows(pins, known)
    return "".join(parts)


def _pins(lock: str) -> list[Requirement]:
    """The pins of a lock, with what a user installs that building takes too, by name."""
    named = {Requirement(line).name for line in asked(ROOT)[lock]} if lock == "run" else set()
    shared = [pin for pin in locked("build") if pin.name in named]
    return sorted([*locked(lock), *shared], key=lambda pin: pin.name)


def _rows(pins: Iterable[Requirement], known: Iterable[str]) -> Iterable[str]:
    for pin in pins:
        if pin.marker is not None and not pin.marker.evaluate():
            continue
        try:
            about = metadata(pin.name)
        except PackageNotFoundError:
            yield _kept(pin, known)
            continue
        yield f"| {about['Name']} | {about['Version']} | {licence(about)} |\n"


def _kept(pin: Requirement, known: Iterable[str]) -> str:
    """The row of a package that is not installed, as the page has it for its version."""
    version = str(pin.specifier).removeprefix("==")
    for row in known:
        name, _, rest = row.removeprefix("| ").partition(" | ")
        if canonicalize_name(name) == pin.name and rest.startswith(f"{version} | "):
            return f"{row}\n"
    raise SystemExit(f"{pin.name} is not installed; make licences installs it")


def licence(about: PackageMetadata) -> str:
    """The licence that a package's metadata tells, on one line."""
    expression = about.get("License-Expression")
    if expression:
        return expression
    classifiers = about.get_all("Classifier") or []
    told = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: ")]
    field = (about.get("License") or "").strip().partition("\n")[0]
    return "; ".join(name for name in told if name != "OSI Approved") or field or "not told"


if __name__ == "__main__":
    sys.exit(main())
