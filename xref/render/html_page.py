"""Pages of HTML, each self-contained: read without a script, and nothing is fetched.

A script adds what a page cannot show at once: the articles with every claim marked, the grid of
figures, the ledger of quotes, from one block of JSON.

Article text is escaped wherever it stands, and a content security policy lets the browser run and
load nothing but the page's own style and script, named by their hashes.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from xref import __version__
from xref.model.report import Report
from xref.render import relations, words
from xref.render.encoding import line
from xref.render.options import Options
from xref.render.page.cards import Card
from xref.render.page.data import page_data
from xref.render.page.page import Page
from xref.render.places import Index


def _file(name: str) -> str:
    return (resources.files("xref.render") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _label(relation: str) -> str:
    return relations.name(relation).label


_VIEWS = (
    ("query", "What to query"),
    ("figures", "Figures"),
    ("quotes", "Quotes"),
    ("sourcing", "Sourcing"),
    ("articles", "Articles"),
    ("outlets", "Outlets and sources"),
    ("rest", "Not compared"),
)
"""The parts of the page that a script shows one at a time, with their names."""

_STYLES = ("report.css", "views.css", "print.css")
_SCRIPTS = ("frame.js", "grid.js", "ledger.js", "reading.js", "start.js")
"""The parts of the page's style and of its script, in order."""


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = "".join(map(_file, _STYLES))
    parts = "".join(map(_file, _SCRIPTS))
    # The page is written without blank lines, and its policy names the script as it is written.
    script = _tight(f'(() => {{\n"use strict";\n{parts}}})();\n')
    environment.globals.update(
        listed=words.listed,
        count=words.count,
        label=_label,
        sign=relations.sign,
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return environment


def written(report: Report, page: Page, options: Options, up: str = "") -> str:
    """The page that shows `page`, made of `report`; `up` is the index that it belongs to."""
    anchors = {card.subject: card.anchor for card in page.cards if card.subject}
    data = page_data(report, Index(report, options.root), anchors)
    # Inside an element of script no markup is read but what would end it.
    block = Markup(line(data).replace("<", "\\u003c"))
    text = (
        _templates()
        .get_template("report.html.jinja")
        .render(
            page=page,
            title=options.title,
            up=up,
            limit=options.limit,
            data=block,
            where=defaultdict(str, page.where),
            number=defaultdict(int, {each.id: n for n, each in enumerate(report.articles)}),
            views=_VIEWS,
        )
    )
    return _tight(text) + "\n"


def index(
    page: Page,
    stories: Sequence[tuple[str, str, Page]],
    urgent: Sequence[tuple[Card, str, str]],
    left_off: int,
) -> str:
    """The index of a folder of pages: what needs a look and the stories, each with its file.

    `stories` are (heading, file, page), `urgent` (card, heading of its story, file).
    """
    text = _templates().get_template("index.html.jinja")
    return _tight(text.render(page=page, stories=stories, urgent=urgent, left_off=left_off)) + "\n"


def _tight(text: str) -> str:
    """`text` without blank lines."""
    return "\n".join(each for each in text.split("\n") if each.strip())
