"""What an article tells of itself around its text: dateline and note of correction."""

import re
from functools import cache

from xref.lexicon import table
from xref.model.article import Article, Zone
from xref.text.fold import fold

_LEAD = 2
"""Paragraphs of running text that may open with the dateline."""
_CAPITALS = r"[^\W\d_a-z]{2,}(?:[ '’.-]{1,2}[^\W\d_a-z]+){0,4}"
_PLACE = r"[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_a-z][^\W\d_]+){0,3}"
_REST = r"[^\n—–()]{0,60}"
_DATELINE = re.compile(
    rf"(?P<line>{_CAPITALS}(?:,{_REST})?(?:\([^\n()]{{2,40}}\))?"
    rf"|{_PLACE}(?:,{_REST}\d{{1,2}}{_REST}|,? \([^\n()]{{2,40}}\)))"
    r"\s*(?:[—–]|--|-(?=\s))\s*(?=[\"“'‘(]?\w)"
)
"""A place in capitals, or one with a day or an agency, then a dash and the text."""


def dateline(article: Article) -> str | None:
    """The dateline: where, and it may be when, the article was written; ``None``: it shows none."""
    body = (b for b in article.blocks if b.zone in (Zone.BODY, Zone.STANDFIRST))
    for block, _ in zip(body, range(_LEAD), strict=False):
        found = _DATELINE.match(article.text, block.span.start, block.span.end)
        if found:
            return " ".join(found["line"].split())
    return None


@cache
def _notes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = table("apparatus")["corrections"]
    return tuple(words["opens"]), tuple(words["says"])


def correction(article: Article) -> str | None:
    """The note that says the article was set right; ``None`` where it shows none."""
    opens, says = _notes()
    for block in article.blocks:
        if block.zone is Zone.HEADLINE:
            continue
        line = fold(block.span.of(article.text))
        if line.startswith(opens) or any(each in line for each in says):
            return " ".join(block.span.of(article.text).split())
    return None
