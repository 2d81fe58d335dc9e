from pathlib import Path

import pytest

from tests.e2e.ferry import FIRST, SECOND, write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of two articles that agree."""
    return write(tmp_path / "articles", harrow=FIRST, dunmere=SECOND)
