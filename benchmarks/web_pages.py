"""How much of the articles on real web pages is read, and how fast, beside trafilatura alone.

    python -m benchmarks.web_pages FOLDER

FOLDER is a checkout of github.com/scrapinghub/article-extraction-benchmark: 181 pages of as many
sites, with their articles as people marked them. Its pages are not part of xref. The measure is
that benchmark's: runs of four words that the article and what was read have in common.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from xref.load.decode import decode
from xref.load.formats.html import declared
from xref.load.page.read import page
from xref.load.record import Broken
from xref.model.article import Article, Document, Zone
from xref.read import read

LEFT = (Zone.FURNITURE, Zone.CAPTION, Zone.CREDIT)
RUN = 4


def ours(markup: str) -> str:
    made = page(markup)
    if isinstance(made, Broken):
        return ""
    found = read(Document("a", "a.html", made.text, title=made.title, marked=made.marked))
    if not isinstance(found, Article):
        return "\n".join(m.span.of(made.text) for m in made.marked if m.zone not in LEFT)
    return "\n".join(b.span.of(found.text) for b in found.blocks if b.zone not in LEFT)


def trafilatura_alone(markup: str) -> str:
    from trafilatura import extract

    return extract(markup, include_comments=False) or ""


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def measured(pages: dict[str, str], wanted: dict[str, str], reader: Callable[[str], str]) -> str:
    start = time.process_time()
    found = {name: reader(markup) for name, markup in pages.items()}
    rate = 60 * len(pages) / (time.process_time() - start)
    precision = recall = 0.0
    for name, text in found.items():
        got, want = runs(text), runs(wanted[name])
        common = (got & want).total()
        precision += common / got.total() / len(pages)
        recall += common / want.total() / len(pages)
    f1 = 2 * precision * recall / (precision + recall)
    return (
        f"F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}, {rate:,.0f} pages a minute"
    )


def main(folder: Path) -> None:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {}
    for name in truth:
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        pages[name] = decode(raw, declared(raw)).text
    wanted = {name: each["articleBody"] for name, each in truth.items()}
    print(f"{len(pages)} pages")
    print("xref       ", measured(pages, wanted, ours))
    print("trafilatura", measured(pages, wanted, trafilatura_alone))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
