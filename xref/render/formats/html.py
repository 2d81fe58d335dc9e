"""The report as one self-contained page: no script is needed to read it, nothing is fetched.

Article text is escaped wherever it stands, and a content security policy lets the browser run and
load nothing but the page's own style and script, named by their hashes.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from xref import __version__
from xref.model.report import Report
from xref.render import relations, words
from xref.render.options import Options
from xref.render.page.build import build


def _file(name: str) -> str:
    return (resources.files("xref.render") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _label(relation: str) -> str:
    return relations.name(relation).label


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _file("report.css"), _file("report.js")
    environment.globals.update(
        listed=words.listed,
        count=words.count,
        label=_label,
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return environment.get_template("report.html.jinja")


def render(report: Report, options: Options) -> str:
    """The page of `report`."""
    page = build(report, options)
    lines = _template().render(page=page, limit=options.limit).split("\n")
    return "\n".join(line for line in lines if line.strip()) + "\n"
