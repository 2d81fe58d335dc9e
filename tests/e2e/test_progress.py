"""Progress on standard error, for work that takes more than a second."""

import io
import sys

import pytest

from xref.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(
    monkeypatch: pytest.MonkeyPatch, times: list[float], stream: io.StringIO, quiet: bool = False
) -> str:
    """What is written when a stage of ten starts at 0 and reports at each of these times."""
    now = iter([0.0, *times])
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(quiet, lambda: next(now)) as progress:
        for done in range(1, len(times) + 1):
            progress("reading" if done < 4 else "comparing", done, None if done < 4 else 10)
    return stream.getvalue()


def test_less_than_a_second_is_silent(monkeypatch: pytest.MonkeyPatch):
    assert told(monkeypatch, [0.1, 0.5, 0.9], io.StringIO()) == ""


def test_a_log_gets_a_line_after_a_second_then_every_five_or_at_a_new_stage(
    monkeypatch: pytest.MonkeyPatch,
):
    lines = told(monkeypatch, [0.5, 1.1, 3.0, 4.0, 8.0, 9.1], io.StringIO())
    assert lines.splitlines() == [
        "xref: reading: 2 so far",
        "xref: comparing: 4 of 10",
        "xref: comparing: 6 of 10",
    ]


def test_a_terminal_gets_one_line_that_moves_and_goes(monkeypatch: pytest.MonkeyPatch):
    line = told(monkeypatch, [0.5, 1.1, 1.15, 1.3], Terminal())
    clear = "\r\x1b[2K"
    assert line == f"{clear}xref: reading: 2 so far{clear}xref: comparing: 4 of 10{clear}"


def test_quiet_is_silent(monkeypatch: pytest.MonkeyPatch):
    assert told(monkeypatch, [2.0, 9.0], Terminal(), quiet=True) == ""
