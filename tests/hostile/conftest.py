"""Counts what was tried and what held, and writes it down where that is asked for."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.e2e.ferry import FIRST, SECOND
from tests.e2e.ferry import write as write_articles
from tests.hostile.table import Row, table, write

HERE = Path(__file__).parent
COLLECTED: list[pytest.Item] = []
"""The tests of this folder, also those that this run leaves out as long."""
HELD: Counter[Row] = Counter()


def row_of(item: pytest.Item) -> tuple[Row, int] | None:
    """The row that a test counts in, and how many inputs it tries."""
    mark = item.get_closest_marker("hostile")
    if mark is None:
        return None
    return (str(mark.args[0]), str(mark.args[1])), mark.kwargs.get("count", 1)


def rows(items: Iterable[pytest.Item]) -> Counter[Row]:
    """How many inputs are tried, by row."""
    counted: Counter[Row] = Counter()
    for item in items:
        found = row_of(item)
        if found is not None:
            counted[found[0]] += found[1]
    return counted


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of two articles that agree."""
    return write_articles(tmp_path / "articles", harrow=FIRST, dunmere=SECOND)


@pytest.fixture
def tried() -> Counter[Row]:
    """How many inputs each row has; the whole folder must have been collected."""
    missing = {file.name for file in HERE.glob("test_*.py")} - {i.path.name for i in COLLECTED}
    if missing:
        pytest.fail(f"the table is that of the whole folder; run {', '.join(sorted(missing))} too")
    return rows(COLLECTED)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note what there is, before anything is left out."""
    COLLECTED.extend(item for item in items if item.path.parent == HERE)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]"):  # type: ignore[no-untyped-def]
    """Count what held."""
    outcome = yield
    row = row_of(item)
    if row is not None and call.when == "call" and outcome.get_result().passed:
        HELD[row[0]] += row[1]


def pytest_sessionfinish() -> None:
    """Write the table of a run that was asked for it."""
    if os.environ.get("XREF_WRITE") == "limits":
        write(table(rows(COLLECTED), HELD))
