"""Zstandard: any file, compressed."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from xref.load.extras import missing
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.unpacking import Budget, TooMuchError, bounded, too_deep


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The records of the file inside."""
    stopped = missing("fastwarc", "archives", "zstandard files") or too_deep(source.depth)
    if stopped is not None:
        yield stopped
        return
    from fastwarc.stream_io import ZstdReader

    inner = source.member(PurePath(source.name).stem)
    try:
        unpacked = cast("BinaryIO", ZstdReader(stream))
        yield from source.dispatch(bounded(unpacked, Budget()), inner)
    except (OSError, EOFError, ValueError, TooMuchError) as error:
        yield Broken(f"the zstandard file is broken: {error}")
