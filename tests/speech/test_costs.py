"""Reading stays linear on texts that are nothing but marks, cues or one endless sentence."""

import time

import pytest

from tests.speech.passages import told

UNITS = (
    '"', "“", "''", '"a" ', "“a” said ", "he said that ", "said, ", "Ann Lee, ", "a b ", "(", "— ",
    "Lee said “x” and ", "“x,” Lee said. ", "“x\n\n",
)  # fmt: skip
SIZE = 12_000


def _seconds(unit: str, size: int) -> float:
    text = "It began. " + (unit * (size // len(unit) + 1))[:size]
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        told(text)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_at_most_about_twice_the_time(unit: str) -> None:
    told("“Warm,” Ann Lee said.")
    small, large = _seconds(unit, SIZE), _seconds(unit, 2 * SIZE)
    assert large < 3.5 * small + 0.05
