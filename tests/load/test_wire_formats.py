"""Feeds and agencies' formats: what is read of each, and what is told."""

import json
from pathlib import Path

import pytest

from tests.load.hostile import STORY
from tests.load.reading import one, read, reasons
from xref.model.article import Article, Document, Skipped, Zone
from xref.read import read as read_document

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


@pytest.mark.parametrize("title", ["&lt;!-- x --&gt;", f"{'&lt;b&gt;' * 300}x"])
def test_a_title_that_is_no_html_is_none(tmp_path: Path, title: str):
    entry = "<entry><title>A</title><summary>Text.</summary></entry>"
    feed = f'<feed><title type="html">{title}</title>{entry}</feed>'
    found = one(tmp_path, "a.atom", feed)
    assert (found.title, found.text, found.outlet) == ("A", "Text.", None)


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
