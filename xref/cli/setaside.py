"""Findings that were accepted: a baseline, and a file of suppressions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from xref.cli.inputs import IGNORE
from xref.cli.settings import Settings, lies_in
from xref.cli.streams import UNUSABLE, columns, stop, tell

if TYPE_CHECKING:
    from xref.model.report import Finding, Report
    from xref.rules.baseline import Baseline
    from xref.rules.ignores import Ignores


_MAX_BYTES = 200_000_000


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


def read_accepted(baseline: Path | None, ignore: Path | None) -> Accepted:
    """Read both files; the run stops when one of them cannot be used."""
    from xref.rules import RuleErrors
    from xref.rules.baseline import Baseline, BaselineError, read_baseline
    from xref.rules.ignores import Ignores, load_ignores

    known, ignores = Baseline(), Ignores()
    if baseline is not None:
        try:
            known = read_baseline(_bounded(baseline).decode("utf-8-sig"))
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


def _bounded(file: Path) -> bytes:
    """The bytes of a file; the run stops where it is larger than any baseline."""
    with file.open("rb") as stream:
        raw = stream.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        stop(f"--baseline: {file}: larger than {_MAX_BYTES:,} bytes: no baseline is")
    return raw


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
