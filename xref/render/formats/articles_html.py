"""Articles as read, on one page: what each tells of itself, and its blocks with their zones."""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from xref import __version__
from xref.model.article import Article
from xref.model.report import Report
from xref.render import words
from xref.render.options import Options
from xref.text.display import visible

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;font-size:.9rem}
dt,.zone,summary{color:#555}dd{margin:0;overflow-wrap:anywhere}
.block{display:grid;grid-template-columns:6rem 1fr;gap:1rem;margin:.5rem 0}
.zone{font-size:.8rem}.furniture p{color:#767676;text-decoration:line-through}
.block p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.headline p{font-weight:700}.standfirst p{font-style:italic}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}dt,.zone,summary{color:#aaa}}
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="generator" content="xref {{ version }}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ hashed }}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Articles as read</title><style>{{ style }}</style></head><body>
<h1>Articles as read</h1>
<p>{{ count }}. What is struck through is no part of its article and yields no claims.</p>
{% for article in articles %}
<section><h2>{{ article.title or article.id }}</h2><dl>
{% for name, value, source in facts(article) %}
<dt>{{ name }}</dt><dd>{{ value }}{{ " (" ~ source ~ ")" if source }}</dd>
{% endfor %}
</dl>
{% for block in article.blocks %}
<div class="block {{ block.zone }}"><span class="zone">{{ block.zone }}\
{{ ", printed before" if block.repeats }}</span><p>{{ block.span.of(article.text) }}</p></div>
{% endfor %}
{% if article.cut %}
<details><summary>Beside it on its page, and not read: {{ cuts(article) }}</summary>
{% for words in article.cut %}
<div class="block furniture"><span class="zone">cut</span><p>{{ words }}</p></div>
{% endfor %}
</details>
{% endif %}
</section>
{% endfor %}
{% if unread %}
<section><h2>Not read</h2><dl>
{% for each in unread %}
<dt>{{ each.path }}</dt><dd>{{ each.reason }}</dd>
{% endfor %}
</dl></section>
{% endif %}
</body></html>
"""


def _facts(article: Article) -> list[tuple[str, str, str]]:
    """What is known of an article, each with the place that tells it."""
    day = article.published_on
    told = [
        ("title", article.title or "", _place(article, "title")),
        ("outlet", article.outlet, words.evidence(article.outlet_from)),
        ("published", day.isoformat() if day else "", words.evidence(article.published_from)),
        ("author", article.author or "", words.evidence(article.author_from)),
        ("modified", article.modified or "", _place(article, "modified")),
        ("address", article.url or "", _place(article, "url")),
        ("language", article.language or "", _place(article, "language")),
        ("file", article.path, ""),
        *(("note", note, "") for note in article.notes),
    ]
    return [fact for fact in told if fact[1]]


def _place(article: Article, field: str) -> str:
    """The place in its file that tells a fact, where the file has several that could."""
    place = article.told_by.get(field)
    return f"from the {place}" if place else ""


def render(report: Report, options: Options) -> str:
    """The page of the articles of `report`."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    hashed = b64encode(sha256(_STYLE.encode()).digest()).decode()
    page = environment.from_string(_PAGE).render(
        articles=report.articles,
        unread=report.unread,
        count=words.count(len(report.articles), "article"),
        facts=_facts,
        cuts=lambda article: words.count(len(article.cut), "block"),
        version=__version__,
        style=Markup(_STYLE),
        hashed=f"sha256-{hashed}",
    )
    return visible(page) + "\n"
