"""Folders to files."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
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

OUTSIDE = "it is a link out of the folder; name what it leads to"
"""The reason for a link in a folder that leads elsewhere."""

_INSTEAD = "save each article as .txt, or as a record of .jsonl"


class Found(NamedTuple):
    """A file to read, or a place that is not read, with the reason.

    `expected`: it lies in a folder, and its extension is not that of an article.
    """

    path: str
    reason: str | None = None
    expected: bool = False


def found(
    inputs: Iterable[str], known: Container[str], left: Callable[[str], bool] = lambda _: False
) -> list[Found]:
    """All files of `inputs`, folders read to the bottom, in the order of their paths, each once.

    Hidden files and folders, a folder's README, and the files of a folder that `left` tells are
    left. A file whose extension is not `known` comes with a reason.
    """
    each: dict[str, Found] = {}
    paths = sorted(str(PurePath(path)) for path in inputs)
    tops = [os.path.realpath(path) for path in paths if Path(path).is_dir()]
    for path in paths:
        for one in _under(path, tops, known, left) if Path(path).is_dir() else [_file(path, known)]:
            real = one.path if one.reason == OUTSIDE else os.path.realpath(one.path)
            if real not in each or (each[real].expected and not one.expected):
                each[real] = one
    return sorted(each.values())


def _under(
    folder: str, tops: Sequence[str], known: Container[str], left: Callable[[str], bool]
) -> Iterator[Found]:
    """The files below a folder; a link is followed only to what lies below one of `tops`."""
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
            if entry.is_symlink() and _leads_out(entry.path, tops):
                yield Found(entry.path, OUTSIDE)
            elif _is_folder(entry):
                waiting.append(entry.path)
            elif not left(entry.path):
                one = _file(entry.path, known)
                suffix = PurePath(entry.path).suffix.lower()
                other = bool(suffix) and suffix not in known and suffix not in NOT_YET
                yield one._replace(expected=True) if other else one


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _leads_out(link: str, tops: Sequence[str]) -> bool:
    """Whether a link leads to something that lies in none of the folders `tops`."""
    real = PurePath(os.path.realpath(link))
    return Path(link).exists() and not any(real.is_relative_to(top) for top in tops)


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
