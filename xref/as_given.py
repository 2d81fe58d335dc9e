"""A report with every place in the texts as they came.

Texts are read in a form that sees through marks (`xref.text.seen`). All stages work on that
form; what leaves a run points into the text as given.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.given import Given
from xref.model.match import Match
from xref.model.relation import Place
from xref.model.report import Report
from xref.model.span import Span

_Part = TypeVar("_Part")


def as_given(report: Report) -> Report:
    """The report, with its articles' texts as given and all offsets in them."""
    if not any(article.given or article.title_given for article in report.articles):
        return report
    moving = _Moving(report)
    return replace(
        report,
        articles=tuple(map(moving.article, report.articles)),
        claims=tuple(map(moving.claim, report.claims)),
        linked=moving.linked(report.linked),
        findings=moving.linked(report.findings),
        profiles=moving.linked(report.profiles),
        outlets=moving.linked(report.outlets),
        suppressed=moving.linked(report.suppressed),
    )


class _Moving:
    """The articles that were read in another form, by id, and the claims that lie in them."""

    def __init__(self, old: Report) -> None:
        self.articles: Mapping[str, Article] = {a.id: a for a in old.articles}
        self.claims: Mapping[str, Claim] = {c.id: c for c in old.claims}

    def _given(self, article: str, field: str) -> Given | None:
        known = self.articles.get(article)
        if known is None:
            return None
        return known.given if field == "text" else known.title_given

    def article(self, article: Article) -> Article:
        """An article with its blocks, and where its facts were found."""
        text, title = article.given, article.title_given
        if text is not None:
            told = (article.blocks, article.outlet_from, article.author_from)
            blocks, outlet, author = _moved(told, text)
            dated = _moved(article.published_from, text)
            article = replace(
                article,
                text=text.text,
                blocks=blocks,
                outlet_from=outlet,
                author_from=author,
                published_from=dated,
            )
        if title is not None:
            blocks = _moved(article.title_blocks, title)
            article = replace(article, title=title.text, title_blocks=blocks)
        return article

    def claim(self, claim: Claim) -> Claim:
        """A claim with all that lies in its field."""
        given = self._given(claim.article, claim.field)
        return claim if given is None else cast("Claim", _moved(claim, given))

    def linked(self, part: _Part) -> _Part:
        """Any part of what linking and the rules made, with the places in it."""
        return cast("_Part", _each(part, self._placed))

    def _placed(self, value: Any) -> Any:  # noqa: ANN401 - any part of a report
        if isinstance(value, Place) and value.at is None:
            given = self._given(value.article, value.field)
            return value if given is None else _moved(value, given)
        if isinstance(value, Match):
            a, b = (
                self._given(claim.article, claim.field) if claim is not None else None
                for claim in (self.claims.get(value.a), self.claims.get(value.b))
            )
            evidence = tuple(
                each._replace(a=_span(each.a, a), b=_span(each.b, b)) for each in value.evidence
            )
            return replace(value, evidence=evidence)
        return None


def _span(span: Span | None, given: Given | None) -> Span | None:
    return span if span is None or given is None else given.span(span)


def _moved(value: Any, given: Given) -> Any:  # noqa: ANN401 - any part of the model
    """A value with every span in it, and the words at it, as given."""

    def spans(part: Any) -> Any:  # noqa: ANN401
        return given.span(part) if isinstance(part, Span) else None

    return _each(value, spans, given.text)


def _each(
    value: Any,  # noqa: ANN401
    change: Callable[[Any], Any],
    text: str | None = None,
) -> Any:  # noqa: ANN401
    """A value of the model with `change` made to the parts that it knows, at any depth.

    With `text`, what has a span and the words at it gets the words of that text.
    """
    known = change(value)
    if known is not None:
        return known
    if type(value) is tuple:
        made = tuple(_each(part, change, text) for part in value)
        return value if all(a is b for a, b in zip(made, value, strict=True)) else made
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for part in fields(value):
        old = getattr(value, part.name)
        new = _each(old, change, text)
        if new is not old:
            changed[part.name] = new
    if text is not None and isinstance(changed.get("span"), Span) and hasattr(value, "text"):
        changed["text"] = changed["span"].of(text)
    return replace(cast("Any", value), **changed) if changed else value
