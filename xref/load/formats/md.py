"""Markdown with an optional front matter, YAML or TOML; the body is the text."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import BinaryIO

from xref.load.decode import Decoded
from xref.load.fields import FieldMap
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.source import Source
from xref.load.whole import whole

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE),
}
_BLANK = re.compile(r"(?:[ \t]*\r?\n)*")


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Broken]:
    """The file's one text, without its front matter and the blank lines after that."""
    decoded = whole(stream)
    yield decoded if isinstance(decoded, Broken) else _divided(decoded, source.fields)


def _divided(decoded: Decoded, fields: FieldMap) -> Record | Broken:
    """The record that a front matter and the body below it make."""
    text = decoded.text
    opening = _OPEN.match(text)
    if opening is None:
        return Record(text, notes=decoded.notes)
    closing = _CLOSE[opening[1]].search(text, opening.end())
    if closing is None:
        return Record(text, notes=decoded.notes)
    parse = _front_matter if opening[1] == "---" else _toml
    told = parse(text[opening.end() : closing.start()])
    if isinstance(told, Broken):
        return told
    gap = _BLANK.match(text, closing.end())
    start = gap.end() if gap else closing.end()
    body = text[start:]
    if not body.strip():
        return Broken("there is no text below the front matter")
    try:
        line = text.count("\n", 0, start) + 1
        return record(
            {**told, "text": body},
            None,
            decoded.notes,
            fields={**fields, "text": "text"},
            first_line=line,
            as_file=True,
        )
    except BadRecordError as error:
        return Broken(f"front matter: {error}")


def _front_matter(source: str) -> dict[object, object] | Broken:
    """The fields of a front matter, every plain value as it is written (a date stays text)."""
    import yaml

    try:
        told = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is nested too deep"
        if "mapping values" in problem:
            problem = "a value with a colon in it must stand in quotes"
        where = f"line {mark.line + 2}, column {mark.column + 1}: " if mark else ""
        return Broken(f"the front matter is no YAML: {where}{problem}")
    if told in (None, ""):
        return {}
    if not isinstance(told, dict):
        return Broken('the front matter must be "field: value" lines')
    return told


def _toml(source: str) -> dict[object, object] | Broken:
    """The fields of a front matter between ``+++`` lines; dates become text again."""
    try:
        told = tomllib.loads(source.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Broken(f"the front matter is no TOML: {error}")
    return {
        key: value.isoformat() if isinstance(value, date | time) else value
        for key, value in told.items()
    }
