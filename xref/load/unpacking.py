"""Bounds on what compressed files may unfold to."""

import io
from typing import BinaryIO

from xref.load.record import Broken

MAX_UNPACKED = 2_000_000_000
"""The most bytes that one compressed file may unfold to; they are never held at once."""
MAX_DEPTH = 3
"""How deep archives may stand in each other."""


class TooMuchError(Exception):
    """A compressed file unfolds to more than `MAX_UNPACKED` bytes."""

    def __init__(self) -> None:
        super().__init__(f"it unfolds to more than {MAX_UNPACKED // 1_000_000_000} GB")


class Budget:
    """The bytes that may still be read of one file, all its members together."""

    def __init__(self, size: int | None = None) -> None:
        self.left = MAX_UNPACKED if size is None else size

    def spend(self, size: int) -> None:
        """Count bytes that were read.

        Raises:
            TooMuchError: when there are too many.
        """
        self.left -= size
        if self.left < 0:
            raise TooMuchError


class Bounded(io.RawIOBase):
    """A stream that counts what is read of another."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer, as `io.RawIOBase` says."""
        data = self._stream.read(len(buffer))
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def bounded(stream: BinaryIO, budget: Budget) -> BinaryIO:
    """A stream to read lines and blocks from, that stops where `budget` ends."""
    return io.BufferedReader(Bounded(stream, budget), 1 << 16)


def too_deep(depth: int) -> Broken | None:
    """Why an archive is not opened that stands in so many others."""
    return Broken("archives stand in archives too deep") if depth >= MAX_DEPTH else None
