"""Whole runs, every renderer and profile included, on n, 2n and 4n: what they cost in time and memory.

The slope is the exponent of the cost in the size (1 is linear), a least-squares line through the
logarithms. Each size is measured in a process of its own, so that its memory is its own.
"""

import argparse
import json
import math
import multiprocessing
import resource
import time

from benchmarks import results
from benchmarks.stories import SHAPES
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.report import Report
from xref.render import FORMATS, Options

SIZES = {
    "stories of five": (1_000, 2_000, 4_000),
    "one story": (125, 250, 500),
    "one quotation": (500, 1_000, 2_000),
    "one text": (250, 500, 1_000),
    "one article": (250, 500, 1_000),
}
"""The sizes of each shape: articles, or kilobytes where there is one."""
STEPS = ("reading", "comparing", "writing")


def peak() -> int:
    """The most memory that this process has held, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run(documents: list[Document], took: dict[str, float]) -> Report:
    """A whole run, with the processor seconds of reading and of all that follows."""
    ruleset = rules.load(rules.default_packs())
    lexicons = pipeline.words(ruleset)
    started = read = time.process_time()

    def progress(stage: str, _done: int, _of: int | None) -> None:
        nonlocal read
        if stage == "reading":
            read = time.process_time()

    report = pipeline.run(documents, ruleset, lexicons, progress)
    took["reading"], took["comparing"] = read - started, time.process_time() - read
    return report


def measure(shape: str, size: int) -> dict[str, object]:
    took: dict[str, float] = {}
    report = run(SHAPES[shape](size), took)
    in_memory = peak()
    written = {}
    for name, each in FORMATS.items():
        begun = time.process_time()
        characters = len(each.render(report, Options()))
        written[name] = (round(time.process_time() - begun, 2), characters)
    took["writing"] = sum(seconds for seconds, _ in written.values())
    return {
        "size": size,
        "articles": len(report.articles),
        "claims": len(report.claims),
        "stories_found": len(report.linked.stories),
        "findings": len(report.findings),
        **{step: round(took[step], 2) for step in STEPS},
        "run_mb": in_memory,
        "peak_mb": peak(),
        "formats": written,
    }


def slope(points: list[tuple[float, float]]) -> float:
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(max(y, 1e-2)) for _, y in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    return round(over / sum((x - mx) ** 2 for x in xs), 2)


def measured(shape: str, sizes: tuple[int, ...]) -> dict[str, object]:
    rows: list[dict[str, object]] = []
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            rows.append(alone.apply(measure, (shape, size)))
        print(shape, json.dumps(rows[-1]), flush=True)
    slopes = {
        key: slope([(float(str(r["size"])), float(str(r[key]))) for r in rows])
        for key in (*STEPS, "peak_mb")
    }
    print(shape, "slopes", slopes, flush=True)
    return {"rows": rows, "slopes": slopes}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shape", choices=SIZES, nargs="+", default=list(SIZES))
    parser.add_argument("--sizes", type=int, nargs="+", help="instead of those of the shape")
    options = parser.parse_args()
    kept = (results.read("scale") or {}).get("shapes", {})
    for shape in options.shape:
        sizes = tuple(options.sizes or SIZES[shape])
        kept[shape] = measured(shape, sizes)
        if sizes == SIZES[shape]:
            results.write("scale", {"shapes": {name: kept[name] for name in SIZES if name in kept}})


if __name__ == "__main__":
    main()
