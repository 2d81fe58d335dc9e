"""JSON Lines: one record a line; blank lines are allowed."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import PurePath
from typing import BinaryIO

from xref.load.decode import BINARY, UndecodableError, decode
from xref.load.json_text import JsonError, parse
from xref.load.record import Broken, Record
from xref.load.shapes import records_of
from xref.load.source import Source
from xref.load.whole import MAX_BYTES, too_long

_HEAD = 8_000
"""Bytes that are looked at to tell a binary file."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPREAD = frozenset((b"{\n", b"[\n", b"{\r\n", b"[\r\n"))


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The file's records, numbered by line from 1; a broken line does not stop the rest."""
    if b"\0" in (head := _head(stream)) and not head.startswith(_UTF16):
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
            yield from _parsed(raw, number, source)
            empty = False
    if empty:
        yield Broken("the file is empty")


def _head(stream: BinaryIO) -> bytes:
    """The first bytes of a file that is read again from its start."""
    if isinstance(stream, BufferedReader):
        return stream.peek(_HEAD)[:_HEAD]
    head = stream.read(_HEAD)
    stream.seek(0)
    return head


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


def _parsed(raw: bytes, number: int, source: Source) -> Iterator[Record | Broken]:
    """The record of one line, or those of an export that stands on it."""
    try:
        decoded = decode(raw.rstrip(b"\r\n"))
        value = parse(decoded.text)
    except JsonError as error:
        where = f" from column {error.column} on" if error.column else ""
        yield Broken(f"{error}{where}", number)
        return
    except UndecodableError as error:
        yield Broken(str(error), number)
        return
    if isinstance(value, list):
        yield Broken("a record must be an object with a text, this is a list", number)
        return
    for place, one in enumerate(records_of(value, source.fields, decoded.notes), start=1):
        told = replace(one, number=number)
        if isinstance(told, Record):
            told = replace(told, first_line=number)
            if place > 1 and told.id is None:
                told = replace(told, id=f"{PurePath(source.name).stem}:{number}.{place}")
        yield told
