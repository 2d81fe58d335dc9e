"""What cannot be read is named with its reason, and the rest goes on."""

import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from xref.load import FORMATS as READERS
from xref.load import load
from xref.load.formats import txt
from xref.load.whole import MAX_BYTES
from xref.model.article import Document, Skipped

GOOD = {"text": "Ferries will sail again on Monday."}
TOO_LONG = "is larger than 20 MB; put each article on a line of a .jsonl file"
DEEP = "no JSON that xref reads: nested more than 100 deep"
DIGITS = "no JSON that xref reads: a number of more than 300 digits"
DEEP_YAML = "the front matter is no YAML: it is nested more than 30 deep"
FORMATS = "xref reads .txt, .md, .html, .json, .jsonl, .csv, .xml, .zip and more: docs/formats.md"

FILES = {
    "empty.txt": (b"", "the file is empty"),
    "empty.md": (b"", "the file is empty"),
    "empty.json": (b"", "the file is empty"),
    "empty.jsonl": (b"\n \r\n", "the file is empty"),
    "blank.txt": ("\ufeff \r\n\u00a0\n".encode(), "the file holds nothing but white space"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it holds binary data, no text"),
    "picture.jsonl": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\nIDAT", "it holds binary data, no text"),
    "front.md": (b"---\ntitle: x\n---\n\n", "there is no text below the front matter"),
    "yaml.md": (
        b"---\ntitle: [a\noutlet: b\n---\ntext",
        "the front matter is no YAML: it cannot be read from line 3, column 7 on",
    ),
    "colon.md": (
        b"---\ntitle: Strike: the end\n---\ntext",
        "the front matter is no YAML: line 2, column 14: "
        "a value with a colon in it must stand in quotes",
    ),
    "deep.md": (b"---\na: " + b"[" * 100_000 + b"\n---\ntext", DEEP_YAML),
    "stairs.md": (b"---\n" + b"- " * 100_000 + b"\n---\ntext", DEEP_YAML),
    "bomb.md": (
        b"---\na: &a [x, x]\nb: [*a, *a]\n---\ntext",
        "the front matter is no YAML: line 2: anchors and aliases are not read",
    ),
    "twice.md": (
        b"---\ntitle: a\nauthor: [title, b]\nx: {y: 1}\ntitle: b\n---\ntext",
        'the front matter is no YAML: line 5: the field "title" stands twice',
    ),
    "bell.md": (
        b"---\ntitle: a\x07\n---\ntext",
        "the front matter is no YAML: it holds a character that YAML does not allow",
    ),
    "list.md": (b"---\n- a\n---\ntext", 'the front matter must be "field: value" lines'),
    "type.md": (
        b"---\ntitle: {a: b}\n---\ntext",
        'front matter: "title" must be a string, this is an object',
    ),
    "broken.json": (
        b'{"text": "a",\n "title" "b"}',
        "no JSON from line 2, column 10 on",
    ),
    "lines.json": (
        b'{"text": "a"}\n{"text": "b"}',
        "no JSON from line 2, column 1 on; one record a line belongs into a .jsonl file",
    ),
    "deep.json": (b"[" * 200_000, DEEP),
    "digits.json": (b'{"text": "a", "n": ' + b"9" * 9000 + b"}", DIGITS),
    "none.json": (b"[]", "the list holds no record"),
    "spread.jsonl": (
        b'{\n "text": "a"\n}\n',
        "one record must stand on one line; JSON over several lines is .json",
    ),
    "page.html": (
        b"<p> </p>",
        "the page shows no article",
    ),
    "page.docx": (
        b"PK",
        "no Word document that can be read: BadZipFile: File is not a zip file",
    ),
    "data.xyz": (b"a", f"the extension .xyz is unknown; {FORMATS}"),
    "bare": (b"a", f"the file has no extension; {FORMATS}"),
}
RECORDS = {
    '"a text"': "a record must be an object with a text, this is a string",
    "[1]": "a record must be an object with a text, this is a list",
    "null": "a record must be an object with a text, this is null",
    "{}": 'the record has no "text"; a record needs at least {"text": "..."}',
    '{"text": null}': 'the record has no "text"; a record needs at least {"text": "..."}',
    '{"text": 5}': '"text" must be a string, this is a number',
    '{"text": " \\n\\u00a0"}': '"text" is empty',
    '{"text": "a", "title": ["x"]}': '"title" must be a string, this is a list',
    '{"text": "a", "id": true}': '"id" must be a string, this is true or false',
    '{"text": "a", "id": 1.5}': '"id" must be a string, this is a number',
    '{"text": "a", "published": {}}': '"published" must be a string, this is an object',
    '{"text": "a", "author": ["x", 1]}': '"author" must be a string, this is a list',
    '{"text": "a"': "no JSON from column 13 on",
    "text": "no JSON from column 1 on",
    "[" * 200_000: DEEP,
    '{"text": "a", "n": NaN}': "no JSON: NaN is no number",
    '{"text": "a", "n": [-Infinity]}': "no JSON: -Infinity is no number",
    '{"text": "a", "text": "b"}': 'the field "text" stands twice',
    f'{{"text": "a", "n": {"9" * 5000}}}': DIGITS,
}


def skipped(*inputs: Path) -> dict[str, str]:
    """The reason for each place that was skipped, by file name."""
    found = load([str(each) for each in inputs])
    return {Path(each.path).name: each.reason for each in found if isinstance(each, Skipped)}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path, name):
    raw, reason = FILES[name]
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    found = list(load([str(tmp_path)]))
    assert Skipped(str(tmp_path / name), reason, name == "data.xyz") in found
    assert [each.text for each in found if isinstance(each, Document)] == [GOOD["text"]]
    assert len(found) == 2
    assert skipped(tmp_path / name) == {name: reason}


