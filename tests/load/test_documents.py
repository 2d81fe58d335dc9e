"""Files, folders and standard input to documents."""

import doctest
import json
import os
import re
from io import BytesIO
from pathlib import Path

import pytest

from xref.load import ALSO, FORMATS, MissingInput, formats, identity, load
from xref.model.article import Document, Skipped

TEXT = "Ferries will sail again on Monday, the operator said."


def documents(*inputs: Path | str, stdin: bytes | None = None) -> dict[str, Document]:
    """The documents of inputs by id; nothing may be skipped."""
    found = list(load([str(each) for each in inputs], None if stdin is None else BytesIO(stdin)))
    assert not [each for each in found if isinstance(each, Skipped)], found
    return {each.id: each for each in found if isinstance(each, Document)}


def written(folder: Path, **files: str | bytes) -> Path:
    """A folder with files; ``__`` in a name is a slash, ``_`` a full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_every_format_is_in_the_table():
    folder = Path(formats.__path__[0])
    files = {f".{file.stem}" for file in folder.glob("*.py") if file.stem != "__init__"}
    assert files == set(FORMATS)
    assert set(ALSO.values()) <= files
    assert files.isdisjoint(ALSO)
    assert [reader.__module__.rpartition(".")[2] for reader in FORMATS.values()] == [
        suffix.removeprefix(".") for suffix in FORMATS
    ]


def test_plain_text_is_the_file_as_it_is(tmp_path):
    text = "A headline\r\n\r\nTwo\u00a0men said\u202fno.\n\n\ttabs \r and a lone return\n"
    (found,) = documents(written(tmp_path, case_txt=text)).values()
    assert (found.text, found.id, found.notes, found.first_line) == (text, "case", (), 1)
    assert found.path == str(tmp_path / "case.txt")


def test_a_front_matter_is_the_record_and_the_body_the_text(tmp_path):
    source = (
        "---\nid: strike\ntitle: 'Strike: the end'\noutlet: The Orra Pilot\nauthor: [Ilse Marrow, Odo Felk]\n"
        "published: 2024-05-12\nurl: https://pilot.example/1\nlanguage: no\nstory: ferries\n"
        "desk: harbour\nyes: on\n---\n\n" + TEXT + "\n"
    )
    (found,) = documents(written(tmp_path, a_md=source)).values()
    assert found == Document(
        id="strike",
        path=str(tmp_path / "a.md"),
        text=TEXT + "\n",
        title="Strike: the end",
        outlet="The Orra Pilot",
        author="Ilse Marrow, Odo Felk",
        published="2024-05-12",
        url="https://pilot.example/1",
        language="no",
        story="ferries",
        extra={"desk": "harbour", "yes": "on"},
        first_line=14,
    )


@pytest.mark.parametrize(
    "source",
    [
        TEXT,
        "---\nno end of a front matter\n\n" + TEXT,
        "-- not one --\n" + TEXT,
        "# A title\n" + TEXT,
    ],
)
def test_markdown_without_a_front_matter_is_all_text(tmp_path, source):
    (found,) = documents(written(tmp_path, a_md=source)).values()
    assert found.text == source


def test_a_front_matter_with_carriage_returns_or_dots(tmp_path):
    written(tmp_path, a_md=f"---\r\noutlet: X\r\n---\r\n{TEXT}\r\n", b_md=f"---\n...\n{TEXT}")
    found = documents(tmp_path)
    assert (found["a"].outlet, found["a"].text, found["a"].first_line) == ("X", TEXT + "\r\n", 4)
    assert (found["b"].outlet, found["b"].text) == (None, TEXT)


def test_json_is_one_record_or_a_list(tmp_path):
    record = {"text": TEXT, "outlet": None, "title": " ", "author": ["A", "B"], "rank": 3}
    written(
        tmp_path,
        one_json=json.dumps(record),
        many_json=json.dumps([record, {"id": "named", "text": "b"}, {"id": 7, "text": "c"}]),
    )
    found = documents(tmp_path)
    assert list(found) == ["many:1", "named", "7", "one"]
    one = found["one"]
    assert (one.text, one.outlet, one.title, one.author) == (TEXT, None, None, "A, B")
    assert (one.extra, one.as_file, one.first_line) == ({"rank": 3}, False, 1)


def test_json_lines_are_numbered_by_line(tmp_path):
    lines = [
        json.dumps({"text": "a"}),
        "",
        "  ",
        json.dumps({"id": "x", "text": "b\u2028c"}),
        '{"text":"d"}',
    ]
    found = documents(written(tmp_path, wire_jsonl="\r\n".join(lines)))
    assert {name: (each.text, each.first_line, each.as_file) for name, each in found.items()} == {
        "wire:1": ("a", 1, False),
        "x": ("b\u2028c", 4, False),
        "wire:5": ("d", 5, False),
    }


def test_folders_are_read_to_the_bottom_in_order(tmp_path):
    written(
        tmp_path,
        b_txt="b",
        a__z_txt="z",
        a__deep__er__c_TXT="c",
        README_md="# what is here",
        a__readme_txt="this too",
        _hidden_txt="h",
        _git__x_txt="h",
    )
    found = documents(tmp_path)
    assert [os.path.relpath(each.path, tmp_path) for each in found.values()] == [
        "a/deep/er/c.TXT",
        "a/z.txt",
        "b.txt",
    ]


def test_a_file_given_by_name_is_read_whatever_its_name(tmp_path):
    written(tmp_path, README_md="r", _hidden_txt="h")
    assert list(documents(tmp_path / "README.md", tmp_path / ".hidden.txt")) == [
        ".hidden",
        "README",
    ]


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path):
    for name in (b"caf\xe9.txt", b"th\xe9.xyz"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"a")
    read, left = load([str(tmp_path)])
    assert isinstance(read, Document)
    assert (read.id, read.text) == ("caf\ufffd", "a")
    assert left.path == f"{tmp_path}/th\ufffd.xyz"


def test_a_folder_above_a_link_is_that_of_the_link(tmp_path):
    written(tmp_path, a__b__x_txt="inner", a__y_txt="right", y_txt="wrong")
    (tmp_path / "link").symlink_to(tmp_path / "a" / "b")
    (found,) = documents(f"{tmp_path}/link/../y.txt").values()
    assert found.text == "right"


def test_the_order_of_inputs_and_doubles_change_nothing(tmp_path):
    written(tmp_path, a_txt="a", b__b_txt="b", c_jsonl='{"text":"c"}')
    paths = [tmp_path, tmp_path / "b", tmp_path / "b" / "b.txt", tmp_path / "." / "a.txt"]
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    expected = documents(tmp_path)
    assert list(expected) == ["a", "b", "c:1"]
    assert list(documents(*paths).values()) == list(expected.values())
    assert list(documents(*reversed(paths)).values()) == list(expected.values())


def test_files_that_share_a_stem_are_told_apart(tmp_path):
    written(
        tmp_path,
        x__one_txt="1",
        y__one_txt="2",
        p__x__two_txt="3",
        q__x__two_txt="4",
        y__two_txt="5",
        z__three_txt="6",
        z__three_md="7",
        four_txt="8",
    )
    names = {each.text: name for name, each in documents(tmp_path).items()}
    assert names == {
        "1": "x/one",
        "2": "y/one",
        "3": "p/x/two",
        "4": "q/x/two",
        "5": "y/two",
        "6": "three.txt",
        "7": "three.md",
        "8": "four",
    }


def test_the_docstring_of_stems_holds():
    assert doctest.testmod(identity).attempted
    assert not doctest.testmod(identity).failed


def test_a_stem_gives_way_to_the_id_of_a_record(tmp_path):
    written(tmp_path, a_jsonl='{"id":"b","text":"1"}', b_txt="2")
    assert {name: each.text for name, each in documents(tmp_path).items()} == {
        "b": "1",
        str(tmp_path / "b.txt"): "2",
    }


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (TEXT.encode(), {"stdin": TEXT}),
        (b'{"text":"a"}\n{"id":"x","text":"b"}\n', {"stdin:1": "a", "x": "b"}),
        (b'\xef\xbb\xbf{"text":"a"}', {"stdin:1": "a"}),
        (b'[{"text":"a"},{"text":"b"}]', {"stdin:1": "a", "stdin:2": "b"}),
        (b'{\n "text": "a"\n}', {"stdin": "a"}),
        (b"[Advertisement]\nText", {"stdin": "[Advertisement]\nText"}),
    ],
)
def test_standard_input(raw, expected):
    assert {name: each.text for name, each in documents("-", stdin=raw).items()} == expected


def test_standard_input_comes_last_and_only_when_asked(tmp_path):
    written(tmp_path, z_txt="z")
    assert list(documents("-", tmp_path, stdin=b"text")) == ["z", "stdin"]
    assert list(documents(tmp_path, stdin=b"text")) == ["z"]


def test_nothing_is_read_when_an_input_is_missing(tmp_path):
    written(tmp_path, a_txt="a")
    with pytest.raises(MissingInput) as caught:
        load([str(tmp_path), str(tmp_path / "b.txt")])
    assert str(caught.value) == f"no such file or folder: {tmp_path / 'b.txt'}"
    assert caught.value.path == str(tmp_path / "b.txt")


def test_no_input_gives_no_document():
    assert list(load([])) == []


def test_a_pattern_of_many_stars_ends(tmp_path):
    (tmp_path / f"{'a' * 200}.txt").write_text("One.", encoding="utf-8")
    # An engine that goes back over what it tried would not come to an end with this.
    assert len(list(load([str(tmp_path)], exclude=[f"{'*a' * 40}b"]))) == 1


@pytest.mark.parametrize("pattern", ["[z-a]", "!"])
def test_a_pattern_that_is_none_is_told(pattern, tmp_path):
    with pytest.raises(ValueError, match=re.escape(pattern)):
        list(load([str(tmp_path)], exclude=[pattern]))


def test_what_is_excluded_is_left_and_nothing_is_told_of_it(tmp_path):
    written(
        tmp_path,
        a_txt="a",
        drafts__b_txt="b",
        sub__drafts__c_txt="c",
        sub__note_bak_txt="d",
        sub__keep_bak_txt="e",
    )
    patterns = ["drafts/", "*.bak.txt", "!keep.bak.txt"]
    found = list(load([str(tmp_path)], exclude=patterns))
    assert [each.text for each in found] == ["a", "e"]
    assert [each.text for each in load([str(tmp_path / "drafts")], exclude=["/b.txt"])] == []
    assert [each.text for each in load([str(tmp_path / "drafts/b.txt")], exclude=["b.txt"])] == [
        "b"
    ]


def test_an_input_may_be_a_pattern(tmp_path):
    written(tmp_path, x__a_txt="a", x__y__b_txt="b", x__c_md="c", z_txt="z")
    (tmp_path / "[z].txt").write_text("bracket")
    assert [d.text for d in documents(tmp_path / "x" / "**" / "*.txt").values()] == ["a", "b"]
    assert [d.text for d in documents(tmp_path / "[z].txt").values()] == ["bracket"]
    with pytest.raises(MissingInput):
        load([str(tmp_path / "*.pdf")])


def test_links_are_followed_within_what_was_named_and_never_out_of_it(tmp_path):
    inside, outside = (
        written(tmp_path / "in", a_txt="a"),
        written(tmp_path / "out", b_txt="b", c__d_txt="d"),
    )
    (inside / "again.txt").symlink_to(inside / "a.txt")
    (inside / "b.txt").symlink_to(outside / "b.txt")
    (inside / "folder").symlink_to(outside / "c")
    found = list(load([str(inside)]))
    assert [each.text for each in found if isinstance(each, Document)] == ["a"]
    reason = "it is a link out of the folder; name what it leads to"
    assert [each for each in found if isinstance(each, Skipped)] == [
        Skipped(str(inside / "b.txt"), reason),
        Skipped(str(inside / "folder"), reason),
    ]
    assert sorted(each.text for each in documents(inside, outside).values()) == ["a", "b", "d"]


def test_a_pattern_follows_no_link_out_of_the_folder_that_it_begins_with(tmp_path):
    inside = written(tmp_path / "in", x__a_txt="a")
    outside = written(tmp_path / "out", b_txt="b", c__d_txt="d")
    (inside / "x" / "b.txt").symlink_to(outside / "b.txt")
    (inside / "folder").symlink_to(outside / "c")
    (inside / "again.txt").symlink_to(inside / "x" / "a.txt")
    found = list(load([str(inside / "**" / "*.txt")]))
    assert [each.text for each in found if isinstance(each, Document)] == ["a"]
    reason = "it is a link out of the folder; name what it leads to"
    assert [each for each in found if isinstance(each, Skipped)] == [
        Skipped(str(inside / "folder"), reason),
        Skipped(str(inside / "x" / "b.txt"), reason),
    ]


def test_what_a_browser_saved_beside_a_page_is_left(tmp_path):
    written(
        tmp_path, a_html="<p>One man died.</p>", a_files__frame_html="<p>ad</p>", b_files__c_txt="c"
    )
    (tmp_path / "a.files").rename(tmp_path / "a_files")
    (tmp_path / "b.files").rename(tmp_path / "b_files")
    assert [each.text for each in documents(tmp_path).values()] == ["One man died.", "c"]
