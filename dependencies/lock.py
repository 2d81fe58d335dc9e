"""Write the lock from `pyproject.toml`: versions and hashes for every platform and Python.

    python -m dependencies.lock              add what is missing, keep every other version
    python -m dependencies.lock --upgrade    move everything to the newest

The lock names no index and no address, so it is the same wherever it is made. It needs uv, which
is taken from the path or else installed into a folder that is thrown away.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from packaging.requirements import Requirement

from dependencies.install import LOCK, ROOT, python_of, say

LOCKS = {
    "build": ("--group", "build"),
    "run": ("pyproject.toml",),
    "dev": ("pyproject.toml", "--extra", "dev"),
    "long": ("pyproject.toml", "--extra", "dev", "--extra", "long"),
    "site": ("pyproject.toml", "--extra", "dev", "--extra", "site"),
    "bench": ("pyproject.toml", "--extra", "dev", "--extra", "bench"),
}
"""What each lock is made from. A later one keeps to the versions of all before it."""

BASE = ("build", "run", "dev")
"""The locks that are installed below any other; what they hold is not said again."""


def main() -> None:
    """Write every lock."""
    parser = argparse.ArgumentParser(description="Write the lock of every dependency.")
    parser.add_argument("--upgrade", action="store_true", help="move all to the newest versions")
    upgrade = parser.parse_args().upgrade
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or _uv(Path(folder))
        for name in LOCKS:
            say(f"writing {(LOCK / name).relative_to(ROOT)}.txt")
            _write(uv, name, upgrade)


def _uv(folder: Path) -> str:
    """An uv of our own."""
    say("installing uv, to be thrown away")
    venv.create(folder, with_pip=True)
    python = python_of(folder)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(python.with_name("uv" + python.suffix))


def _write(uv: str, name: str, upgrade: bool) -> None:
    file = LOCK / f"{name}.txt"
    earlier = list(LOCKS)[: list(LOCKS).index(name)]
    constraints = [word for lock in earlier for word in ("-c", str(LOCK / f"{lock}.txt"))]
    subprocess.run(
        [
            *(uv, "pip", "compile", *LOCKS[name], *constraints),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
            *("--upgrade",) * upgrade,
            *("--output-file", str(file)),
        ],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    below = {pin for lock in earlier if lock in BASE for pin in pins(LOCK / f"{lock}.txt")}
    file.write_text("".join(p for p in pins(file) if p not in below), encoding="utf-8")


def pins(file: Path) -> list[str]:
    """The entries of a lock: each a line with name, version and marker, and lines of hashes."""
    return re.split(r"^(?=\S)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def locked(name: str) -> list[Requirement]:
    """The pins of one lock."""
    found = []
    for pin in pins(LOCK / f"{name}.txt"):
        first, _, hashes = pin.partition("\\\n")
        if "--hash=sha256:" not in hashes:
            raise SystemExit(f"{name}.txt: {first.strip()} has no hash")
        found.append(Requirement(first))
    return found


if __name__ == "__main__":
    sys.exit(main())
