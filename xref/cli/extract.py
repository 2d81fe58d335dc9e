"""`xref extract`: the claims alone."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.cache import NoCache, store
from xref.cli.inputs import documents, own_files
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Inputs,
    Quiet,
    Rules,
    Strict,
    end,
    formats,
    input_folders,
    ruleset,
    settings,
    tell_skipped,
)
from xref.cli.streams import stop, write_out


def extract(
    inputs: Inputs,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="NAME", help="table, jsonl or csv.  [default: table]"
        ),
    ] = None,
    articles: Annotated[
        bool,
        typer.Option("--articles", help="The articles as read, as JSON Lines; not their claims."),
    ] = False,
    packs: Rules = None,
    config_file: Config = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Print the figures, dates, quotations and statements.

    \b
    Examples:
      xref extract article.txt
      xref extract articles/ --format jsonl > claims.jsonl
      xref extract articles/ --format csv > claims.csv
      xref extract page.txt --articles          the text with its zones, as xref read it

    Rules matter here for the measures that they teach.
    """
    from xref import pipeline
    from xref.render import FORMATS, Options

    config = settings(config_file, inputs, quiet)
    if articles and format_ is not None:
        stop("--articles takes no --format: it prints JSON Lines")
    name = (
        "articles"
        if articles
        else formats("table" if format_ is None else format_, "extract", one=True)[0]
    )
    rules = ruleset(packs, config)
    found = documents(inputs, own_files(config, *map(Path, packs or ())))
    with Progress(quiet) as progress, store(config, input_folders(inputs), no_cache) as kept:
        result = pipeline.run_extract(found, rules, progress, kept)
    tell_skipped(result, inputs, quiet)
    write_out(FORMATS[name].render(result, Options(root=str(Path.cwd()))))
    end(result, None, strict)
