"""A store that grows: what it costs to make, to add fifty articles to, and to check one against.

Generated news of 3 to 7 thousand characters an article, a few told by dozens of outlets. Seconds
of processor time; each size in a process of its own, so that its memory is its own.
"""

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.scale import peak, slope
from benchmarks.stories import account, news
from xref import pipeline, rules
from xref.index import Index, grow, join, joined_report
from xref.keeping import Keeping
from xref.model.article import Document
from xref.pipeline import ALONE, Extracted, extracted
from xref.store import Store

SIZES = (250, 500, 1_000)
ADDED = 50


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return round(time.process_time() - start, 2)


@pipeline.uncollected()
def measure(size: int) -> dict[str, float]:
    words = pipeline.words(ruleset := rules.load(rules.default_packs()))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.xref"

        def add(documents: Iterable[Document]) -> None:
            with Store.named(file, new=True) as store:
                keeping = Keeping(store, ())
                index = Index(store, keeping.program)
                grow(index, keeping, documents, lambda _: False, words, ALONE)

        def check(new: Document) -> None:
            with Store.named(file) as store:
                keeping = Keeping(store, ())
                index = Index(store, keeping.program)
                (item,) = extracted([new], words, keeping=keeping)
                assert isinstance(item, Extracted)
                joined = join(index, keeping, {new.id: (keeping.key_of(new.id), item)})
                joined_report(joined, keeping, ruleset, words, ALONE)

        made = timed(lambda: add(news(size)))
        megabytes = file.stat().st_size / 1e6
        held = peak()
        today = [replace(each, id=f"new-{each.id}") for each in news(ADDED, first=size)]
        added = timed(lambda: add(today))
        checked = timed(lambda: check(account(1, 90)))
    return {
        "size": size,
        "made_seconds": made,
        "megabytes": round(megabytes, 1),
        "peak_mb": held,
        "add_fifty_seconds": added,
        "check_one_seconds": checked,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    options = parser.parse_args()
    rows: list[dict[str, float]] = []
    for size in options.sizes:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            rows.append(alone.apply(measure, (size,)))
        print(json.dumps(rows[-1]), flush=True)
    if len(rows) > 1:
        slopes = {key: slope([(row["size"], row[key]) for row in rows]) for key in rows[0]}
        print("slopes", slopes)


if __name__ == "__main__":
    main()
