"""Git, asked without running or fetching anything that a repository names."""

import os
import subprocess
from typing import NamedTuple

from xref.cli.streams import stop

INSTEAD = "name the new files with --new"
"""What to do where git cannot tell."""

_TRUSTED = (
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.untrackedCache=false"),
)
"""A repository's own settings may name programs: none of them is run, nothing is fetched."""
_CLOSED = {
    "LC_ALL": "C",
    # Over what a repository allows by itself: a setting for one protocol outdoes that for all.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
"""No remote is asked for what the repository lacks, and nobody for a password."""


def without_filters(top: str, ref: str) -> list[str]:
    """Settings that empty the filters which the repository itself defines; yours stay."""
    named = ("config", "--local", "--includes", "--name-only", "-z")
    done = git(top, ref, *named, "--get-regexp", r"^filter\..*\.(clean|smudge|process|required)$")
    names = [name for name in done.stdout.split("\0") if name]
    empty = ("false" if name.endswith(".required") else "" for name in names)
    return [
        word for name, value in zip(names, empty, strict=True) for word in ("-c", f"{name}={value}")
    ]


class Told(NamedTuple):
    """How git ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def said(raw: bytes) -> str:
    """What git printed; bytes of names that are no UTF-8 come back as they were."""
    return raw.decode("utf-8", "surrogateescape")


def git(folder: str, ref: str, *arguments: str) -> Told:
    """Ask git in a folder; the run stops where it is not installed."""
    done = ran(folder, ref, *arguments)
    return Told(done.returncode, said(done.stdout), said(done.stderr))


def ran(
    folder: str, ref: str, *arguments: str, stdin: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """The same with bytes, and with something to read."""
    try:
        return subprocess.run(
            ["git", "-C", folder, "--literal-pathspecs", *_TRUSTED, *arguments],
            capture_output=True,
            input=stdin,
            env=os.environ | _CLOSED,
            check=False,
        )
    except FileNotFoundError:
        stop(f"--changed-since {ref}: git is not installed", INSTEAD)
