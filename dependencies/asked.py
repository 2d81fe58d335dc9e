"""What `pyproject.toml` asks for, lock by lock; needs nothing but Python."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

_OWN = re.compile(r"xref\[(?P<extras>[\w, -]+)\]")


def asked(root: Path) -> dict[str, list[str]]:
    """The requirements of each lock, in the words of the project file in `root`.

    An extra that asks for other extras of xref asks for what these do.
    """
    whole = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras: dict[str, list[str]] = whole["project"]["optional-dependencies"]

    def unfolded(lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            own = _OWN.fullmatch(line)
            if own is None:
                yield line
            else:
                for extra in own["extras"].split(","):
                    yield from unfolded(extras[extra.strip()])

    return {
        "build": whole["dependency-groups"]["build"],
        "run": whole["project"]["dependencies"],
        **{name: list(dict.fromkeys(unfolded(lines))) for name, lines in extras.items()},
    }
