"""The command line: arguments, streams, exit statuses, nothing else."""

import errno
import gc
import os
import signal
import sys
from typing import Annotated

import typer

from xref.cli.baseline import baseline
from xref.cli.check import check
from xref.cli.explain import explain
from xref.cli.extract import extract
from xref.cli.help import Command, TakesNew
from xref.cli.index import index
from xref.cli.manual import help_
from xref.cli.profile import profile
from xref.cli.report import report
from xref.cli.rules import rules
from xref.cli.schema import schema
from xref.cli.streams import UNUSABLE, ready, tell
from xref.cli.watch import watch
from xref.plugins import PluginError

_OF_THE_SYSTEM = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO),
    *(errno.EMFILE, errno.ENFILE, errno.ENAMETOOLONG),
)
"""What the system cannot do for us, which is no fault of xref's."""

app = typer.Typer(
    name="xref",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        from xref import __version__

        typer.echo(f"xref {__version__}")
        raise typer.Exit


@app.callback()
def _xref(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Compare what several outlets wrote about one story: figures, quotations, and who says so.

    \b
    Examples:
      xref report articles/                    write reports/report.html and print a summary
      xref check articles/ --new today.md      fail when a new article clashes with the others
      xref explain 3f9a0c12 articles/          why a finding says what it says
      xref extract article.txt                 the figures and quotations of one article
      xref profile articles/ --by outlet       who stands behind what, counted, with passages
      xref index articles/ --store news.xref   keep articles, for --store of the others
      xref rules list                          the rules that compare them

    Settings of a project (rules, baseline, ignore, fail_on) stand in xref.toml or in
    [tool.xref] of pyproject.toml, in this folder or one above.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run could not be done as
    asked. What cannot be read is named and left out; the rest is compared.
    """


app.command(cls=Command)(report)
app.command(cls=TakesNew)(check)
app.command(cls=Command)(extract)
app.command(cls=Command)(profile)
app.command(cls=Command)(baseline)
app.command(cls=Command)(watch)
app.command(cls=Command)(explain)
app.command(cls=Command)(index)
app.add_typer(rules, name="rules")
app.command(cls=Command)(schema)
app.command("help", cls=Command)(help_)


def _is_nowhere() -> bool:
    """Whether the folder that the command was started in is gone."""
    try:
        os.getcwd()  # noqa: PTH109 - asked for what it raises
    except OSError:
        return True
    return False


def main() -> None:
    """The `xref` command. A fault of xref itself ends with status 2, not with that of findings."""
    ready()
    # Out of memory, what a library in Rust shows of its calls takes memory, and waits for itself.
    os.environ["RUST_BACKTRACE"] = "0"
    # A termination ends a run like an interrupt: what was begun is taken away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    # A run makes many small values and drops few: collecting them often costs a tenth of its time.
    gc.set_threshold(100_000, 20, 20)
    try:
        app(prog_name="xref")
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OF_THE_SYSTEM:
            tell(f"xref: {f'{error.filename}: ' if error.filename else ''}{error.strerror}")
        elif isinstance(error, MemoryError):
            tell("xref: out of memory\n  give it fewer or shorter articles at a time")
        elif _is_nowhere():
            tell("xref: the folder that this was started in is gone\n  change to another")
        elif isinstance(error, PluginError):
            tell(f"xref: {error}\n  upgrade that package, or uninstall it")
        else:
            import traceback

            tell(traceback.format_exc(), end="")
            tell("xref: this is a fault in xref, not in its input; please report it")
        raise SystemExit(UNUSABLE) from None
