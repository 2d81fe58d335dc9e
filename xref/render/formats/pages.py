"""The report as a folder of pages: an index, and one self-contained page for each story.

For runs that one page does not bear. The pages link to each other and to nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from xref.model.report import Report
from xref.render import html_page
from xref.render.options import Options
from xref.render.page.build import build, gravity
from xref.render.page.cards import Card
from xref.render.page.page import Page
from xref.render.page.splitting import parts_of
from xref.render.places import Index

INDEX = "index.html"
_LISTED = 400
"""Findings that the index lists; each story's page has its own."""

_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Part:
    """One page of the folder: its file, the report on its story, what that shows."""

    file: str
    report: Report
    page: Page

    @property
    def heading(self) -> str:
        return self.page.stories[0].heading if self.page.stories else "Articles that stand alone"


def files(report: Report, options: Options) -> dict[str, str]:
    """Every page by its file's name, the index first."""
    parts = list(_parts(report, options))
    out = {INDEX: _index(report, parts, options)}
    for part in parts:
        titled = replace(options, title=part.heading)
        out[part.file] = html_page.written(part.report, part.page, titled, up=INDEX)
    return out


def render(report: Report, options: Options) -> str:
    """The index alone, as it stands in the folder."""
    return _index(report, list(_parts(report, options)), options)


def _parts(report: Report, options: Options) -> Iterator[_Part]:
    for key, mine in parts_of(report, Index(report, options.root)):
        if mine.articles or mine.findings:
            name = "alone.html" if key is None else _file(key)
            yield _Part(name, mine, build(mine, options))


def _file(story: str) -> str:
    """A name for a story's page that no other story's has, whatever its id holds."""
    plain = _UNSAFE.sub("-", story).strip("-").lower()[:60]
    return f"{plain or 'story'}-{blake2b(story.encode(), digest_size=4).hexdigest()}.html"


def _index(report: Report, parts: list[_Part], options: Options) -> str:
    urgent: list[tuple[tuple[Card, str], str]] = []
    for part in parts:
        urgent += [((card, part.heading), part.file) for card, _ in part.page.urgent]
    urgent.sort(key=lambda each: gravity(each[0]))
    return html_page.index(
        page=build(report, options),
        stories=[(part.heading, part.file, part.page) for part in parts],
        urgent=[(card, heading, file) for (card, heading), file in urgent[:_LISTED]],
        left_off=max(0, len(urgent) - _LISTED),
    )
