"""Fifty broken or hostile files of a kind: each is named, the rest is read, memory is bounded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.closed import alone
from tests.load.hostile import KINDS
from tests.long import few

ROOT = Path(__file__).parents[2]
MOST = 1_000
"""Megabytes."""
MUST_FAIL = {
    ".docx": range(1, 24),
    ".html": [1, 2, 3, 4, 5, 6, 7, 8, 10, 18, 19, 20, 21, 30],
    ".pdf": range(1, 17),
    ".rss": range(1, 30),
    ".warc": range(1, 22),
    ".xml": range(1, 24),
    ".zip": [*range(1, 9), 12, 13, 14, 19, 20],
}
"""The files in which there is nothing to read, by their numbers; others may be read in part."""

COUNTS = {".docx": 51, ".html": 50, ".pdf": 50, ".rss": 50, ".warc": 50, ".xml": 50, ".zip": 50}
"""How many files of each kind are tried."""
NAMES = {
    ".docx": "Word documents",
    ".html": "pages",
    ".pdf": "PDFs",
    ".rss": "feeds",
    ".warc": "web archives",
    ".xml": "XML",
    ".zip": "zips",
}


@pytest.mark.parametrize(
    "kind",
    few(
        list(KINDS),
        [".html", ".rss", ".docx"],
        {
            kind: pytest.mark.hostile("the readers", f"broken {NAMES[kind]}", count=count)
            for kind, count in COUNTS.items()
        },
    ),
)
def test_hostile_files_are_named_and_the_rest_is_read(kind: str):
    done = subprocess.run(
        [*alone(), sys.executable, "-m", "tests.hostile.format_run", kind],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    outcomes = told["outcomes"]
    assert len(outcomes) == COUNTS[kind] >= 50
    assert [name for name, each in outcomes.items() if not each] == []
    fooled = [n for n in MUST_FAIL[kind] if "read" in outcomes[f"{n:02}{kind}"]]
    assert fooled == []
    assert told["good"]
    assert told["peak"] < MOST
    assert told["sockets"] == []
