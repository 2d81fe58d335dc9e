"""Findings that were accepted: a baseline, and a file of suppressions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from xref.cli.inputs import IGNORE
from xref.cli.settings import Settings
from xref.cli.streams import UNUSABLE, columns, stop, tell

if TYPE_CHECKING:
    from xref.model.report import Finding, Report
    from xref.rules.baseline import Baseline
    from xref.rules.ignores import Ignores


class Accepted(NamedTuple):
    """What was accepted before the run."""

    baseline: "Baseline"
    ignores: "Ignores"


def ignore_file(given: Path | None, config: Settings) -> Path | None:
    """The file of suppressions: the one named, else the one beside the settings or right here."""
    if given or config.ignore:
        return given or config.ignore
    folders = [Path(), *([config.file.parent] if config.file else [])]
    return next((f / IGNORE for f in folders if (f / IGNORE).is_file()), None)


def read_accepted(baseline: Path | None, ignore: Path | None) -> Accepted:
    """Read both files; the run stops when one of them cannot be used."""
    from xref.rules import RuleErrors
    from xref.rules.baseline import Baseline, BaselineError, read_baseline
    from xref.rules.ignores import Ignores, load_ignores

    known, ignores = Baseline(), Ignores()
    if baseline is not None:
        try:
            known = read_baseline(baseline.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            stop(f"--baseline: no such file: {baseline}", "xref baseline INPUTS writes one")
        except OSError as error:
            stop(f"--baseline: {baseline}: {error.strerror}")
        except UnicodeDecodeError:
            stop(f"--baseline: {baseline}: this is not UTF-8", "write it again with xref baseline")
        except BaselineError as error:
            stop(f"--baseline: {baseline}: {error}")
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


def set_aside(report: "Report", accepted: Accepted) -> tuple["Report", Sequence["Finding"]]:
    """The report without what was accepted, and findings about entries that suppress nothing."""
    from xref.rules.baseline import apply_baseline
    from xref.rules.ignores import apply_ignores

    compared = apply_baseline(report.findings, accepted.baseline)
    ignored = apply_ignores(compared.new, accepted.ignores, date.today())
    left = replace(
        report,
        findings=tuple(ignored.kept),
        suppressed=(*compared.accepted, *ignored.suppressed),
    )
    return left, ignored.extra
