"""Every format, and every schema, is held to the letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.expected import FOLDER, RENDERED


@pytest.mark.parametrize("name", RENDERED)
def test_output_is_as_expected(name):
    assert RENDERED[name]() == (FOLDER / name).read_bytes().decode(), (
        f"{name} changed; if it should, run: python -m tests.golden.update"
    )


def test_no_golden_file_is_left_over():
    assert {file.name for file in FOLDER.iterdir()} == set(RENDERED)


def test_surroundings_change_nothing():
    """Another hash seed, time zone, locale and terminal give the same bytes."""
    code = (
        "import sys; from tests.golden.expected import RENDERED\n"
        "sys.stdout.buffer.write(''.join(make() for make in RENDERED.values()).encode())"
    )
    surroundings = {
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Chatham",
        "LC_ALL": "C",
        "TERM": "xterm-256color",
        "COLUMNS": "40",
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings, capture_output=True, check=True
    )
    here = "".join(make() for make in RENDERED.values())
    assert done.stdout == here.encode()
