"""From what the command line names to documents, without the files that are xref's own."""

import os
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

SUFFIXES = ("html", "md", "json", "txt", "sarif")
"""What the files that `xref report` writes end in."""

_NOTHING = '""'


def report_files(folder: Path) -> list[Path]:
    """The files that `xref report` may have written to a folder."""
    return [folder / f"report.{suffix}" for suffix in SUFFIXES]


def own_files(config: Settings, *more: Path | None) -> frozenset[Path]:
    """What an input folder may hold that is no article but xref's own: settings, rules, reports."""
    settled = (config.file, config.baseline, config.ignore, *map(Path, config.rules))
    usual = (Path(BASELINE), Path(IGNORE), *report_files(Path(REPORTS)))
    return frozenset(file.resolve() for file in (*settled, *usual, *more) if file is not None)


def documents(inputs: Sequence[str], own: Collection[Path] = ()) -> "Iterator[Document | Skipped]":
    """The documents of the inputs; the run stops when a path does not exist.

    The files of `own` are left out where a folder holds them, and read where they are named.
    """
    from xref.load import MissingInput, load

    named = {Path(path).resolve() for path in inputs if path != STDIN}
    left = {file for file in own if file not in named}
    names = {file.name for file in left}

    def ours(path: str) -> bool:
        return PurePath(path).name in names and Path(path).resolve() in left

    try:
        found = load(inputs, sys.stdin.buffer)
    except MissingInput as error:
        _missing(error.path)
    return (each for each in found if not ours(each.path))


def must_exist(inputs: Sequence[str]) -> None:
    """Stop the run when a path does not exist."""
    for path in inputs:
        if path != STDIN and not os.path.lexists(path):
            _missing(path)


def _missing(path: str) -> NoReturn:
    hint = "xref reads what is here and fetches nothing: save the page first" * ("://" in path)
    stop(f"no such file or folder: {path or _NOTHING}", hint)
