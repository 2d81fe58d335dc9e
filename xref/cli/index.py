"""`xref index`: articles into a store that grows."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.inputs import STDIN, documents, own_files, real
from xref.cli.progress import Progress
from xref.cli.run import (
    Config,
    Exclude,
    Fields,
    Inputs,
    Jobs,
    Quiet,
    Rules,
    Strict,
    engine_of,
    ruleset,
    settings,
)
from xref.cli.stored import opened
from xref.cli.streams import UNUSABLE, stop, tell, write_out


def index(
    inputs: Inputs,
    store: Annotated[
        Path,
        typer.Option("--store", metavar="FILE", help="The store; it is made where there is none."),
    ],
    packs: Rules = None,
    config_file: Config = None,
    fields: Fields = None,
    exclude: Exclude = None,
    strict: Strict = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Keep articles in a store that others are compared with.

    \b
    Examples:
      xref index archive/ --store news.xref
      xref index today/ --store news.xref              adds what is new, reads again what was edited
      xref check --store news.xref --new today.md
      xref report --store news.xref

    The store holds what INPUTS hold from now on: an article of theirs that is there no more is
    withdrawn; what lies elsewhere stays. Rules matter here for the measures that they teach. The
    store may be used while it grows, and by several runs at once.
    """
    from xref import pipeline
    from xref.index import grow
    from xref.render.words import count, one_line

    config = settings(config_file, inputs, quiet, fields, exclude)
    rules = ruleset(packs, config)
    if not str(store) or store.is_dir():
        stop(f"--store {store}: this is a folder", "name a file")
    folders = [real(path) for path in inputs if path != STDIN]

    def covered(path: str) -> bool:
        if path == STDIN:
            return STDIN in inputs
        here = real(path)
        return any(here == folder or folder in here.parents for folder in folders)

    beside = [store.with_name(store.name + end) for end in ("", "-wal", "-shm")]
    found = documents(inputs, own_files(config, *map(Path, packs or ()), *beside), config)
    with (
        Progress(quiet) as progress,
        engine_of(jobs) as engine,
        opened(store, rules, new=True) as kept,
        pipeline.uncollected(),
    ):
        grown = grow(*kept, found, covered, pipeline.words(rules), engine, progress)
        articles, stories = len(kept.articles), kept.articles.stories
    unread = [each for each in grown.skipped if not each.expected]
    if grown.repaired:
        tell(f"xref: {store} was damaged; what was damaged is made anew")
    for each in unread:
        tell(f"xref: skipped {one_line(f'{each.path}: {each.reason}')}")
    if not quiet:
        write_out(
            f"{count(grown.added, 'article')} added, {grown.changed:,} changed, "
            f"{grown.withdrawn:,} withdrawn, {grown.unchanged:,} as before\n"
            f"{store} holds {count(articles, 'article')} in {count(stories, 'story', 'stories')}\n"
        )
    if strict and unread:
        tell(f"xref: --strict: {len(unread)} of the inputs could not be read")
        raise typer.Exit(UNUSABLE)
