"""`xref schema`: the JSON Schemas of what xref reads and writes."""

import json
from typing import Annotated

import typer

from xref.cli.streams import stop, write_out

NAMES = ("claim", "article", "report", "rules")


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="claim, article, report or rules.", hidden=True),
    ],
) -> None:
    """Print a JSON Schema: claim, article, report or rules.

    \b
    Examples:
      xref schema report > report.schema.json
      xref schema rules > rules.schema.json     for completion in an editor
    """
    if name not in NAMES:
        stop(f'there is no schema "{name}"', f"schemas are {', '.join(NAMES)}")
    if name == "rules":
        from xref.rules.describe import schema as rule_schema

        write_out(rule_schema())
    else:
        from xref.render.records import schema as record_schema

        write_out(json.dumps(record_schema(name), indent=2, ensure_ascii=False))