@pytest.mark.parametrize("line", RECORDS, ids=lambda line: line[:40])
def test_a_record_that_cannot_be_read_is_named_with_its_line(tmp_path, line):
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n\n{line}\n{json.dumps(GOOD)}\n")
    found = list(load([str(path)]))
    assert [getattr(each, "id", None) for each in found] == ["wire:1", None, "wire:4"]
    assert found[1] == Skipped(f"{path}:3", RECORDS[line])


def test_a_record_of_a_list_is_named_with_its_number(tmp_path):
    path = tmp_path / "list.json"
    path.write_text(json.dumps([GOOD, {"text": 1}, GOOD]))
    assert skipped(path) == {"list.json:2": '"text" must be a string, this is a number'}


def test_a_reader_that_fails_stops_nothing(tmp_path, monkeypatch):
    """What nobody thought of is told as a fault of xref, and the rest is read."""

    def fails(stream, source):
        yield from txt.records(stream, source)
        raise KeyError("x")

    monkeypatch.setitem(READERS, ".md", fails)
    (tmp_path / "a.md").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    first, fault, second = load([str(tmp_path)])
    assert (first.text, second.text) == ("One.", "Two.")
    assert fault == Skipped(
        str(tmp_path / "a.md"),
        "xref could not read it, which is a fault of xref: KeyError: 'x'",
    )


def test_an_id_is_given_once(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id":"x","text":"1"}\n{"id":"x","text":"2"}')
    (tmp_path / "b.json").write_text('{"id":"x","text":"3"}')
    first = f"{tmp_path / 'a.jsonl'}:1"
    reason = f'the id "x" is already that of {first}; ids must be unique'
    assert skipped(tmp_path) == {"a.jsonl:2": reason, "b.json": reason}


@pytest.mark.parametrize(
    "suffix", [".txt", ".md", ".json", ".html", ".rss", ".eml", ".docx", ".pdf"]
)
def test_a_file_above_the_limit(tmp_path, suffix):
    path = tmp_path / f"long{suffix}"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert skipped(path) == {path.name: f"the file {TOO_LONG}"}


def test_a_line_above_the_limit_does_not_stop_the_next(tmp_path):
    path = tmp_path / "wire.jsonl"
    line = json.dumps(GOOD).encode()
    with path.open("wb") as file:
        file.write(line + b"\n")
        file.write(b" " * (2 * MAX_BYTES + 5))
        file.write(b"\n" + line)
    found = list(load([str(path)]))
    assert [getattr(each, "id", None) for each in found] == ["wire:1", None, "wire:3"]
    assert found[1] == Skipped(f"{path}:2", f"the line {TOO_LONG}")


def test_a_folder_with_nothing_to_read_is_no_error(tmp_path):
    assert list(load([str(tmp_path)])) == []


def test_links_to_nothing_and_pipes(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert skipped(tmp_path) == {
        "gone.txt": "it is a link to a file that does not exist",
        "pipe.txt": "it is no regular file",
    }


def test_what_the_system_does_not_let_us_read(tmp_path, monkeypatch):
    """The system refuses: a root user, who runs some test machines, could read the file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("a")
    closed = tmp_path / "closed"
    closed.mkdir()
    opened, scanned = Path.open, os.scandir

    def refusing_open(path, *args, **kwargs):
        if path == secret:
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    def refusing_scan(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(Path, "open", refusing_open)
    monkeypatch.setattr(os, "scandir", refusing_scan)
    assert skipped(tmp_path) == {
        "secret.txt": "the file cannot be read: Permission denied",
        "closed": "the folder cannot be read: Permission denied",
    }


@pytest.mark.parametrize(
    ("raw", "place", "reason"),
    [
        (b"", "-", "the file is empty"),
        (b'{"text": 1}\n', "-:1", '"text" must be a string, this is a number'),
        (b'{"text": "a"}\n{"text": ', "-:2", "no JSON from column 10 on"),
    ],
)
def test_standard_input_that_cannot_be_read(raw, place, reason):
    assert Skipped(place, reason) in list(load(["-"], BytesIO(raw)))
