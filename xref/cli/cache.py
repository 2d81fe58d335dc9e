"""Where a run keeps what it worked out, and when it does not."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.git import git
from xref.cli.settings import Settings, lies_in
from xref.cli.streams import stop, tell

if TYPE_CHECKING:
    from xref.store import Store

FOLDER = ".xref-cache"

NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help=f"Work everything out anew, and keep nothing.  [default: {FOLDER}, here or beside "
        "the settings]",
    ),
]


@contextmanager
def store(config: Settings, inputs: Sequence[Path], without: bool) -> "Iterator[Store | None]":
    """The store of a run, ``None`` for a run without.

    It lies beside the settings, else here. One that came with somebody else's files is not
    believed: it may not lie in the folders `inputs`, be a link, or be tracked by git.
    """
    home = (config.file.parent if config.file is not None else Path()) / FOLDER
    if without or lies_in(home, inputs) or os.environ.get("XREF_CACHE") == "off":
        yield None
        return
    if home.is_symlink() or (home.exists() and not home.is_dir()):
        stop(f"{home} is no folder of xref's", "take it away, or use --no-cache")
    if _tracked(home):
        tell(f"xref: {home} is kept in git and is not used; take it out: git rm -r --cached {home}")
        yield None
        return
    from xref.store import Store

    with Store(home) as opened:
        yield opened


def _tracked(home: Path) -> bool:
    """Whether git holds files of a folder, which anybody may have put there."""
    if not home.is_dir():
        return False
    above = home.absolute().parents
    if which("git") is None or not any((folder / ".git").exists() for folder in above):
        return False
    done = git(str(home.parent), "", "ls-files", "-z", "--", FOLDER)
    return bool(done.stdout)
