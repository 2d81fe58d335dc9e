"""What git knows as changed."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from xref.cli.git import INSTEAD, git, ran, said, without_filters
from xref.cli.inputs import STDIN, must_exist
from xref.cli.streams import stop, tell

if TYPE_CHECKING:
    from xref.model.article import Document

_FILE = re.compile(r"^diff --git ", re.MULTILINE)
_HUNK = re.compile(r"^@@ -[\d,]+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

_FETCH = f"fetch it (git fetch --unshallow; fetch-depth: 0 in a GitHub workflow), or {INSTEAD}"


class Change(NamedTuple):
    """What was added or edited: files by their real paths, and the articles there before.

    An article of a file is new when it is not among the old ones: an archive of many records has
    only those new that were added to it. `lines` has the edited lines of files that git tracks.
    """

    files: frozenset[str]
    before: frozenset[str]
    lines: Mapping[str, tuple[range, ...]]

    def touches(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` of a file (from 1) was added or edited."""
        file = _real(path)
        ranges = self.lines.get(file)
        if ranges is None:
            return file in self.files
        return any(each.start <= last and first < each.stop for each in ranges)

    def holds(self, document: "Document") -> bool:
        """Whether a document is new."""
        return (
            document.path != STDIN
            and _real(document.path) in self.files
            and told_by(document) not in self.before
        )


def _real(path: str) -> str:
    """Where a path leads, as documents bear it: with a mark for bytes that are no UTF-8."""
    return os.path.realpath(path).encode(errors="surrogateescape").decode(errors="replace")


def told_by(document: "Document") -> str:
    """All that a document tells of itself but its place, as a key."""
    from hashlib import sha256

    parts = (
        *(document.title, document.outlet, document.author, document.published),
        *(document.url, document.language, document.story, document.text),
    )
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def changed(ref: str, inputs: Sequence[str], fields: Mapping[str, str]) -> Change:
    """What was added or edited under the inputs since `ref`, or is not tracked by git.

    Since `ref` means since the commit where the work in hand parted from it. An article that was
    only moved is not changed, one that was deleted is not there. Inputs may lie in several
    repositories; the run stops when none does, or one of them lacks `ref`. `fields` say where
    records keep theirs.
    """
    must_exist(inputs)
    by_top: dict[str, list[str]] = {}
    for path in inputs:
        if path == STDIN:
            continue
        real = os.path.realpath(path)
        top = _top(real if Path(real).is_dir() else str(Path(real).parent), ref)
        by_top.setdefault(top, []).append(real)
    outside = by_top.pop("", [])
    if not by_top:
        stop(f"--changed-since {ref}: the inputs are in no git repository", INSTEAD)
    for path in outside:
        tell(f"xref: {path} is in no git repository; what it holds counts as old")
    files: set[str] = set()
    before: set[str] = set()
    lines: dict[str, tuple[range, ...]] = {}
    for top, paths in by_top.items():
        entries = list(_in_repository(top, ref, paths))
        files.update(_real(entry.file) for entry in entries if entry.is_there)
        before.update(_articles(top, ref, [each for each in entries if each.blob], fields))
        lines.update((_real(entry.file), entry.lines) for entry in entries if entry.lines)
    return Change(frozenset(files), frozenset(before), lines)


class _Entry(NamedTuple):
    """A file that differs: its path, whether it is there now, the id of its old content or "".

    `lines` are those that were edited; empty for a file that is new or that git takes for binary.
    """

    file: str
    is_there: bool
    blob: str
    lines: tuple[range, ...] = ()


def _articles(
    top: str, ref: str, entries: Sequence[_Entry], fields: Mapping[str, str]
) -> Iterator[str]:
    """The keys of the articles that files held before."""
    from xref.load import load
    from xref.model.article import Skipped

    with TemporaryDirectory(prefix="xref-") as folder:
        old: list[str] = []
        contents = _contents(top, ref, [entry.blob for entry in entries])
        for number, (entry, content) in enumerate(zip(entries, contents, strict=True)):
            # A folder for each, so that files of one name from several folders keep their names.
            home = Path(folder) / str(number)
            home.mkdir()
            file = home / PurePath(entry.file).name
            file.write_bytes(content)
            old.append(str(file))
        for document in load(old, fields=fields) if old else ():
            if not isinstance(document, Skipped):
                yield told_by(document)


