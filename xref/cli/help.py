"""Help as manual pages print it: ``INPUTS...`` and not the Python type behind it."""

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter


class Command(TyperCommand):
    """A command whose usage and list of arguments show the names alone, as `metavar` writes them.

    Its arguments are declared `hidden`, which keeps them out of typer's own list.
    """

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
