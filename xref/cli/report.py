"""`xref report`: the main job."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from xref.cli.cache import NoCache
from xref.cli.inputs import REPORTS, SUFFIXES, bounded, report_files
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
    formats,
    level,
    run_report,
    settings,
)
from xref.cli.stored import Stored
from xref.cli.streams import colored, columns, stop, tell, write_out
from xref.cli.writing import write_whole

if TYPE_CHECKING:
    from xref.model.report import Earlier, Report
    from xref.render import Options

_DEFAULT_FORMATS = "html,md,json"
_STDOUT = "-"
_LARGEST = 1_000_000_000
"""The bytes of an earlier report."""
_ONE_PAGE = 300
"""Articles that one page bears well."""


def report(
    inputs: InputsOrStore = None,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Where to write; - for standard output."
        ),
    ] = REPORTS,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME,...",
            help="html, pages, md, json, questions, csv, claimreview, terminal, summary or sarif; "
            "several with commas.  "
            f"[default: {_DEFAULT_FORMATS}; md for standard output]",
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", metavar="N", min=0, help="How many findings the summary shows."),
    ] = 5,
    stored: Stored = None,
    packs: Rules = None,
    config_file: Config = None,
    one_story: OneStory = False,
    fields: Fields = None,
    exclude: Exclude = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            help="Exit with 1 at findings of this level or above: error, warning or info.",
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="FILE",
            help="An earlier report.json: what is new, changed or settled since is told.",
        ),
    ] = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles and write the consistency report.

    \b
    Examples:
      xref report articles/
      xref report articles/ more.jsonl -o out --format html,sarif
      xref report articles/ --output - --format json | jq .findings
      xref report articles/ --against reports/report.json
      cat articles.jsonl | xref report - --rules default --rules my-rules.yaml

    Articles are texts, web pages, records, feeds, archives. A folder does not imply
    a story: xref finds which articles belong together, unless records name their `story` or
    --one-story says that all do.
    A summary is printed, to standard error where the report goes to standard output: the counts,
    the worst findings, a line for each story. The whole in plain text is --format terminal.
    """
    from xref.render import FORMATS, Options

    inputs = inputs or []
    config = settings(config_file, inputs, quiet, fields, exclude)
    to_stdout = output == _STDOUT
    if format_ is None:
        format_ = "md" if to_stdout else _DEFAULT_FORMATS
    chosen = formats(format_, "report", one=to_stdout)
    if to_stdout and FORMATS[chosen[0]].folder:
        stop(
            f"--format {chosen[0]} is a folder of files; standard output takes one",
            "name a folder with --output",
        )
    lowest = level(fail_on) if fail_on is not None else None
    old = None if against is None else _earlier(against)
    folder = Path(output)
    own: list[Path] = []
    if not to_stdout:
        _must_have_room(output)
        own = report_files(folder)
    if against is not None:
        own = [*own, against]
    progress = Progress(quiet)
    profiled = any(FORMATS[name].profiled for name in chosen)
    result = run_report(
        inputs,
        packs,
        config,
        progress,
        own,
        profiled,
        no_cache=no_cache,
        one_story=one_story,
        jobs=jobs,
        stored=stored,
    )
    if old is not None:
        from xref.rules.since import since

        result = replace(result, since=since(result.findings, old))
    asked = _asked(packs, one_story, fields, exclude, against)
    options = Options(root=str(Path.cwd()), fail_on=lowest, worst=limit, asked=asked)
    texts: dict[str, str] = {}
    with progress:
        for number, name in enumerate(chosen, start=1):
            progress(f"writing {name}", number, len(chosen))
            texts |= FORMATS[name].files(result, options)
    if to_stdout:
        write_out(next(iter(texts.values())))
        if not quiet:
            tell(_summary(result, options, sys.stderr), end="", styled=True)
    else:
        written = _write(folder, texts)
        if not quiet:
            told = _summary(result, options, sys.stdout)
            write_out(f"{told}\nwritten: {', '.join(written)}\n")
            if "html" in chosen and len(result.articles) > _ONE_PAGE:
                many = f"{len(result.articles):,} articles"
                tell(f"{many} make a slow page; --format pages writes one a story")
    end(result, lowest, strict)


def _asked(
    packs: list[str] | None,
    one_story: bool,
    fields: list[str] | None,
    exclude: list[str] | None,
    against: Path | None,
) -> tuple[str, ...]:
    """The options that decide what a report holds, as they were given."""
    given = [("--rules", packs), ("--fields", fields), ("--exclude", exclude)]
    told = [f"{name} {value}" for name, values in given for value in values or ()]
    told += ["--one-story"] if one_story else []
    return (*told, *([f"--against {against}"] if against else []))


def _earlier(file: Path) -> "tuple[Earlier, ...]":
    """The findings of an earlier report; the run stops when it cannot be read."""
    from xref.rules.since import OldReportError, earlier

    try:
        return earlier(bounded(file, "--against", _LARGEST, "report is").decode())
    except OSError as error:
        stop(f"--against: {file}: {error.strerror or error}")
    except UnicodeDecodeError:
        stop(f"--against: {file}: this is not UTF-8")
    except OldReportError as error:
        stop(f"--against: {file}: {error}")


def _must_have_room(output: str) -> None:
    """Stop before the work starts when its result could not be written."""
    if not output:
        stop("--output names no folder")
    folder = Path(output)
    if folder.suffix.lstrip(".") in SUFFIXES and not folder.exists():
        stop(
            f"--output {output} is to be a folder, not a file",
            "for one file: xref report INPUTS --output - --format NAME > FILE",
        )
    there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    if not there.is_dir():
        stop(f"--output {output}: {there} is a file, not a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        stop(f"--output {output}: no permission to write in {there}")


def _write(folder: Path, texts: dict[str, str]) -> list[str]:
    """Write files into a folder; which were written, of a folder in it the first."""
    files = {folder / name: text for name, text in texts.items()}
    try:
        for parent in dict.fromkeys(file.parent for file in files):
            parent.mkdir(parents=True, exist_ok=True)
        write_whole(files)
    except OSError as error:
        stop(f"--output: {error.filename or folder}: {error.strerror or error}")
    first = {file.parent: file for file in reversed(files)}
    return [str(f) for f in files if f.parent == folder or f == first[f.parent]]


def _summary(result: "Report", options: "Options", stream: TextIO) -> str:
    from xref.render import FORMATS

    shown = replace(options, color=colored(stream), width=columns())
    return FORMATS["summary"].render(result, shown)