def _top(folder: str, ref: str) -> str:
    """The top folder of the repository that a folder lies in; empty outside any."""
    done = git(folder, ref, "rev-parse", "--show-toplevel")
    if done.returncode == 0:
        return os.path.realpath(done.stdout.rstrip("\n"))
    if "not a git repository" not in done.stderr:
        stop(f"--changed-since {ref}: git: {done.stderr.strip()}", INSTEAD)
    return ""


def _in_repository(top: str, ref: str, paths: Sequence[str]) -> Iterator[_Entry]:
    """The files under `paths` that differ from the commit where the work parted from `ref`."""
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    found = git(top, ref, *verify)
    if found.returncode != 0:
        stop(f'--changed-since: there is no commit "{ref}" in {top}', _FETCH)
    commit = found.stdout.strip()
    parted = git(top, ref, "merge-base", commit, "HEAD")
    base = parted.stdout.strip() if parted.returncode == 0 else commit
    differing = (
        *("diff", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv"),
        *("--ignore-submodules=dirty", "--find-renames=100%", base, "--", *paths),
    )
    patches = iter(_patches(_asked(top, ref, *_with(differing, "--patch", "--unified=0"))))
    words = iter(_asked(top, ref, *_with(differing, "--raw", "-z", "--no-abbrev")).split("\0"))
    for head in words:
        if not head:
            continue
        # ":100644 100644 OLD NEW M", then the path, for a move the new one too.
        old_mode, _, old, _, status = head.removeprefix(":").split(" ")
        name, lines = next(words), next(patches, ())
        if status.startswith("R"):
            next(words)
            continue
        regular = old_mode.startswith("100")
        blob = old if regular and old.strip("0") else ""
        yield _Entry(_joined(top, name), status != "D", blob, lines if blob else ())
    untracked = ("ls-files", "-z", "--others", "--exclude-standard", "--", *paths)
    for name in _asked(top, ref, *untracked).split("\0"):
        if name:
            yield _Entry(_joined(top, name), True, "")


def _with(command: tuple[str, ...], *options: str) -> tuple[str, ...]:
    return (command[0], *options, *command[1:])


def _patches(text: str) -> Iterator[tuple[range, ...]]:
    """The edited lines of each file of a patch, in its order; of a deletion, the line behind it."""
    for part in _FILE.split(text)[1:]:
        hunks = ((int(start), int(size or "1")) for start, size in _HUNK.findall(part))
        yield tuple(range(start, start + max(1, size)) for start, size in hunks)


def _joined(top: str, name: str) -> str:
    return os.path.join(top, name)  # noqa: PTH118 - names may be any bytes


def _asked(top: str, ref: str, *arguments: str) -> str:
    """What git says; the run stops where it cannot."""
    done = git(top, ref, *without_filters(top, ref), *arguments)
    if done.returncode != 0:
        stop(f"--changed-since {ref}: git: {done.stderr.strip()}", INSTEAD)
    return done.stdout


def _contents(top: str, ref: str, blobs: Sequence[str]) -> Iterator[bytes]:
    """The bytes of files as git keeps them, in the order of their ids."""
    done = ran(top, ref, "cat-file", "--batch", stdin="\n".join(blobs).encode())
    if done.returncode != 0:
        stop(f"--changed-since {ref}: git: {said(done.stderr).strip()}", INSTEAD)
    raw, at = done.stdout, 0
    for blob in blobs:
        # "ID blob SIZE", the bytes, a line feed.
        end = raw.index(b"\n", at)
        _, what, *size = raw[at:end].split(b" ")
        if what != b"blob":
            stop(f"--changed-since {ref}: git has no longer what {blob} held", _FETCH)
        at = end + 1 + int(size[0]) + 1
        yield raw[end + 1 : at - 1]
