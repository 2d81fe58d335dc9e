"""`xref check`: the comparison as a gate."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.cache import NoCache
from xref.cli.changes import changed
from xref.cli.fresh import changed_passages, new_articles, noting, touching, with_new
from xref.cli.gate import Gate, limits_of, must_be_rules
from xref.cli.inputs import IGNORE
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
    input_folders,
    level,
    ruleset,
    run_report,
    settings,
)
from xref.cli.setaside import ignore_file, read_accepted, set_aside, tell_idle
from xref.cli.settings import Settings
from xref.cli.stored import Stored, size_with
from xref.cli.streams import FAILED, UNUSABLE, colored, stop, tell, write_out
from xref.cli.writing import write_whole

if TYPE_CHECKING:
    from xref.model.report import Level, Report


def check(
    inputs: InputsOrStore = None,
    new: Annotated[
        list[str] | None,
        typer.Option(
            "--new",
            metavar="FILE...",
            help="New articles (or folders, or -): every name up to the next option. They join "
            "the inputs, which stand before.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REF",
            help="New is what was added or edited since this commit, article by article, and what "
            "git does not track.",
        ),
    ] = None,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help="With --changed-since: only findings on lines that were edited."
        ),
    ] = False,
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
    max_warnings: Annotated[
        int | None,
        typer.Option(
            "--max-warnings", metavar="N", min=0, help="Fail when there are more warnings."
        ),
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            "--limit",
            metavar="RULE=N",
            help="So many findings of a rule pass, one more fails; may be given often.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found, not with 1.")
    ] = False,
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
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="text, json, sarif, github, gitlab, junit, checkstyle, teamcity or comment.",
        ),
    ] = "text",
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A file to write instead of standard output."
        ),
    ] = "-",
    stored: Stored = None,
    packs: Rules = None,
    config_file: Config = None,
    one_story: OneStory = False,
    fields: Fields = None,
    exclude: Exclude = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles and fail when they clash: a gate for CI.

    \b
    Examples:
      xref check archive/ --new today.md
      xref check archive/ --new *.md
      xref check articles/ --changed-since origin/main --format github
      xref check articles/ --baseline xref-baseline.json --fail-on warning
      xref check articles/ --format sarif --output xref.sarif
      xref check --store news.xref --new today.md

    With --new or --changed-since only findings that touch a new article count; an article that
    was merely moved is not new, nor is the rest of an archive that one was added to. Exit status:
    0 nothing at or above --fail-on, 1 findings, 2 the run could not be done as asked.
    """
    from xref.model.report import Level
    from xref.render import FORMATS, Options
    from xref.render.words import count

    inputs = inputs or []
    if stored is not None and changed_since is not None:
        stop("--changed-since asks git about INPUTS; with --store name new articles by --new")
    config = settings(config_file, inputs, quiet, fields, exclude)
    name = formats(format_, "check", one=True)[0]
    if not output:
        stop("--output names no file")
    if diff and changed_since is None:
        stop("--diff needs --changed-since", "it asks git which lines were edited")
    lowest = _lowest(fail_on, config)
    most = config.max_warnings if max_warnings is None else max_warnings
    gate = Gate(lowest, most, limits_of(limit or (), config))
    shown = min(lowest, Level.WARNING) if show is None else level(show, "--show")
    baseline_file = baseline_file or config.baseline
    ignore = ignore_file(ignore, config, input_folders(inputs))
    accepted = read_accepted(baseline_file, ignore)
    rules = ruleset(packs, config)
    must_be_rules(gate.limits, [rule.id for rule in rules.rules])
    change = None if changed_since is None else changed(changed_since, inputs, config.fields)
    ids: set[str] = set()
    through = iter if change is None else partial(noting, wanted=change.holds, into=ids)
    written = None if output == "-" else Path(output)
    own = (baseline_file, ignore, written)
    result = run_report(
        inputs if stored is not None else with_new(inputs, new or ()),
        packs,
        config,
        Progress(quiet),
        own,
        FORMATS[name].profiled,
        through,
        rules,
        no_cache,
        one_story,
        jobs,
        stored,
        new or (),
    )
    result, about = set_aside(result, accepted)
    if new or change is not None:
        fresh = ids | _brought(result, new or ())
        if not quiet:
            many = len(result.articles) if stored is None else size_with(stored, rules, fresh)
            tell(f"xref: new: {len(fresh)} of {count(many, 'article')}")
        result = touching(result, fresh)
        if diff and change is not None:
            result = changed_passages(result, change, fresh)
    result = replace(result, findings=(*result.findings, *about.findings))
    options = Options(
        root=str(Path.cwd()),
        fail_on=lowest,
        show=shown,
        color=written is None and colored(sys.stdout),
    )
    _give(FORMATS[name].render(result, options), written)
    if not quiet:
        tell_idle(about.idle, baseline_file)
    _judge(result, gate, exit_zero, strict)


def _lowest(asked: str | None, config: Settings) -> "Level":
    """The level from which a finding fails: the one asked for, the settings', else error."""
    from xref.model.report import Level

    if asked is not None or config.fail_on is None:
        return level("error" if asked is None else asked)
    try:
        return Level[config.fail_on.upper()]
    except KeyError:
        known = ", ".join(lv.label for lv in Level)
        message = f'there is no level "{config.fail_on}"'
        tell(config.wrong("fail_on", message, f"levels are {known}"))
        raise typer.Exit(UNUSABLE) from None


def _brought(result: "Report", new: Sequence[str]) -> frozenset[str]:
    """The ids of the articles that `new` brought; the run stops where it brought none."""
    found = new_articles(result, new)
    if new and not found:
        stop("none of the new articles could be read", "the lines above say why")
    return found


def _give(text: str, written: Path | None) -> None:
    if written is None:
        write_out(text)
        return
    try:
        write_whole({written: text})
    except OSError as error:
        stop(f"--output {written}: {error.strerror or error}")


def _judge(result: "Report", gate: Gate, exit_zero: bool, strict: bool) -> None:
    """Exit as the gate says, telling each number that was passed."""
    passed = list(gate.passed(result.findings))
    for told in passed:
        tell(f"xref: {told}")
    end(result, None, strict)
    if (passed or gate.closed(result.findings)) and not exit_zero:
        raise typer.Exit(FAILED)
