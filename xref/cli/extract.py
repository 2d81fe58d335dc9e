"""`xref extract`: the claims alone."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.progress import Progress
from xref.cli.run import (
    UNUSABLE,
    Inputs,
    Quiet,
    Rules,
    Strict,
    documents,
    formats,
    ruleset,
    settings,
    stop,
    tell_skipped,
    write_out,
)


def extract(
    inputs: Inputs,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="table, jsonl or csv.")
    ] = "table",
    articles: Annotated[
        bool, typer.Option("--articles", help="The articles as read, not their claims.")
    ] = False,
    packs: Rules = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Print the figures, dates, quotations and statements of each article.

    \b
    Examples:
      xref extract article.txt
      xref extract articles/ --format jsonl > claims.jsonl
      xref extract articles/ --format csv | column -s, -t
      xref extract page.txt --articles          the text with its zones, as xref read it
    """
    from xref import pipeline
    from xref.render import FORMATS, Options

    name = "articles" if articles else formats(format_, "extract", one=True)[0]
    rules = ruleset(packs, settings())
    progress = Progress(quiet)
    try:
        result = pipeline.run_extract(documents(inputs), rules, progress=progress)
    finally:
        progress.end()
    tell_skipped(result)
    if not result.articles:
        stop("no article could be read")
    write_out(FORMATS[name].render(result, Options(root=str(Path.cwd()))))
    if strict and result.skipped:
        raise typer.Exit(UNUSABLE)
