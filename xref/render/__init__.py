"""Report to text: one file per format, in `formats`."""

from xref.render.formats import (
    articles,
    csv,
    github,
    html,
    json,
    jsonl,
    junit,
    markdown,
    sarif,
    table,
    terminal,
    text,
)
from xref.render.options import Command, Format, Options

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        html.FORMAT,
        markdown.FORMAT,
        json.FORMAT,
        terminal.FORMAT,
        text.FORMAT,
        sarif.FORMAT,
        github.FORMAT,
        junit.FORMAT,
        table.FORMAT,
        jsonl.FORMAT,
        csv.FORMAT,
        articles.FORMAT,
    )
}
"""Every output format by its name."""


def names(command: Command) -> tuple[str, ...]:
    """The formats that serve `command`, in the order in which they are offered."""
    return tuple(name for name, each in FORMATS.items() if command in each.commands)


__all__ = ["FORMATS", "Command", "Format", "Options", "names"]
