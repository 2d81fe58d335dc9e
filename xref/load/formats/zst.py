"""Zstandard: any file, compressed."""

import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from xref.load.extras import missing
from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.unpacking import Budget, TooMuchError, bounded, too_deep

_WINDOW = 27
"""The most memory that a file may ask for, as a power of two of bytes."""


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The records of the file inside."""
    library = "backports.zstd" if sys.version_info < (3, 14) else "compression.zstd"
    stopped = missing(library, "archives", "zstandard files") or too_deep(source.depth)
    if stopped is not None:
        yield stopped
        return
    if sys.version_info < (3, 14):
        from backports import zstd
    else:
        from compression import zstd

    inner = source.member(PurePath(source.name).stem)
    options = {int(zstd.DecompressionParameter.window_log_max): _WINDOW}
    try:
        unpacked = cast("BinaryIO", zstd.ZstdFile(stream, options=options))
        yield from source.dispatch(bounded(unpacked, Budget()), inner)
    except (zstd.ZstdError, EOFError, TooMuchError) as error:
        yield Broken(f"the zstandard file is broken: {error}")
