"""gzip: any file, compressed."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.unpacking import Budget, TooMuchError, bounded, too_deep


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The records of the file inside."""
    deep = too_deep(source.depth)
    if deep is not None:
        yield deep
        return
    inner = source.member(PurePath(source.name).stem)
    try:
        unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
        yield from source.dispatch(bounded(unpacked, Budget()), inner)
    except (OSError, EOFError, zlib.error, TooMuchError) as error:
        yield Broken(f"the gzip file is broken: {error}")
