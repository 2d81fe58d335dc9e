"""`xref check` and `xref baseline`: the comparison as a gate."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.run import (
    UNUSABLE,
    Inputs,
    Quiet,
    Rules,
    Strict,
    end,
    formats,
    level,
    run_report,
    settings,
    stop,
    write_out,
)
from xref.model.report import Report

_BASELINE = "xref-baseline.json"
_IGNORE = "xref-ignore.yaml"


def check(
    inputs: Inputs,
    new: Annotated[
        list[str] | None,
        typer.Option(
            "--new", metavar="FILE", help="A new article; may be given often. Added to the inputs."
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="REF", help="New is what changed since this commit."
        ),
    ] = None,
    baseline_file: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Findings that were accepted."),
    ] = None,
    ignore: Annotated[
        Path | None,
        typer.Option("--ignore", metavar="FILE", help=f"Suppressions (default: {_IGNORE})."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="error, warning or info (default: error)."),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help="text, json, sarif, github or junit."),
    ] = "text",
    packs: Rules = None,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Compare as `report` does, and fail when a new article clashes with the others.

    \b
    Examples:
      xref check archive/ --new today.md
      xref check articles/ --changed-since origin/main --format github
      xref check articles/ --baseline xref-baseline.json --fail-on warning
      xref check articles/ --format sarif > xref.sarif

    With --new or --changed-since only findings that touch a new article count. Exit status:
    0 nothing at or above --fail-on, 1 findings, 2 the run could not be done as asked.
    """
    from xref.render import FORMATS, Options

    config = settings()
    name = formats(format_, "check", one=True)[0]
    lowest = level(fail_on or config.fail_on or "error")
    fresh = [*(new or ())]
    if changed_since is not None:
        fresh += _changed(changed_since, inputs)
    result = run_report(_with_new(inputs, new or ()), packs, config, quiet)
    if new or changed_since is not None:
        result = _touching(result, fresh)
    result = _suppressed(result, baseline_file or config.baseline, ignore or config.ignore)
    write_out(FORMATS[name].render(result, Options(root=str(Path.cwd()), fail_on=lowest)))
    end(result, lowest, strict)


def baseline(
    inputs: Inputs,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")
    ] = Path(_BASELINE),
    packs: Rules = None,
    quiet: Quiet = False,
) -> None:
    """Accept today's findings, so that `xref check --baseline` fails only for new ones.

    \b
    Examples:
      xref baseline articles/
      xref check articles/ --baseline xref-baseline.json
    """
    from xref.rules.baseline import baseline_of

    result = run_report(inputs, packs, settings(), quiet)
    try:
        output.write_text(baseline_of(result.findings).text(), encoding="utf-8")
    except OSError as error:
        stop(f"--output {output}: {error.strerror or error}")
    if not quiet:
        typer.echo(f"{len(result.findings)} findings accepted in {output}", err=True)


def _with_new(inputs: Sequence[str], new: Sequence[str]) -> list[str]:
    """The inputs, and each new file that does not lie in one of them."""
    folders = [Path(i).resolve() for i in inputs if i != "-"]
    out = list(inputs)
    for name in new:
        file = Path(name).resolve()
        if not any(file == f or f in file.parents for f in folders):
            out.append(name)
    return out


def _changed(ref: str, inputs: Sequence[str]) -> list[str]:
    """Files under the inputs that git knows as changed since `ref`, or does not track."""

    def git(*arguments: str) -> list[str]:
        done = subprocess.run(
            ["git", *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
        )
        if done.returncode != 0:
            stop(f"--changed-since {ref}: {done.stderr.strip() or 'git failed'}")
        return [line for line in done.stdout.split("\0") if line]

    try:
        top = Path(git("rev-parse", "--show-toplevel")[0].strip())
        named = git("diff", "--name-only", "-z", "--diff-filter=d", ref, "--", *inputs)
        untracked = git(
            "ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", *inputs
        )
    except FileNotFoundError:
        stop(f"--changed-since {ref}: git is not installed", "name the new files with --new")
    return [str(top / name) for name in (*named, *untracked)]


def _touching(report: Report, new: Sequence[str]) -> Report:
    """The report with only those findings that rest on a new article."""
    files = {Path(name).resolve() for name in new}
    ids = {a.id for a in report.articles if Path(a.path).resolve() in files}
    unread = {Path(s.path.partition(":")[0]).resolve() for s in report.skipped}
    for file in sorted(files - unread - {Path(a.path).resolve() for a in report.articles}):
        typer.echo(f"xref: {file} holds no article that was read", err=True)
    kept = tuple(
        f for f in report.findings if any(p.article in ids for p in (f.primary, *f.related))
    )
    return replace(report, findings=kept)


def _suppressed(report: Report, accepted: Path | None, ignore: Path | None) -> Report:
    """The report without what a baseline or a suppression file takes out."""
    from xref.rules import RuleErrors
    from xref.rules.baseline import Baseline, BaselineError, apply_baseline, read_baseline
    from xref.rules.ignores import Ignores, apply_ignores, load_ignores

    if ignore is None and Path(_IGNORE).is_file():
        ignore = Path(_IGNORE)
    known, ignores = Baseline(), Ignores()
    try:
        if accepted is not None:
            known = read_baseline(accepted.read_text(encoding="utf-8"))
        if ignore is not None:
            ignores = load_ignores(ignore)
    except RuleErrors as errors:
        typer.echo(str(errors), err=True)
        raise typer.Exit(UNUSABLE) from None
    except (BaselineError, UnicodeDecodeError) as error:
        stop(f"{accepted}: {error}")
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}")
    compared = apply_baseline(report.findings, known)
    ignored = apply_ignores(compared.new, ignores, date.today())
    return replace(
        report,
        findings=(*ignored.kept, *ignored.extra),
        suppressed=(*compared.accepted, *ignored.suppressed),
    )
