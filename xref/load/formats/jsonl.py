"""JSON Lines: one record a line; blank lines are allowed."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from xref.load.decode import BINARY, UndecodableError, decode
from xref.load.json_text import JsonError, parse
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.whole import MAX_BYTES, too_long

_HEAD = 8_000
"""Bytes that are looked at to tell a binary file."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPREAD = frozenset((b"{\n", b"[\n", b"{\r\n", b"[\r\n"))


def records(stream: BinaryIO) -> Iterator[Record | Broken]:
    """The file's records, numbered by line from 1; a broken line does not stop the rest."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if b"\0" in head and not head.startswith(_UTF16):
        yield Broken(BINARY)
        return
    empty = True
    for number, raw in _lines(stream):
        if empty and raw in _SPREAD:
            yield Broken("one record must stand on one line; JSON over several lines is .json")
            return
        if isinstance(raw, Broken):
            yield raw
            empty = False
        elif raw.strip():
            yield _parsed(raw, number)
            empty = False
    if empty:
        yield Broken("the file is empty")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | Broken]]:
    """The file's lines, numbered from 1, none above `MAX_BYTES`."""
    first = stream.readline(MAX_BYTES + 1)
    if first.startswith(_UTF16):
        yield from _utf16_lines(first, stream)
        return
    number, line = 1, first.removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) > MAX_BYTES:
            yield number, Broken(too_long("the line"), number)
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
        else:
            yield number, line
        number += 1
        line = stream.readline(MAX_BYTES + 1)


def _utf16_lines(first: bytes, stream: BinaryIO) -> Iterator[tuple[int, bytes | Broken]]:
    """The lines of UTF-16, whose line ends are no single bytes, as UTF-8."""
    raw = first + stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield 1, Broken(too_long("a file in UTF-16"))
        return
    text = raw.decode("utf-16", errors="replace")
    for number, line in enumerate(text.split("\n"), start=1):
        yield number, line.encode("utf-8", errors="replace")


def _parsed(raw: bytes, number: int) -> Record | Broken:
    """The record of one line."""
    try:
        decoded = decode(raw.rstrip(b"\r\n"))
        return record(parse(decoded.text), number, decoded.notes, first_line=number)
    except JsonError as error:
        where = f" from column {error.column} on" if error.column else ""
        return Broken(f"{error}{where}", number)
    except (BadRecordError, UndecodableError) as error:
        return Broken(str(error), number)
