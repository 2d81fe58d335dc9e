"""Runs the command as a user does: in this process, or in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from xref.cli import main

ROOT = Path(__file__).parents[2]

NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}
"""An environment in which git has nobody's settings."""


class Done(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str


@contextmanager
def _standing_in(arguments: list[str], streams: dict[str, io.TextIOWrapper]) -> Iterator[None]:
    before = sys.argv, {name: getattr(sys, name) for name in streams}
    sys.argv = ["xref", *arguments]
    for name, stream in streams.items():
        setattr(sys, name, stream)
    try:
        yield
    finally:
        sys.argv = before[0]
        for name, stream in before[1].items():
            setattr(sys, name, stream)


def run(*arguments: object, cwd: Path, stdin: bytes = b"") -> Done:
    """Run the command in this process, in the folder `cwd`."""
    raw = {name: io.BytesIO() for name in ("stdout", "stderr")}
    streams = {name: io.TextIOWrapper(held, encoding="ascii") for name, held in raw.items()}
    streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin))
    status = 0
    with chdir(cwd), _standing_in([*map(str, arguments)], streams):
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        streams["stdout"].flush()
        streams["stderr"].flush()
    out, err = (raw[name].getvalue().decode("utf-8") for name in ("stdout", "stderr"))
    return Done(status, out, err)


def command(*arguments: object) -> list[str]:
    """The command line of a run in a process of its own."""
    return [sys.executable, "-m", "xref", *map(str, arguments)]


def process(
    *arguments: object,
    cwd: Path | None = None,
    stdout: "int | IO[str]" = subprocess.PIPE,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        command(*arguments),
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=cwd or ROOT,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
        check=False,
    )
