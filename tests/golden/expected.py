"""Which golden files there are, and how each is made."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.golden.sample import report
from xref.render import FORMATS, Format, Options
from xref.render.records import SCHEMAS, line, schema

FOLDER = Path(__file__).parent / "expected"


def _format(each: Format, options: Options) -> str:
    return each.render(report(), options)


def _schema(name: str) -> str:
    return f"{line(schema(name))}\n"


RENDERED: dict[str, Callable[[], str]] = {
    **{f"{name}{each.suffix}": partial(_format, each, Options()) for name, each in FORMATS.items()},
    "terminal.color.txt": partial(_format, FORMATS["terminal"], Options(color=True, width=72)),
    **{f"{name}.schema.json": partial(_schema, name) for name in SCHEMAS},
}
"""File name to what it should hold; written by ``python -m tests.golden.update``."""
