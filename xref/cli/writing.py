"""Files that are written whole or not at all."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write files as UTF-8, all of them ready before the first takes its place.

    Each is written beside its place under a hidden name and then renamed, so whoever reads it sees
    the old or the new, and an end in the midst (an interrupt, a full disk) leaves the old. A link
    at the place is replaced, never followed. What is no file (a pipe, a device) is written to as
    it is.

    Raises:
        OSError: when one cannot be written; its `filename` is the place. No hidden file is left.
    """
    ready: list[tuple[Path, Path]] = []
    place = Path()
    try:
        for place, text in texts.items():
            if place.exists() and not place.is_file():
                place.write_text(text, encoding="utf-8", newline="\n")
                continue
            beside = place.with_name(f".{place.name}.{secrets.token_hex(6)}")
            ready.append((beside, place))
            _write(beside, text, place)
        while ready:
            beside, place = ready[0]
            beside.replace(place)
            ready.pop(0)
    except OSError as error:
        error.filename = str(place)
        raise
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)


def _write(beside: Path, text: str, place: Path) -> None:
    """Write a new file, with the rights that the one at `place` has."""
    with beside.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    if place.is_file() and not place.is_symlink():
        beside.chmod(place.stat().st_mode & 0o777)
