"""The standard streams: fit for any text, whoever listens."""

import io
import os
import shutil
import sys
from typing import NoReturn, TextIO

import typer

from xref.text.display import visible

FAILED = 1
UNUSABLE = 2


def ready() -> None:
    """Make the standard streams take any text: the same bytes in every locale, none of them closed.

    What goes to a file or a pipe is UTF-8 with plain line feeds. A terminal keeps its encoding and
    shows a question mark for what it cannot show.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            # Opened in this order, each takes the number of the stream that was closed.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif name != "stdin" and isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def colored(stream: TextIO) -> bool:
    """Whether a stream shows colours: a terminal, unless NO_COLOR says no."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def columns(most: int = 140) -> int:
    """The columns that text is wrapped to: a terminal's own, from 40 to `most`; else 100."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, most))


def write_out(text: str) -> None:
    """Write to standard output; a reader that has gone away is no error, a full disk is one."""
    try:
        _write(sys.stdout, text if text.endswith("\n") or not text else text + "\n")
    except OSError as error:
        stop(f"standard output: {error.strerror or error}")


def show_out(text: str) -> None:
    """Write what others wrote to standard output, its control codes shown as such."""
    write_out(visible(text))


def tell(text: str, end: str = "\n", styled: bool = False) -> None:
    """Write to standard error; the run goes on when that is not possible.

    Control codes are shown as such, save in a text that is `styled` by xref itself.
    """
    try:
        _write(sys.stderr, (text if styled else visible(text)) + end)
    except OSError:
        _mute(sys.stderr)


def stop(message: str, hint: str = "") -> NoReturn:
    """End the run with status 2, saying what is wrong and what to do."""
    tell(f"xref: {message}\n  {hint}" if hint else f"xref: {message}")
    raise typer.Exit(UNUSABLE)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _mute(stream)
    except OSError:
        _mute(stream)
        raise


def _mute(stream: TextIO) -> None:
    """Send the rest to nowhere, so that no later flush fails again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
