"""Findings that were accepted: a baseline, and a file of suppressions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from xref.cli.inputs import IGNORE, bounded
from xref.cli.settings import Settings, lies_in
from xref.cli.streams import UNUSABLE, columns, stop, tell

if TYPE_CHECKING:
    from xref.model.report import Finding, Report
    from xref.rules.baseline import Baseline
    from xref.rules.ignores import Ignores


_MAX_BYTES = 200_000_000


class About(NamedTuple):
    """What is to be told of the entries themselves: findings, and how many are needed no more."""

    findings: "Sequence[Finding]"
    idle: int


class Accepted(NamedTuple):
    """What was accepted before the run."""

    baseline: "Baseline"
    ignores: "Ignores"


def ignore_file(given: Path | None, config: Settings, inputs: Sequence[Path] = ()) -> Path | None:
    """The file of suppressions: the one named, else the one beside the settings or right here.

    One that lies in the folders `inputs` came with the articles; it is told and not used.
    """
    if given or config.ignore:
        return given or config.ignore
    folders = [Path(), *([config.file.parent] if config.file else [])]
    for file in (folder / IGNORE for folder in folders):
        if file.is_file():
            if not lies_in(file, inputs):
                return file
            tell(f"xref: {file} lies among the inputs and is not used; --ignore {file} uses it")
    return None


def read_accepted(
    baseline: Path | None, ignore: Path | None, option: str = "--baseline"
) -> Accepted:
    """Read both files; the run stops when one of them cannot be used.

    `option` is the one that names the baseline.
    """
    from xref.rules import RuleErrors
    from xref.rules.baseline import Baseline, BaselineError, read_baseline
    from xref.rules.ignores import Ignores, load_ignores

    known, ignores = Baseline(), Ignores()
    if baseline is not None:
        try:
            known = read_baseline(
                bounded(baseline, option, _MAX_BYTES, "baseline is").decode("utf-8-sig")
            )
        except FileNotFoundError:
            stop(f"{option}: no such file: {baseline}", "xref baseline INPUTS writes one")
        except OSError as error:
            stop(f"{option}: {baseline}: {error.strerror}")
        except UnicodeDecodeError:
            stop(f"{option}: {baseline}: this is not UTF-8", "write it again with xref baseline")
        except BaselineError as error:
            stop(f"{option}: {baseline}: {error}")
    if ignore is not None:
        try:
            ignores = load_ignores(ignore)
        except FileNotFoundError:
            stop(f"--ignore: no such file: {ignore}")
        except OSError as error:
            stop(f"--ignore: {ignore}: {error.strerror}")
        except RuleErrors as errors:
            tell(errors.told(columns()))
            raise typer.Exit(UNUSABLE) from None
    return Accepted(known, ignores)


def set_aside(report: "Report", accepted: Accepted) -> tuple["Report", About]:
    """The report without what was accepted, and what is to be told of the entries.

    An entry of either file is in use whether or not the other names the finding too.
    """
    from xref.rules.baseline import apply_baseline
    from xref.rules.ignores import Names, apply_ignores

    articles = {each.id: each for each in report.articles}
    compared = apply_baseline(report.findings, accepted.baseline, articles)
    names = Names(frozenset(rule.id for rule in report.rules), frozenset(articles))
    ignored = apply_ignores(report.findings, accepted.ignores, date.today(), names)
    held = {each.id for each in (*compared.accepted, *ignored.suppressed)}
    left = replace(
        report,
        findings=tuple(each for each in report.findings if each.id not in held),
        suppressed=tuple(each for each in report.findings if each.id in held),
    )
    return left, About(ignored.extra, len(compared.idle))


def tell_idle(idle: int, baseline: Path | None) -> None:
    """Tell that entries of the baseline are found no longer."""
    from xref.render.words import count

    if idle:
        entries = count(idle, "finding is", "findings are")
        tell(f"xref: {entries} found no longer, but accepted in {baseline}")
        tell(f"  xref baseline INPUTS --prune --output {baseline} takes it out")
