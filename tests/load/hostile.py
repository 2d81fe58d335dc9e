"""Files that are broken, or made to break a reader: fifty of a kind, the same each time."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from random import Random

from tests.load.pdf import pdf, pdf_of
from tests.load.writing import Story, page, warc

STORY = Story(
    "The Orra Pilot",
    "Ferry strike ends after nine days",
    "Ilse Marrow",
    "2024-05-12",
    (
        "Ferries between Port Orra and the islands will sail again on Monday, the operator said on Sunday.",
        "The strike by 420 deck hands had kept eleven ships in port for nine days and cost the operator 3 million crowns.",
        "“We have an agreement that both sides can live with,” the operator's director, Odo Felk, said.",
    ),
)
DEEP = 20_000
WIDE = 400_000


def damaged(raw: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Copies of a file, each cut short, or with bytes turned, doubled, swapped or taken out."""
    random = Random(seed)
    for number in range(count):
        held = bytearray(raw)
        way = number % 5
        if way == 0:
            del held[random.randrange(1, len(held)) :]
        elif way == 1:
            for _ in range(max(1, len(held) // 50)):
                held[random.randrange(len(held))] = random.randrange(256)
        elif way == 2:
            start = random.randrange(len(held))
            del held[start : start + random.randrange(1, 200)]
        elif way == 3:
            start = random.randrange(len(held))
            held[start:start] = held[start : start + 300] * 3
        else:
            start, end = sorted(random.sample(range(len(held)), 2))
            held[start:end] = bytes(random.randrange(256) for _ in range(min(200, end - start)))
        yield bytes(held)


def html() -> Iterator[bytes]:
    good = page(STORY)
    yield b""
    yield b"\0" * 5_000
    yield b"<html>"
    yield b"<!doctype html><html><body></body></html>"
    yield b"<div>" * DEEP + b"text" + b"</div>" * DEEP
    yield b"<b><i><u>" * DEEP
    yield b"<table><tr><td>" * DEEP
    yield b"<p>a" * WIDE
    yield b"<a " + b"x=1 " * 200_000 + b">b</a>"
    yield b"<p " + b"a" * 3_000_000 + b">"
    yield b"<!--" * 100_000
    yield b"<![CDATA[" * 50_000
    yield b"&" * 1_000_000
    yield b"&lt;p" * 200_000
    yield b"<" * 250_000
    yield b"<script>" + b"x" * 2_000_000
    yield b"<style>" * 10_000
    yield b"%PDF-1.4 not at all"
    yield b"PK\x03\x04" + bytes(range(256)) * 20
    yield gzip.compress(good.encode())
    yield bytes(range(256)) * 400
    yield b'<meta charset="utf-7">' + b"+ADw-script+AD4-"
    yield b'<meta charset="unicode_escape"><p>\\x41\\N{BULLET}' + b"\xff" * 40
    yield b'<meta charset="' + b"x" * 5_000 + b'">' + b"\xff\xfe\xfd" * 30
    yield b'<meta charset="idna"><p>' + b"\xff" * 100
    yield b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>"
    yield b'<script type="application/ld+json">' + b'{"@graph":' * 20_000 + b"</script>"
    yield b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":5,"headline":[[]]}</script>'
    yield b"\xff\xfe" + b"<\x00p\x00"[:3]
    yield b" " * 21_000_000
    yield from damaged(good.encode(), 1, 20)


def _xml_shapes(inside: str) -> Iterator[bytes]:
    """What breaks readers of XML, around a document of a kind."""
    names = "".join(
        f'<!ENTITY e{n} "{"".join(f"&e{n - 1};" for _ in range(10)) if n else "lol" * 10}">'
        for n in range(10)
    )
    yield f"<!DOCTYPE r [{names}]><r>&e9;</r>".encode()
    yield b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    yield b'<!DOCTYPE r [<!ENTITY x SYSTEM "http://198.51.100.7/x">]><r>&x;</r>'
    yield b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://198.51.100.7/x.dtd"> %x;]><r/>'
    yield f'<!DOCTYPE r [<!ENTITY a "{"a" * 100_000}">]><r>{"&a;" * 100_000}</r>'.encode()
    yield b"<r>" * DEEP
    yield b"<r>" * DEEP + b"</r>" * DEEP
    yield b"<r>" + b"<a/>" * WIDE + b"</r>"
    yield b"<r " + b" ".join(f"a{n}='1'".encode() for n in range(50_000)) + b"/>"
    yield b"<r>" + b"&" * 1_000_000 + b"</r>"
    yield b"<r>&#0;&#x110000;&#xD800;</r>"
    yield b"<r><![CDATA[" + b"]" * 500_000
    yield b"<r xmlns:a='" + b"u" * 1_000_000 + b"'/>"
    yield b"<?xml version='1.0' encoding='utf-16'?><r/>"
    yield b"<?xml version='1.0' encoding='no-such-code'?><r/>" + b"\xff" * 10
    yield b""
    yield b"\xef\xbb\xbf"
    yield b"not xml"
    yield b"\0\0\0\0"
    yield b"<r>"
    yield f"{inside}".replace("<", "", 1).encode()
    yield gzip.compress(inside.encode())
    yield inside.encode("utf-16-le")[1:]
    yield from damaged(inside.encode(), 2, 27)


_NEWS = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="x"/></itemMeta>'
    f"<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>{STORY.html}</body></html>"
    "</inlineXML></contentSet></newsItem>"
)


def xml() -> Iterator[bytes]:
    yield from _xml_shapes(_NEWS)


def rss() -> Iterator[bytes]:
    item = f"<item><title>{STORY.title}</title><description><![CDATA[{STORY.html}]]></description></item>"
    feed = f'<rss version="2.0"><channel><title>x</title>{item * 3}</channel></rss>'
    nested = f"<rss><channel><item><description><![CDATA[{'<div>' * DEEP}]]></description></item></channel></rss>"
    yield nested.encode()
    yield b"<rss><channel>" + b"<item>" * 300 + b"</channel></rss>"
    yield b"<rss><channel></channel></rss>"
    yield b"<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>"
    yield b"<feed><entry><content type='html'>" + b"&lt;b" * 100_000 + b"</content></entry></feed>"
    yield b"<rss><channel><item><title/></item></channel></rss>"
    yield from list(_xml_shapes(feed))[:44]


def warcs() -> Iterator[bytes]:
    good = warc([STORY])
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\n"
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    yield b""
    yield b"WARC/1.1"
    yield head + b"Content-Length: 99999999999\r\n\r\n" + ok
    yield head + b"Content-Length: -5\r\n\r\n" + ok
    yield head + b"Content-Length: many\r\n\r\n" + ok
    yield head + b"\r\n" + ok
    yield b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n" + good
    yield b"WARC/9.9\r\n" + good
    yield b"WARC/1.1\r\n" + b"X: y\r\n" * 100_000 + b"\r\n"
    yield b"WARC/1.1\r\n" + b"X" * 3_000_000
    for encoding in (b"gzip", b"br", b"deflate", b"no-such"):
        body = ok + b"Content-Encoding: " + encoding + b"\r\n\r\n" + b"not packed" * 50
        yield head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
    bomb = gzip.compress(b"<p>0" * 20_000_000, 1)
    body = ok + b"Content-Encoding: gzip\r\n\r\n" + bomb
    yield head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
    body = ok + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\nabc"
    yield head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
    deep = ok + b"\r\n" + b"<div>" * DEEP
    yield head + f"Content-Length: {len(deep)}\r\n\r\n".encode() + deep + b"\r\n\r\n"
    yield good.replace(b"HTTP/1.1 200", b"HTTP/1.1 404")
    yield good.replace(b"text/html", b"image/png")
    yield gzip.compress(good)
    yield bytes(range(256)) * 100
    yield from damaged(good, 3, 29)


def _zip(*members: tuple[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return out.getvalue()


def zips() -> Iterator[bytes]:
    good = _zip(("a.html", page(STORY).encode()), ("b.txt", STORY.text.encode()))
    nil = b"\0" * 60_000_000
    yield b""
    yield b"PK\x03\x04"
    yield _zip()
    yield _zip(("a.bin", b"x"))
    yield _zip(("a.txt", nil))
    yield _zip(*((f"{n}.txt", nil) for n in range(12)))
    nested = _zip(("a.txt", STORY.text.encode()))
    for _ in range(6):
        nested = _zip(("z.zip", nested))
    yield nested
    yield _zip(*((f"{n}.txt", b"") for n in range(25_000)), way=zipfile.ZIP_STORED)
    yield _zip(("../../escape.txt", STORY.text.encode()), ("/etc/x.html", b""))
    yield _zip(("a.jsonl", json.dumps({"text": 1}).encode()), ("a\0b.txt", b""))
    yield _zip(("a.xml", b"<r>" * DEEP), ("b.html", b"<div>" * DEEP), ("c.json", b"[" * 100_000))
    yield _zip(("a.gz", gzip.compress(nil)))
    yield _zip(("a.txt.gz", gzip.compress(nil)))
    yield good[:-40]
    yield good[10:]
    flagged = bytearray(good)
    for at in (flagged.find(b"PK\x03\x04") + 6, flagged.find(b"PK\x01\x02") + 8):
        flagged[at] |= 1
    yield bytes(flagged)
    odd = bytearray(good)
    for at in (odd.find(b"PK\x03\x04") + 8, odd.find(b"PK\x01\x02") + 10):
        odd[at : at + 2] = struct.pack("<H", 97)
    yield bytes(odd)
    lying = bytearray(good)
    at = lying.find(b"PK\x01\x02") + 24
    lying[at : at + 4] = struct.pack("<I", 0xFFFFFFF0)
    yield bytes(lying)
    yield zlib.compress(good)
    yield page(STORY).encode()
    yield from damaged(good, 4, 30)


def pdfs() -> Iterator[bytes]:
    good = pdf([STORY.title, *STORY.paragraphs])
    catalogue, font = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
    )
    yield b""
    yield b"%PDF-1.7"
    yield b"%PDF-1.7\n%%EOF"
    yield pdf_of(catalogue, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield pdf_of(catalogue, b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 99999999 >>", font)
    yield pdf_of(b"<< /Type /Catalog /Pages 1 0 R >>")
    yield pdf_of(b"1 0 R")
    yield pdf_of(b"[" * 100_000)
    yield pdf_of(b"<<" * 100_000)
    yield pdf_of(
        catalogue, b"<< /Type /Pages /Kids [" + b"3 0 R " * 2_000 + b"] /Count 2000 >>", font
    )
    bomb = zlib.compress(b"BT (a) Tj ET " * 10_000_000, 1)
    yield pdf_of(
        catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        font,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(bomb) + bomb + b"\nendstream",
    )
    twice = zlib.compress(zlib.compress(b"0" * 300_000_000, 1), 1)
    yield pdf_of(
        catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        font,
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(twice)
        + twice
        + b"\nendstream",
    )
    yield pdf(["a"], b"/Filter /NoSuchDecode")
    yield pdf(["a"], b"/Filter /LZWDecode")
    yield pdf(["a"], b"/Filter /JBIG2Decode")
    yield pdf([])
    yield good.replace(b"/Root 1 0 R", b"/Root 9 0 R")
    yield good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 >>")
    yield good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 5")
    yield page(STORY).encode()
    yield from damaged(good, 5, 30)


def _docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(STORY.title, 0)
    for each in STORY.paragraphs:
        document.add_paragraph(each)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _with_part(raw: bytes, name: str, content: bytes | None) -> bytes:
    """A copy of a zip with one member replaced, or taken out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def docxs() -> Iterator[bytes]:
    good = _docx()
    main = "word/document.xml"
    word = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    yield b""
    yield b"PK\x03\x04"
    yield _zip(("a.txt", b"a"))
    yield _zip(("[Content_Types].xml", b"<Types/>"))
    yield _with_part(good, main, None)
    yield _with_part(good, main, b"")
    yield _with_part(good, main, b"<w:document")
    yield _with_part(good, main, b"<w:document " + word + b"/>")
    yield _with_part(good, main, b"<w:document " + word + b"><w:body/></w:document>")
    yield _with_part(good, main, b"<w:document " + word + b"><w:body>" + b"<w:p>" * DEEP)
    yield _with_part(
        good,
        main,
        b"<w:document " + word + b"><w:body>" + b"<w:p/>" * WIDE + b"</w:body></w:document>",
    )
    for document in list(_xml_shapes("<r/>"))[:10]:
        yield _with_part(good, main, document)
    yield _with_part(good, "[Content_Types].xml", None)
    yield _with_part(good, "_rels/.rels", b"<r/>")
    yield _with_part(
        good,
        "word/_rels/document.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        b' Target="http://198.51.100.7/x.png" TargetMode="External"/></Relationships>',
    )
    yield _with_part(good, "word/media/image1.png", b"\0" * 150_000_000)
    yield page(STORY).encode()
    yield from damaged(good, 6, 25)


KINDS: dict[str, Callable[[], Iterator[bytes]]] = {
    ".docx": docxs,
    ".html": html,
    ".pdf": pdfs,
    ".rss": rss,
    ".warc": warcs,
    ".xml": xml,
    ".zip": zips,
}
"""The files of each kind, by extension."""
