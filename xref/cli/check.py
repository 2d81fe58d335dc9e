"""`xref check` and `xref baseline`: the comparison as a gate."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.changes import changed
from xref.cli.fresh import new_articles, touching, with_new
from xref.cli.inputs import BASELINE, IGNORE
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    Inputs,
    Quiet,
    Rules,
    Strict,
    end,
    formats,
    input_folders,
    level,
    run_report,
    settings,
)
from xref.cli.setaside import ignore_file, read_accepted, set_aside
from xref.cli.streams import stop, tell, write_out
from xref.cli.writing import write_whole


def check(
    inputs: Inputs,
    new: Annotated[
        list[str] | None,
        typer.Option(
            "--new",
            metavar="FILE",
            help="A new article (or a folder, or -); may be given often. Joins the inputs.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REF",
            help="New is what was added or edited since this commit, and what git does not track.",
        ),
    ] = None,
    baseline_file: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Findings that were accepted."),
    ] = None,
    ignore: Annotated[
        Path | None,
        typer.Option(
            "--ignore", metavar="FILE", help=f"Suppressions.  [default: {IGNORE}, if it is there]"
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="LEVEL", help="error, warning or info.  [default: error]"
        ),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option(
            "--show",
            metavar="LEVEL",
            help="List findings from this level on and count the rest; json holds all.  "
            "[default: warning, or --fail-on where that is lower]",
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help="text, json, sarif, github or junit."),
    ] = "text",
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Compare articles and fail when they clash: a gate for CI.

    \b
    Examples:
      xref check archive/ --new today.md
      xref check articles/ --changed-since origin/main --format github
      xref check articles/ --baseline xref-baseline.json --fail-on warning
      xref check articles/ --format sarif > xref.sarif

    With --new or --changed-since only findings that touch a new article count; an article that
    was merely moved is not new. Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the
    run could not be done as asked.
    """
    from xref.model.report import Level
    from xref.render import FORMATS, Options
    from xref.render.words import count

    config = settings(config_file, inputs, quiet, fields, exclude)
    name = formats(format_, "check", one=True)[0]
    if fail_on is None and config.fail_on is not None:
        lowest = level(config.fail_on, f"{config.file}: fail_on")
    else:
        lowest = level("error" if fail_on is None else fail_on)
    shown = min(lowest, Level.WARNING) if show is None else level(show, "--show")
    baseline_file = baseline_file or config.baseline
    ignore = ignore_file(ignore, config, input_folders(inputs))
    accepted = read_accepted(baseline_file, ignore)
    fresh = list(new or ())
    if changed_since is not None:
        fresh += changed(changed_since, inputs)
    everything = with_new(inputs, new or ())
    result = run_report(
        everything,
        packs,
        config,
        Progress(quiet),
        (baseline_file, ignore),
        FORMATS[name].profiled,
    )
    result, idle = set_aside(result, accepted)
    if new or changed_since is not None:
        ids = new_articles(result, fresh)
        if new and not ids:
            stop("none of the new articles could be read", "the lines above say why")
        if not quiet:
            tell(f"xref: new: {len(ids)} of {count(len(result.articles), 'article')}")
        result = touching(result, ids)
    result = replace(result, findings=(*result.findings, *idle))
    options = Options(root=str(Path.cwd()), fail_on=lowest, show=shown)
    write_out(FORMATS[name].render(result, options))
    end(result, lowest, strict)


def baseline(
    inputs: Inputs,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; - for standard output."
        ),
    ] = BASELINE,
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    quiet: Quiet = False,
) -> None:
    """Accept today's findings, so that only new ones fail.

    \b
    Examples:
      xref baseline articles/
      xref check articles/ --baseline xref-baseline.json

    A finding that another article joins later is new again.
    """
    from xref.render.words import count
    from xref.rules.baseline import baseline_of

    config = settings(config_file, inputs, quiet, fields, exclude)
    result = run_report(inputs, packs, config, Progress(quiet), (Path(output),))
    text = baseline_of(result.findings).text()
    if output == "-":
        write_out(text)
        return
    try:
        write_whole({Path(output): text})
    except OSError as error:
        stop(f"--output {output}: {error.strerror or error}")
    if not quiet:
        accepted = count(len(result.findings), "finding")
        tell(f"xref: {accepted} accepted in {output}; name it in xref check --baseline {output}")
