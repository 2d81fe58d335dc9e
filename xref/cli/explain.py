"""`xref explain`: why a finding says what it says."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.cache import NoCache
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
    run_report,
    settings,
)
from xref.cli.stored import Stored
from xref.cli.streams import columns, stop, write_out


def explain(
    finding: Annotated[
        str,
        typer.Argument(
            metavar="FINDING",
            help="The id of a finding, slot or utterance, or the beginning of one.",
            hidden=True,
        ),
    ],
    inputs: InputsOrStore = None,
    stored: Stored = None,
    packs: Rules = None,
    config_file: Config = None,
    one_story: OneStory = False,
    fields: Fields = None,
    exclude: Exclude = None,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Tell why: the passages, how each was read, what was tried.

    \b
    Examples:
      xref explain 3f9a0c12 articles/
      xref report articles/ -o - -f json -q | jq -r '.findings[] | .id + " " + .message'

    Shows what joined the passages, which relations were tried before the one that holds, and the
    test that each failed. Every format of a report shows the ids, in brackets; an unknown one
    lists some.
    """
    from xref.explain import UnknownIdError
    from xref.explain import explain as explained

    inputs = inputs or []
    config = settings(config_file, inputs, quiet, fields, exclude)
    report = run_report(
        inputs,
        packs,
        config,
        Progress(quiet),
        no_cache=no_cache,
        one_story=one_story,
        jobs=jobs,
        stored=stored,
    )
    try:
        write_out(explained(report, finding, str(Path.cwd()), columns(120)))
    except UnknownIdError as error:
        stop(str(error), "\n  ".join(error.near))
