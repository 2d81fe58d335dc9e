"""Inputs, as a command line names them, to documents."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from xref.load.errors import MissingInput
from xref.load.formats import FORMATS
from xref.load.identity import stems
from xref.load.json_text import JsonError, parse
from xref.load.record import Broken, Record
from xref.load.walk import Found, found, unreadable
from xref.model.article import Document, Skipped

STDIN = "-"
"""The input that stands for standard input."""
MOST_PIPED = 500_000_000
"""The most bytes that standard input may have: it is read whole, to see what it is."""

_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n")


def load(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    left: Callable[[str], bool] = lambda _: False,
) -> Iterator[Document | Skipped]:
    """The documents of files, folders and standard input (``-``), and what could not be read.

    Folders are read to the bottom; hidden files and folders, a folder's README and files of
    which `left` is true are left.
    Documents come in the order of their paths, whatever the order of `inputs`; a file that is
    given twice is read once; standard input comes last. No two documents share an id.

    Raises:
        MissingInput: when a path does not exist; nothing is read then.
    """
    for path in inputs:
        if path != STDIN and not os.path.lexists(path):
            raise MissingInput(path)
    return _documents(inputs, stdin, left)


def _documents(
    inputs: Sequence[str], stdin: BinaryIO | None, left: Callable[[str], bool]
) -> Iterator[Document | Skipped]:
    files = found((path for path in inputs if path != STDIN), FORMATS, left)
    names = stems([file.path for file in files if file.reason is None])
    taken: dict[str, str] = {}
    for file in files:
        path = _printable(file.path)
        if file.reason is not None:
            yield Skipped(path, file.reason, file.expected)
        else:
            for record in _read(file):
                yield _document(record, path, _printable(names[file.path]), taken)
    if STDIN in inputs and stdin is not None:
        for record in _piped(stdin):
            yield _document(record, STDIN, "stdin", taken)


def _printable(path: str) -> str:
    """A path whose bytes are no UTF-8, with a mark for each of these; any other as it is."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


def _read(file: Found) -> Iterator[Record | Broken]:
    """The records of one file."""
    suffix = PurePath(file.path).suffix.lower()
    try:
        with Path(file.path).open("rb") as stream:
            yield from FORMATS[suffix](stream)
    except OSError as error:
        yield Broken(unreadable(error, "file"))


def _piped(stdin: BinaryIO) -> Iterator[Record | Broken]:
    """The records of standard input, by what they begin with: JSON, a front matter, else text."""
    raw = stdin.read(MOST_PIPED + 1)
    if len(raw) > MOST_PIPED:
        most = MOST_PIPED // 1_000_000
        yield Broken(f"standard input is longer than {most} MB; give it as files")
        return
    begin = raw.removeprefix(b"\xef\xbb\xbf")
    start = begin.lstrip()
    suffix = ".txt"
    if _FRONT_MATTER.match(begin):
        suffix = ".md"
    elif start.startswith(b"{"):
        suffix = ".jsonl" if _is_json(start.partition(b"\n")[0]) or not _is_json(start) else ".json"
    elif start.startswith(b"[") and _is_json(start):
        suffix = ".json"
    yield from FORMATS[suffix](BytesIO(raw))


def _is_json(raw: bytes) -> bool:
    try:
        parse(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, JsonError):
        return False
    return True


def _document(
    record: Record | Broken, path: str, name: str, taken: dict[str, str]
) -> Document | Skipped:
    """The document of one record; `taken` holds every id that is given, and where."""
    place = path if record.number is None else f"{path}:{record.number}"
    if isinstance(record, Broken):
        return Skipped(place, record.reason)
    identity = record.id
    if identity is None:
        identity = name if record.number is None else f"{name}:{record.number}"
        if identity in taken:
            identity = place
    if identity in taken:
        return Skipped(
            place, f'the id "{identity}" is already that of {taken[identity]}; ids must be unique'
        )
    taken[identity] = place
    return Document(
        id=identity,
        path=path,
        text=record.text,
        title=record.title,
        outlet=record.outlet,
        author=record.author,
        published=record.published,
        url=record.url,
        language=record.language,
        story=record.story,
        extra=record.extra,
        notes=record.notes,
        first_line=record.first_line,
        as_file=record.as_file,
    )
