"""Writes one invented story in every format that xref reads, each as that format's users would."""

import csv
import gzip
import json
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.load.pdf import pdf


@dataclass(frozen=True)
class Story:
    """One article of a story: what its outlet printed."""

    outlet: str
    title: str
    author: str
    day: str
    paragraphs: tuple[str, ...]

    @property
    def slug(self) -> str:
        return "".join(char for char in self.outlet.lower() if char.isalnum())

    @property
    def url(self) -> str:
        return f"https://www.{self.slug}.example/{self.day}/story"

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def html(self) -> str:
        return "\n".join(f"<p>{escape(each)}</p>" for each in self.paragraphs)

    @property
    def printed_day(self) -> str:
        return f"{self.moment.day} {self.moment:%B %Y}"

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(f"{self.day}T09:30:00").replace(tzinfo=UTC)


def page(story: Story) -> str:
    """A page with all that surrounds an article: menus, teasers, a sign-up box, comments."""
    told = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": story.moment.isoformat(),
            "author": [{"@type": "Person", "name": story.author}],
            "publisher": {"@type": "Organization", "name": story.outlet},
        }
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{escape(story.title)} | {escape(story.outlet)}</title>
<link rel="canonical" href="{story.url}">
<script type="application/ld+json">{told}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>{escape(story.title)}</h1>
<div class="article-body">{story.html}</div></article>
<aside class="related"><h2>Related</h2><ul><li><a href="/x">Nine hurt as tram leaves rails</a></li></ul></aside>
<section class="comments"><h2>Comments</h2><p>I heard that 500 people were killed.</p></section></main>
<footer><p>All rights reserved.</p></footer></body></html>"""


def xml(*elements: str) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(elements)


def as_records(stories: Sequence[Story], folder: Path) -> None:
    lines = [
        json.dumps(
            {
                "outlet": s.outlet,
                "title": s.title,
                "author": s.author,
                "published": s.day,
                "text": s.text,
            }
        )
        for s in stories
    ]
    (folder / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")


def as_texts(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        text = f"{s.title}\n\n{s.printed_day}\n\n{s.text}\n"
        (folder / f"{s.outlet}.txt").write_text(text, encoding="utf-8")


def as_pages(stories: Sequence[Story], folder: Path) -> None:
    for story in stories:
        (folder / f"{story.slug}.html").write_text(page(story), encoding="utf-8")


def as_front_matter(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        head = f'+++\ntitle = {json.dumps(s.title)}\nsource = "{s.outlet}"\ndate = {s.day}\n+++\n\n'
        (folder / f"{s.slug}.markdown").write_text(head + s.text, encoding="utf-8")


def as_rss(stories: Sequence[Story], folder: Path) -> None:
    items = [
        f"<item><title>{escape(s.title)}</title><link>{s.url}</link><source url='{s.url}'>{escape(s.outlet)}</source>"
        f"<pubDate>{format_datetime(s.moment)}</pubDate><dc:creator>{escape(s.author)}</dc:creator>"
        f"<description>{escape(s.paragraphs[0][:80])}…</description>"
        f"<content:encoded><![CDATA[{s.html}]]></content:encoded></item>"
        for s in stories
    ]
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>All of it</title>'
    )
    (folder / "feed.rss").write_text(xml(feed, *items, "</channel></rss>"), encoding="utf-8")


def as_atom(stories: Sequence[Story], folder: Path) -> None:
    entries = [
        f"<entry><title>{escape(s.title)}</title><link href='{s.url}'/><published>{s.moment.isoformat()}</published>"
        f"<author><name>{escape(s.author)}</name></author><source><title>{escape(s.outlet)}</title></source>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{s.html}</div></content></entry>"
        for s in stories
    ]
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>All of it</title>'
    (folder / "feed.atom").write_text(xml(feed, *entries, "</feed>"), encoding="utf-8")


def as_json_feed(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        item = {
            "id": s.url,
            "url": s.url,
            "title": s.title,
            "content_html": s.html,
            "date_published": s.moment.isoformat(),
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": s.outlet, "items": [item]}
        (folder / f"{s.slug}.json").write_text(json.dumps(feed), encoding="utf-8")


def as_json_ld(stories: Sequence[Story], folder: Path) -> None:
    graph = [
        {
            "@type": "NewsArticle",
            "headline": s.title,
            "articleBody": s.text,
            "datePublished": s.moment.isoformat(),
            "author": {"@id": f"#{s.slug}"},
            "publisher": {"@type": "NewsMediaOrganization", "name": s.outlet},
        }
        for s in stories
    ]
    people = [{"@id": f"#{s.slug}", "@type": "Person", "name": s.author} for s in stories]
    value = {"@context": "https://schema.org", "@graph": [*graph, *people]}
    (folder / "all.jsonld").write_text(json.dumps(value), encoding="utf-8")


def as_ninjs(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        item = {
            "uri": f"urn:{s.slug}:1",
            "type": "text",
            "versioncreated": s.moment.isoformat(),
            "headline": s.title,
            "byline": s.author,
            "infosource": [{"name": s.outlet}],
            "body_text": s.text,
            "body_xhtml": s.html,
        }
        (folder / f"{s.slug}.json").write_text(json.dumps(item), encoding="utf-8")


def as_ninjs_3(stories: Sequence[Story], folder: Path) -> None:
    items = [
        {
            "uri": f"urn:{s.slug}:1",
            "standard": {"name": "ninjs", "version": "3.0"},
            "firstCreated": s.moment.isoformat(),
            "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": s.title}],
            "by": s.author,
            "infoSources": [{"name": s.outlet}],
            "bodies": [
                {"role": "main", "contentType": "text/plain", "value": s.text},
                {"role": "main", "contentType": "text/html", "value": s.html},
            ],
        }
        for s in stories
    ]
    (folder / "all.ndjson").write_text("\n".join(map(json.dumps, items)), encoding="utf-8")


def as_newsml(stories: Sequence[Story], folder: Path) -> None:
    items = [
        f'<newsItem guid="urn:{s.slug}"><itemMeta><provider><name>{escape(s.outlet)}</name></provider>'
        f"<versionCreated>{s.moment.isoformat()}</versionCreated></itemMeta>"
        f"<contentMeta><headline>{escape(s.title)}</headline><by>{escape(s.author)}</by></contentMeta>"
        f'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{s.html}</body></html></inlineXML></contentSet></newsItem>"
        for s in stories
    ]
    message = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
    text = xml(message, *items, "</itemSet></newsMessage>")
    (folder / "message.xml").write_text(text, encoding="utf-8")


def as_nitf(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        document = (
            f'<nitf><head><docdata><date.issue norm="{s.day}"/></docdata><pubdata name="{escape(s.outlet)}"/></head>'
            f"<body><body.head><hedline><hl1>{escape(s.title)}</hl1></hedline><byline>By <person>{escape(s.author)}</person>"
            f"</byline></body.head><body.content>{s.html}</body.content></body></nitf>"
        )
        (folder / f"{s.slug}.nitf").write_text(xml(document), encoding="utf-8")


_COLUMNS = ("Headline", "Source", "Publish Date", "Body")


def _rows(stories: Sequence[Story]) -> list[tuple[str, ...]]:
    return [_COLUMNS, *((s.title, s.outlet, s.day, s.text) for s in stories)]


def as_csv(stories: Sequence[Story], folder: Path) -> None:
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(_rows(stories))


def as_tsv(stories: Sequence[Story], folder: Path) -> None:
    with (folder / "table.tsv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(_rows(stories))


def as_parquet(stories: Sequence[Story], folder: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    columns = {
        "maintext": [s.text for s in stories],
        "title": [s.title for s in stories],
        "source_domain": [s.outlet for s in stories],
        "date_publish": [s.moment for s in stories],
    }
    parquet.write_table(pa.table(columns), folder / "table.parquet")


def as_export(stories: Sequence[Story], folder: Path) -> None:
    articles = [
        {
            "source": {"id": None, "name": s.outlet},
            "author": s.author,
            "title": s.title,
            "description": f"{s.paragraphs[0][:60]}…",
            "publishedAt": int(s.moment.timestamp() * 1000),
            "content": s.text,
        }
        for s in stories
    ]
    value = {"status": "ok", "totalResults": len(articles), "articles": articles}
    (folder / "news.json").write_text(json.dumps(value), encoding="utf-8")


def message(story: Story) -> EmailMessage:
    """A newsletter with the story."""
    mail = EmailMessage()
    mail["From"] = f'"{story.outlet}" <news@{story.slug}.example>'
    mail["To"] = "reader@mail.example"
    mail["Subject"] = story.title
    mail["Date"] = format_datetime(story.moment)
    mail.set_content("See the HTML.")
    mail.add_alternative(f"<html><body>{story.html}</body></html>", subtype="html")
    return mail


def as_eml(stories: Sequence[Story], folder: Path) -> None:
    for story in stories:
        (folder / f"{story.slug}.eml").write_bytes(bytes(message(story)))


def as_mbox(stories: Sequence[Story], folder: Path) -> None:
    parts = [b"From x Mon Jan  1 00:00:00 2024\n" + bytes(message(s)) + b"\n" for s in stories]
    (folder / "letters.mbox").write_bytes(b"\n".join(parts))


def warc_records(stories: Sequence[Story]) -> list[bytes]:
    """The records of a web archive: what it is, requests, and the pages as a server gave them."""
    out = [b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\n{}\r\n\r\n"]
    for s in stories:
        body = page(s).encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        for kind, held in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", http)):
            out.append(
                f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {s.url}\r\n"
                f"WARC-Date: 2024-10-10T00:00:00Z\r\nContent-Type: application/http;msgtype={kind}\r\n"
                f"Content-Length: {len(held)}\r\n\r\n".encode()
                + held
                + b"\r\n\r\n"
            )
    return out


def warc(stories: Sequence[Story]) -> bytes:
    """A web archive, not compressed."""
    return b"".join(warc_records(stories))


def as_warc(stories: Sequence[Story], folder: Path) -> None:
    (folder / "crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, warc_records(stories))))


def as_arc(stories: Sequence[Story], folder: Path) -> None:
    """The format before WARC: a line on the file, then a line and the answer of each page."""
    about = b"1 0 Harvester\nURL IP-address Archive-date Content-type Archive-length\n"
    out = [b"filedesc://crawl.arc 0.0.0.0 20241010000000 text/plain %d\n%s\n" % (len(about), about)]
    for s in stories:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        http += page(s).encode()
        line = f"{s.url} 198.51.100.7 20241010000000 text/html {len(http)}\n"
        out.append(line.encode() + http + b"\n")
    (folder / "crawl.arc").write_bytes(b"".join(out))


def as_wacz(stories: Sequence[Story], folder: Path) -> None:
    with zipfile.ZipFile(folder / "crawl.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(warc(stories)))
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr("datapackage.json", "{}")


def as_zip(stories: Sequence[Story], folder: Path) -> None:
    with zipfile.ZipFile(folder / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for s in stories:
            archive.writestr(f"saved/{s.slug}.html", page(s))
            archive.writestr(f"saved/{s.slug}_files/style.css", "p {}")
        archive.writestr("__MACOSX/saved/._x.html", "x")


def as_zst(stories: Sequence[Story], folder: Path) -> None:
    if sys.version_info < (3, 14):
        from backports import zstd
    else:
        from compression import zstd

    as_records(stories, folder)
    raw = (folder / "wire.jsonl").read_bytes()
    (folder / "wire.jsonl").unlink()
    (folder / "wire.jsonl.zst").write_bytes(zstd.compress(raw))


def as_docx(stories: Sequence[Story], folder: Path) -> None:
    import docx

    for s in stories:
        document = docx.Document()
        document.add_heading(s.title, 0)
        document.add_paragraph(s.printed_day)
        for each in s.paragraphs:
            document.add_paragraph(each)
        document.save(str(folder / f"{s.outlet}.docx"))


def as_pdf(stories: Sequence[Story], folder: Path) -> None:
    for s in stories:
        (folder / f"{s.outlet}.pdf").write_bytes(pdf([s.title, s.printed_day, *s.paragraphs]))


WRITERS: dict[str, Callable[[Sequence[Story], Path], None]] = {
    name.removeprefix("as_"): made
    for name, made in list(globals().items())
    if name.startswith("as_")
}
"""Every way to write a story down, by its name."""
