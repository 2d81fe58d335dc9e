"""The table in docs/limits.md is that of these tests."""

from collections import Counter

from tests.hostile.table import Row, table, written


def test_the_table_tells_what_is_tried(tried: Counter[Row]) -> None:
    """What does not hold fails a test of its own, so all that is tried must stand there as held."""
    assert written() == table(tried, tried), "make limits writes it anew"
