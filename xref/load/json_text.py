"""JSON as it must be written: one meaning for every reader, and reasons in our own words."""

import json
from collections.abc import Sequence

from xref.text.nesting import too_deep

_MAX_DEPTH = 100
_MAX_DIGITS = 300
_TOO_DEEP = f"no JSON that xref reads: nested more than {_MAX_DEPTH} deep"


class JsonError(Exception):
    """A text that is not read as JSON; the message says why.

    `line` and `column` are where reading stopped, from 1, ``None`` where no one place is at fault.
    `more` says that a whole value stands before that place.
    """

    def __init__(
        self, reason: str, line: int | None = None, column: int | None = None, more: bool = False
    ) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column
        self.more = more


def parse(text: str) -> object:
    """The value of a JSON text (RFC 8259), whose objects name each member once (RFC 7493).

    Raises:
        JsonError: for anything else; for NaN and Infinity, which are no JSON; for what is nested
            deeper than 100, and for a number of more than 300 digits.
    """
    if too_deep(text, _MAX_DEPTH) is not None:
        raise JsonError(_TOO_DEEP)
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        more = error.pos > 0 and _is_whole(text[: error.pos])
        raise JsonError("no JSON", error.lineno, error.colno, more) from None
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None


def _is_whole(text: str) -> bool:
    try:
        _DECODER.decode(text)
    except (ValueError, RecursionError, JsonError):
        return False
    return True


def _no_number(word: str) -> object:
    raise JsonError(f"no JSON: {word} is no number")


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise JsonError(f"no JSON that xref reads: a number of more than {_MAX_DIGITS} digits")
    return int(digits)


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise JsonError(f'the field "{twice[:40]}" stands twice')
    return value


_DECODER = json.JSONDecoder(parse_constant=_no_number, parse_int=_integer, object_pairs_hook=_once)
