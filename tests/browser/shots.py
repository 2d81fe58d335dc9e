"""The pictures of the page in the documentation, taken of the report on the sample stories.

python -m tests.browser.shots

Beside them lies what their page says and how it is drawn, so that a test tells when they are old:
pixels differ from machine to machine.
"""

import json
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

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
TOLD = IMAGES / "pictures.json"
"""What each picture shows, and the digest of the style that draws it."""


def shown(page: Page, file: Path, name: str) -> dict[str, str]:
    """Bring what a picture shows onto the page; its words, and the digest of the page's style."""
    fragment, top, width = SHOTS[name]
    page.set_viewport_size({"width": width, "height": 760})
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}{fragment}")
    part = page.locator(top).first
    part.evaluate("each => each.scrollIntoView({block: 'start'})")
    style = "".join(page.locator("style").all_text_contents())
    words = " ".join(part.inner_text().split())
    return {"words": words[:1200], "style": sha256(style.encode()).hexdigest()[:16]}


def main() -> None:
    """Take every picture."""
    report = pipeline.run(load([str(INPUTS)], None), rules.load(rules.default_packs()))
    found = next(path for name in NAMES if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(FORMATS["html"].render(report, Options()), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *QUIET])
        page, told = browser.new_page(), {}
        for name in SHOTS:
            told[name] = shown(page, file, name)
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()
    text = json.dumps(told, ensure_ascii=False, indent=1)
    TOLD.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
