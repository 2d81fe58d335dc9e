"""Folders to files."""

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

NOT_YET = {
    ".htm": "HTML",
    ".html": "HTML",
    ".xhtml": "HTML",
    ".xml": "XML",
    ".rss": "feed",
    ".warc": "WARC",
    ".gz": "compressed",
    ".parquet": "Parquet",
    ".pdf": "PDF",
    ".docx": "Word",
    ".csv": "CSV",
}
"""Extensions of formats that hold articles and that xref has no reader for."""

_INSTEAD = "save each article as .txt, or as a record of .jsonl"


class Found(NamedTuple):
    """A file to read, or a place that cannot be read, with the reason."""

    path: str
    reason: str | None = None


def found(inputs: Iterable[str], known: Container[str]) -> list[Found]:
    """All files of `inputs`, folders read to the bottom, in the order of their paths, each once.

    Hidden files and folders and a folder's README are left. A file whose extension is not
    `known` comes with a reason.
    """
    seen: set[str] = set()
    each: list[Found] = []
    for path in sorted(str(PurePath(path)) for path in inputs):
        for one in _under(path, known) if Path(path).is_dir() else [_file(path, known)]:
            real = os.path.realpath(one.path)
            if real not in seen:
                seen.add(real)
                each.append(one)
    return sorted(each)


def _under(folder: str, known: Container[str]) -> Iterator[Found]:
    """The files below a folder; a link back to a folder above is not followed."""
    waiting = [folder]
    entered: set[str] = set()
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in entered:
            continue
        entered.add(real)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield Found(here, unreadable(error, "folder"))
            continue
        for entry in entries:
            if entry.name.startswith(".") or PurePath(entry.name).stem.upper() == "README":
                continue
            if entry.is_dir():
                waiting.append(entry.path)
            else:
                yield _file(entry.path, known)


def _file(path: str, known: Container[str]) -> Found:
    """One file, with the reason where it will not be read."""
    suffix = PurePath(path).suffix.lower()
    if not Path(path).exists():
        return Found(path, "it is a link to a file that does not exist")
    if not Path(path).is_file():
        return Found(path, "it is no regular file")
    if suffix in known:
        return Found(path)
    if suffix in NOT_YET:
        return Found(path, f"{NOT_YET[suffix]} files are not read yet; {_INSTEAD}")
    what = f"the extension {suffix} is unknown" if suffix else "the file has no extension"
    return Found(path, f"{what}; xref reads .txt, .md, .json and .jsonl")


def unreadable(error: OSError, what: str) -> str:
    """The reason for a file or folder that the system does not let us read."""
    return f"the {what} cannot be read: {error.strerror or error}"
