"""From what the command line names to documents, without the files that are xref's own."""

import os
import re
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NoReturn, TextIO

from xref.cli.settings import Settings
from xref.cli.streams import stop

if TYPE_CHECKING:
    from xref.model.article import Document, Skipped

STDIN = "-"
REPORTS = "reports"
"""The folder that a report is written to where none is named."""
BASELINE = "xref-baseline.json"
IGNORE = "xref-ignore.yaml"

SUFFIXES = ("html", "md", "json", "txt", "summary.txt", "sarif", "csv", "questions.csv", "jsonld")
"""What the files that `xref report` writes end in."""

_NOTHING = '""'

_READ = (".txt", ".md", ".json", ".jsonl", ".jsonld", ".html", ".csv", ".xml")
_HEAD = 2_000
"""Bytes of a file by which it is known to be written by xref."""

_WRITTEN = re.compile(
    rb"""(?:\#\ )?Consistency\ report\n\n?[\d,]+\ articles?\ \xc2\xb7
    |\{"schema":\ ?"xref\.(?:report|claim|article|baseline)/
    |[^\n]{1,300}?:\d+(?::\d+)?:\ (?:error|warning|info)\ [a-z0-9-]+:\ [^\n]*\ \[[0-9a-f]{10}\]\n
    |(?:no\ findings|[\d,]+\ (?:error|warning|info)[^\n]{0,200})\ in\ [\d,]+\ articles?\b
    |(?:[^\n]{1,300}:\ skipped:\ [^\n]*\n)+(?:no\ findings|[\d,]+\ (?:error|warning|info))
    |::(?:error|warning|notice)\ (?:file=|title=xref)
    |\#\#teamcity\[inspectionType\b
    |<!--\ xref\ -->
    |\{\s*"\$schema":\ "https://docs\.oasis-open\.org/sarif/.{,400}?"name":\ "xref"
    |\[\s*\{\s*"check_name":\ "xref/
    |\{\s*"@context":\ "https://schema\.org",\s*"@graph":\ \[(?:\]|.{,200}?"urn:xref:)
    |id,kind,article,outlet,
    |question,story,title,of,kind,
    |article,path,outlet,outlet_from,
    |<\?xml[^>]*>\s*<(?:testsuites?|checkstyle)\b
    |<!doctype\ html>.{,1500}<meta\ name="generator"\ content="xref\ """,
    re.VERBOSE | re.DOTALL,
)
"""How what xref prints begins, in whatever file it was kept."""


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

    outlets = streams_to_files()

    def ours(path: str) -> bool:
        if PurePath(path).name in names and real(path) in left:
            return True
        if outlets and _identity(path) in outlets:
            return True
        return real(path) not in named and written_by_xref(path)

    config = config or Settings()
    try:
        return load(inputs, sys.stdin.buffer, ours, fields=config.fields, exclude=config.exclude)
    except MissingInput as error:
        _missing(error.path)
    except ValueError as error:
        stop(f"--exclude: {error}")


def streams_to_files() -> frozenset[tuple[int, int]]:
    """The files that standard output and error go to: what stands there is being written now."""
    found = (_identity(stream.fileno()) for stream in (sys.stdout, sys.stderr) if _is_real(stream))
    return frozenset(each for each in found if each is not None)


def _is_real(stream: TextIO) -> bool:
    try:
        stream.fileno()
    except (OSError, ValueError):
        return False
    return True


def _identity(file: str | int) -> tuple[int, int] | None:
    """Device and number of a regular file, whatever its name; ``None`` for anything else."""
    try:
        found = os.stat(file)  # noqa: PTH116 - of a path or of an open file
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def bounded(file: Path, option: str, most: int, what: str) -> bytes:
    """The bytes of a file that an option names; the run stops where it is larger than any `what`.

    Raises:
        OSError: when it cannot be read.
    """
    with file.open("rb") as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        stop(f"{option}: {file}: larger than {most:,} bytes: no {what}")
    return raw


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
