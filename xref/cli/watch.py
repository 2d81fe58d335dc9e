"""`xref watch`: the check again whenever an article was saved."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.cache import NoCache
from xref.cli.fresh import touching
from xref.cli.inputs import STDIN, must_exist
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    Inputs,
    Jobs,
    Rules,
    input_folders,
    ruleset,
    run_report,
    settings,
)
from xref.cli.setaside import ignore_file, read_accepted, set_aside
from xref.cli.streams import colored, stop, tell, write_out

_PAUSE = 0.5
"""Seconds between two looks at the files."""

Seen = Mapping[str, tuple[int, int]]
"""When each file was written last, and its size."""


def watch(
    inputs: Inputs,
    every: Annotated[
        float,
        typer.Option("--every", metavar="SECONDS", min=0.05, help="How often to look."),
    ] = _PAUSE,
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    no_cache: NoCache = False,
    jobs: Jobs = None,
) -> None:
    """Check whenever an article is saved, until you interrupt it.

    \b
    Examples:
      xref watch articles/

    At the start all findings are listed, then those that touch what was saved. Rules, baseline and
    suppressions are those of the settings, read again each time.
    """
    from xref.model.report import Level
    from xref.render import FORMATS, Options

    if STDIN in inputs:
        stop("standard input cannot be watched", "name files and folders")
    must_exist(inputs)
    seen: Seen | None = None
    try:
        for now in _looks(inputs, every):
            saved = (
                None
                if seen is None
                else frozenset(path for path, state in now.items() if seen.get(path) != state)
            )
            gone = seen is not None and not seen.keys() <= now.keys()
            seen = now
            if saved is not None and not saved and not gone:
                continue
            config = settings(config_file, inputs, True, fields, exclude)
            accepted = read_accepted(
                config.baseline, ignore_file(None, config, input_folders(inputs))
            )
            rules = ruleset(packs, config)
            own = (config.baseline,)
            report = run_report(
                inputs,
                packs,
                config,
                Progress(True),
                own,
                rules=rules,
                no_cache=no_cache,
                jobs=jobs,
            )
            report, _ = set_aside(report, accepted)
            if saved is not None:
                ids = [a.id for a in report.articles if str(Path(a.path).absolute()) in saved]
                tell(f"xref: saved: {', '.join(sorted(ids)) or 'no article'}")
                report = touching(report, ids)
            options = Options(root=str(Path.cwd()), show=Level.WARNING, color=colored(sys.stdout))
            write_out(FORMATS["text"].render(report, options))
    except KeyboardInterrupt:
        tell("")
        raise typer.Exit from None


def _looks(inputs: Sequence[str], every: float) -> Iterator[Seen]:
    """What the files are like, again and again, told once two looks find the same.

    What is only half written when it is looked at is looked at again.
    """
    before: Seen | None = None
    while True:
        now = dict(_states(inputs))
        if now == before:
            yield now
        before = now
        time.sleep(every)


def _states(inputs: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in inputs:
        top = Path(name)
        for path in (top, *top.rglob("*")) if top.is_dir() else (top,):
            if any(part.startswith(".") for part in path.relative_to(top).parts):
                continue
            try:
                state = path.stat()
            except OSError:
                continue
            if path.is_file():
                yield str(path.absolute()), (state.st_mtime_ns, state.st_size)
