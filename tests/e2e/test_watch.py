"""`xref watch`: what is saved is checked, until an interrupt."""

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.command import command, run
from tests.e2e.ferry import CLASHING, write

_PATIENCE = 120


class Watched:
    """A watch in a process of its own, and what it prints."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            command("watch", "articles", "--every", "0.05"),
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            # Whoever started the tests in the background has them ignore it.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the one that holds some words."""
        out = []
        while True:
            out.append(self.lines.get(timeout=_PATIENCE))
            if words in out[-1]:
                return out


@pytest.fixture
def watched(corpus: Path, tmp_path: Path) -> Iterator[Watched]:
    found = Watched(tmp_path)
    yield found
    found.process.kill()
    found.process.wait()


def test_what_is_saved_is_checked(watched: Watched, corpus: Path):
    assert watched.until(" in ") == ["no findings in 2 articles"]
    write(corpus, echo=CLASHING)
    told = watched.until(" in 3 articles")
    assert told[0] == "xref: saved: echo"
    assert told[1].startswith("articles/echo.md:6:90: error death-toll: ")
    write(corpus, calm="The quince harvest was good.\n")
    assert watched.until(" in 4 articles") == ["xref: saved: calm", "no findings in 4 articles"]
    write(corpus, echo=CLASHING.replace("41", "14"))
    assert watched.until(" in 4 articles")[-1] == "no findings in 4 articles"
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(_PATIENCE) == 0


def test_what_cannot_be_watched_is_refused(tmp_path: Path):
    done = run("watch", "-", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "standard input cannot be watched" in done.err
    assert run("watch", "nowhere", cwd=tmp_path).status == 2
