"""Feeds, agencies' formats, exports, mail and tables: what is read of each, and what is told."""

import json
from pathlib import Path

import pytest

from tests.load.hostile import STORY
from tests.load.pdf import pdf
from tests.load.writing import WRITERS, message
from xref.load import load
from xref.load.extras import missing
from xref.load.record import Broken
from xref.model.article import Article, Document, Skipped, Zone
from xref.read import read as read_document


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


RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Tarn Echo</title><language>en-gb</language>
<item><media:title>No</media:title><title>Strike &amp; end&nbsp;it</title><link>https://tarn.example/1</link>
<media:description>No</media:description><description>&lt;p&gt;Ferries sail again.&lt;/p&gt;</description>
<author>news@tarn.example (Odo Felk)</author><dc:date>2024-05-12T09:30:00Z</dc:date></item>
<item><title>Only a headline</title><link>https://www.bbc.co.uk/news/1</link></item>
<item><title/></item></channel></rss>"""


def test_an_item_of_a_feed_is_its_content_its_summary_or_its_headline(tmp_path: Path):
    first, second, third = read(tmp_path, "a.rss", RSS)
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.text, first.title, first.outlet) == (
        "Ferries sail again.",
        "Strike & end it",
        "Tarn Echo",
    )
    assert (first.author, first.published, first.language) == (
        "Odo Felk",
        "2024-05-12T09:30:00Z",
        "en-gb",
    )
    assert first.notes == ("the feed gives a summary of it, not the text",)
    assert (first.id, first.url) == ("a:1", "https://tarn.example/1")
    assert (second.text, second.title, second.outlet) == ("Only a headline", None, "BBC")
    assert second.told_by["outlet"] == "domain of the address"
    assert second.notes == ("only its headline is known",)
    assert third == Skipped(f"{tmp_path / 'a.rss'}:3", "the item holds neither text nor headline")


def test_titles_and_texts_in_dublin_core_and_authors_that_are_addresses(tmp_path: Path):
    item = "<item><dc:title>A</dc:title><dc:description>Text.</dc:description><author>a@b.example</author></item>"
    found = one(tmp_path, "a.rss", f"{RSS.partition('<item>')[0]}{item}</channel></rss>")
    assert (found.title, found.text, found.author) == ("A", "Text.", None)


def test_the_language_of_a_feed_is_that_of_its_template(tmp_path: Path):
    text = "Ferries between Port Orra and the islands will sail again on Monday, the operator said."
    feed = RSS.replace("en-gb", "kn").replace("Ferries sail again.", text)
    first, *_ = read(tmp_path, "a.rss", feed)
    assert isinstance(first, Document)
    assert first.language == "kn"
    assert isinstance(read_document(first), Article)


def test_rss_1_and_old_atom(tmp_path: Path):
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>Tarn Echo</title></channel><item><title>A</title><description>Text.</description></item></rdf:RDF>"""
    assert (one(tmp_path, "a.rdf", rdf).text, one(tmp_path, "b.xml", rdf).outlet) == (
        "Text.",
        "Tarn Echo",
    )
    atom = """<feed xmlns="http://purl.org/atom/ns#" xml:lang="en"><title type="text/html">Tarn &lt;b>Echo&lt;/b></title>
    <author><name>Desk</name></author><entry><title>A</title><issued>2004-05-12</issued><summary>Text.</summary></entry></feed>"""
    found = one(tmp_path, "c.feed", atom)
    assert (found.outlet, found.author, found.published, found.language) == (
        "Tarn Echo",
        "Desk",
        "2004-05-12",
        "en",
    )


def test_broken_xml_is_read_as_far_as_it_can_be_and_noted(tmp_path: Path):
    found = read(tmp_path, "a.rss", RSS.replace("</channel></rss>", "<b></channel>"))
    assert isinstance(found[0], Document)
    assert found[0].notes[0].startswith("the XML is broken: Opening and ending tag mismatch")
    assert found[0].notes[0].endswith("; what could be read of it was read")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE r [<!ENTITY a 'b'>]><rss/>", "the XML is not read: it declares entities"),
        (
            "<gpx/>",
            "XML of a kind that xref does not read, <gpx>; it reads RSS, Atom, NewsML-G2 and NITF",
        ),
        ("<rss><channel/></rss>", "it holds no article"),
        ("<rss>" + "<a/>" * 300_000, "the XML is not read: it holds more than 300,000 tags"),
        ("<nitf><body/></nitf>", "it holds no text"),
    ],
)
def test_xml_that_is_refused(tmp_path: Path, text: str, reason: str):
    assert reasons(read(tmp_path, "a.xml", text)) == [reason]


