"""A headless Chromium that is on the machine; nothing is downloaded."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.crowd import documents
from xref import pipeline, rules
from xref.load import load
from xref.model.report import Report
from xref.render import FORMATS, Options

INPUTS = Path(__file__).parents[2] / "inputs"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
QUIET = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: install it to run the tests of the page")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *QUIET])
        yield browser
        browser.close()


def _written(report: Report, folder: Path) -> Path:
    file = folder / "report.html"
    file.write_text(FORMATS["html"].render(report, Options()), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def ruleset() -> rules.RuleSet:
    return rules.load(rules.default_packs())


@pytest.fixture(scope="session")
def words(ruleset: rules.RuleSet) -> pipeline.Words:
    return pipeline.words(ruleset)


@pytest.fixture(scope="session")
def samples(ruleset, words, tmp_path_factory) -> Path:
    """The report on the sample stories."""
    report = pipeline.run(load([str(INPUTS)], None), ruleset, words)
    return _written(report, tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def folder(ruleset, words, tmp_path_factory) -> Path:
    """The report on the sample stories as a folder of pages; its index."""
    report = pipeline.run(load([str(INPUTS)], None), ruleset, words)
    place = tmp_path_factory.mktemp("folder")
    files = FORMATS["pages"].files(report, Options())
    for name, text in files.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place / next(iter(files))


@pytest.fixture(scope="session")
def crowd(ruleset, words, tmp_path_factory) -> Path:
    """The report on 300 articles of one fire."""
    report = pipeline.run(documents(300), ruleset, words)
    return _written(report, tmp_path_factory.mktemp("crowd"))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that may ask for nothing but its file, and whose script may not fail."""
    made = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    made.on("request", lambda request: asked.append(request.url))
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    yield made
    assert wrong == []
    assert [url for url in asked if not url.startswith(("file:", "about:"))] == []
