"""Processes of this machine that run the stages, a partition at a time."""

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

from xref.stages import Made, Part, Stage, Words, packed, run_elsewhere, words_for

_FEW = 3
"""Partitions that are not worth starting workers for."""
_AHEAD = 6
"""Partitions that wait for each worker or for their turn behind a slow one."""
_SIZE = 50_000


class Processes:
    """Runs stages in so many processes; a few partitions, and what no worker lives to do, here.

    A context: its workers end with it. They start with the first work that is worth it.
    """

    size = _SIZE

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._broken = False

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the workers; what they still do is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def each(
        self, stage: "Stage[Part, Made]", parts: Iterable[Sequence[Part]], words: Words
    ) -> Iterator[list[Made]]:
        """The result of each partition, in their order; so many are under way at once."""
        coming = iter(parts)
        first = list(islice(coming, _FEW))
        if sum(map(bool, first)) < _FEW and self._pool is None:
            more = next(coming, None)
            if more is None:
                yield from (stage(part, words) if part else [] for part in first)
                return
            first.append(more)
        measures = packed(words)
        waiting: deque[tuple[Sequence[Part], Future[list[Made]] | None]] = deque()
        for part in chain(first, coming):
            waiting.append((part, self._sent(stage, part, measures)))
            while len(waiting) > self._jobs * _AHEAD:
                yield self._done(stage, *waiting.popleft(), words)
        while waiting:
            yield self._done(stage, *waiting.popleft(), words)

    def _sent(
        self, stage: "Stage[Part, Made]", part: Sequence[Part], measures: bytes
    ) -> "Future[list[Made]] | None":
        if not part or self._broken:
            return None
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, _context(), _begin, (measures,))
        try:
            return self._pool.submit(run_elsewhere, stage, part, measures)
        except BrokenProcessPool:
            self._broken = True
            return None

    def _done(
        self,
        stage: "Stage[Part, Made]",
        part: Sequence[Part],
        sent: "Future[list[Made]] | None",
        words: Words,
    ) -> list[Made]:
        if not part:
            return []
        if sent is not None:
            try:
                return sent.result()
            except BrokenProcessPool:
                self._broken = True  # a worker was killed: what is left is done here
        return stage(part, words)


def _context() -> BaseContext:
    """How workers start: as copies of this process where that is safe, which takes no time."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "spawn")


def _begin(measures: bytes) -> None:
    """Make a worker ready; an interrupt is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    words_for(measures)
