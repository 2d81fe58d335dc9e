"""Counts what was tried and what held, and writes it down where that is asked for."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.e2e.ferry import FIRST, SECOND
from tests.e2e.ferry import write as write_articles
from tests.hostile.table import Row, table, write

HERE = Path(__file__).parent
HELD: Counter[Row] = Counter()


def row_of(item: pytest.Item) -> Row | None:
    """The row that a test counts in."""
    mark = item.get_closest_marker("hostile")
    return None if mark is None else (str(mark.args[0]), str(mark.args[1]))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of two articles that agree."""
    return write_articles(tmp_path / "articles", harrow=FIRST, dunmere=SECOND)


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Counter[Row]:
    """How many inputs each row has; the whole folder must have been collected."""
    items = [item for item in request.session.items if item.path.parent == HERE]
    files = {item.path.name for item in items}
    missing = {file.name for file in HERE.glob("test_*.py")} - files
    if missing:
        pytest.fail(f"the table is that of the whole folder; run {', '.join(sorted(missing))} too")
    return Counter(row for item in items if (row := row_of(item)) is not None)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]"):  # type: ignore[no-untyped-def]
    """Count what held."""
    outcome = yield
    row = row_of(item)
    if row is not None and call.when == "call" and outcome.get_result().passed:
        HELD[row] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the table of a run that was asked for it."""
    if os.environ.get("XREF_WRITE") == "limits":
        rows = Counter(row for item in session.items if (row := row_of(item)) is not None)
        write(table(rows, HELD))
