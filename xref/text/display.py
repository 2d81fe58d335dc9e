"""Text as a terminal, a log or a viewer may show it."""

import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)

_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """`text` with halves of surrogate pairs, which no encoding can write, replaced by U+FFFD."""
    return _HALF.sub("\ufffd", text)


def visible(text: str) -> str:
    """`text` with what could steer a terminal or turn the reading direction replaced by U+FFFD.

    Tabs and line feeds stay.
    """
    return _CONTROL.sub("\ufffd", text)
