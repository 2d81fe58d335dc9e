"""Reading stays linear on texts that are nothing but marks, cues or one endless sentence.

Work is counted in function calls, which are the same on every machine.
"""

import cProfile

import pytest

from tests.long import few
from tests.speech.passages import told

UNITS = (
    '"', "“", "''", '"a" ', "“a” said ", "he said that ", "said, ", "Ann Lee, ", "a b ", "(", "— ",
    "Lee said “x” and ", "“x,” Lee said. ", "“x\n\n", "called it “x” and ", "according to Lee, ",
    "who, ", "his claim that ", "of the ", "Lee's ", ": “x” ",
)  # fmt: skip
SHORT = 6_000
MOST = 2.5
"""A doubled text costs twice the calls and a little more; a quadratic one four times."""


def _calls(unit: str, size: int) -> int:
    text = "It began. " + (unit * (size // len(unit) + 1))[:size]
    counter = cProfile.Profile()
    counter.enable()
    told(text)
    counter.disable()
    return sum(entry.callcount for entry in counter.getstats())


@pytest.mark.parametrize("unit", few(UNITS, ['"', "“a” said ", "according to Lee, ", "of the "]))
def test_twice_the_text_costs_twice_the_calls(unit: str) -> None:
    _calls(unit, SHORT // 10)
    assert _calls(unit, 2 * SHORT) < MOST * _calls(unit, SHORT)
