"""`xref extract`: the claims alone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.cache import NoCache, store
from xref.cli.inputs import documents, own_files
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    Inputs,
    Jobs,
    Quiet,
    Rules,
    Strict,
    end,
    engine_of,
    formats,
    input_folders,
    ruleset,
    settings,
    tell_skipped,
)
from xref.cli.streams import stop, write_out

if TYPE_CHECKING:
    from xref.model.report import Report

_PARQUET = "parquet"
_ARTICLES = {"jsonl": "articles", "csv": "articles_csv", "html": "articles_html"}
"""The formats of articles by the names that they have on the command line."""


def extract(
    inputs: Inputs,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="table, jsonl or csv.  With --articles: jsonl, csv or html.  With either also "
            "parquet, for standard output that is a file.  [default: table; jsonl for --articles]",
        ),
    ] = None,
    articles: Annotated[
        bool,
        typer.Option("--articles", help="The articles as read, block by block; not their claims."),
    ] = False,
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Print the figures, dates, quotations and statements.

    \b
    Examples:
      xref extract article.txt
      xref extract articles/ --format jsonl > claims.jsonl
      xref extract articles/ --format csv > claims.csv
      xref extract page.html --articles         the text with its zones, as xref read it
      xref extract pages/ --articles -f html > read.html

    Rules matter here for the measures that they teach.
    """
    from xref import pipeline
    from xref.render import FORMATS, Options

    config = settings(config_file, inputs, quiet, fields, exclude)
    name = _format(format_, articles)
    rules = ruleset(packs, config)
    found = documents(inputs, own_files(config, *map(Path, packs or ())), config)
    with (
        Progress(quiet) as progress,
        store(config, input_folders(inputs), no_cache) as kept,
        engine_of(jobs) as engine,
    ):
        result = pipeline.run_extract(found, rules, progress, kept, engine)
    tell_skipped(result, inputs, quiet)
    if name == _PARQUET:
        _write_parquet(result, articles)
    else:
        write_out(FORMATS[name].render(result, Options(root=str(Path.cwd()))))
    end(result, None, strict)


def _format(asked: str | None, articles: bool) -> str:
    """The format that was asked for, by its name in the table of formats."""
    if asked == _PARQUET:
        return _PARQUET
    if not articles:
        return formats("table" if asked is None else asked, "extract", one=True)[0]
    name = _ARTICLES.get("jsonl" if asked is None else asked)
    if name is None:
        stop(
            f'--format: no such format here: "{asked}"',
            f"formats of --articles are {', '.join(_ARTICLES)}, {_PARQUET}",
        )
    return name


def _write_parquet(result: "Report", articles: bool) -> None:
    from xref.render.parquet import parquet

    if sys.stdout.isatty():
        stop("--format parquet is not for a terminal", "send it to a file: > claims.parquet")
    try:
        raw = parquet(result, articles)
    except ImportError:
        stop("Parquet needs a library more", "install it with: pip install 'xref[parquet]'")
    try:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except OSError as error:
        stop(f"standard output: {error.strerror or error}")
