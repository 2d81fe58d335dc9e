"""Mail, tables, archives, Word, PDF and standard input: what is read of each."""

from pathlib import Path

import pytest

from tests.load.hostile import STORY
from tests.load.pdf import pdf
from tests.load.reading import one, read, reasons
from tests.load.writing import WRITERS, message
from xref.load import load
from xref.load.extras import missing
from xref.load.record import Broken
from xref.model.article import Document, Zone


def test_a_message_is_its_html_or_its_plain_text(tmp_path: Path):
    found = one(tmp_path, "a.eml", bytes(message(STORY)))
    assert (found.title, found.outlet, len(found.marked)) == (STORY.title, STORY.outlet, 3)
    plain = "From: news@tarn.example\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Sun, 12 May 2024 09:30:00 +0000\n"
    coded = "Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: 8bit\n\n"
    found = one(tmp_path, "b.eml", (plain + coded).encode() + "Łódź said no.".encode("iso-8859-2"))
    assert (found.text.strip(), found.title, found.outlet) == (
        "Łódź said no.",
        "Café",
        "tarn.example",
    )
    assert reasons(read(tmp_path, "c.eml", "From: a@b.example\n\n")) == [
        "the message holds no text"
    ]


def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path):
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://tarn.example/3\nMIME-Version: 1.0\n"
    parts = (
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        f"<html><body><h1>Strike</h1>{STORY.html}</body></html>\n--b\nContent-Type: image/png\n\nx\n--b--\n"
    )
    found = one(tmp_path, "a.mhtml", head + parts)
    assert (found.url, found.outlet, found.title) == (
        "https://tarn.example/3",
        "tarn.example",
        "Strike",
    )
    assert found.text == STORY.text


def test_an_mbox_keeps_lines_that_begin_with_from(tmp_path: Path):
    text = "From a\nSubject: 1\n\nOne.\n>From then on.\n\nFrom b\nSubject: 2\n\nTwo.\nFrom here, too.\n"
    found = read(tmp_path, "a.mbox", text)
    assert [each.text.strip() for each in found if isinstance(each, Document)] == [
        "One.\nFrom then on.",
        "Two.\nFrom here, too.",
    ]
    assert reasons(read(tmp_path, "b.mbox", "Subject: x\n\ny")) == [
        'no mbox: it does not begin with "From "'
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        (
            "a.csv",
            "text\n",
            "its first row names no columns; a table needs at least text and outlet",
        ),
        ("a.csv", "text,outlet\n\n", "the table holds no row"),
        ("a.csv", "text,outlet\na,b,c\n", "the row has 3 cells, the first row 2"),
        (
            "a.csv",
            "outlet,rank\nA,1\n",
            'the record has no "text"; a record needs at least {"text": "..."}',
        ),
        ("a.parquet", "PAR1", "no Parquet that can be read: "),
    ],
)
def test_tables_that_are_refused(tmp_path: Path, name: str, text: str, reason: str):
    (told,) = reasons(read(tmp_path, name, text))
    assert told.startswith(reason[:45])


def test_rows_are_numbered_by_the_line_they_begin_on(tmp_path: Path):
    found = read(tmp_path, "a.csv", 'text,outlet\n"one\n\ntwo",A\n\nthree,B\n')
    assert [
        (each.id, each.first_line, each.text) for each in found if isinstance(each, Document)
    ] == [
        ("a:2", 2, "one\n\ntwo"),
        ("a:6", 6, "three"),
    ]


def test_members_of_archives_are_named_by_their_place(tmp_path: Path):
    WRITERS["zip"]([STORY], tmp_path)
    (found,) = load([str(tmp_path)])
    assert isinstance(found, Document)
    assert found.path == f"{tmp_path}/pages.zip/saved/theorrapilot.html"
    assert found.id == "pages/saved/theorrapilot"


def test_word_keeps_lists_tables_and_what_was_inserted_under_review(tmp_path: Path):
    import docx
    from docx.oxml import parse_xml

    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    document.add_heading("Strike ends", 0)
    document.add_paragraph("Nine days without ships.", style="Subtitle")
    changed = document.add_paragraph("The strike cost ")
    changed._p.append(parse_xml(f"<w:del {word}><w:r><w:delText>2</w:delText></w:r></w:del>"))
    changed._p.append(parse_xml(f"<w:ins {word}><w:r><w:t>3 million crowns.</w:t></w:r></w:ins>"))
    document.add_paragraph("Eleven ships", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Calla", "9"
    document.save(str(tmp_path / "Tarn Echo.docx"))
    (found,) = load([str(tmp_path)])
    assert isinstance(found, Document)
    assert [(m.span.of(found.text), m.zone) for m in found.marked] == [
        ("Nine days without ships.", Zone.STANDFIRST),
        ("The strike cost 3 million crowns.", Zone.BODY),
        ("Eleven ships", Zone.LIST),
        ("Calla | 9", Zone.LIST),
    ]
    assert (found.title, found.id) == ("Strike ends", "Tarn Echo")
    assert found.notes == (
        "read from Word: text boxes, foot notes, comments and what is drawn are not read",
    )


def test_a_pdf_is_its_lines(tmp_path: Path):
    found = one(tmp_path, "a.pdf", pdf(["Strike ends", "The café said “no” (again)."]))
    assert found.text == "Strike ends\nThe café said “no” (again)."
    assert found.notes[0].startswith("read from a PDF: columns, tables")
    assert reasons(read(tmp_path, "b.pdf", pdf([]))) == [
        "it holds pictures of pages and no words; read them by OCR first"
    ]


@pytest.mark.parametrize(
    "way", ["warc", "arc", "rss", "pages", "zip", "parquet", "docx", "ninjs", "zst"]
)
def test_standard_input_is_known_by_how_it_begins(tmp_path: Path, way: str):
    WRITERS[way]([STORY], tmp_path)
    (file,) = tmp_path.iterdir()
    with file.open("rb") as stream:
        (found,) = load(["-"], stream)
    assert isinstance(found, Document) and STORY.paragraphs[1] in found.text


def test_a_library_inside_a_package_that_is_missing_is_missing():
    assert missing("no_such_package.inner", "archives", "such files") == Broken(
        "such files need a library more; install it with: pip install 'xref[archives]'"
    )
    assert missing("email.policy", "archives", "such files") is None


def test_a_library_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("xref.load.extras.find_spec", lambda _: None)
    told = {
        name: reasons(read(tmp_path, name, b"<p>x"))
        for name in ("a.html", "a.warc", "a.zst", "a.docx", "a.pdf", "a.parquet")
    }
    assert told == {
        "a.html": ["web pages need a library more; install it with: pip install 'xref[html]'"],
        "a.warc": [
            "web archives need a library more; install it with: pip install 'xref[archives]'"
        ],
        "a.zst": [
            "zstandard files need a library more; install it with: pip install 'xref[archives]'"
        ],
        "a.docx": [
            "Word documents need a library more; install it with: pip install 'xref[documents]'"
        ],
        "a.pdf": [
            "PDF documents need a library more; install it with: pip install 'xref[documents]'"
        ],
        "a.parquet": [
            "Parquet files need a library more; install it with: pip install 'xref[parquet]'"
        ],
    }
