"""The formats that xref reads, one file each; a new format is one file here and one line below."""

from xref.load.formats import (
    csv,
    docx,
    eml,
    gz,
    html,
    json,
    jsonl,
    mbox,
    md,
    parquet,
    pdf,
    txt,
    warc,
    xml,
    zip,
    zst,
)
from xref.load.source import Reader

FORMATS: dict[str, Reader] = {
    ".csv": csv.records,
    ".docx": docx.records,
    ".eml": eml.records,
    ".gz": gz.records,
    ".html": html.records,
    ".json": json.records,
    ".jsonl": jsonl.records,
    ".mbox": mbox.records,
    ".md": md.records,
    ".parquet": parquet.records,
    ".pdf": pdf.records,
    ".txt": txt.records,
    ".warc": warc.records,
    ".xml": xml.records,
    ".zip": zip.records,
    ".zst": zst.records,
}
"""The reader of each file extension, lower case."""

ALSO: dict[str, str] = {
    ".arc": ".warc",
    ".atom": ".xml",
    ".feed": ".xml",
    ".htm": ".html",
    ".jsonld": ".json",
    ".markdown": ".md",
    ".mht": ".eml",
    ".mhtml": ".eml",
    ".ndjson": ".jsonl",
    ".nitf": ".xml",
    ".rdf": ".xml",
    ".rss": ".xml",
    ".text": ".txt",
    ".tsv": ".csv",
    ".wacz": ".zip",
    ".xhtml": ".html",
}
"""Other extensions of the same formats."""
