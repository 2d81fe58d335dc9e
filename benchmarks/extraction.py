"""Characters per second and core: the whole extraction, each stage, and the peers on the same texts.

Rounds of all contestants are interleaved, so that a drifting machine hits all alike; ratios
are medians of the per-round ratios.
"""

import argparse
import importlib
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import results
from benchmarks.texts import documents
from xref import language, pipeline, quantity, rules, speech
from xref.extract import extract
from xref.lexicon import table
from xref.model.article import Article, Document
from xref.read import read

PEER_SHARE = 40
"""A peer reads one text in this many: the slowest needs minutes for a megabyte."""


def clock(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def peers() -> dict[str, Callable[[str], object] | None]:
    def quantulum3() -> Callable[[str], object]:
        parser = importlib.import_module("quantulum3.parser")
        return parser.parse

    def recognizers() -> Callable[[str], object]:
        suite = importlib.import_module("recognizers_suite")
        return lambda text: [
            f(text, "en-us")
            for f in (
                suite.recognize_number,
                suite.recognize_percentage,
                suite.recognize_currency,
                suite.recognize_dimension,
            )
        ]

    def text2num() -> Callable[[str], object]:
        module = importlib.import_module("text_to_num")
        return lambda text: module.alpha2digit(text, "en")

    found: dict[str, Callable[[str], object] | None] = {}
    for name, make in (
        ("quantulum3", quantulum3),
        ("recognizers-text", recognizers),
        ("text2num", text2num),
    ):
        try:
            found[name] = make()
        except ImportError:
            found[name] = None
    return found


def sentences(article: Article, classes: language.WordClasses) -> list[language.Reading]:
    """The readings of all sentences of an article."""
    readings = language.Readings(article.text, classes)
    return [readings.of(span) for block in article.blocks for span in block.sentences]


@pipeline.uncollected()
def measure(docs: list[Document], rounds: int) -> dict[str, object]:
    """All contestants run as xref runs: without a search for cycles."""
    lexicons = pipeline.words(rules.load(rules.default_packs()))
    articles = [a for d in docs if isinstance(a := read(d, lexicons.reading), Article)]
    size = sum(len(a.text) for a in articles)
    few = articles[::PEER_SHARE]
    few_size = sum(len(a.text) for a in few)
    numbers, quoting = lexicons.claims.numbers, lexicons.claims.speech
    classes = language.compile_word_classes(table)

    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [read(d, lexicons.reading) for d in docs],
        "figures": lambda: [quantity.parse(a.text, numbers) for a in articles],
        "dates": lambda: [quantity.dates(a.text, numbers) for a in articles],
        "quotations and speakers": lambda: [speech.read(a, quoting) for a in articles],
        "every sentence": lambda: [sentences(a, classes) for a in articles],
        "whole extraction": lambda: [
            extract(a, lexicons.claims)
            for d in docs
            if isinstance(a := read(d, lexicons.reading), Article)
        ],
    }
    speeds: dict[str, list[float]] = {name: [] for name in stages}
    others = peers()
    peer_speeds: dict[str, list[float]] = {n: [] for n, f in others.items() if f is not None}
    ratios: dict[str, list[float]] = {n: [] for n in peer_speeds}
    for f in others.values():
        if f is not None:
            f("It took 3 hours.")
    for _ in range(rounds):
        for name, work in stages.items():
            speeds[name].append(size / clock(work))
        for name, f in others.items():
            if f is None:
                continue
            speed = few_size / clock(lambda f=f: [f(a.text) for a in few])
            peer_speeds[name].append(speed)
            ratios[name].append(speeds["whole extraction"][-1] / speed)
    return {
        "articles": len(articles),
        "characters": size,
        "rounds": rounds,
        "stages": {n: round(statistics.median(s)) for n, s in speeds.items()},
        "peers": {
            n: {
                "characters_per_second": round(statistics.median(s)),
                "ratio": round(
                    statistics.median(ratios[n]), 2 if statistics.median(ratios[n]) < 1 else 1
                ),
            }
            for n, s in peer_speeds.items()
        },
        "not_installed": [n for n, f in others.items() if f is None],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="a JSONL file of records with a text")
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    figures = measure(documents(options.texts, options.characters), options.rounds)
    for name, speed in figures["stages"].items():
        print(f"{name:26s} {speed:>12,} characters/s")
    for name, peer in figures["peers"].items():
        print(
            f"{name:26s} {peer['characters_per_second']:>12,} characters/s   xref is {peer['ratio']} x"
        )
    for name in figures["not_installed"]:
        print(f"{name:26s} not installed")
    if options.texts is None:
        results.write("extraction", figures)


if __name__ == "__main__":
    main()
