"""Names for texts that bring none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath


def stems(paths: Sequence[str]) -> dict[str, str]:
    """A name for each file: its stem, with as much of its folder as tells it from the others.

    Files that differ in nothing but their extension keep it. The order of `paths` does not
    matter.

    >>> stems(["a/x.txt", "b/x.txt", "b/y.txt", "z.md", "z.txt"])
    {'a/x.txt': 'a/x', 'b/x.txt': 'b/x', 'b/y.txt': 'y', 'z.md': 'z.md', 'z.txt': 'z.txt'}
    """
    without = Counter(PurePath(path).with_suffix("") for path in set(paths))
    waiting = {}
    for path in paths:
        bare = PurePath(path).with_suffix("")
        waiting[path] = _forms(bare if without[bare] == 1 else PurePath(path))
    names: dict[str, str] = {}
    while waiting:
        tried = {path: next(forms, path) for path, forms in waiting.items()}
        shared = Counter(tried.values())
        for path, name in tried.items():
            if shared[name] == 1 or name == path:
                names[path] = name
                del waiting[path]
    return {path: names[path] for path in paths}


def _forms(path: PurePath) -> Iterator[str]:
    """The names that a file may bear, from the last part of its path to all of it."""
    parts = [part for part in path.parts if part not in ("..", path.anchor)]
    for length in range(1, len(parts) + 1):
        yield "/".join(parts[-length:])
