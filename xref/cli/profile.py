"""`xref profile`: the credibility profiles alone."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from xref.cli.inputs import bounded
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    InputsOrStore,
    Jobs,
    OneStory,
    Quiet,
    Rules,
    Strict,
    end,
    run_report,
    settings,
)
from xref.cli.stored import Stored
from xref.cli.streams import columns, stop, write_out

if TYPE_CHECKING:
    from xref.model.report import Report
    from xref.profile import Weights

_FORMATS = ("table", "jsonl", "csv")
_BY = ("article", "outlet")
_MAX_BYTES = 1_000_000


def profile(
    inputs: InputsOrStore = None,
    by: Annotated[
        str, typer.Option("--by", metavar="WHAT", help="One profile for each article or outlet.")
    ] = "article",
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="table, jsonl or csv.")
    ] = "table",
    weights: Annotated[
        Path | None,
        typer.Option(
            "--weights",
            metavar="FILE",
            help="Your own weights (YAML): each profile ends in their sum, line by line.",
        ),
    ] = None,
    stored: Stored = None,
    packs: Rules = None,
    config_file: Config = None,
    one_story: OneStory = False,
    fields: Fields = None,
    exclude: Exclude = None,
    strict: Strict = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Print credibility profiles: counted facts, never a score.

    \b
    Examples:
      xref profile articles/
      xref profile archive/ --by outlet --format csv > outlets.csv
      xref profile articles/ --weights my-weights.yaml

    Who stands behind the figures and statements, what other independent texts say of them, how
    quotes are printed elsewhere, what is at odds inside, what an article tells of itself, how long
    it is and how hard to read. What is not known is called unknown.
    """
    from xref.render import FORMATS, Options

    if format_ not in _FORMATS:
        stop(f'--format: no such format here: "{format_}"', f"formats are {', '.join(_FORMATS)}")
    if by not in _BY:
        stop(f'--by: there are no profiles by "{by}"', f"there are profiles by {' and '.join(_BY)}")
    inputs = inputs or []
    config = settings(config_file, inputs, quiet, fields, exclude)
    asked = None if weights is None else _weights(weights)
    own = (weights,)
    result = run_report(
        inputs,
        packs,
        config,
        Progress(quiet),
        own,
        profiled=True,
        one_story=one_story,
        jobs=jobs,
        stored=stored,
    )
    if asked is not None:
        result = _weighed(result, asked)
    color = format_ == "table" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    options = Options(
        root=str(Path.cwd()),
        color=color,
        width=columns(),
        by=cast("Literal['article', 'outlet']", by),
    )
    write_out(FORMATS[f"profile_{format_}"].render(result, options))
    end(result, None, strict)


def _weights(file: Path) -> "Weights":
    from xref.profile import WeightError, weights

    try:
        raw = bounded(file, "--weights", _MAX_BYTES, "weights are")
    except OSError as error:
        stop(f"--weights: {file}: {error.strerror or error}")
    try:
        return weights(raw.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError:
        stop(f"--weights: {file}: this is not UTF-8; save it as UTF-8")
    except WeightError as error:
        stop(f"--weights: {error}")


def _weighed(report: "Report", asked: "Weights") -> "Report":
    from xref.profile import WeightError, weigh

    try:
        return replace(
            report, profiles=weigh(report.profiles, asked), outlets=weigh(report.outlets, asked)
        )
    except WeightError as error:
        stop(f"--weights: {error}")
