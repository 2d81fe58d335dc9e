"""`xref rules`: read, check and try comparison rules."""

from typing import Annotated

import typer

from xref.cli.run import FAILED, Inputs, Quiet, Rules, documents, ruleset, settings, stop, write_out

rules = typer.Typer(
    help="List, show, write, check, test and trace comparison rules.", no_args_is_help=True
)

_Rule = Annotated[str, typer.Argument(metavar="RULE", help="A rule's id.", show_default=False)]
_Packs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PACK]...", help="Rule files or folders.", show_default="the rules in force"
    ),
]


@rules.command("list")
def list_(packs: Rules = None) -> None:
    """One line a rule: what it looks at, what it reports at which level.

    \b
    Examples:
      xref rules list
      xref rules list --rules default --rules my-rules.yaml
    """
    from xref.rules.describe import listed

    write_out(listed(ruleset(packs, settings())))


@rules.command()
def show(rule: _Rule, packs: Rules = None) -> None:
    """A rule as it is in force, with its tests.

    \b
    Example:
      xref rules show troop-count
    """
    from xref.rules.describe import shown

    try:
        write_out(shown(ruleset(packs, settings()), rule))
    except KeyError as error:
        stop(str(error.args[0]), "`xref rules list` names them all")


@rules.command()
def new(
    rule: _Rule,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="compare, claim or support.")
    ] = "compare",
) -> None:
    """Print the smallest valid rule of a type, to start from.

    \b
    Example:
      xref rules new ferry-capacity --type compare > my-rules.yaml
    """
    from xref.rules.describe import new_rule

    try:
        write_out(new_rule(rule, type_))
    except KeyError as error:
        stop(str(error.args[0]))


@rules.command()
def validate(packs: _Packs = None) -> None:
    """Check rule files; all errors at once, each with its line and column.

    \b
    Example:
      xref rules validate my-rules.yaml
    """
    from xref.rules.describe import validated

    write_out(validated(ruleset(packs, settings())))


@rules.command()
def test(
    packs: _Packs = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell which relations no test shows.")
    ] = False,
) -> None:
    """Run the tests that sit in the rules.

    \b
    Examples:
      xref rules test
      xref rules test my-rules.yaml --coverage
    """
    from xref import pipeline, ruletests

    found = ruleset(packs, settings())
    lexicons = pipeline.words(found)
    results = ruletests.run(found, lambda docs, one: pipeline.run(docs, one, lexicons))
    write_out(ruletests.told(results, coverage))
    if not all(result.good for result in results):
        raise typer.Exit(FAILED)


@rules.command()
def trace(rule: _Rule, inputs: Inputs, packs: Rules = None, quiet: Quiet = False) -> None:
    """How a rule went through the inputs: selected, grouped, paired, found; and the near misses.

    \b
    Example:
      xref rules trace troop-count articles/
    """
    from xref import pipeline
    from xref.cli.progress import Progress
    from xref.rules.describe import found, traced
    from xref.rules.funnel import funnel
    from xref.rules.scene import scene

    ours = ruleset(packs, settings())
    try:
        one = found(ours, rule)
    except KeyError as error:
        stop(str(error.args[0]), "`xref rules list` names them all")
    progress = Progress(quiet)
    try:
        report = pipeline.run(documents(inputs), ours.only(rule), progress=progress)
    finally:
        progress.end()
    where = scene(
        {a.id: a for a in report.articles}, {c.id: c for c in report.claims}, report.linked
    )
    write_out(traced(one, funnel(one, where)))


@rules.command()
def schema() -> None:
    """Print the JSON Schema of a rule file, for completion in an editor."""
    from xref.rules.describe import schema as rule_schema

    write_out(rule_schema())
