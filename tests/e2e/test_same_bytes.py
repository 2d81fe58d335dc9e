"""The same inputs give the same bytes, whatever the order, locale, time zone or hash seed."""

from pathlib import Path

import pytest

from tests.e2e.command import ROOT, process
from tests.long import few


def files(folder: str) -> list[Path]:
    return sorted(
        path
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".txt", ".md", ".json", ".jsonl") and path.stem != "README"
    )


def written(folder: Path, files: list[Path], **environment: str) -> dict[str, bytes]:
    done = process("report", *files, "--output", folder, "--quiet", **environment)
    assert done.returncode == 0, done.stderr
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


@pytest.mark.parametrize("folder", few(["inputs/summit", "inputs"], ["inputs/summit"]))
def test_same_bytes(folder: str, tmp_path: Path):
    given = files(folder)
    plain = written(tmp_path / "plain", given, PYTHONHASHSEED="0")
    assert set(plain) == {"report.html", "report.md", "report.json"}
    turkish = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}
    bare = {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert written(tmp_path / "other", given[::-1], PYTHONHASHSEED="1", **turkish) == plain
    assert (
        written(tmp_path / "third", given[1::2] + given[::2], PYTHONHASHSEED="2", **bare) == plain
    )
