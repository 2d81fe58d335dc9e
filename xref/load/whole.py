"""A file read at once."""

from collections.abc import Callable
from typing import BinaryIO

from xref.load.decode import Decoded, UndecodableError, decode
from xref.load.record import Broken

MAX_BYTES = 20_000_000
"""The most bytes that one text may take: a whole file, or one line of JSON Lines."""


def whole_bytes(stream: BinaryIO) -> bytes | Broken:
    """The bytes of a file that is not empty and holds no more than `MAX_BYTES`."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        return Broken(too_long("the file"))
    return raw or Broken("the file is empty")


def whole(
    stream: BinaryIO, declared: Callable[[bytes], str | None] | None = None
) -> Decoded | Broken:
    """The text of a file that holds more than white space and no more than `MAX_BYTES`.

    `declared` finds the encoding that the bytes name themselves.
    """
    raw = whole_bytes(stream)
    if isinstance(raw, Broken):
        return raw
    try:
        decoded = decode(raw, declared(raw) if declared else None)
    except UndecodableError as error:
        return Broken(str(error))
    if not decoded.text.strip():
        return Broken("the file holds nothing but white space")
    return decoded


def too_long(what: str) -> str:
    """The reason for leaving out `what`, which is above the limit."""
    limit = MAX_BYTES // 1_000_000
    return f"{what} is larger than {limit} MB; put each article on a line of a .jsonl file"
