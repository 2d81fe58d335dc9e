"""The pictures of the page in the documentation, taken of the report on the sample stories.

python -m tests.browser.shots
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import INPUTS, NAMES, QUIET
from xref import pipeline, rules
from xref.load import load
from xref.render import FORMATS, Options

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SHOTS = {
    "report": ("#view=query", ".card.r-conflict", 1100),
    "figures": ("#view=figures", "#made", 1280),
    "article": ("#view=articles&article=argus", "#made", 1180),
}
"""Name: the address, what is brought to the top, the width."""


def main() -> None:
    """Take every picture."""
    report = pipeline.run(load([str(INPUTS)], None), rules.load(rules.default_packs()))
    found = next(path for name in NAMES if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(FORMATS["html"].render(report, Options()), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *QUIET])
        for name, (fragment, top, width) in SHOTS.items():
            page = browser.new_page(viewport={"width": width, "height": 760})
            page.goto(f"{file.as_uri()}{fragment}")
            page.locator(top).first.evaluate("each => each.scrollIntoView({block: 'start'})")
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
