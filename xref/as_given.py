"""A report with every place in the texts as they came.

Texts are read in a form that sees through marks (`xref.text.seen`). All stages work on that
form; what leaves a run points into the text as given.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from xref.model.article import Article, Block, Evidence
from xref.model.claim import Attribution, Claim, Cue, Quotation, Speaker, Statement
from xref.model.given import Given
from xref.model.match import Match
from xref.model.relation import Place
from xref.model.report import Report
from xref.model.span import Span


def as_given(report: Report) -> Report:
    """The report, with its articles' texts as given and all offsets in them."""
    if not any(article.given or article.title_given for article in report.articles):
        return report
    return _Moving(report).report()


class _Moving:
    """The articles that were read in another form, by id, and the claims that lie in them."""

    def __init__(self, old: Report) -> None:
        self.old = old
        self.articles: Mapping[str, Article] = {a.id: a for a in old.articles}
        self.claims: Mapping[str, Claim] = {c.id: c for c in old.claims}

    def report(self) -> Report:
        """The report as it leaves a run."""
        old = self.old
        return replace(
            old,
            articles=tuple(map(self._article, old.articles)),
            claims=tuple(map(self._claim, old.claims)),
            linked=self._moved(old.linked),
            findings=self._moved(old.findings),
            suppressed=self._moved(old.suppressed),
        )

    def _given(self, article: str, field: str) -> Given | None:
        known = self.articles.get(article)
        if known is None:
            return None
        return known.given if field == "text" else known.title_given

    def _article(self, article: Article) -> Article:
        text, title = article.given, article.title_given
        if text is not None:
            article = replace(
                article,
                text=text.text,
                blocks=tuple(_block(block, text) for block in article.blocks),
                outlet_from=_evidence(article.outlet_from, text),
                author_from=article.author_from and _evidence(article.author_from, text),
                published_from=article.published_from and _evidence(article.published_from, text),
            )
        if title is not None:
            blocks = tuple(_block(block, title) for block in article.title_blocks)
            article = replace(article, title=title.text, title_blocks=blocks)
        return article

    def _claim(self, claim: Claim) -> Claim:
        given = self._given(claim.article, claim.field)
        if given is None:
            return claim
        span, value = given.span(claim.span), claim.value
        if isinstance(value, Quotation):
            value = replace(
                value,
                segments=tuple(map(given.span, value.segments)),
                content=tuple(map(given.span, value.content)),
            )
        elif isinstance(value, Statement):
            value = replace(value, text_span=given.span(value.text_span))
        return replace(
            claim,
            span=span,
            text=span.of(given.text),
            sentence=given.span(claim.sentence),
            value=value,
            attribution=_attribution(claim.attribution, given),
        )

    def _moved(self, value: Any) -> Any:  # noqa: ANN401 - any part of a report
        """A value of the model with each place in it moved."""
        if isinstance(value, Place):
            return self._place(value)
        if isinstance(value, Match):
            return self._match(value)
        if type(value) is tuple:
            moved = tuple(map(self._moved, value))
            return value if all(a is b for a, b in zip(moved, value, strict=True)) else moved
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                each.name: new
                for each in fields(value)
                if (new := self._moved(old := getattr(value, each.name))) is not old
            }
            return replace(cast("Any", value), **changed) if changed else value
        return value

    def _place(self, place: Place) -> Place:
        given = self._given(place.article, place.field)
        if given is None or place.at is not None:
            return place
        span = given.span(place.span)
        return replace(place, span=span, text=span.of(given.text))

    def _match(self, match: Match) -> Match:
        sides = []
        for name in (match.a, match.b):
            claim = self.claims.get(name)
            sides.append(self._given(claim.article, claim.field) if claim else None)
        a, b = sides
        if a is None and b is None:
            return match
        evidence = tuple(
            each._replace(a=_span(each.a, a), b=_span(each.b, b)) for each in match.evidence
        )
        return replace(match, evidence=evidence)


def _span(span: Span | None, given: Given | None) -> Span | None:
    return span if span is None or given is None else given.span(span)


def _block(block: Block, given: Given) -> Block:
    return replace(
        block,
        span=given.span(block.span),
        sentences=tuple(map(given.span, block.sentences)),
        repeats=_span(block.repeats, given),
    )


def _evidence(evidence: Evidence, given: Given) -> Evidence:
    if evidence.span is None:
        return evidence
    span = given.span(evidence.span)
    return replace(evidence, span=span, text=span.of(given.text))


def _attribution(said: Attribution, given: Given) -> Attribution:
    return replace(
        said,
        speaker=said.speaker and _speaker(said.speaker, given),
        cue=said.cue and _cue(said.cue, given),
        via=said.via and _speaker(said.via, given),
    )


def _speaker(speaker: Speaker, given: Given) -> Speaker:
    span = given.span(speaker.span)
    return replace(speaker, span=span, text=span.of(given.text))


def _cue(cue: Cue, given: Given) -> Cue:
    span = given.span(cue.span)
    return replace(cue, span=span, text=span.of(given.text))
