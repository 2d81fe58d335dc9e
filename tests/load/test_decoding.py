"""Bytes to text, in each encoding, and what the reader is told of it."""

import codecs
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.load import load
from xref.load.decode import UndecodableError, decode

ENGLISH = (
    "The ferries will sail again, the operator said.\r\n“We can go home,” she said — and they "
    "did. The fare is £4, or €5, at Ilse’s café."
)
RUSSIAN = (
    "Паромы между портом и островами снова пойдут в понедельник, сообщил перевозчик линии. " * 3
)
UTF16 = (
    (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "read as UTF-16"),
    (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "read as UTF-16"),
    (ENGLISH.encode("utf-16-le"), "read as UTF-16 without a byte order mark"),
    (ENGLISH.encode("utf-16-be"), "read as UTF-16 without a byte order mark"),
)


def test_utf8_is_read_as_it_is():
    assert decode(ENGLISH.encode()) == (ENGLISH, ())


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(codecs.BOM_UTF8 + ENGLISH.encode()) == (ENGLISH, ())


@pytest.mark.parametrize(("raw", "note"), UTF16)
def test_utf16(raw, note):
    text, notes = decode(raw)
    assert notes == (note,)
    if "without" not in note:
        assert text == ENGLISH


def test_windows_1252_comes_before_its_neighbours():
    assert decode(ENGLISH.encode("cp1252")) == (ENGLISH, ("not UTF-8; read as windows-1252",))


def test_another_encoding_is_detected_and_told():
    text, notes = decode(RUSSIAN.encode("cp1251"))
    assert text == RUSSIAN
    assert notes == ("not UTF-8; read as windows-1251",)


def test_a_few_broken_bytes_do_not_spoil_utf8():
    raw = ENGLISH.encode().replace("café".encode(), b"caf\xe9")
    text, notes = decode(raw)
    assert text == ENGLISH.replace("café", "caf\ufffd")
    assert notes == ("read as UTF-8; 1 broken byte(s) were read as \ufffd",)


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, bytes(range(256)) * 8, b"\0" * 99, b"text\0text"],
)
def test_binary_data_is_no_text(raw):
    with pytest.raises(UndecodableError, match=r"^it holds binary data, no text$"):
        decode(raw)


def test_notes_reach_the_document(tmp_path):
    (tmp_path / "a.txt").write_bytes(ENGLISH.encode("cp1252"))
    line = json.dumps({"text": ENGLISH}, ensure_ascii=False)
    (tmp_path / "b.jsonl").write_bytes(f"{line}\n".encode("cp1252"))
    (tmp_path / "c.jsonl").write_bytes(f"{line}\n\n{line}".encode("utf-16"))
    found = {each.id: each for each in load([str(tmp_path)])}
    assert {name: each.notes for name, each in found.items()} == {
        "a": ("not UTF-8; read as windows-1252",),
        "b:1": ("not UTF-8; read as windows-1252",),
        "c:1": (),
        "c:3": (),
    }
    assert {each.text for each in found.values()} == {ENGLISH}


def test_lone_surrogates_keep_their_place(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "a\\ud83dbc", "title": "\\udc00t"}')
    (found,) = load([str(tmp_path)])
    assert (found.text, found.title) == ("a\ufffdbc", "\ufffdt")
    assert found.notes == ("1 lone surrogate(s) were read as \ufffd",)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_every_text_survives_utf8_and_utf16(text):
    assert decode(text.encode()).text == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")).text == text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_bring_decoding_down(raw):
    try:
        decode(raw)
    except UndecodableError as error:
        assert str(error)
