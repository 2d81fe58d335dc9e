"""What the commands share: options, rules, the run itself, and clear ends."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from xref.cli.progress import Progress
from xref.cli.settings import Settings, SettingsError, find_settings
from xref.model.report import Level, Report

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from xref.model.article import Document, Skipped
    from xref.render import Command
    from xref.rules import RuleSet

FAILED = 1
UNUSABLE = 2
_SHORT = {"md": "markdown"}

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUTS...", help="Files, folders, or - for standard input.", show_default=False
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="PACK",
        help="A rule file or folder; may be given often. 'default' is the packaged pack.",
        show_default="default",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 2 when an article could not be read.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")]


def stop(message: str, hint: str = "") -> NoReturn:
    """End the run with status 2, saying what is wrong and what to do."""
    typer.echo(f"xref: {message}", err=True)
    if hint:
        typer.echo(f"  {hint}", err=True)
    raise typer.Exit(UNUSABLE)


def settings() -> Settings:
    """The settings of the folder that the command was started in."""
    try:
        return find_settings(Path.cwd())
    except SettingsError as error:
        stop(str(error))


def level(name: str) -> Level:
    """The level of that name; the run stops when there is none."""
    try:
        return Level[name.upper()]
    except KeyError:
        known = ", ".join(lv.label for lv in Level)
        stop(f"--fail-on {name}: no such level", f"levels are {known}")


def ruleset(packs: Sequence[str] | None, config: Settings) -> "RuleSet":
    """The rules that were asked for; the run stops at any error in them."""
    from xref import rules

    names = list(packs or config.rules or ("default",))
    paths: list[Path | Traversable] = []
    for name in names:
        if name == "default":
            paths.extend(rules.default_packs())
        elif Path(name).exists():
            paths.append(Path(name))
        else:
            stop(f"--rules {name}: no such file or folder")
    try:
        return rules.load(paths)
    except rules.RuleErrors as errors:
        typer.echo(str(errors), err=True)
        raise typer.Exit(UNUSABLE) from None


def documents(inputs: Sequence[str]) -> Iterator["Document | Skipped"]:
    """The documents of the inputs; the run stops when a path does not exist."""
    from xref.load import MissingInput, load

    try:
        yield from load(inputs, sys.stdin.buffer)
    except MissingInput as error:
        stop(str(error))


def run_report(
    inputs: Sequence[str], packs: Sequence[str] | None, config: Settings, quiet: bool
) -> Report:
    """Read, compare and judge; stops with status 2 when nothing could be read."""
    from xref import pipeline

    rules = ruleset(packs, config)
    progress = Progress(quiet)
    try:
        report = pipeline.run(documents(inputs), rules, progress=progress)
    finally:
        progress.end()
    tell_skipped(report)
    if not report.articles:
        stop("no article could be read", "see `xref report --help` for the formats that are read")
    return report


def tell_skipped(report: Report) -> None:
    """Name what could not be read on standard error."""
    for skipped in report.skipped:
        typer.echo(f"xref: skipped {skipped.path}: {skipped.reason}", err=True)


def end(report: Report, fail_on: Level | None, strict: bool) -> None:
    """Exit as the contract says: 2 for unread articles under --strict, 1 for findings, else 0."""
    if strict and report.skipped:
        raise typer.Exit(UNUSABLE)
    if fail_on is not None and any(f.level >= fail_on for f in report.findings):
        raise typer.Exit(FAILED)


def formats(names: str, command: "Command", one: bool = False) -> list[str]:
    """The formats named, comma-separated; the run stops at one that the command does not have."""
    from xref import render

    served = render.names(command)
    chosen = [_SHORT.get(n, n) for n in (part.strip() for part in names.split(",")) if n]
    for name in chosen:
        if name not in served:
            stop(f"--format {name}: no such format here", f"formats are {', '.join(served)}")
    if not chosen or (one and len(chosen) > 1):
        stop("--format takes one name", f"formats are {', '.join(served)}")
    return chosen


def write_out(text: str) -> None:
    """Write to standard output; a reader that has gone away is no error."""
    with suppress(BrokenPipeError):
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
