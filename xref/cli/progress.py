"""Progress on standard error, for work that takes more than a second."""

import sys
import time

_PATIENCE = 1.0
_PAUSE = {True: 0.1, False: 5.0}


class Progress:
    """Tells the stage and the count: in one moving line on a terminal, else in a line at times."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        """Take note that `done` of `of` are done in `stage`."""
        now = time.monotonic()
        if self._quiet or now < self._next:
            return
        self._next = now + _PAUSE[self._terminal]
        self._shown = True
        count = f"{done:,} of {of:,}" if of is not None else f"{done:,}"
        if self._terminal:
            sys.stderr.write(f"\r\x1b[2Kxref: {stage} {count}")
        else:
            sys.stderr.write(f"xref: {stage} {count}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Clear the moving line."""
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
