"""From what the command line names to documents, without the files that are xref's own."""

import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NoReturn

from xref.cli.settings import Settings
from xref.cli.streams import stop

if TYPE_CHECKING:
    from xref.model.article import Document, Skipped

STDIN = "-"
REPORTS = "reports"
"""The folder that a report is written to where none is named."""
BASELINE = "xref-baseline.json"
IGNORE = "xref-ignore.yaml"

SUFFIXES = ("html", "md", "json", "txt", "summary.txt", "sarif")
"""What the files that `xref report` writes end in."""

_NOTHING = '""'

_READ = (".txt", ".md", ".json", ".jsonl", ".html", ".csv", ".xml")
_HEAD = 2_000
"""Bytes of a file by which it is known to be written by xref."""

_WRITTEN = re.compile(
    rb"""(?:\#\ )?Consistency\ report\n\n?[\d,]+\ articles?\ \xc2\xb7
    |\{"schema":\ ?"xref\.(?:report|claim|article|baseline)/
    |id,kind,article,outlet,
    |article,path,outlet,outlet_from,
    |<\?xml[^>]*>\s*<testsuites?\b[^>]*name="xref
    |<!doctype\ html>.{,1500}<meta\ name="generator"\ content="xref\ """,
    re.VERBOSE | re.DOTALL,
)
"""How reports, claims and baselines begin, in whatever file they were kept."""


def real(path: str | Path) -> Path:
    """Where a path leads, through all links; one that leads round in a circle stays."""
    return Path(os.path.realpath(path))


def report_files(folder: Path) -> list[Path]:
    """The files that `xref report` may have written to a folder."""
    return [folder / f"report.{suffix}" for suffix in SUFFIXES]


def own_files(config: Settings, *more: Path | None) -> frozenset[Path]:
    """What an input folder may hold that is no article but xref's own: settings, rules, reports."""
    files = (config.file, config.passed_by, config.baseline, config.ignore)
    settled = (*files, *map(Path, config.rules))
    usual = (Path(BASELINE), Path(IGNORE), *report_files(Path(REPORTS)))
    return frozenset(real(file) for file in (*settled, *usual, *more) if file is not None)


def documents(
    inputs: Sequence[str], own: Collection[Path] = (), config: Settings | None = None
) -> "Iterator[Document | Skipped]":
    """The documents of the inputs; the run stops when a path does not exist.

    `config` tells where records keep their fields and what is excluded.

    The files of `own`, and those that an earlier run wrote, are left out where a folder holds
    them, and read where they are named.
    """
    from xref.load import MissingInput, load

    named = {real(path) for path in inputs if path != STDIN}
    left = {file for file in own if file not in named}
    names = {file.name for file in left}

    def ours(path: str) -> bool:
        if PurePath(path).name in names and real(path) in left:
            return True
        return real(path) not in named and written_by_xref(path)

    config = config or Settings()
    try:
        return load(inputs, sys.stdin.buffer, ours, fields=config.fields, exclude=config.exclude)
    except MissingInput as error:
        _missing(error.path)
    except ValueError as error:
        stop(f"--exclude: {error}")


def written_by_xref(path: str) -> bool:
    """Whether a file is a report, a list of claims or a baseline that xref wrote earlier."""
    if PurePath(path).suffix.lower() not in _READ or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as stream:
            return _WRITTEN.match(stream.read(_HEAD)) is not None
    except OSError:
        return False


def must_exist(inputs: Sequence[str]) -> None:
    """Stop the run when a path does not exist."""
    for path in inputs:
        if path != STDIN and not os.path.lexists(path):
            _missing(path)


def _missing(path: str) -> NoReturn:
    hint = "xref reads what is here and fetches nothing: save the page first" * ("://" in path)
    stop(f"no such file or folder: {path or _NOTHING}", hint)
