"""The `xref` command, also as `python -m xref`."""

import signal

# Until the command is loaded an interrupt ends it as any program ends, without a traceback. A
# program that was started in the background ignores interrupts, and goes on to.
_interrupt = signal.getsignal(signal.SIGINT)
if _interrupt is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def main() -> None:
    """Load the command and run it; an interrupt in the midst of the work is left to it."""
    from xref.cli import main as command

    signal.signal(signal.SIGINT, _interrupt)
    command()


if __name__ == "__main__":
    main()
