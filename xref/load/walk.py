"""Folders to files."""

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

OUTSIDE = "it is a link out of the folder; name what it leads to"
"""The reason for a link in a folder that leads elsewhere."""
KNOWN = "xref reads .txt, .md, .html, .json, .jsonl, .csv, .xml, .zip and more: docs/formats.md"
"""What to say beside an extension that is none of these."""


class Found(NamedTuple):
    """A file to read, or a place that is not read, with the reason.

    `expected`: it lies in a folder, and its extension is not that of an article.
    """

    path: str
    reason: str | None = None
    expected: bool = False


class Choice(NamedTuple):
    """What is read of a folder.

    `known` tells a name that there is a reader for; `left` files that are no articles though
    their names say so; `exclude` are patterns as in a .gitignore, counted from the folder.
    """

    known: Callable[[str], bool]
    left: Callable[[str], bool] = lambda _: False
    exclude: "GitIgnoreSpec | None" = None


def excluding(patterns: Sequence[str]) -> "GitIgnoreSpec | None":
    """Patterns as in a .gitignore; ``None`` where there are none.

    Raises:
        ValueError: for a pattern that is none.
    """
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    # Of patterns that a user writes: an engine whose time grows with the path alone.
    try:
        return GitIgnoreSpec.from_lines(patterns, backend="re2")
    except re.error as error:
        raise ValueError(f"{', '.join(patterns)}: {error}") from error


def expanded(inputs: Iterable[str]) -> tuple[list[str], list[Found]]:
    """The inputs, each pattern (``articles/**/*.html``) replaced by the files that it matches.

    What exists under its own name is no pattern. A pattern without a match stays as it is. Links
    that lead out of the folder that a pattern begins with are not followed; they come apart.
    """
    out: list[str] = []
    links: dict[str, Found] = {}
    for path in inputs:
        if not has_magic(path) or os.path.lexists(path):
            out.append(path)
            continue
        matches = sorted(glob(path, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        for match in matches:
            link = _link_out(match, path)
            if link is None:
                out.append(match)
            else:
                links[link] = Found(link, OUTSIDE)
        if not matches:
            out.append(path)
    return out, sorted(links.values())


def _link_out(match: str, pattern: str) -> str | None:
    """The link on the way to a match that leads out of the folder its pattern begins with."""
    fixed = 0
    while not has_magic(PurePath(pattern).parts[fixed]):
        fixed += 1
    parts = PurePath(match).parts
    top = os.path.realpath(PurePath(*parts[:fixed]))
    for end in range(fixed + 1, len(parts) + 1):
        here = Path(*parts[:end])
        if here.is_symlink() and _leads_out(str(here), (top,)):
            return str(here)
    return None


def found(inputs: Iterable[str], choice: Choice) -> list[Found]:
    """All files of `inputs`, folders read to the bottom, in the order of their paths, each once.

    Hidden files and folders, a folder's README, what a browser saved beside a page, and what
    `choice` leaves of a folder are left. A
    file whose extension is not known comes with a reason, and so does a link out of the inputs,
    which is never followed.
    """
    each: dict[str, Found] = {}
    paths = sorted(str(PurePath(path)) for path in inputs)
    tops = tuple(os.path.realpath(path) for path in paths)
    for path in paths:
        for one in _under(path, tops, choice) if Path(path).is_dir() else [_file(path, choice)]:
            real = one.path if one.reason == OUTSIDE else os.path.realpath(one.path)
            if real not in each or (each[real].expected and not one.expected):
                each[real] = one
    return sorted(each.values())


def _under(folder: str, tops: Sequence[str], choice: Choice) -> Iterator[Found]:
    """The files below a folder; a link is followed only to `tops` and what lies below them."""
    waiting = [folder]
    entered: set[str] = set()
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in entered:
            continue
        entered.add(real)
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(here, unreadable(error, "folder"))
            continue
        names = frozenset(entry.name for entry in entries)
        for entry in entries:
            if entry.name.startswith(".") or PurePath(entry.name).stem.upper() == "README":
                continue
            into = _is_folder(entry)
            if into and belongs_to_page(entry.name, names):
                continue
            if choice.exclude is not None:
                below = os.path.relpath(entry.path, folder).replace(os.sep, "/")
                if choice.exclude.match_file(f"{below}/" if into else below):
                    continue
            if entry.is_symlink() and _leads_out(entry.path, tops):
                other = not into and not choice.known(entry.name)
                yield Found(entry.path, OUTSIDE, expected=other)
            elif into:
                waiting.append(entry.path)
            elif not choice.left(entry.path):
                one = _file(entry.path, choice)
                other = bool(PurePath(entry.path).suffix) and not choice.known(entry.name)
                yield one._replace(expected=True) if other else one


def belongs_to_page(folder: str, beside: Container[str]) -> bool:
    """Whether a folder holds what a browser saved with a page beside it: pictures, frames."""
    page = folder.removesuffix("_files")
    return page != folder and (f"{page}.html" in beside or f"{page}.htm" in beside)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _leads_out(link: str, tops: Sequence[str]) -> bool:
    """Whether a link leads to something that lies in none of the places `tops`."""
    real = PurePath(os.path.realpath(link))
    return Path(link).exists() and not any(real.is_relative_to(top) for top in tops)


def _file(path: str, choice: Choice) -> Found:
    """One file, with the reason where it will not be read."""
    if not Path(path).exists():
        return Found(path, "it is a link to a file that does not exist")
    if not Path(path).is_file():
        return Found(path, "it is no regular file")
    if choice.known(path):
        return Found(path)
    return Found(path, unknown(path))


def unknown(path: str) -> str:
    """The reason for leaving a file whose extension is not known."""
    suffix = PurePath(path).suffix.lower()
    what = f"the extension {suffix} is unknown" if suffix else "the file has no extension"
    return f"{what}; {KNOWN}"


def unreadable(error: OSError, what: str) -> str:
    """The reason for a file or folder that the system does not let us read."""
    return f"the {what} cannot be read: {error.strerror or error}"
