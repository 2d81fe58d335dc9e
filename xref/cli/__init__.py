"""The command line: arguments, streams, exit statuses, nothing else."""

import gc
from typing import Annotated

import typer

from xref.cli.check import baseline, check
from xref.cli.extract import extract
from xref.cli.report import report
from xref.cli.rules import rules
from xref.cli.run import UNUSABLE
from xref.cli.schema import schema

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
      xref extract article.txt                 the figures and quotations of one article
      xref rules list                          the rules that compare them
    """


app.command()(report)
app.command()(check)
app.command()(extract)
app.command()(baseline)
app.add_typer(rules, name="rules")
app.command()(schema)


def main() -> None:
    """The `xref` command. A fault of xref itself ends with status 2, not with that of findings."""
    # A run makes many small values and drops few: collecting them often costs a tenth of its time.
    gc.set_threshold(100_000, 20, 20)
    try:
        app()
    except Exception:
        import traceback

        traceback.print_exc()
        typer.echo("xref: this is a fault in xref, not in its input; please report it", err=True)
        raise SystemExit(UNUSABLE) from None
