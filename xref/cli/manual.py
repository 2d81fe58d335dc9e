"""`xref help`: the help of one command, or the whole manual."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.streams import stop, write_out

if TYPE_CHECKING:
    from typer._click import Context


def help_(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]...", help="The words of a command, as in rules test.", hidden=True
        ),
    ] = None,
) -> None:
    """Print the help of a command, or the whole manual.

    \b
    Examples:
      xref help check
      xref help rules test
      xref help | less          every command
    """
    pages = dict(_pages(ctx.find_root(), ()))
    words = tuple(command or ())
    if words and words not in pages:
        known = ", ".join(" ".join(each) for each in pages if each)
        stop(f'there is no command "{" ".join(words)}"', f"commands are {known}")
    shown = [pages[words]] if words else pages.values()
    write_out("\n\n\n".join(shown))


def _pages(here: "Context", words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The help of a command and of all below it, in the order in which help lists them."""
    group = here.command
    yield words, group.get_help(here).rstrip()
    for name, command in getattr(group, "commands", {}).items():
        below = command.context_class(
            command, parent=here, info_name=name, **command.context_settings
        )
        yield from _pages(below, (*words, name))
