"""`xref rules`: read, check and try comparison rules."""

import typer

rules = typer.Typer(help="List, show, check and test the comparison rules.", no_args_is_help=True)
