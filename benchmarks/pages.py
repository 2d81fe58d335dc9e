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
    "everyday": (
        "Invented stories on every beat",
        "90 pairs of short articles by several writers, every shared figure labelled with its relation. The matcher was fitted on "
        "them as well, so they flatter it. On 24 stories of a writer who had seen nothing, run once before anything was mended, "
        "it held 52 % of the shared figures against each other, 43 % with the right relation, and found 22 of 70 contradictions; "
        "55 % of what it called one was one, and 17 % of the look-alikes were joined.",
    ),
    "outlets": (
        "Real stories of two to four outlets",
        "44 real stories: the figures and dates of the main event that two outlets share, listed by a reader.",
    ),
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
    "stories": (
        "Which articles tell one story",
        "2,531 real articles of 954 events, most of them shootings of one country in four years, and 69 events of its politics; each "
        "event with two articles or more. They are sorted in one folder, and in folders of 40 and of 4 events drawn by chance. "
        "B-cubed (Bagga and Baldwin, 1998) sets the company that each article keeps against the company that it should keep. What is "
        "missed is reports that came weeks later, round-ups of a weekend, and pages that hold no report of the event; what is joined "
        "wrongly is look-alikes of one city and week.",
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
    weight = results.read("weight")
    if weight:
        sizes = weight["megabytes"]
        largest = ", ".join(f"{name} {size}" for name, size in list(sizes.items())[:5])
        out.append(
            "## What is installed\n\n"
            f"{len(sizes)} packages beside xref, {sum(sizes.values()):.0f} MB on disk without compiled caches "
            f"(MB: {largest}). What only tests, benchmarks or builds need is not among them.\n\n"
        )
    page = results.read("page")
    if page:
        head = list(page["rows"][0])
        out.append(
            "## The page of a report\n\nOne story told by so many outlets, in headless Chromium: medians of "
            f"{page['rounds']} rounds. *First paint* is when a reader sees the first findings, *usable* when every "
            "view answers. Beyond 300 articles `--format pages` writes a page for each story.\n\n"
            + table(head, [[f"{v:,}" for v in row.values()] for row in page["rows"]])
            + "\n"
        )
    scale = results.read("scale")
    if scale:
        out.append(
            "## Scale\n\nWhole runs on generated articles, profiles made and every format written, processor seconds on one "
            "core, each row in a process of its own. The slope is the exponent of the cost in the size; 1 is linear.\n\n"
        )
        out.append(table(["shape", "size", *SCALED.values()], scale_rows(scale["shapes"])))
        out.append(
            "\nThe size of *one article* is in thousands of characters, that of all else in articles. *One story*: "
            "every article tells of one event in words of its own; *one quotation*: they share nothing but one; "
            "*one text*: they are copies. *Comparing* is all from linking to the profiles. Larger runs are left out: 50,000 "
            "articles take longer than ten minutes (`python -m benchmarks.scale --shape 'stories of five' --sizes 50000` "
            "measures them).\n"
        )
    return "".join(out)


SCALED = {
    "reading": "reading s",
    "comparing": "comparing s",
    "writing": "writing s",
    "peak_mb": "peak MB",
}


def scale_rows(shapes: dict[str, dict[str, object]]) -> list[list[object]]:
    """A row for each size of each shape, and one with the slopes."""
    rows: list[list[object]] = []
    for shape, measured in shapes.items():
        rows += [
            [shape, f"{row['size']:,}", *(row[key] for key in SCALED)] for row in measured["rows"]
        ]
        rows.append([shape, "*slope*", *(f"*{measured['slopes'][key]}*" for key in SCALED)])
    return rows


def accuracy() -> str:
    out = [
        HEAD,
        "# Accuracy\n\nMeasured through the public commands and the public JSON only. *Peer* is the best model-free peer on the same "
        "data, *target* what we hold ourselves to. A figure that misses its target is marked.\n\n",
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


AT_MOST = (
    "given where the article states none",
    "wrongly called",
    "originals called a conflict",
    "shown as agreement",
    "look-alikes joined",
    "that no reader listed",
)


def mark(row: dict[str, object]) -> str:
    at_most = any(words in str(row["what"]) for words in AT_MOST)
    value, target = float(str(row["value"])), float(str(row["target"]))
    if at_most:
        return "above target" if value > target else ""
    return "below target" if value < target else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, help="new accuracy figures to take in")
    options = parser.parse_args()
    if options.scores:
        rows = json.loads(options.scores.read_text("utf-8"))
        told = {row["part"] for row in rows}
        kept = [r for r in (results.read("accuracy") or {})["rows"] if r["part"] not in told]
        results.write("accuracy", {"rows": rows + kept})
    for name, text in (("performance", performance()), ("accuracy", accuracy())):
        (DOCS / f"{name}.md").write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
