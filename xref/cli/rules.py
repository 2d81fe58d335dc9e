"""`xref rules`: read, check and try comparison rules."""

import re
import sys
from typing import Annotated

import typer

from xref.cli.help import Command
from xref.cli.rule_tests import rule_of, test, trace
from xref.cli.run import Config, Rules, ruleset, settings
from xref.cli.streams import show_out, stop, write_out

rules = typer.Typer(no_args_is_help=True)

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_NOUN = re.compile(r"(?:[^\W\d_]+(?:[ -][^\W\d_]+)*)?")

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
def list_(
    packs: Rules = None,
    config_file: Config = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")
    ] = "text",
) -> None:
    """One line a rule: what it looks at and reports.

    \b
    Examples:
      xref rules list
      xref rules list --rules default --rules my-rules.yaml
      xref rules list --format json
    """
    from xref.rules.describe import listed, listed_as_json

    if format_ not in ("text", "json"):
        stop(f'--format: no such format here: "{format_}"', "formats are text, json")
    found = ruleset(packs, settings(config_file))
    if format_ == "json":
        write_out(listed_as_json(found))
    else:
        show_out(listed(found))


@rules.command(cls=Command)
def show(rule: _Rule, packs: Rules = None, config_file: Config = None) -> None:
    """A rule as it is in force, with its tests.

    \b
    Example:
      xref rules show troop-count
    """
    from xref.rules.describe import shown

    found = ruleset(packs, settings(config_file))
    rule_of(found, rule)
    show_out(shown(found, rule))


@rules.command(cls=Command)
def new(
    rule: _Rule,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="compare, claim, support or arithmetic.")
    ] = "compare",
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="NOUN", help="What is counted: passenger, bed, seat."),
    ] = None,
    near: Annotated[
        list[str] | None,
        typer.Option(
            "--near", metavar="WORD", help="A word that stands near it; may be given often."
        ),
    ] = None,
) -> None:
    """Print a small valid rule for what you name, to start from.

    \b
    Examples:
      xref rules new ferry-capacity --of passenger --near ferry > my-rules.yaml
      xref rules new unsourced-price --type claim > my-rules.yaml

    Asks what is counted where a terminal can answer; else the words of the id tell it. The first
    line gives editors completion once the schema lies beside it:
    xref rules schema > rules.schema.json
    """
    from xref.rules.starting import meant, new_rule

    if not _ID.fullmatch(rule):
        stop(f'"{rule}" is no id for a rule', "write it in small letters, as in ferry-capacity")
    for word in (of or "", *(near or ())):
        if not _NOUN.fullmatch(word):
            stop(f'"{word}" is no plain word', "write a noun as it is, as in --of passenger")
    noun, words = of or "", tuple(near or ())
    guess = meant(rule)
    if of is None and sys.stdin.isatty() and sys.stderr.isatty():
        noun, words = _asked(guess)
    elif guess is not None:
        noun, words = noun or guess[0], words or guess[1]
    try:
        write_out(new_rule(rule, type_, noun, words))
    except KeyError as error:
        stop(f"--type: {error.args[0]}")


def _asked(guess: "tuple[str, tuple[str, ...]] | None") -> "tuple[str, tuple[str, ...]]":
    """What is counted and which words stand near it, asked on the terminal."""
    noun, near = guess or ("", ("",))
    told = typer.prompt("What is counted, as a noun", default=noun, err=True).strip()
    if not told:
        return "", ()
    beside = typer.prompt("Which words stand near it", default=" ".join(near), err=True)
    return told, tuple(beside.replace(",", " ").split())


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

    show_out(validated(ruleset(packs, settings(config_file), "rules validate")))


rules.command(cls=Command)(test)
rules.command(cls=Command)(trace)


@rules.command(cls=Command)
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors.

    \b
    Example:
      xref rules schema > rules.schema.json
    """
    from xref.rules.describe import schema as rule_schema

    write_out(rule_schema())
