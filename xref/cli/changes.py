"""What git knows as changed."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from xref.cli.inputs import STDIN, must_exist
from xref.cli.streams import stop, tell

_TRUSTED = (
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never", "-c", "core.untrackedCache=false"),
)
"""A repository's own settings may name programs: none of them is run, nothing is fetched."""

_INSTEAD = "name the new files with --new"
_FETCH = f"fetch it (git fetch --unshallow; fetch-depth: 0 in a GitHub workflow), or {_INSTEAD}"


def changed(ref: str, inputs: Sequence[str]) -> list[str]:
    """Files under the inputs that were added or edited since `ref`, or that git does not track.

    Since `ref` means since the commit where the work in hand parted from it. A file that was only
    moved is not changed, one that was deleted is not there. Inputs may lie in several
    repositories; the run stops when none does, or one of them lacks `ref`.
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
        stop(f"--changed-since {ref}: the inputs are in no git repository", _INSTEAD)
    for path in outside:
        tell(f"xref: {path} is in no git repository; what it holds counts as old")
    return [file for top, paths in by_top.items() for file in _in_repository(top, ref, paths)]


def _top(folder: str, ref: str) -> str:
    """The top folder of the repository that a folder lies in; empty outside any."""
    done = _git(folder, ref, "rev-parse", "--show-toplevel")
    if done.returncode == 0:
        return os.path.realpath(done.stdout.rstrip("\n"))
    if "not a git repository" not in done.stderr:
        stop(f"--changed-since {ref}: git: {done.stderr.strip()}", _INSTEAD)
    return ""


def _in_repository(top: str, ref: str, paths: Sequence[str]) -> list[str]:
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    found = _git(top, ref, *verify)
    if found.returncode != 0:
        stop(f'--changed-since: there is no commit "{ref}" in {top}', _FETCH)
    commit = found.stdout.strip()
    parted = _git(top, ref, "merge-base", commit, "HEAD")
    base = parted.stdout.strip() if parted.returncode == 0 else commit
    edited = (
        *("diff", "--name-only", "-z", "--no-relative"),
        *("--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty"),
    )
    moved = ("--find-renames=100%", "--diff-filter=dr")
    files: list[str] = []
    for arguments in (
        (*edited, *moved, base, "--", *paths),
        ("ls-files", "-z", "--others", "--exclude-standard", "--", *paths),
    ):
        done = _git(top, ref, *_without_filters(top, ref), *arguments)
        if done.returncode != 0:
            stop(f"--changed-since {ref}: git: {done.stderr.strip()}", _INSTEAD)
        files += [name for name in done.stdout.split("\0") if name]
    return [os.path.join(top, name) for name in files]  # noqa: PTH118 - names may be any bytes


def _without_filters(top: str, ref: str) -> list[str]:
    """Settings that empty the filters which the repository itself defines; yours stay."""
    named = ("config", "--local", "--includes", "--name-only", "-z")
    done = _git(top, ref, *named, "--get-regexp", r"^filter\..*\.(clean|smudge|process|required)$")
    names = [name for name in done.stdout.split("\0") if name]
    empty = ("false" if name.endswith(".required") else "" for name in names)
    return [
        word for name, value in zip(names, empty, strict=True) for word in ("-c", f"{name}={value}")
    ]


def _git(folder: str, ref: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            ["git", "-C", folder, "--literal-pathspecs", *_TRUSTED, *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env=os.environ | {"LC_ALL": "C"},
            check=False,
        )
    except FileNotFoundError:
        stop(f"--changed-since {ref}: git is not installed", _INSTEAD)
