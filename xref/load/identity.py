"""Names for texts that bring none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath


def stems(paths: Sequence[str]) -> dict[str, str]:
    """A name for each file: its stem, with as much of its folder as tells it from the others.

    Files that only differ in their extension keep it. The order of `paths` does not matter.

    >>> stems(["a/x.txt", "b/x.txt", "b/y.txt"])
    {'a/x.txt': 'a/x', 'b/x.txt': 'b/x', 'b/y.txt': 'y'}
    """
    names: dict[str, str] = {}
    waiting = {path: _forms(PurePath(path)) for path in dict.fromkeys(paths)}
    while waiting:
        tried = {path: next(forms, path) for path, forms in waiting.items()}
        shared = Counter(tried.values())
        for path, name in tried.items():
            if shared[name] == 1 or name == path:
                names[path] = name
                del waiting[path]
    return {path: names[path] for path in paths}


def _forms(path: PurePath) -> Iterator[str]:
    """The names that a file may bear, from the shortest to its whole path."""
    stem = path.with_suffix("")
    parts = [part for part in stem.parts if part not in ("..", path.anchor)]
    for length in range(1, len(parts) + 1):
        yield "/".join(parts[-length:])
    yield path.as_posix()
