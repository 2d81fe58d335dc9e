"""One record as a file tells it, checked, before it has an id of its own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xref.load.blocks import Piece, joined, with_standfirst
from xref.load.fields import FieldMap, Fields
from xref.load.outlets import domain, outlet_of
from xref.model.article import Marked

NAMED = (
    "id", "text", "title", "standfirst", "outlet", "author", "published", "url", "language", "story"
)  # fmt: skip
"""The fields of a record that xref knows; all others are kept and ignored."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CUT = re.compile(r"\[\+\d{1,9} chars\]\Z")
"""What a service puts where it cuts a text off."""
_NAMES = ("name", "title", "fullName", "@value", "#text", "_")
"""Where an object that stands for a person, an outlet or a text keeps its name."""


@dataclass(frozen=True, slots=True)
class Record:
    """One text with what its file says of it.

    `number` is the record's line (JSON Lines) or place in its list (JSON), from 1; ``None`` for a
    file that holds one text. `member` is the file inside an archive that holds it. Fields are
    ``None`` where the record is silent. `first_line`, `as_file`, `marked`, `told_by` and `cut` are
    those of `Document`.
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
    marked: tuple[Marked, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict)
    member: str | None = None
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a file, or the record at `number` of it or of its `member`, could not be read."""

    reason: str
    number: int | None = None
    member: str | None = None


class BadRecordError(Exception):
    """A record that cannot be used; the message says what is wrong and what to do."""


def record(
    value: object,
    number: int | None = None,
    notes: tuple[str, ...] = (),
    *,
    fields: FieldMap | None = None,
    first_line: int = 1,
    as_file: bool = False,
) -> Record:
    """The record that a parsed JSON value, table row or front matter describes.

    Fields are found under the names of `xref.load.fields`, `fields` before these. ``null`` and
    empty strings count as absent. An `id` may be a whole number, `author` a list of names, an
    outlet or author an object with a name, `published` a number of seconds or milliseconds since
    1970. A standfirst that is no part of the text stands above it, as a block of its own, but not
    where the file shows the text as it is (`as_file`).

    Raises:
        BadRecordError: when `value` is no object, has no text that can be read, or a field has a
            wrong type.
    """
    if not isinstance(value, dict):
        raise BadRecordError(f"a record must be an object with a text, this is {kind(value)}")
    if isinstance(value.get("schema"), str) and value["schema"].startswith("xref.claim/"):
        raise BadRecordError("this is a claim that xref extracted, not an article")
    held = Fields(value, fields or {})
    told_by: dict[str, str] = {}
    told = {name: _told(held, name, told_by) for name in NAMED if name != "text"}
    standfirst = told.pop("standfirst")
    text, pieces = _text(held, told_by)
    if not text and not pieces:
        text, standfirst, note = _instead(held, told, standfirst, told_by)
        notes = (*notes, note)
    elif _CUT.search(text.rstrip()[-20:]):
        notes = (*notes, "whoever exported it has cut its text off")
    marked: tuple[Marked, ...] = ()
    if pieces:
        text, marked = joined(with_standfirst(standfirst, pieces))
    elif standfirst and not as_file:
        below = with_standfirst(standfirst, [Piece(text)])
        if len(below) > 1:
            text, marked = joined(below)
            notes = (*notes, f'its "{told_by["standfirst"]}" was put above the text')
    if not told["outlet"] and outlet_of(told["url"]):
        told["outlet"], told_by["outlet"] = outlet_of(told["url"]), "domain of the address"
    mended, count = _SURROGATES.subn(_REPLACEMENT, text)
    if count:
        notes = (*notes, f"{count} lone surrogate(s) were read as {_REPLACEMENT}")
    missing = [name for name in ("title", "outlet", "author", "published") if not told[name]]
    notes = (*notes, *_alike(held, missing))
    return Record(
        text=mended,
        number=number,
        **told,
        extra={
            key: kept
            for key, kept in value.items()
            if isinstance(key, str) and key not in held.used and key not in NAMED
        },
        notes=notes,
        first_line=first_line,
        as_file=as_file,
        marked=marked,
        cut=(),
        told_by={name: f'record, "{key}"' for name, key in told_by.items() if name != key},
    )


