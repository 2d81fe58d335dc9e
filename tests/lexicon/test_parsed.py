"""What is kept of a lexicon is what its text says, however it was left."""

import sys
from pathlib import Path
from typing import Any

import pytest

from xref.lexicon.parsed import parsed


class Parser:
    """Counts how often a text was parsed."""

    def __init__(self, data: Any = None) -> None:
        self.data, self.texts = data, list[str]()

    def __call__(self, text: str) -> Any:
        self.texts.append(text)
        return {"words": text.split()} if self.data is None else self.data


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    found = tmp_path / "cues.yaml"
    found.write_text("said told", encoding="utf-8")
    return found


def kept(file: Path) -> list[Path]:
    return [each for each in file.parent.rglob("*") if each.is_file() and each != file]


def test_a_text_is_parsed_once(file: Path):
    parse = Parser()
    assert parsed(file, parse) == parsed(file, parse) == {"words": ["said", "told"]}
    assert parse.texts == ["said told"]
    assert [each.suffix for each in kept(file)] == [".lexicon"]


def test_a_changed_text_is_parsed_anew(file: Path):
    parsed(file, Parser())
    file.write_text("says told", encoding="utf-8")
    assert parsed(file, Parser()) == {"words": ["says", "told"]}


@pytest.mark.parametrize("left", [b"", b"half", None])
def test_what_is_broken_is_as_if_it_were_not_there(file: Path, left: bytes | None):
    parsed(file, Parser())
    (beside,) = kept(file)
    beside.write_bytes(beside.read_bytes()[:-1] + b"!" if left is None else left)
    assert parsed(file, Parser()) == {"words": ["said", "told"]}
    again = Parser()
    assert parsed(file, again) == {"words": ["said", "told"]}
    assert not again.texts


def test_nothing_is_kept_where_no_bytecode_is(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert parsed(file, Parser()) == {"words": ["said", "told"]}
    assert kept(file) == []


def test_what_is_no_plain_data_is_parsed_each_time(file: Path):
    parse = Parser({"at": file})
    assert parsed(file, parse) == parsed(file, parse) == {"at": file}
    assert len(parse.texts) == 2
    assert kept(file) == []


def test_a_folder_that_takes_nothing_is_read_all_the_same(file: Path):
    (file.parent / "__pycache__").write_text("a file", encoding="utf-8")
    assert parsed(file, Parser()) == {"words": ["said", "told"]}
