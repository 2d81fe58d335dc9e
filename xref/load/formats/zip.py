"""zip of files, and WACZ, a zip of web archives."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO, cast

from xref.load.record import Broken, Record
from xref.load.source import Source
from xref.load.unpacking import Budget, TooMuchError, bounded, too_deep
from xref.load.walk import belongs_to_page
from xref.load.whole import whole_bytes

MAX_MEMBERS = 20_000
"""The most files that a zip may hold."""


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The records of the files inside, in the order of their names.

    Hidden files, a README, what system programs add, and files whose extension is not that of an
    article are left.
    """
    deep = too_deep(source.depth)
    if deep is not None:
        yield deep
        return
    if not stream.seekable():
        raw = whole_bytes(stream)
        if isinstance(raw, Broken):
            yield raw
            return
        stream = io.BytesIO(raw)
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _members(archive, source)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        yield Broken(f"the zip file is broken: {error}")


def _members(archive: zipfile.ZipFile, source: Source) -> Iterator[Record | Broken]:
    names = sorted({one.filename for one in archive.infolist() if not one.is_dir()})
    if len(names) > MAX_MEMBERS:
        yield Broken(f"it holds more than {MAX_MEMBERS:,} files")
        return
    held = frozenset(names)
    wacz = source.suffix == ".wacz"
    budget = Budget()
    empty = True
    for name in names:
        path = PurePath(name)
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        beside = wacz and path.parts[0] != "archive"
        saved = any(belongs_to_page(str(folder), held) for folder in path.parents if folder.name)
        if hidden or saved or beside or path.stem.upper() == "README" or not source.reads(name):
            continue
        empty = False
        try:
            with archive.open(name) as member:
                inner = bounded(cast("BinaryIO", member), budget)
                for one in source.dispatch(inner, source.member(name)):
                    yield replace(one, member=f"{name}/{one.member}" if one.member else name)
        except TooMuchError as error:
            yield Broken(str(error))
            return
        except RuntimeError as error:
            yield Broken(f"it cannot be unpacked: {error}", member=name)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            yield Broken(f"it is broken inside the zip file: {error}", member=name)
    if empty:
        yield Broken("the zip file holds no file that xref reads")
