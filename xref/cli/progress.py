"""Progress on standard error, for work that takes more than a second."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from xref.cli.streams import tell

_PATIENCE = 1.0
_PAUSE = {True: 0.1, False: 5.0}


class Progress:
    """Tells the stage and the count: in one moving line on a terminal, else in a line at times.

    A context that takes the moving line away at its end, however it ends. `clock` gives seconds.
    """

    def __init__(self, quiet: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self.quiet = quiet
        self._clock = clock
        self._terminal = sys.stderr.isatty()
        self._stage = ""
        self._last = clock()
        self._shown = False

    def __enter__(self) -> Self:
        """Start; what comes within the first second is not told."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the moving line away."""
        if self._shown and self._terminal:
            tell("\r\x1b[2K", end="", styled=True)

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        """Take note that `done` of `of` are done in `stage`."""
        now = self._clock()
        wait = _PAUSE[self._terminal] if self._shown else _PATIENCE
        if stage != self._stage:
            wait = min(wait, _PATIENCE)
        if self.quiet or now < self._last + wait:
            return
        self._last, self._stage, self._shown = now, stage, True
        count = f"{done:,} of {of:,}" if of is not None else f"{done:,} so far"
        if self._terminal:
            tell(f"\r\x1b[2Kxref: {stage}: {count}", end="", styled=True)
        else:
            tell(f"xref: {stage}: {count}")
