"""The same inputs give the same bytes, whatever the order, locale, time zone or hash seed."""

from pathlib import Path

import pytest

from tests.e2e.command import ROOT, xref

FILES = sorted(p for p in (ROOT / "inputs").rglob("*") if p.suffix in (".txt", ".md", ".json", ".jsonl") and p.stem != "README")  # fmt: skip


def written(folder: Path, files: list[Path], **environment: str) -> dict[str, bytes]:
    done = xref("report", *files, "--output", folder, "--quiet", **environment)
    assert done.returncode == 0, done.stderr
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
    ],
    ids=["hash seed", "hash seed, time zone and locale, reversed"],
)
def test_same_bytes(tmp_path: Path, environment: dict[str, str]):
    plain = written(tmp_path / "plain", FILES, PYTHONHASHSEED="0")
    assert set(plain) == {"report.html", "report.md", "report.json"}
    assert written(tmp_path / "other", FILES[::-1], **environment) == plain
