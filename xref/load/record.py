"""One record as a file tells it, checked, before it has an id of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAMED = ("id", "text", "title", "outlet", "author", "published", "url", "language", "story")
"""The fields of a record that xref knows; all others are kept and ignored."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Record:
    """One text with what its file says of it.

    `number` is the record's line (JSON Lines) or place in its list (JSON), from 1; ``None`` for a
    file that holds one text. Fields are ``None`` where the record is silent. `first_line` and
    `as_file` are those of `Document`.
    """

    text: str
    number: int | None = None
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    first_line: int = 1
    as_file: bool = True


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a file, or the record at `number` of it, could not be read, and what to do."""

    reason: str
    number: int | None = None


class BadRecordError(Exception):
    """A record that cannot be used; the message says what is wrong and what to do."""


def record(
    value: object,
    number: int | None = None,
    notes: tuple[str, ...] = (),
    *,
    first_line: int = 1,
    as_file: bool = False,
) -> Record:
    """The record that a parsed JSON value or front matter describes.

    ``null`` and empty strings count as absent. An `id` may be a whole number, `author` a list of
    names.

    Raises:
        BadRecordError: when `value` is no object, has no text, or a field has a wrong type.
    """
    if not isinstance(value, dict):
        raise BadRecordError(f"a record must be an object with a text, this is {_kind(value)}")
    if "text" not in value:
        raise BadRecordError('the record has no "text"; a record needs at least {"text": "..."}')
    if isinstance(value.get("schema"), str) and value["schema"].startswith("xref.claim/"):
        raise BadRecordError("this is a claim that xref extracted, not an article")
    told = {name: _string(name, value.get(name)) for name in NAMED}
    text = value["text"]
    if not isinstance(text, str):
        raise BadRecordError(f'"text" must be a string, this is {_kind(text)}')
    if not text.strip():
        raise BadRecordError('"text" is empty')
    mended, count = _SURROGATES.subn(_REPLACEMENT, text)
    if count:
        notes = (*notes, f"{count} lone surrogate(s) were read as {_REPLACEMENT}")
    return Record(
        text=mended,
        number=number,
        id=told["id"],
        title=told["title"],
        outlet=told["outlet"],
        author=told["author"],
        published=told["published"],
        url=told["url"],
        language=told["language"],
        story=told["story"],
        extra={name: held for name, held in value.items() if name not in NAMED},
        notes=notes,
        first_line=first_line,
        as_file=as_file,
    )


def _string(name: str, value: object) -> str | None:
    """A field's value as text; ``None`` where it is absent or blank."""
    if name == "text" or value is None:
        return None
    if name in ("id", "story") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if name == "author" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise BadRecordError(f'"{name}" must be a string, this is {_kind(value)}')
    return _SURROGATES.sub(_REPLACEMENT, value).strip() or None


def _kind(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "a list" if isinstance(value, list) else "an object"