def test_nitf_keeps_captions_and_cross_heads_and_cuts_media(tmp_path: Path):
    text = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><head><title>No</title>
    <docdata><date.issue norm="20240512T093000Z"/><doc.copyright holder="Tarn Echo"/></docdata></head>
    <body><body.head><hedline><hl1>Strike <b>ends</b></hl1></hedline><abstract>Nine days without ships.</abstract></body.head>
    <body.content><p>{STORY.paragraphs[0]}</p><hl2>What now</hl2><media><media-reference source="x"/>
    <media-metadata name="a" value="b"/><media-caption>The Calla.</media-caption></media></body.content>
    <body.end><tagline>Desk in Port Orra</tagline></body.end></body></nitf>"""
    found = one(tmp_path, "a.nitf", text)
    assert [(m.span.of(found.text), m.zone) for m in found.marked] == [
        ("Nine days without ships.", Zone.STANDFIRST),
        (STORY.paragraphs[0], Zone.BODY),
        ("What now", Zone.BODY),
        ("The Calla.", Zone.CAPTION),
        ("Desk in Port Orra", Zone.BODY),
    ]
    assert (found.title, found.outlet, found.published) == (
        "Strike ends",
        "Tarn Echo",
        "20240512T093000Z",
    )


def test_newsml_of_both_ages(tmp_path: Path):
    inner = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{STORY.paragraphs[0]}</p></body></html>"
    old = f"""<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>businesswire.com</ProviderId></NewsIdentifier>
    </Identification><NewsManagement><FirstCreated>20240512T093000+0000</FirstCreated></NewsManagement><NewsComponent>
    <NewsLines><HeadLine>Strike ends</HeadLine><ByLine>Odo Felk</ByLine></NewsLines><ContentItem><DataContent><p>Short.</p>
    </DataContent></ContentItem><ContentItem><DataContent>{inner}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
    found = one(tmp_path, "a.xml", old)
    assert (found.title, found.outlet, found.author) == ("Strike ends", "Business Wire", "Odo Felk")
    assert (found.text, found.published) == (STORY.paragraphs[0], "20240512T093000+0000")
    new = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en"><itemMeta>
    <provider qcode="nprov:TEA"/><versionCreated>2024-05-13</versionCreated><firstCreated>2024-05-12</firstCreated></itemMeta>
    <contentMeta><creator><name>Odo Felk</name></creator><headline>Strike ends</headline></contentMeta><contentSet>
    <remoteContent href="http://198.51.100.7/x"/><inlineXML><nitf><body><body.content>{inner}</body.content></body></nitf>
    </inlineXML></contentSet></newsItem>"""
    found = one(tmp_path, "b.xml", new)
    assert (found.text, found.title, found.outlet) == (STORY.paragraphs[0], "Strike ends", "TEA")
    assert (found.author, found.published, found.language) == ("Odo Felk", "2024-05-12", "en")


def test_ninjs_takes_the_main_html_and_refuses_what_is_no_text(tmp_path: Path):
    item = {
        "uri": "urn:1",
        "type": "text",
        "versioncreated": "2024-05-13",
        "firstcreated": "2024-05-12",
    }
    old = {
        **item,
        "headline_main": "Strike ends",
        "body_main": "<p>One.</p><p>Two.</p>",
        "infosource": [{"name": "TEA"}],
    }
    found = one(tmp_path, "a.json", json.dumps(old))
    assert (found.text, found.title, found.outlet, found.published) == (
        "One.\n\nTwo.",
        "Strike ends",
        "TEA",
        "2024-05-12",
    )
    picture = {
        **item,
        "type": "picture",
        "description_text": "A ship.",
        "headline": "Ship",
        "body_text": "",
    }
    assert reasons(read(tmp_path, "b.json", json.dumps([old, picture]))) == [
        'a ninjs item of the type "picture" holds no text'
    ]
    new = {
        **item,
        "standard": {"name": "ninjs"},
        "rightsInfo": {"copyrightHolder": "Tarn Echo"},
        "headlines": [{"role": "short", "value": "No"}, {"value": "Strike ends"}],
        "bodies": [{"role": "extract", "value": "No."}, {"role": "main", "value": "Yes."}],
        "descriptions": [{"role": "summary", "value": "Nine days."}],
    }
    found = one(tmp_path, "c.json", json.dumps(new))
    assert (found.text, found.title, found.outlet) == (
        "Nine days.\n\nYes.",
        "Strike ends",
        "Tarn Echo",
    )


EXPORTS = {
    "newsapi": {"status": "ok", "articles": [{"source": {"id": None, "name": "Tarn Echo"}, "title": "Strike", "publishedAt": "2024-05-12T09:30:00Z", "content": "Ferries sail."}]},
    "event registry": {"articles": {"results": [{"uri": "1", "lang": "eng", "dateTimePub": "2024-05-12T09:30:00Z", "title": "Strike", "body": "Ferries sail.", "source": {"uri": "tarn.example", "title": "Tarn Echo"}}]}},
    "the guardian": {"response": {"status": "ok", "results": [{"webTitle": "Strike", "webPublicationDate": "2024-05-12T09:30:00Z", "publication": "Tarn Echo", "fields": {"bodyText": "Ferries sail."}}]}},
    "search": {"hits": {"hits": [{"_id": "1", "_source": {"headline": "Strike", "publisher": "Tarn Echo", "pubDate": 1715506200, "fulltext": "Ferries sail."}}]}},
    "media cloud": {"stories": [{"media_name": "Tarn Echo", "publish_date": "2024-05-12", "title": "Strike", "text": "Ferries sail."}]},
    "news-please": {"maintext": "Ferries sail.", "title": "Strike", "source_domain": "Tarn Echo", "date_publish": "2024-05-12 09:30:00", "authors": []},
    "json feed": {"version": "https://jsonfeed.org/version/1", "title": "Tarn Echo", "items": [{"id": "1", "title": "Strike", "content_text": "Ferries sail.", "date_published": "2024-05-12"}]},
    "json-ld": {"@context": ["https://schema.org"], "@type": "ReportageNewsArticle", "headline": "Strike", "articleBody": "Ferries sail.", "datePublished": "2024-05-12", "publisher": [{"name": "Tarn Echo"}]},
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_read(tmp_path: Path, name: str):
    found = one(tmp_path, "a.json", json.dumps(EXPORTS[name]))
    assert (found.text, found.title, found.outlet) == ("Ferries sail.", "Strike", "Tarn Echo")
    assert found.published is not None and found.published[:4] in ("2024", "1715")
    (line,) = read(tmp_path, "b.jsonl", json.dumps(EXPORTS[name]))
    assert isinstance(line, Document) and line.text == found.text


def test_several_articles_on_one_line_have_names_of_their_own(tmp_path: Path):
    line = json.dumps({"articles": [{"text": "a"}, {"text": "b"}, {"text": 1}]})
    found = read(tmp_path, "a.jsonl", f"{line}\n{line}\n")
    assert [each.id for each in found if isinstance(each, Document)] == [
        "a:1",
        "a:1.2",
        "a:2",
        "a:2.2",
    ]
    assert reasons(found) == ['"text" must be a string, this is a number'] * 2


def test_what_xref_wrote_is_no_export(tmp_path: Path):
    report = {
        "schema": "xref.report/1",
        "articles": [{"title": "T", "url": "https://tarn.example/1"}],
    }
    assert reasons(read(tmp_path, "a.json", json.dumps(report))) == [
        "this is what xref wrote (xref.report/1), not an article"
    ]
    article = {
        "schema": "xref.article/1",
        "text": "T.",
        "outlet": "Tarn Echo",
        "outlet_from": {"source": "record"},
    }
    assert one(tmp_path, "b.jsonl", json.dumps(article)).outlet == "Tarn Echo"


def test_gdelt_gives_headlines(tmp_path: Path):
    item = {
        "url": "https://tarn.example/1",
        "title": "Strike ends",
        "seendate": "20240512T093000Z",
        "domain": "tarn.example",
    }
    found = one(tmp_path, "a.json", json.dumps({"articles": [item]}))
    assert (found.text, found.title, found.outlet) == ("Strike ends", None, "tarn.example")
    assert found.notes == ("only its headline is known",)


def test_a_claim_review_gives_the_claim_that_it_is_on(tmp_path: Path):
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/1",
        "claimReviewed": "The strike cost 300 million crowns.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Odo Felk"},
            "datePublished": "2024-05-12",
            "appearance": [{"url": "https://tarn.example/2", "publisher": {"name": "Tarn Echo"}}],
        },
    }
    found = one(tmp_path, "a.json", json.dumps(review))
    assert (found.text, found.outlet, found.author) == (
        "The strike cost 300 million crowns.",
        "Tarn Echo",
        "Odo Felk",
    )
    assert (found.published, found.url) == ("2024-05-12", "https://tarn.example/2")
    assert found.extra["review"] == "https://check.example/1"


def test_a_live_blog_is_one_article_with_its_posts(tmp_path: Path):
    posts = [
        {"@type": "BlogPosting", "headline": "09:30", "articleBody": "Ships sail."},
        {"articleBody": "All is over."},
    ]
    blog = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Strike",
        "liveBlogUpdate": posts,
    }
    assert (
        one(tmp_path, "a.jsonld", json.dumps(blog)).text == "09:30\n\nShips sail.\n\nAll is over."
    )


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


@pytest.mark.parametrize("way", ["warc", "rss", "pages", "zip", "parquet", "docx", "ninjs", "zst"])
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
