"""What JSON can say: its numbers, and records that stay on one line."""

import json
import re
from decimal import Decimal
from math import isfinite

_LARGEST = 308
"""The decimal exponent past which a JSON reader's double overflows."""


def number(value: Decimal | float | None) -> int | float | None:
    """`value` as a JSON number: an integer where it is whole, null where JSON cannot say it."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        if not value.is_finite() or value.adjusted() > _LARGEST:
            return None
        return int(value) if value == value.to_integral_value() else float(value)
    if not isfinite(value):
        return None
    return int(value) if value == int(value) else value


_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def line(record: object) -> str:
    """`record` as JSON on one line, without a newline.

    What a reader could take for the end of a line (U+0085, U+2028), what steers a terminal or
    turns the reading direction, and halves of surrogate pairs, which no encoding can write, are
    escaped; a JSON reader gets the text as it was.
    """
    text = _ENCODER.encode(record)
    if _UNSAFE.search(text):
        return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text
