"""Writes `docs/performance.md` and `docs/accuracy.md` from the results; nobody writes them by hand.

`--scores FILE` takes new accuracy figures in first: a JSON list of {part, what, value, peer, target}.
"""

import argparse
import json
from pathlib import Path

from benchmarks import results

DOCS = Path(__file__).parent.parent / "docs"
HEAD = "<!-- Written by `make docs` from benchmarks/results; do not edit. -->\n\n"

SETS = {
    "quantities": (
        "Figures",
        "NewsQuant (Almasian et al., EMNLP 2023) is news sentences with every quantity marked; the half used for "
        "development is scored here, one-to-one (*strict*). `phenomena` is 97 sentences over 28 forms. The other sets are the "
        "specification cases of Recognizers-Text and Duckling, which mark only their own type, so they give recall.",
    ),
    "quotations": (
        "Quotations and speakers",
        "PolNeAR (Newell et al., LREC 2018) is US political news with every attribution marked; its development part is scored here.",
    ),
    "figures": (
        "Figures across articles",
        "22 real incidents of two to four articles each, whose tolls were read by hand, and 43 figures that several articles of "
        "one story share (from ECB+).",
    ),
    "pairs": ("One line in two outlets", "Quotations that two outlets print, read by hand."),
    "planted": (
        "Planted errors",
        "60 real incidents whose outlets give the same figure, as they are and with one outlet's figure changed; real quotations "
        "reprinted as they are and with a planted change. What is planted must be found, the originals must pass.",
    ),
}


def table(head: list[str], rows: list[list[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def performance() -> str:
    out = [HEAD, "# Performance\n\n"]
    extraction = results.read("extraction")
    if extraction:
        out.append(
            "## Extraction\n\n"
            f"{extraction['articles']} articles, {extraction['characters']:,} characters, one core, processor time, medians of "
            f"{extraction['rounds']} rounds in which all contestants take turns. Python {extraction['machine']['python']}.\n\n"
        )
        stages = [[n, f"{s:,}"] for n, s in extraction["stages"].items()]
        out.append(table(["stage", "characters per second"], stages) + "\n")
        peers = [
            [n, f"{p['characters_per_second']:,}", f"{p['ratio']} ×"]
            for n, p in extraction["peers"].items()
        ]
        peers += [[n, "not installed", ""] for n in extraction["not_installed"]]
        out.append(
            "The peers read the same texts (a sample of them) in the same run. They look for figures only; the ratio sets "
            "xref's whole extraction (figures, dates, quotations, speakers, statements) against them.\n\n"
            + table(
                ["peer", "characters per second", "xref's whole extraction is faster by"], peers
            )
            + "\ntextacy's quote finder needs a trained spaCy pipeline and does not run without one.\n\n"
        )
    startup = results.read("startup")
    if startup:
        rows = [[f"`{n}`", v["least"], v["median"]] for n, v in startup["commands"].items()]
        out.append(
            f"## Start-up\n\nWhole processes, processor seconds, {startup['runs']} runs each.\n\n"
            + table(["command", "least", "median"], rows)
            + "\n"
        )
    scale = results.read("scale")
    if scale:
        rows = [
            [
                f"{r['articles']:,}",
                f"{r['stories_found']:,}",
                r["extract_seconds"],
                r["link_seconds"],
                r["rules_seconds"],
                r["peak_mb"],
            ]
            for r in scale["rows"]
        ]
        slopes = ", ".join(f"{n} {v}" for n, v in scale["slopes"].items())
        out.append(
            "## Scale\n\nGenerated stories of five articles each, in one run on one core.\n\n"
            + table(
                ["articles", "stories found", "extract s", "link s", "rules s", "peak MB"], rows
            )
            + f"\nSlope (exponent of the cost in the number of articles; 1 is linear): {slopes}.\n"
        )
    return "".join(out)


def accuracy() -> str:
    out = [
        HEAD,
        "# Accuracy\n\nMeasured through the public commands and the public JSON only. *Peer* is the best model-free peer on the same "
        "data, *target* what we hold ourselves to. A figure below its target is marked.\n\n",
    ]
    scores = results.read("accuracy")
    for part, (title, what) in SETS.items():
        rows = [r for r in (scores or {}).get("rows", []) if r["part"] == part]
        if not rows:
            continue
        out.append(f"## {title}\n\n{what}\n\n")
        cells = [
            [r["what"], r["value"], "–" if r["peer"] is None else r["peer"], r["target"], mark(r)]
            for r in rows
        ]
        out.append(table(["what", "xref", "peer", "target", ""], cells) + "\n")
    sentences = results.read("sentences")
    if sentences:
        out.append(
            "## Sentences\n\nWhat is read in a sentence, on a corpus written for it (`tests/language/readings.yaml`): a line is "
            "right when all that it tells is. *First sight* is what was right before anything was mended for these sentences.\n\n"
        )
        rows = [
            [name, *(share(sentences[part].get(name)) for part in ("corpus", "first_sight"))]
            for name in sentences["corpus"]
        ]
        out.append(table(["lines right", "corpus", "first sight"], rows))
    return "".join(out)


def share(counted: list[int] | None) -> str:
    if counted is None:
        return "–"
    right, total = counted
    return f"{100 * right / total:.1f} % of {total}"


AT_MOST = ("given where the article states none", "wrongly called", "originals called a conflict")


def mark(row: dict[str, object]) -> str:
    at_most = any(words in str(row["what"]) for words in AT_MOST)
    value, target = float(str(row["value"])), float(str(row["target"]))
    return "below target" if (value > target if at_most else value < target) else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, help="new accuracy figures to take in")
    options = parser.parse_args()
    if options.scores:
        results.write("accuracy", {"rows": json.loads(options.scores.read_text("utf-8"))})
    for name, text in (("performance", performance()), ("accuracy", accuracy())):
        (DOCS / f"{name}.md").write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
