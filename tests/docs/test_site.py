"""The documentation as a site: what is generated is in step, every page has its place, every link leads somewhere."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.reference import FOLDER, HEAD, PAGES, ROOT

DOCS = ROOT / "docs"
EVERY = sorted(DOCS.rglob("*.md"))
SITE = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
_LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\(([^)\s]+)\)")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_in_step(name: str):
    assert (FOLDER / name).read_text(encoding="utf-8") == HEAD + PAGES[name](), "run make reference"


def test_the_reference_holds_no_other_page():
    assert {file.name for file in FOLDER.iterdir()} == set(PAGES)


def _places(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for below in nav.values():
            yield from _places(below)
    elif isinstance(nav, list):
        for below in nav:
            yield from _places(below)


def test_every_page_has_its_place_in_the_site():
    pages = {file.relative_to(DOCS).as_posix() for file in EVERY}
    listed = list(_places(SITE["nav"]))
    assert len(set(listed)) == len(listed)
    assert set(listed) == pages


@pytest.mark.parametrize("file", EVERY, ids=lambda file: file.relative_to(DOCS).as_posix())
def test_every_link_leads_to_a_page_of_the_site(file: Path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in _LINK.findall(text):
        if re.match(r"https?:|#", link):
            continue
        target = (file.parent / link.partition("#")[0]).resolve()
        assert target.exists(), f"{link} leads nowhere"
        assert target.is_relative_to(DOCS), f"{link} leads out of the site"


def test_the_site_asks_for_nothing_from_elsewhere():
    assert SITE["theme"]["font"] is False
    assert not {"extra_css", "extra_javascript", "repo_url"} & set(SITE)
