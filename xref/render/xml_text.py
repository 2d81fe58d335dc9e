"""Text in XML 1.0: escaped, and without the characters that no document may hold."""

import re
from html import escape

from xref.render import words

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """`text` as the content of an element."""
    return escape(_ILLEGAL.sub("\ufffd", text))


def attribute(value: str) -> str:
    """`value` on one line, in quotes, as the value of an attribute."""
    return f'"{legal(words.one_line(value))}"'
