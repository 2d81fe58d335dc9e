"""A new article against an archive: with nothing kept, and with what the run before kept.

Seconds of processor time, so that a busy machine changes them little; the ratio is what counts.
And a thousand rules of every type beside ten, over ten thousand claims, where both select as much.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import results
from benchmarks.stories import PER_STORY, story
from xref import pipeline, rules
from xref.store import Store

ARCHIVE = 300
STORIES = 275
"""So many have ten thousand claims."""
_RULES = (
    "- {{id: rule-{n}, type: compare, select: {{kind: quantity, measure: people.{m}}}, report: {{conflict: info}}}}\n",
    "- {{id: rule-{n}, type: claim, select: {{kind: quantity, measure: people.{m}}}, report: info}}\n",
    "- {{id: rule-{n}, type: support, select: {{kind: quantity, measure: people.{m}}}, require: {{min: 2}}, report: info}}\n",
    "- {{id: rule-{n}, type: arithmetic, select: {{kind: quantity, measure: people.{m}}}, sum: sentence, equals: 5, report: info}}\n",
)


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
    documents = [d for n in range(STORIES) for d in story(n)]
    report = pipeline.run(documents, rules.load(rules.default_packs()), profiled=False)
    articles = {a.id: a for a in report.articles}
    claims = {c.id: c for c in report.claims}
    found: dict[str, float] = {"claims": len(claims)}
    with tempfile.TemporaryDirectory() as folder:
        for number in (10, 1000):
            # Those of the first eight select what there is, all others nothing.
            names = ["killed"] * 4 + ["injured"] * 4 + ["sick"] * (number - 8)
            file = Path(folder) / f"{number}.yaml"
            listed = "".join(_RULES[n % 4].format(n=n, m=m) for n, m in enumerate(names))
            file.write_text(f"xref: 1\nrules:\n{listed}", encoding="utf-8")
            ruleset = rules.load([file])
            seconds = timed(lambda: rules.apply(ruleset, articles, claims, report.linked))  # noqa: B023
            found[f"rules_{number}_seconds"] = seconds
    found["rules_1000_to_10"] = round(found["rules_1000_seconds"] / found["rules_10_seconds"], 2)
    return found


def main() -> None:
    """Measure both, and keep the figures."""
    figures = {**joined(), **many_rules()}
    figures["warm_to_cold"] = round(figures["warm_seconds"] / figures["cold_seconds"], 3)
    print(figures)
    results.write("cache", figures)


if __name__ == "__main__":
    main()
