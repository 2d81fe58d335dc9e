"""Reads one file of a test."""

from pathlib import Path

from xref.load import load
from xref.model.article import Document, Skipped


def read(folder: Path, name: str, raw: bytes | str) -> list[Document | Skipped]:
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(load([str(path)]))


def one(folder: Path, name: str, raw: bytes | str) -> Document:
    (found,) = read(folder, name, raw)
    assert isinstance(found, Document), found
    return found


def reasons(found: list[Document | Skipped]) -> list[str]:
    return [each.reason for each in found if isinstance(each, Skipped)]
