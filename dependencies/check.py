"""Check that the lock is what `pyproject.toml` asks for, and what is installed; no network."""

import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from dependencies.asked import asked
from dependencies.install import ROOT
from dependencies.licences import PAGE, page
from dependencies.lock import BASE, LOCKS, locked

Pins = dict[str, Requirement]


def main() -> int:
    """Tell what is out of step; the status is 1 when anything is."""
    faults = list(check(ROOT, {dist.metadata["Name"]: dist for dist in distributions()}))
    for fault in faults:
        print(fault)
    if faults:
        print("make lock adds what is missing, make update moves all to the newest")
        return 1
    if PAGE.read_text(encoding="utf-8") != page():
        print("docs/licences.md is not of this lock; write it with make licences")
        return 1
    print(f"the lock is in step: {sum(len(locked(n)) for n in LOCKS)} packages with hashes")
    return 0


def check(root: Path, installed: dict[str, Distribution]) -> Iterator[str]:
    """What is out of step between `root`'s project file, its lock and `installed`.

    What only another platform or Python needs is not installed, so of it the version alone is
    checked; so are the locks that lie above the tests'.
    """
    wanted = asked(root)
    for name in LOCKS:
        held = {pin.name: pin for n in dict.fromkeys((*BASE, name)) for pin in locked(n)}
        for line in wanted[name]:
            yield from _unmet(Requirement(line), held, name)
    dists = {canonicalize_name(name): dist for name, dist in installed.items()}
    below = [pin for name in BASE for pin in locked(name) if _holds(pin)]
    for pin in below:
        dist = dists.get(canonicalize_name(pin.name))
        if dist is None or not pin.specifier.contains(dist.version, prereleases=True):
            yield f"{pin} is locked, {dist.version if dist else 'nothing'} is installed"
    needed = _closure((Requirement(line) for name in BASE for line in wanted[name]), dists)
    names = {canonicalize_name(pin.name) for pin in below}
    for name in sorted(names - needed):
        yield f"{name} is locked, and nothing asks for it"
    for name in sorted(needed - names):
        yield f"{name} is needed, and not locked"


def _unmet(wanted: Requirement, held: Pins, lock: str) -> Iterator[str]:
    pin = held.get(wanted.name)
    if pin is None:
        yield f"{wanted} is asked for in pyproject.toml and not in {lock}.txt"
        return
    version = next(iter(pin.specifier)).version
    if not wanted.specifier.contains(version, prereleases=True):
        yield f"pyproject.toml asks for {wanted}, {lock}.txt holds {version}"


def _holds(asked: Requirement, extra: str = "") -> bool:
    return asked.marker is None or asked.marker.evaluate({"extra": extra})


def _closure(asked: Iterable[Requirement], dists: dict[str, Distribution]) -> set[str]:
    """The names of all that is needed here, by what each installed package says of itself."""
    seen: set[tuple[str, str]] = set()
    waiting = [one for one in asked if _holds(one)]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        dist = dists.get(name)
        for extra in ("", *sorted(one.extras)):
            if (name, extra) not in seen:
                seen.add((name, extra))
                lines = (dist.requires if dist else None) or ()
                waiting += [r for r in map(Requirement, lines) if _holds(r, extra)]
    return {name for name, _ in seen}


if __name__ == "__main__":
    sys.exit(main())
