"""How much of the corpus of sentences is read right: sentences, clauses, voices, figures.

`FIRST_SIGHT` is what was read right when these sentences were first read, before anything was
mended for them: what to expect of sentences that nobody has seen.
"""

from benchmarks import results
from tests.language.made import clause_lines, corpus, figure_lines, reading_of

FIRST_SIGHT = {"sentences": (222, 282), "clauses": (426, 506), "figures": (128, 154)}


def verbs(lines: list[str]) -> list[str]:
    """Subject, verb and voice of each clause."""
    return [" | ".join(line.split(" | ")[:2]) for line in lines]


def measure() -> dict[str, tuple[int, int]]:
    right = dict.fromkeys(("sentences", "clauses", "subjects, verbs and voices", "figures"), 0)
    total = dict(right)
    for entry in corpus("readings"):
        reading = reading_of(entry["text"])
        read, figures = clause_lines(reading), figure_lines(reading, entry)
        written, told = entry["clauses"], entry.get("figures", [])
        for name, one, other in (
            ("sentences", [(read, figures)], [(written, told)]),
            ("clauses", read, written),
            ("subjects, verbs and voices", verbs(read), verbs(written)),
            ("figures", figures, told),
        ):
            total[name] += len(other)
            right[name] += sum(line in one for line in other)
    return {name: (right[name], total[name]) for name in total}


def main() -> None:
    found = {"corpus": measure(), "first_sight": FIRST_SIGHT}
    for part, figures in found.items():
        for name, (right, total) in figures.items():
            print(f"{part:12} {name:28} {right} of {total}, {100 * right / total:.1f} %")
    results.write("sentences", found)


if __name__ == "__main__":
    main()
