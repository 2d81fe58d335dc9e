"""What a reader may choose about a report, and what a format is."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from xref.model.report import Level, Report

Command = Literal["report", "check", "extract", "articles", "profile"]
"""What a format serves; `articles` is ``xref extract --articles``."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices about the output. The same report and options always give the same text.

    `root` is the folder, as an absolute path, that paths are shown relative to. `color` and
    `width` (columns) are for terminals. `fail_on` is the level from which a finding fails a
    check; ``None``: never.
    `limit` is the number of items that a section of a page shows before it says how many are left,
    `worst` the number of findings that a summary shows. `show` is the lowest level of a finding
    that lists of findings for people (text, GitHub, JUnit) show; they count the rest. `by` is what
    a list of profiles has one of for each. `asked` are the options of the run, as they were given.
    """

    title: str = "Consistency report"
    root: str | None = None
    color: bool = False
    width: int = 100
    fail_on: Level | None = Level.ERROR
    limit: int = 60
    worst: int = 5
    show: Level = Level.INFO
    by: Literal["article", "outlet"] = "article"
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One output format: its name on the command line, its file suffix, whom it serves.

    `profiled` says that it shows credibility profiles, which are made for such formats alone;
    `folder` that it is several files, in a folder of its name.

    The file of its name in `xref.render.formats` is imported when it first renders; a format that
    a package brings is rendered `by` a function of its own.
    """

    name: str
    suffix: str
    commands: Set[Command]
    about: str
    profiled: bool = False
    folder: bool = False
    by: Callable[[Report, Options], str] | None = None

    def files(self, report: Report, options: Options) -> dict[str, str]:
        """The whole output: a file's name, with ``/`` behind its folder, and its text."""
        if not self.folder:
            return {f"report{self.suffix}": self.render(report, options)}
        module = import_module(f"xref.render.formats.{self.name}")
        return {f"{self.name}/{name}": text for name, text in module.files(report, options).items()}

    def render(self, report: Report, options: Options) -> str:
        """The whole output, with its last newline; of a folder its first file."""
        if self.by is not None:
            return self.by(report, options)
        module = import_module(f"xref.render.formats.{self.name}")
        return str(module.render(report, options))
