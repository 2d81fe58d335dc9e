"""Help as manual pages print it: ``INPUTS...`` and not the Python type behind it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer._click.exceptions import MissingParameter, UsageError
from typer.core import TyperArgument, TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter


class Command(TyperCommand):
    """A command whose usage and list of arguments show the names alone, as `metavar` writes them.

    Its arguments are declared `hidden`, which keeps them out of typer's own list.
    """

    def invoke(self, ctx: "Context") -> object:
        """Run it.

        Raises:
            RuntimeError: for an end of a file that nobody expected; typer would take it for the
                user's, and end with the status of findings.
        """
        try:
            return super().invoke(ctx)
        except EOFError as error:
            raise RuntimeError("a file ended too early") from error

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the arguments; inputs may only be left out where a store stands for them."""
        rest = super().parse_args(ctx, args)
        if ctx.resilient_parsing:
            return rest
        if "stored" in ctx.params and ctx.params["stored"] is None and not ctx.params["inputs"]:
            inputs = (each for each in self.params if isinstance(each, TyperArgument))
            raise MissingParameter(ctx=ctx, param=next(e for e in inputs if e.name == "inputs"))
        return rest

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        """The words of the usage line, after the name of the command."""
        return ["[OPTIONS]", *(name for name, _ in self._arguments(ctx))]

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the arguments, then the options."""
        arguments = self._arguments(ctx)
        if arguments:
            with formatter.section("Arguments"):
                formatter.write_dl(arguments)
        super().format_options(ctx, formatter)

    def _arguments(self, ctx: "Context") -> list[tuple[str, str]]:
        return [
            (each.display_name_raw, each.help or "")
            for each in self.get_params(ctx)
            if isinstance(each, TyperArgument)
        ]


class TakesNew(Command):
    """A command whose ``--new`` takes every name that follows it, up to the next option.

    So a list of files that another program appends (a hook, a shell's ``*.md``) is new as a whole;
    ``--new=FILE`` takes one.
    """

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the arguments; where ``--new`` took all the names, say where inputs go."""
        given = list(_spread(args))
        try:
            return super().parse_args(ctx, given)
        except MissingParameter:
            if given == args:
                raise
            raise UsageError(
                "Missing argument 'INPUTS...': --new takes all names that follow it; "
                "write the inputs before it.",
                ctx,
            ) from None


def _spread(args: Sequence[str]) -> Iterator[str]:
    """The arguments with ``--new`` before each name that follows one."""
    taking = False
    for at, word in enumerate(args):
        if word == "--":
            yield from args[at:]
            return
        if word == "--new":
            taking = True
            if at + 1 == len(args) or _is_option(args[at + 1]):
                raise UsageError("Option '--new' names no file.")
        elif taking and not _is_option(word):
            yield from ("--new", word)
        else:
            taking = False
            yield word


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"
