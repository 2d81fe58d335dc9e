"""Markdown with an optional front matter, YAML or TOML; the body is the text."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any, BinaryIO

from xref.load.decode import Decoded
from xref.load.fields import FieldMap
from xref.load.record import BadRecordError, Broken, Record, record
from xref.load.source import Source
from xref.load.whole import whole
from xref.text.nesting import too_deep

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE),
}
_MAX_DEPTH = 30
_TOO_DEEP = f"it is nested more than {_MAX_DEPTH} deep"
_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")
_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")
_COLON = "a value with a colon in it must stand in quotes"
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

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        fault = _fault(source, loader)
        told = None if fault else yaml.load(source, Loader=loader)
    except yaml.reader.ReaderError:
        fault = "it holds a character that YAML does not allow"
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        where = f"line {line + 2}, column {mark.column + 1}" if mark else "its end"
        colons = _TWO_COLONS.search([*source.splitlines(), ""][line])
        fault = f"{where}: {_COLON}" if colons else f"it cannot be read from {where} on"
    if fault:
        return Broken(f"the front matter is no YAML: {fault}")
    if told in (None, ""):
        return {}
    if not isinstance(told, dict):
        return Broken('the front matter must be "field: value" lines')
    return told


def _fault(source: str, loader: Any) -> str | None:  # noqa: ANN401 - PyYAML's classes share no type
    """What a front matter holds that YAML allows and xref does not read."""
    import yaml

    if too_deep(source, _MAX_DEPTH) is not None:
        return _TOO_DEEP
    depth = 0
    keys: set[str] = set()
    is_key = fields = False
    for event in yaml.parse(source, Loader=loader):
        line = f"line {event.start_mark.line + 2}: " if event.start_mark else ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            return f"{line}anchors and aliases are not read"
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            is_key = fields and depth == 1 and not is_key
            fields = fields or (depth == 0 and isinstance(event, yaml.MappingStartEvent))
            if is_key and isinstance(event, yaml.ScalarEvent):
                if event.value in keys:
                    return f'{line}the field "{event.value[:40]}" stands twice'
                keys.add(event.value)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                return _TOO_DEEP
    return None


def _toml(source: str) -> dict[object, object] | Broken:
    """The fields of a front matter between ``+++`` lines; dates become text again."""
    fault = _TOO_DEEP if too_deep(source, _MAX_DEPTH) is not None else None
    told = {}
    try:
        told = {} if fault else tomllib.loads(source.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        where = f"line {int(place[1]) + 1}, column {place[2]}" if place else "its end"
        fault = f"it cannot be read from {where} on"
    except (ValueError, RecursionError):
        fault = "it holds a value that xref does not read"
    if fault:
        return Broken(f"the front matter is no TOML: {fault}")
    return {
        key: value.isoformat() if isinstance(value, date | time) else value
        for key, value in told.items()
    }
