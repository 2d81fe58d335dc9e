"""No reader fetches anything: a server waits for a call from every place that may name an address.

The same files, and the sample story in every format, are read once more with the network closed.
"""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.command import ROOT
from tests.load.closed import alone
from tests.load.hostile import STORY, _docx, _with_part, _zip
from tests.load.pdf import pdf
from tests.load.writing import WRITERS, page
from xref.load import load
from xref.model.article import Document

XHTML = "http://www.w3.org/1999/xhtml"


@pytest.fixture
def server() -> Iterator[tuple[socket.socket, str]]:
    """A server that listens on this machine, and its address."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        listening.settimeout(0)
        yield listening, f"http://127.0.0.1:{listening.getsockname()[1]}/x"


def _files(address: str, secret: Path) -> dict[str, bytes]:
    head = (
        f'<base href="{address}"><link rel="stylesheet" href="{address}"><link rel="canonical" href="{address}">'
        f'<meta http-equiv="refresh" content="0; url={address}"><script src="{address}"></script>'
    )
    body = (
        f'<img src="{address}"><iframe src="{address}"></iframe><object data="{address}"></object>'
    )
    html = page(STORY).replace("</head>", f"{head}</head>").replace("<nav>", f"{body}<nav>")
    dtd = f'<!DOCTYPE {{}} PUBLIC "-//x//y" "{address}.dtd">'
    item = f"<item><title>t</title><description><![CDATA[{body}{STORY.html}]]></description><enclosure url='{address}'/></item>"
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    rss = f"<?xml-stylesheet href='{address}'?>{dtd.format('rss')}<rss><channel>{item}{include}</channel></rss>"
    atom = f"<feed><entry><title>t</title><content src='{address}'/><link href='{address}'/></entry></feed>"
    nitf = f"{dtd.format('nitf')}<nitf><body><body.content>{STORY.html}{include}</body.content></body></nitf>"
    xhtml = f"{dtd.format('html')}<html xmlns='{XHTML}'><head>{head}</head><body>{STORY.html}</body></html>"
    link = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "%s">]>' % secret.as_uri().encode()
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'Target="{address}" TargetMode="External"/></Relationships>'
    ).encode()
    mail = f"From: x@y.example\nSubject: s\nContent-Type: text/html\n\n{html}"
    record = f'{{"@context": "{address}", "@graph": [{{"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "A text."}}]}}'
    docx = _with_part(_docx(), "word/_rels/document.xml.rels", relations)
    return {
        "a.html": html.encode(),
        "b.rss": rss.encode(),
        "c.atom": atom.encode(),
        "d.nitf": nitf.encode(),
        "e.xhtml": xhtml.encode(),
        "f.docx": docx,
        "g.docx": _with_part(_docx(), "docProps/core.xml", link + b"<cp>&e;</cp>"),
        "h.eml": mail.encode(),
        "i.jsonld": record.encode(),
        "j.pdf": pdf(list(STORY.paragraphs)),
        "k.zip": _zip(("a.html", html.encode()), ("b.rss", rss.encode())),
        "l.txt": address.encode(),
    }


def test_nothing_is_fetched_and_no_other_file_is_read(server, tmp_path: Path):
    listening, address = server
    secret = tmp_path / "secret.ent"
    secret.write_text("the secret words", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    for name, raw in _files(address, secret).items():
        (folder / name).write_bytes(raw)
    found = list(load([str(folder)]))
    read = [one for one in found if isinstance(one, Document)]
    assert len({Path(one.path).name for one in read}) >= 10
    assert not any("secret" in one.text for one in read)
    with pytest.raises(BlockingIOError):
        listening.accept()


def test_every_format_is_read_with_the_network_closed(server, tmp_path: Path):
    listening, address = server
    for way, written in WRITERS.items():
        (tmp_path / way).mkdir()
        written([STORY], tmp_path / way)
    for name, raw in _files(address, tmp_path / "secret.ent").items():
        (tmp_path / name).write_bytes(raw)
    port = str(listening.getsockname()[1])
    done = subprocess.run(
        [*alone(), sys.executable, "-m", "tests.load.closed_run", str(tmp_path), port],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["reached"] is (alone() == ())
    assert told["refused"] == []
    assert {way: told["articles"][way] for way in WRITERS} == dict.fromkeys(WRITERS, 1)
    assert sum(told["articles"].values()) >= len(WRITERS) + 10
