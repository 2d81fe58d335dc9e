"""`xref baseline`: findings accepted as they are today."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.cache import NoCache
from xref.cli.inputs import BASELINE
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    Inputs,
    Jobs,
    OneStory,
    Quiet,
    Rules,
    run_report,
    settings,
)
from xref.cli.setaside import read_accepted
from xref.cli.streams import stop, tell, write_out
from xref.cli.writing import write_whole


def baseline(
    inputs: Inputs,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; - for standard output."
        ),
    ] = BASELINE,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", help="Accept nothing new: take out of FILE what is found no longer."
        ),
    ] = False,
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    one_story: OneStory = False,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Accept today's findings, so that only new ones fail.

    \b
    Examples:
      xref baseline articles/
      xref check articles/ --baseline xref-baseline.json
      xref baseline articles/ --prune           keep what is still needed, accept nothing more

    A finding that another article joins later is new again. An article may be renamed, and edited
    elsewhere than in the sentences that a finding rests on.
    """
    from xref.render.words import count
    from xref.rules.baseline import Baseline, apply_baseline, baseline_of

    if prune and output == "-":
        stop("--prune needs the file that it prunes", "name it with --output")
    known = read_accepted(Path(output), None, "--output").baseline if prune else Baseline()
    config = settings(config_file, inputs, quiet, fields, exclude)
    result = run_report(
        inputs,
        packs,
        config,
        Progress(quiet),
        (Path(output),),
        no_cache=no_cache,
        one_story=one_story,
        jobs=jobs,
    )
    articles = {each.id: each for each in result.articles}
    if prune:
        compared = apply_baseline(result.findings, known, articles)
        accepted = known.without(compared.idle)
    else:
        accepted = baseline_of(result.findings, articles)
    text = accepted.text()
    if output == "-":
        write_out(text)
        return
    try:
        write_whole({Path(output): text})
    except OSError as error:
        stop(f"--output {output}: {error.strerror or error}")
    if quiet:
        return
    number = count(len(accepted.accepted), "finding")
    if prune:
        gone = count(len(known.accepted) - len(accepted.accepted), "entry", "entries")
        tell(f"xref: {gone} taken out of {output}, {number} left")
    else:
        tell(f"xref: {number} accepted in {output}; name it in xref check --baseline {output}")
