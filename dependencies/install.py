"""Install xref and exactly what the lock names, with hashes, into a virtual environment.

    python dependencies/install.py run          what a report needs
    python dependencies/install.py run dev      and what the tests need

Needs nothing but Python: uv is used where it is on the path, else pip. Every step says what it
does. An environment that holds another lock, or whose making was broken off, is made anew, so that
nothing of it is left.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "dependencies" / "lock"
BUILD = "build"
"""The lock of what builds packages; it comes first, since builds take nothing from elsewhere."""


def main() -> int:
    """Install the locks named on the command line; the status is that of what failed."""
    parser = argparse.ArgumentParser(description="Install xref with its locked dependencies.")
    parser.add_argument("locks", nargs="+", metavar="LOCK", help="run, dev, bench, long or site")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv")
    given = parser.parse_args()
    try:
        install([BUILD, *given.locks], given.venv)
    except subprocess.CalledProcessError as error:
        say(f"failed: {' '.join(map(str, error.cmd))}")
        return int(error.returncode)
    return 0


def install(locks: Sequence[str], venv: Path) -> None:
    """Bring `venv` to `locks` and xref itself, doing only what is not done yet.

    Raises:
        CalledProcessError: when a step fails; its output was shown.
    """
    wanted = {name: _digest(LOCK / f"{name}.txt") for name in locks}
    record = venv / "locked"
    held = kept(venv, wanted)
    if held is None:
        say(f"making {_shown(venv)} with Python {sys.version.split()[0]}")
        run(sys.executable, "-m", "venv", "--clear", venv)
        held = {}
        record.touch()
    for name in locks:
        if name not in held:
            _install_lock(name, venv)
            held[name] = wanted[name]
            record.write_text("".join(f"{n} {d}\n" for n, d in held.items()), encoding="utf-8")
    say("installing xref itself, in place")
    _pip(venv, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def _install_lock(name: str, venv: Path) -> None:
    file = LOCK / f"{name}.txt"
    count = sum(line[:1].isalnum() for line in file.read_text(encoding="utf-8").splitlines())
    say(f"installing up to {count} packages of {file.relative_to(ROOT)} with {_installer()}")
    isolated = () if name == BUILD else ("--no-build-isolation",)
    _pip(venv, "--require-hashes", "--no-deps", *isolated, "--requirement", file)


def _pip(venv: Path, *arguments: str | Path) -> None:
    """Install into `venv`; what goes wrong is shown whole, else one line for each package."""
    uv = shutil.which("uv")
    if uv:
        # uv's answer names every package that it adds.
        run(uv, "pip", "install", "--python", python_of(venv), *arguments)
        return
    command = [str(python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar", "off", *map(str, arguments)]
    told = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told.append(line)
            if line.startswith(("Collecting ", "Installing collected ")):
                say("  " + line.partition(" (from ")[0].partition(": ")[0].strip().lower())
    if process.returncode:
        sys.stderr.writelines(told)
        raise subprocess.CalledProcessError(process.returncode, command)


def kept(venv: Path, wanted: Mapping[str, str]) -> dict[str, str] | None:
    """The locks that an environment holds, with their digests.

    None when it must be made anew: it is not there, its making was broken off, or it holds a lock
    that is not as `wanted`.
    """
    record = venv / "locked"
    if not record.is_file() or not python_of(venv).exists():
        return None
    held = dict(line.split() for line in record.read_text(encoding="utf-8").splitlines())
    return (
        held if all(wanted.get(name, digest) == digest for name, digest in held.items()) else None
    )


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: str | Path) -> None:
    """Run a command, which shows its own output.

    Raises:
        CalledProcessError: when it fails.
    """
    subprocess.run(list(map(str, command)), check=True, cwd=ROOT)


def say(text: str) -> None:
    """Tell at once what goes on."""
    print(f"setup: {text}", file=sys.stderr, flush=True)


def _installer() -> str:
    return "uv" if shutil.which("uv") else "pip"


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


if __name__ == "__main__":
    sys.exit(main())
