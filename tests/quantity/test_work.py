"""The work of reading grows in proportion to the text, whatever the text is made of.

Work is counted in calls of functions, which no load of the machine changes.
"""

import sys
from types import FrameType

import pytest

from tests.long import few
from xref.quantity import dates, parse

HOSTILE = [
    "1", "1 ", "1,", "1-", "1/", "1.", "$1 ", "5' ", "1:", "and ", "(", "(1)", '"', "'", "a", "½", "-", "1%", "\n", "1\n", " ",
    "one hundred ", "hundred ", "a million ", "half a ", "tens of ", "thousands and ", "two of the ", "several ", "1 million ",
    "between 1 and ", "from 1 to ", "1 and ", "1 in ", "1 per ", "more than ", "no soldiers ", "one year, ", "2 feet ", "1 year ",
    "January ", "1 January ", "2018-", "Monday ", "last ", "two days ago ", "of the end of the ", "the third ", "1st ", "x1",
]  # fmt: skip


def calls(text: str) -> int:
    """How many functions are called to read the text."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        parse(text)
        dates(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    few(HOSTILE, ["1", "1/", "and ", "(", "½", "one hundred ", "between 1 and ", "1 January "]),
)
def test_work_doubles_with_the_text(piece: str) -> None:
    small = piece * (1500 // len(piece))
    calls("1")
    assert calls(small * 2) <= 2.1 * calls(small) + 200


@pytest.mark.parametrize("piece", ["1", "and ", "(", '"', "1,", "a"])
def test_a_megabyte_is_read_to_its_end(piece: str) -> None:
    text = piece * (1_000_000 // len(piece)) + " Some 12 boats sank."
    assert parse(text)[-1].span.of(text) == "Some 12 boats"
