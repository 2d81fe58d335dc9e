"""`xref rules`: read, check and try comparison rules."""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.help import Command
from xref.cli.inputs import documents, own_files
from xref.cli.progress import Progress
from xref.cli.run import Config, Inputs, Quiet, Rules, ruleset, settings, tell_skipped
from xref.cli.streams import FAILED, stop, write_out

if TYPE_CHECKING:
    from xref.model.article import Document
    from xref.model.report import Report
    from xref.rules import RuleSet

rules = typer.Typer(no_args_is_help=True)

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_NAMES_THEM = "xref rules list names them all"

_Rule = Annotated[str, typer.Argument(metavar="RULE", help="A rule's id.", hidden=True)]
_Packs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PACK]...",
        help="Rule files or folders; the rules in force where none is named.",
        hidden=True,
    ),
]


@rules.callback()
def _rules() -> None:
    """List, show, write, check, test and trace rules.

    \b
    Examples:
      xref rules list                                  the rules in force
      xref rules new ferry-capacity > my-rules.yaml    a rule to start from
      xref rules validate my-rules.yaml                every error, with line and column
      xref rules test my-rules.yaml                    the tests that sit in the rules
      xref report articles/ --rules default --rules my-rules.yaml
    """


@rules.command("list", cls=Command)
def list_(packs: Rules = None, config_file: Config = None) -> None:
    """One line a rule: what it looks at and reports.

    \b
    Examples:
      xref rules list
      xref rules list --rules default --rules my-rules.yaml
    """
    from xref.rules.describe import listed

    write_out(listed(ruleset(packs, settings(config_file))))


@rules.command(cls=Command)
def show(rule: _Rule, packs: Rules = None, config_file: Config = None) -> None:
    """A rule as it is in force, with its tests.

    \b
    Example:
      xref rules show troop-count
    """
    from xref.rules.describe import shown

    try:
        write_out(shown(ruleset(packs, settings(config_file)), rule))
    except KeyError as error:
        stop(str(error.args[0]), _NAMES_THEM)


@rules.command(cls=Command)
def new(
    rule: _Rule,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="compare, claim or support.")
    ] = "compare",
) -> None:
    """Print a small valid rule of a type, to start from.

    \b
    Examples:
      xref rules new ferry-capacity > my-rules.yaml
      xref rules new unsourced-price --type claim > my-rules.yaml

    Its first line gives editors completion once the schema lies beside it:
    xref rules schema > rules.schema.json
    """
    from xref.rules.describe import new_rule

    if not _ID.fullmatch(rule):
        stop(f'"{rule}" is no id for a rule', "write it in small letters, as in ferry-capacity")
    try:
        write_out(new_rule(rule, type_))
    except KeyError as error:
        stop(f"--type: {error.args[0]}")


@rules.command(cls=Command)
def validate(packs: _Packs = None, config_file: Config = None) -> None:
    """Check rule files; all errors at once, with places.

    \b
    Examples:
      xref rules validate my-rules.yaml
      xref rules validate                       the rules in force

    Exit status: 0 all valid, 2 not.
    """
    from xref.rules.describe import validated

    write_out(validated(ruleset(packs, settings(config_file), "rules validate")))


@rules.command(cls=Command)
def test(
    packs: _Packs = None,
    config_file: Config = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Tell which relations the tests of each rule show."),
    ] = False,
) -> None:
    """Run the tests that sit in the rules.

    \b
    Examples:
      xref rules test
      xref rules test my-rules.yaml --coverage

    Exit status: 0 all as expected, 1 a test failed or a rule lacks tests, 2 invalid rules.
    """
    from xref import pipeline, ruletests

    found = ruleset(packs, settings(config_file), "rules test")
    lexicons = pipeline.words(found)
    tests, done = sum(len(rule.tests) for rule in found.rules), count(1)
    with Progress() as progress:

        def run(articles: "Sequence[Document]", rule: "RuleSet") -> "Report":
            progress("testing", next(done), tests)
            return pipeline.run(articles, rule, lexicons)

        results = ruletests.run(found, run)
    write_out(ruletests.told(results, coverage))
    if not all(result.good for result in results):
        raise typer.Exit(FAILED)


@rules.command(cls=Command)
def trace(
    rule: _Rule,
    inputs: Inputs,
    packs: Rules = None,
    config_file: Config = None,
    quiet: Quiet = False,
) -> None:
    """How a rule went through articles, with near misses.

    \b
    Example:
      xref rules trace troop-count articles/

    Counts what was selected, grouped, paired and found, and what was turned away and by which key.
    """
    from xref import pipeline
    from xref.rules.describe import found, traced
    from xref.rules.funnel import funnel
    from xref.rules.scene import scene

    config = settings(config_file, inputs, quiet)
    ours = ruleset(packs, config)
    try:
        one = found(ours, rule)
    except KeyError as error:
        stop(str(error.args[0]), _NAMES_THEM)
    read = documents(inputs, own_files(config, *map(Path, packs or ())), config)
    with Progress(quiet) as progress:
        report = pipeline.run(read, ours.only(rule), progress=progress)
    tell_skipped(report, inputs, quiet)
    where = scene(
        {a.id: a for a in report.articles}, {c.id: c for c in report.claims}, report.linked
    )
    write_out(traced(one, funnel(one, where)))


@rules.command(cls=Command)
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors.

    \b
    Example:
      xref rules schema > rules.schema.json
    """
    from xref.rules.describe import schema as rule_schema

    write_out(rule_schema())
