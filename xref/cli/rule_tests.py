"""`xref rules test` and `xref rules trace`: rules tried on their own samples, and on articles."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.inputs import documents, own_files
from xref.cli.progress import Progress
from xref.cli.run import Config, Quiet, Rules, ruleset, settings, tell_skipped
from xref.cli.streams import FAILED, columns, show_out, stop, write_out

if TYPE_CHECKING:
    from xref.model.article import Document
    from xref.model.report import Report
    from xref.rules import RuleSet
    from xref.rules.models import Rule
    from xref.rules.samples import RuleTest

NAMES_THEM = "xref rules list names them all"

_FORMATS = ("text", "junit")


def test(
    packs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACK]...",
            help="Rule files or folders; the rules in force where none is named.",
            hidden=True,
        ),
    ] = None,
    config_file: Config = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", metavar="ID", help="Only this rule; may be given often."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--test", metavar="NAME", help="Only tests whose name holds these words."),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage",
            help="Tell what of each rule its tests never show: relations that are reported, "
            "conditions that turn nothing away.",
        ),
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text or junit.")
    ] = "text",
) -> None:
    """Run the tests that sit in the rules.

    \b
    Examples:
      xref rules test
      xref rules test my-rules.yaml --coverage
      xref rules test my-rules.yaml --rule ferry-capacity --test "two ships"
      xref rules test my-rules.yaml --format junit > rules.xml

    Exit status: 0 all as expected, 1 a test failed or a rule lacks tests, 2 invalid rules.
    """
    from xref import pipeline, ruletests

    if format_ not in _FORMATS:
        stop(f'--format: no such format here: "{format_}"', f"formats are {', '.join(_FORMATS)}")
    found = ruleset(packs, settings(config_file), "rules test")
    for id_ in rule or ():
        rule_of(found, id_)
    chosen = found.only(*rule) if rule else found
    lexicons = pipeline.words(found)
    wanted = ruletests.calls(chosen, name)
    if name is not None and not wanted:
        stop(f'--test: no test is called "{name}"', "xref rules show RULE prints a rule's tests")
    done = count(1)
    with Progress() as progress:

        def run(articles: "Sequence[Document]", rules: "RuleSet") -> "Report":
            progress("testing", next(done), wanted)
            return pipeline.run(articles, rules, lexicons)

        results = ruletests.run(chosen, run, name)
    if format_ == "junit":
        write_out(ruletests.junit(results))
    else:
        show_out(ruletests.told(results, coverage))
    if not all(result.good for result in results):
        raise typer.Exit(FAILED)


def trace(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id.", hidden=True)],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUTS]...", help="Files, folders, or - for standard input.", hidden=True
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--test", metavar="NAME", help="Instead of INPUTS: the rule's own test of this name."
        ),
    ] = None,
    packs: Rules = None,
    config_file: Config = None,
    quiet: Quiet = False,
) -> None:
    """How a rule went through articles, step by step.

    \b
    Examples:
      xref rules trace troop-count articles/
      xref rules trace ferry-capacity --test "two ships" --rules my-rules.yaml

    Counts the claims that came in, those selected, with a candidate in another article, matched,
    set against each other, and what came out; of each step the first that were left and those
    that fell out, why, how they were read, and what spoke for and against one thing. Numbers that
    no claim holds are told too.
    """
    from xref import pipeline
    from xref.explain.trace import traced
    from xref.rules.about import words_about
    from xref.rules.funnel import funnel
    from xref.rules.scene import scene

    named = inputs or []
    config = settings(config_file, named, quiet)
    ours = ruleset(packs, config)
    one = rule_of(ours, rule)
    lexicons = pipeline.words(ours)
    if name is not None:
        report = pipeline.run(_given(one, name), ours.only(rule), lexicons)
    elif named:
        read = documents(named, own_files(config, *map(Path, packs or ())), config)
        with Progress(quiet) as progress:
            report = pipeline.run(read, ours.only(rule), lexicons, progress)
        tell_skipped(report, named, quiet)
    else:
        stop("nothing to trace", "name INPUTS, or one of the rule's tests with --test")
    where = scene(
        {a.id: a for a in report.articles}, {c.id: c for c in report.claims}, report.linked
    )
    way = funnel(one, where, pipeline.weighing(report, lexicons))
    show_out(traced(one, way, report, words_about(one, ours), columns(160)))


def rule_of(rules: "RuleSet", id_: str) -> "Rule":
    """The rule of an id; the run stops where there is none."""
    from xref.rules.describe import found

    try:
        return found(rules, id_)
    except KeyError as error:
        stop(str(error.args[0]), NAMES_THEM)


def _given(rule: "Rule", name: str) -> "Sequence[Document]":
    """The articles of the first test of a rule whose name holds some words."""
    from xref import ruletests

    test: RuleTest | None = next((t for t in rule.tests if ruletests.is_named(t, name)), None)
    if test is None:
        known = ", ".join(f"“{each.name}”" for each in rule.tests) or "none"
        stop(f'{rule.id} has no test called "{name}"', f"its tests are {known}")
    return ruletests.documents(test.given)
