"""Inputs, as a command line names them, to documents."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from io import BufferedReader, BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from xref.load.errors import MissingInput
from xref.load.fields import FieldMap
from xref.load.formats import ALSO, FORMATS
from xref.load.identity import stems
from xref.load.json_text import JsonError, parse
from xref.load.record import Broken, Record
from xref.load.source import Reader, Source
from xref.load.walk import Choice, Found, excluding, expanded, found, unknown, unreadable
from xref.model.article import Document, Skipped
from xref.plugins import INPUTS, PluginError, added, loaded

_HEAD = 4_096
"""Bytes by which the format of a file is known whose name does not tell it."""
STDIN = "-"
"""The input that stands for standard input."""
MOST_PIPED = 500_000_000
"""The most bytes that standard input may have: it is read whole, to see what it is."""

_FRONT_MATTER = re.compile(rb"(?:---|\+\+\+)[ \t]*\r?\n")
_BEGINNINGS = (
    (re.compile(rb"\x1f\x8b"), ".gz"),
    (re.compile(rb"\x28\xb5\x2f\xfd"), ".zst"),
    (re.compile(rb"PK\x03\x04.{26}(?:word/|\[Content_Types\])", re.DOTALL), ".docx"),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"PAR1"), ".parquet"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"WARC/|filedesc://"), ".warc"),
    (_FRONT_MATTER, ".md"),
    (re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE), ".html"),
    (re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:RDF|newsItem|newsMessage|nitf)\b"), ".xml"),
)
"""What standard input begins with, by which its format is known."""


FAULT = "xref could not read it, which is a fault of xref"
"""How the reason begins where a reader failed in a way that nobody thought of."""


def reads(name: str) -> bool:
    """Whether there is a reader for files of a name."""
    suffix = PurePath(name).suffix.lower()
    return suffix in FORMATS or suffix in ALSO or suffix[1:] in added(INPUTS)


def load(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    left: Callable[[str], bool] = lambda _: False,
    *,
    fields: FieldMap | None = None,
    exclude: Sequence[str] = (),
) -> Iterator[Document | Skipped]:
    """The documents of files, folders and standard input (``-``), and what could not be read.

    Folders are read to the bottom; hidden files and folders, a folder's README, files of
    which `left` is true, and what a pattern of `exclude` (as in a .gitignore) matches are left.
    `fields` say where records keep what is needed.
    Documents come in the order of their paths, whatever the order of `inputs`; a file that is
    given twice is read once; standard input comes last. No two documents share an id.

    Raises:
        MissingInput: when a path does not exist; nothing is read then.
        ValueError: for a pattern of `exclude` that is none.
    """
    choice = Choice(reads, left, excluding(exclude))
    named, links = expanded(inputs)
    for path in named:
        if path != STDIN and not os.path.lexists(path):
            raise MissingInput(path)
    return _documents(named, links, stdin, choice, fields or {})


def _documents(
    inputs: Sequence[str],
    links: Sequence[Found],
    stdin: BinaryIO | None,
    choice: Choice,
    fields: FieldMap,
) -> Iterator[Document | Skipped]:
    files = sorted([*found((path for path in inputs if path != STDIN), choice), *links])
    names = stems([file.path for file in files if file.reason is None])
    taken: dict[str, str] = {}
    for file in files:
        path = _printable(file.path)
        if file.reason is not None:
            yield Skipped(path, file.reason, file.expected)
        else:
            for record in _read(file, fields):
                yield _document(record, path, _printable(names[file.path]), taken)
    if STDIN in inputs and stdin is not None:
        for record in _piped(stdin, fields):
            yield _document(record, STDIN, "stdin", taken)


def _printable(path: str) -> str:
    """A path whose bytes are no UTF-8, with a mark for each of these; any other as it is."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


def _read(file: Found, fields: FieldMap) -> Iterator[Record | Broken]:
    """The records of one file."""
    source = Source(PurePath(file.path).name, dispatch, reads, fields)
    try:
        with Path(file.path).open("rb") as stream:
            yield from dispatch(stream, source)
    except OSError as error:
        yield Broken(unreadable(error, "file"))
    except MemoryError:
        raise
    except Exception as error:  # one bad article never stops a run, not even by a fault of ours
        yield Broken(f"{FAULT}: {type(error).__name__}: {error}")


def dispatch(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The records of an open file, by the reader for its name.

    What an archive holds under a name that tells nothing is known by how it begins.
    """
    suffix = source.suffix
    if source.depth and not reads(source.name) and isinstance(stream, BufferedReader):
        suffix = _begun(stream.peek(_HEAD))
    reader = FORMATS.get(ALSO.get(suffix, suffix)) or _added(suffix)
    if reader is None:
        yield Broken(unknown(source.name))
        return
    yield from reader(stream, source)


def _added(suffix: str) -> Reader | None:
    """The reader that a package brings for an extension.

    Raises:
        PluginError: when what it brings is none.
    """
    entry = added(INPUTS).get(suffix[1:])
    if entry is None:
        return None
    found = loaded(INPUTS, entry.name)
    if not callable(found):
        raise PluginError(entry, "is no function that reads a file")
    reader: Reader = found
    return reader


def _piped(stdin: BinaryIO, fields: FieldMap) -> Iterator[Record | Broken]:
    """The records of standard input, by how it begins."""
    raw = stdin.read(MOST_PIPED + 1)
    if len(raw) > MOST_PIPED:
        most = MOST_PIPED // 1_000_000
        yield Broken(f"standard input is longer than {most} MB; give it as files")
        return
    suffix = _begun(raw)
    source = Source(f"stdin{suffix}", dispatch, reads, fields)
    yield from FORMATS[suffix](BytesIO(raw), source)


def _begun(raw: bytes) -> str:
    """The extension of a format by how a file begins; that of a text where it is none other."""
    begin = raw.removeprefix(b"\xef\xbb\xbf")
    start = begin.lstrip()
    if start.startswith(b"{"):
        return ".jsonl" if _is_json(start.partition(b"\n")[0]) or not _is_json(start) else ".json"
    if start.startswith(b"[") and _is_json(start):
        return ".json"
    return next((each for mark, each in _BEGINNINGS if mark.match(begin)), ".txt")


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
    if record.member is not None:
        path = f"{path}/{_printable(record.member)}"
        name = f"{name}/{PurePath(_printable(record.member)).with_suffix('')}"
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
        marked=record.marked,
        told_by=record.told_by,
        cut=record.cut,
    )