def _alike(held: Fields, missing: list[str]) -> Iterable[str]:
    """Notes on fields that were ignored and look like one that is missing."""
    for name, key in held.alike(missing):
        yield (
            f'the field "{key}" was ignored; it looks like the {name}: '
            f"--fields {name}={key} reads it"
        )


def _text(held: Fields, told_by: dict[str, str]) -> tuple[str, list[Piece]]:
    """The text as it is written, or the blocks of one in HTML."""
    from xref.load.markup import MarkupError, pieces_of

    blank = False
    for name, value in held.held("text"):
        text = value if name == "text" else _named(value)
        if not isinstance(text, str):
            if name == "text" and text is not None:
                raise BadRecordError(f'"text" must be a string, this is {kind(text)}')
            continue
        blank = True
        if text.strip():
            held.use(name)
            told_by["text"] = name
            return text, []
    for name, markup in held.markup():
        try:
            pieces = pieces_of(markup)
        except MarkupError as error:
            raise BadRecordError(f'"{name}" is not read: {error}') from error
        if pieces:
            held.use(name)
            told_by["text"] = name
            return "", pieces
    if blank:
        raise BadRecordError('"text" is empty')
    return "", []


def _instead(
    held: Fields, told: dict[str, str | None], standfirst: str | None, told_by: Mapping[str, str]
) -> tuple[str, None, str]:
    """What is read of a record without a text: its summary, or the headline of an address."""
    likely = held.likeliest_text()
    if likely:
        raise BadRecordError(
            f'the record has no "text"; "{likely}" looks like it: --fields text={likely} reads it'
        )
    if standfirst:
        return standfirst, None, f'it has no text; its "{told_by["standfirst"]}" was read instead'
    title = told["title"]
    if title and told["url"]:
        told["title"] = None
        return title, None, "only its headline is known"
    raise BadRecordError('the record has no "text"; a record needs at least {"text": "..."}')


def _told(held: Fields, name: str, told_by: dict[str, str]) -> str | None:
    """A field's value as text; ``None`` where it is absent or blank."""
    for key, value in held.held(name):
        text = _string(name, value) if key == name else _lenient(name, value)
        if text:
            held.use(key)
            told_by[name] = key
            return text
    return None


def _string(name: str, value: object) -> str | None:
    """A value of the field that bears its own name."""
    told = _lenient(name, value)
    if told is None and value is not None and not isinstance(value, str):
        empty = isinstance(value, list) and not value and name == "author"
        if not empty:
            raise BadRecordError(f'"{name}" must be a string, this is {kind(value)}')
    return told


def _lenient(name: str, value: object) -> str | None:
    """A value as the text of a field; ``None`` where it cannot be that, or is blank."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and (name == "published" or (name in ("id", "story") and isinstance(value, int))):
        value = str(value)
    elif name in ("author", "outlet"):
        value = names(value)
    if not isinstance(value, str):
        return None
    told = _SURROGATES.sub(_REPLACEMENT, value).strip()
    if name == "outlet" and domain(told):
        return outlet_of(told)
    return told or None


def names(value: object) -> str | None:
    """The names in a string, an object with a name, or a list of these, with commas between."""
    if isinstance(value, list):
        each = [_named(one) for one in value]
        if not all(isinstance(one, str) for one in each):
            return None
        return ", ".join(dict.fromkeys(one.strip() for one in each if isinstance(one, str)))
    told = _named(value)
    return told if isinstance(told, str) else None


def _named(value: object) -> object:
    """The name that an object holds; anything else as it is."""
    if isinstance(value, dict):
        return next((value[key] for key in _NAMES if isinstance(value.get(key), str)), value)
    return value


def kind(value: object) -> str:
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
