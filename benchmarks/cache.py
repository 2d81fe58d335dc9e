"""A new article against an archive: with nothing kept, and with what the run before kept.

Seconds of processor time, so that a busy machine changes them little; the ratio is what counts.
And a thousand rules beside ten, over one set of claims, where both select as much.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import results
from benchmarks.scale import PER_STORY, story
from xref import pipeline, rules
from xref.store import Store

ARCHIVE = 300
_RULE = "- {{id: rule-{n}, type: compare, select: {{kind: quantity, measure: people.{m}}}, report: {{conflict: info}}}}\n"


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return round(time.process_time() - start, 2)


def joined() -> dict[str, float]:
    """The seconds of a run over an archive and one new article, cold and warm."""
    ruleset = rules.load(rules.default_packs())
    archive = [d for n in range(ARCHIVE // PER_STORY) for d in story(n)]
    new = story(ARCHIVE)[:1]
    with tempfile.TemporaryDirectory() as folder:

        def run(documents: list[object]) -> None:
            with Store(Path(folder)) as store:
                pipeline.run(documents, ruleset, profiled=False, store=store)  # type: ignore[arg-type]

        cold = timed(lambda: run([*archive]))
        warm = timed(lambda: run([*archive, *new]))
    return {"archive": ARCHIVE, "cold_seconds": cold, "warm_seconds": warm}


def many_rules() -> dict[str, float]:
    """The seconds that ten and a thousand rules take over the claims of one run."""
    documents = [d for n in range(20) for d in story(n)]
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in (10, 1000):
            names = ["killed", "injured"] + ["sick"] * (number - 2)
            file = Path(folder) / f"{number}.yaml"
            listed = "".join(_RULE.format(n=n, m=m) for n, m in enumerate(names))
            file.write_text(f"xref: 1\nrules:\n{listed}", encoding="utf-8")
            ruleset = rules.load([file])
            report = pipeline.run(documents, ruleset, profiled=False)
            articles = {a.id: a for a in report.articles}
            claims = {c.id: c for c in report.claims}
            seconds = timed(lambda: rules.apply(ruleset, articles, claims, report.linked))  # noqa: B023
            found[f"rules_{number}_seconds"] = seconds
        found["claims"] = len(claims)
    return found


def main() -> None:
    """Measure both, and keep the figures."""
    figures = {**joined(), **many_rules()}
    figures["warm_to_cold"] = round(figures["warm_seconds"] / figures["cold_seconds"], 3)
    print(figures)
    results.write("cache", figures)


if __name__ == "__main__":
    main()
