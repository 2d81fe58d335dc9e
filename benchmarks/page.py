"""The page of a report in Chromium: how large it is, and how long until a reader sees it.

One story told by so many outlets; 50 of them make about 2,000 claims. First paint and the time
until every view can be used are the browser's own, medians of rounds, each in a new page that
finds nothing in memory.
"""

import shutil
import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import results
from tests.browser.conftest import NAMES, QUIET
from tests.crowd import documents
from xref import pipeline, rules
from xref.model.article import Document
from xref.model.report import Report
from xref.render import FORMATS, Options

SIZES = (50, 300)
ROUNDS = 7
LONG = 3
"""Articles of the crowd that make one as long as a feature, so that 50 hold 2,000 claims."""
TIMES = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const whole = performance.getEntriesByType("navigation")[0];
  return [paint.startTime, whole.domContentLoadedEventEnd];
}"""


def long_documents(number: int) -> list[Document]:
    """`number` articles, each as long as `LONG` of the crowd."""
    crowd = documents(number * LONG)
    return [
        replace(crowd[n], text="\n".join(each.text for each in crowd[n::number]))
        for n in range(number)
    ]


def times(browser: Browser, file: Path) -> tuple[float, float]:
    """Milliseconds until the first paint, and until the page's script has run."""
    seen = []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        seen.append(page.evaluate(TIMES))
        context.close()
    first, usable = zip(*seen, strict=True)
    return statistics.median(first), statistics.median(usable)


def row(browser: Browser, report: Report, file: Path) -> dict[str, object]:
    """What one report's page measures."""
    text = FORMATS["html"].render(report, Options())
    file.write_text(text, encoding="utf-8")
    first, usable = times(browser, file)
    return {
        "articles": len(report.articles),
        "claims": len(report.claims),
        "megabytes": round(len(text.encode()) / 1e6, 2),
        "first paint ms": round(first),
        "usable ms": round(usable),
    }


def main() -> None:
    """Measure every size and keep the figures."""
    ruleset = rules.load(rules.default_packs())
    words = pipeline.words(ruleset)
    found = next(path for name in NAMES if (path := shutil.which(name)))
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *QUIET])
        for size in SIZES:
            report = pipeline.run(long_documents(size), ruleset, words)
            rows.append(row(browser, report, Path(folder) / f"{size}.html"))
            print(rows[-1])
        browser.close()
    results.write("page", {"rounds": ROUNDS, "rows": rows})


if __name__ == "__main__":
    main()
