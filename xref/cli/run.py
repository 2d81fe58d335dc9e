"""What the commands share: options, rules, the run itself, and clear ends."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from xref.cli.cache import store
from xref.cli.inputs import STDIN, documents, own_files
from xref.cli.progress import Progress
from xref.cli.settings import Settings, SettingsError, find_settings, read_settings
from xref.cli.stored import stored_report
from xref.cli.streams import FAILED, UNUSABLE, columns, stop, tell

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from xref.model.article import Document, Skipped
    from xref.model.report import Level, Report
    from xref.render import Command
    from xref.rules import RuleSet
    from xref.stages import Engine

_SHORT = {"md": "markdown"}
_ONE = "one-story"

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUTS...", help="Files, folders, or - for standard input.", hidden=True
    ),
]
InputsOrStore = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUTS...",
        help="Files, folders, or - for standard input; none with --store.",
        hidden=True,
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="PACK",
        help="A rule file or folder; may be given often. Without it the rules of the settings, "
        "else 'default', the packaged pack.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="Settings to use, wherever they lie.  [default: xref.toml or pyproject.toml, in this "
        "folder or one above, but not among the inputs]",
    ),
]
OneStory = Annotated[
    bool,
    typer.Option("--one-story", help="All articles cover one event, whatever they share."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--fields",
        metavar="FIELD=PATH",
        help="Where records keep a field, as in outlet=publisher.name; may be given often.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        help="Files of folders that are no articles, as in a .gitignore; may be given often.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 2 when an article could not be read.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Processes that read and compare; the result is the same.  [default: the cores]",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no summary; warnings stay.")
]


def settings(
    asked: Path | None = None,
    inputs: Sequence[str] = (),
    quiet: bool = False,
    fields: Sequence[str] | None = None,
    exclude: Sequence[str] | None = None,
) -> Settings:
    """The settings asked for, else those of the folder that the command was started in.

    `fields` and `exclude` are options that add to them. Which settings are used is told, and so
    are those that are not, since they lie among the inputs.
    """
    config = _found_settings(asked, inputs, quiet)
    if fields:
        from xref.load.fields import FieldsError, field_map

        try:
            config = replace(config, fields={**config.fields, **field_map(fields)})
        except FieldsError as error:
            stop(f"--fields: {error}")
    return replace(config, exclude=(*config.exclude, *(exclude or ())))


def _found_settings(asked: Path | None, inputs: Sequence[str], quiet: bool) -> Settings:
    try:
        if asked is not None:
            return read_settings(asked)
        config = find_settings(Path.cwd(), input_folders(inputs))
    except SettingsError as error:
        tell(str(error))
        raise typer.Exit(UNUSABLE) from None
    if config.passed_by is not None:
        tell(
            f"xref: {_near(config.passed_by)} lies among the inputs and is not used; "
            f"--settings {_near(config.passed_by)} uses it"
        )
    if config.file is not None and config.settled and not quiet:
        tell(f"xref: settings of {_near(config.file)}: {', '.join(config.settled)}")
    return config


def input_folders(inputs: Sequence[str]) -> list[Path]:
    """The folders among the inputs."""
    return [Path(path) for path in inputs if path != STDIN and Path(path).is_dir()]


def _near(file: Path) -> str:
    """A path, as short as it can be said from here, fit for a terminal."""
    from xref.render.words import one_line

    here = Path.cwd()
    return one_line(str(file.relative_to(here) if file.is_relative_to(here) else file))


def level(name: str, where: str = "--fail-on") -> "Level":
    """The level of that name; the run stops when there is none."""
    from xref.model.report import Level

    try:
        return Level[name.upper()]
    except KeyError:
        known = ", ".join(lv.label for lv in Level)
        stop(f'{where}: there is no level "{name}"', f"levels are {known}")


def ruleset(packs: Sequence[str] | None, config: Settings, option: str = "--rules") -> "RuleSet":
    """The rules that were asked for, by `option`; the run stops at any error in them."""
    from xref import rules
    from xref.rules import packs as packs_

    names = list(packs or config.rules or ("default",))
    paths: list[Path | Traversable] = []
    for name in names:
        if name and name != "default" and Path(name).exists():
            paths.append(Path(name))
        elif found := packs_.named(name):
            paths.extend(found)
        else:
            _no_such_pack(name, packs, config, option)
    try:
        ours = rules.load(paths)
    except rules.RuleErrors as errors:
        tell(errors.told(columns()))
        raise typer.Exit(UNUSABLE) from None
    for each in ours.old:
        tell(each.told(columns()))
    return ours


def _no_such_pack(
    name: str, packs: Sequence[str] | None, config: Settings, option: str
) -> NoReturn:
    from xref.rules.packs import names as pack_names

    if packs:
        known = ", ".join(pack_names())
        stop(f'{option}: no such file or folder: "{name}"', f"packs by name are {known}")
    assert config.file is not None
    written = os.path.relpath(name, config.file.parent) if os.path.isabs(name) else name  # noqa: PTH117
    tell(config.wrong("rules", f'no such file or folder: "{written}"', member=written))
    raise typer.Exit(UNUSABLE)


def run_report(
    inputs: Sequence[str],
    packs: Sequence[str] | None,
    config: Settings,
    progress: Progress,
    own: Collection[Path | None] = (),
    profiled: bool = False,
    through: "Callable[[Iterator[Document | Skipped]], Iterator[Document | Skipped]]" = iter,
    rules: "RuleSet | None" = None,
    no_cache: bool = False,
    one_story: bool = False,
    jobs: int | None = None,
    stored: Path | None = None,
    new: Sequence[str] = (),
) -> "Report":
    """Read, compare and judge; stops with status 2 when nothing could be read.

    `own` are files of xref's that are no articles, besides those that the settings name. What is
    read goes `through` a function; `rules` are those of `packs`, where they are loaded already.
    `profiled` says that credibility profiles are wanted too, `one_story` that the user knows all
    articles to cover one event. `jobs` is the number of processes, that of the cores without it.
    `stored` is a store in place of the inputs; `new` articles are compared with it.
    """
    from xref import pipeline

    rules = rules or ruleset(packs, config)
    if stored is not None:
        if one_story:
            stop("--store has its stories; --one-story is for INPUTS")
        with engine_of(jobs) as engine:
            report = stored_report(stored, inputs, new, rules, config, progress, profiled, engine)
        tell_skipped(report, [*inputs, *new] or [str(stored)], progress.quiet)
        return report
    own_ = own_files(config, *own, *map(Path, packs or ()))
    found = through(documents(inputs, own_, config))
    if one_story:
        found = _as_one(found)
    with (
        progress,
        store(config, input_folders(inputs), no_cache) as kept,
        engine_of(jobs) as engine,
    ):
        report = pipeline.run(
            found, rules, progress=progress, profiled=profiled, store=kept, engine=engine
        )
    tell_skipped(report, inputs, progress.quiet)
    return report


@contextmanager
def engine_of(jobs: int | None) -> "Iterator[Engine]":
    """What runs the stages in so many processes: one for each core that this one may use."""
    from xref.pipeline import ALONE

    most = _cores() if jobs is None else jobs
    if most == 1:
        yield ALONE
        return
    from xref.engines import Processes

    with Processes(most) as engine:
        yield engine


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _as_one(found: "Iterator[Document | Skipped]") -> "Iterator[Document | Skipped]":
    """The documents, each with the same name of its story."""
    from xref.model.article import Skipped

    for each in found:
        yield each if isinstance(each, Skipped) else replace(each, story=_ONE)


def tell_skipped(report: "Report", inputs: Sequence[str], quiet: bool) -> None:
    """Name what could not be read, and what is to be known of what was, on standard error.

    Stops when nothing was read.
    """
    from xref.load import KNOWN
    from xref.render.words import one_line, other_files

    for place, note in _noted(report) if not quiet else ():
        tell(f"xref: note on {one_line(f'{place}: {note}')}")
    for skipped in report.unread:
        tell(f"xref: skipped {one_line(f'{skipped.path}: {skipped.reason}')}")
    if not quiet and (beside := other_files(report)):
        tell(f"xref: {beside}")
    if report.articles:
        return
    if report.unread:
        stop("no article could be read", "the lines above say why")
    stop(f"no article found in {', '.join(inputs)}", KNOWN)


def _noted(report: "Report") -> Iterator[tuple[str, str]]:
    """Each note once, with the first article that it is on and how many more there are."""
    places: dict[str, list[str]] = {}
    for article in report.articles:
        for note in article.notes:
            places.setdefault(note, []).append(article.id if article.path == "-" else article.path)
    for note, each in places.items():
        more = len(each) - 1
        yield f"{each[0]} and {more} more" if more else each[0], note


def end(report: "Report", fail_on: "Level | None", strict: bool) -> None:
    """Exit as the contract says: 2 for unread articles under --strict, 1 for findings, else 0."""
    if strict and report.unread:
        tell(f"xref: --strict: {len(report.unread)} of the inputs could not be read")
        raise typer.Exit(UNUSABLE)
    if fail_on is not None and any(f.level >= fail_on for f in report.findings):
        raise typer.Exit(FAILED)


def formats(names: str, command: "Command", one: bool = False) -> list[str]:
    """The formats named, comma-separated; the run stops at one that the command does not have."""
    from xref import render

    served = render.names(command)
    known = f"formats are {', '.join(served)}"
    chosen = [_SHORT.get(n, n) for n in (part.strip() for part in names.split(",")) if n]
    for name in chosen:
        if name not in served:
            stop(f'--format: no such format here: "{name}"', known)
    if one and len(chosen) != 1:
        stop("standard output takes one format; name it with --format", known)
    if not chosen:
        stop("--format names no format", known)
    return list(dict.fromkeys(chosen))
