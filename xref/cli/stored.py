"""Commands that work from a store: the index of articles that `xref index` keeps in a file."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from xref.cli.inputs import documents
from xref.cli.progress import Progress
from xref.cli.settings import Settings
from xref.cli.streams import stop

if TYPE_CHECKING:
    from xref.index import Index
    from xref.keeping import Keeping
    from xref.model.article import Document
    from xref.model.report import Report
    from xref.rules import RuleSet
    from xref.stages import Engine, Words

Stored = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="A store that `xref index` made, in place of INPUTS.",
    ),
]


class Opened(NamedTuple):
    """An index with what is kept beside it."""

    articles: "Index"
    keeping: "Keeping"


@contextmanager
def opened(file: Path, rules: "RuleSet", new: bool = False) -> Iterator[Opened]:
    """The index in a file, made if it is to be `new`; the run stops where there is none."""
    import sqlite3

    from xref.index import DamagedError, Index, OtherIndexError
    from xref.keeping import Keeping
    from xref.store import NotAStoreError, Store

    again = f"index the articles again: xref index INPUTS --store {file}"
    try:
        with Store.named(file, new) as store:
            keeping = Keeping(store, rules.measures)
            yield Opened(Index(store, keeping.program), keeping)
    except NotAStoreError as error:
        stop(f"--store {file}: {error}", "xref index INPUTS --store FILE makes one")
    except OtherIndexError:
        stop(
            f"--store {file}: made by another version of xref, or with other measures",
            f"take the file away and index all articles anew: xref index INPUTS --store {file}",
        )
    except DamagedError as error:
        stop(f"--store {file}: damaged: {error}", again)
    except sqlite3.DatabaseError as error:
        stop(f"--store {file}: {error}", f"take the file away and {again}")


def stored_report(
    file: Path,
    inputs: Sequence[str],
    new: Sequence[str],
    rules: "RuleSet",
    config: Settings,
    progress: Progress,
    profiled: bool,
    engine: "Engine",
) -> "Report":
    """The report on all that a store holds; with `new` on these and the stories that they touch."""
    from xref import pipeline
    from xref.index import whole_report

    if inputs:
        stop(
            "--store stands in place of INPUTS",
            f"to add articles: xref index {inputs[0]} --store {file}",
        )
    words = pipeline.words(rules)
    with progress, opened(file, rules) as store:
        if new:
            return _with_new(store, new, rules, words, config, progress, profiled, engine)
        return whole_report(*store, rules, words, engine, progress, profiled)


def _with_new(
    store: Opened,
    new: Sequence[str],
    rules: "RuleSet",
    words: "Words",
    config: Settings,
    progress: Progress,
    profiled: bool,
    engine: "Engine",
) -> "Report":
    from dataclasses import replace

    from xref.index import join, joined_report, told_apart
    from xref.model.article import Skipped
    from xref.pipeline import Extracted, extracted

    index, keeping = store
    found = list(documents(new, (), config))
    ids = [each.id for each in found if not isinstance(each, Skipped)]
    known = {entry.id: entry for entry in index.entries("id", ids)}
    named: list[Document | Skipped] = [
        each if isinstance(each, Skipped) else told_apart(each, known, lambda _: False)
        for each in found
    ]
    read = list(extracted(named, words, progress, keeping, engine))
    fresh = {
        item.article.id: (keeping.key_of(item.article.id), item)
        for item in read
        if isinstance(item, Extracted)
    }
    joined = join(index, keeping, fresh)
    report = joined_report(joined, keeping, rules, words, engine, progress, profiled)
    return replace(report, skipped=tuple(each for each in read if isinstance(each, Skipped)))


def size_with(file: Path, rules: "RuleSet", new: Collection[str]) -> int:
    """How many articles there are in a store and, by their ids, beside it."""
    with opened(file, rules) as store:
        held = sum(1 for _ in store.articles.entries("id", new))
        return len(store.articles) + len(new) - held
