"""Findings about claims in the shape of schema.org's ClaimReview, as JSON-LD.

A ClaimReview usually bears a rating; these bear none, for xref tells how claims relate to each
other and never which of them is true. `reviewAspect` says so.
"""

import json
from collections.abc import Iterator
from typing import Any

from xref import __version__
from xref.model.article import Article
from xref.model.claim import Attribution, Claim, SourceType
from xref.model.relation import Kind, Wording
from xref.model.report import Finding, Report
from xref.render import relations, words
from xref.render.options import Options
from xref.render.places import Index

_ASPECT = "how the claims of several articles relate; not whether they are true"
_CHECKED = {*(kind.value for kind in Kind), *(wording.value for wording in Wording), "sanity"}
_SENTENCE = 600
_Node = dict[str, Any]


def render(report: Report, options: Options) -> str:
    """The findings of `report` that name a claim, the gravest first, as one graph."""
    index = Index(report, options.root)
    findings = sorted(report.findings, key=lambda each: -each.level)
    graph = [node for each in findings for node in _review(index, each)]
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=True, indent=1) + "\n"


def _review(index: Index, finding: Finding) -> Iterator[_Node]:
    """The review of one finding; none where no claim of an article was held against anything."""
    places = (finding.primary, *finding.related)
    claims = [index.claims[place.claim] for place in places if place.claim in index.claims]
    if finding.relation not in _CHECKED or not claims:
        return
    name = relations.name(finding.relation)
    yield {
        "@type": "ClaimReview",
        "@id": f"urn:xref:finding:{finding.id}",
        "identifier": finding.id,
        "name": words.one_line(finding.message),
        "claimReviewed": _sentence(index, claims[0]),
        "reviewAspect": _ASPECT,
        "reviewBody": words.sentences(f"{name.label}: {name.meaning}", finding.reason),
        "inLanguage": "en",
        "creditText": f"xref {__version__}",
        "itemReviewed": [_claim(index, claim) for claim in _once(claims)],
    }


def _once(claims: list[Claim]) -> list[Claim]:
    return list({claim.id: claim for claim in claims}.values())


def _claim(index: Index, claim: Claim) -> _Node:
    node: _Node = {
        "@type": "Claim",
        "identifier": claim.id,
        "text": _sentence(index, claim),
        "appearance": _article(index.articles[claim.article]),
    }
    author = _author(claim.attribution)
    return node | ({"author": author} if author else {})


def _sentence(index: Index, claim: Claim) -> str:
    text = index.articles[claim.article].part(claim.field)
    return words.cut(words.one_line(claim.sentence.of(text)), _SENTENCE)


def _author(said: Attribution) -> _Node | None:
    """Who is said to make a claim; nobody where the outlet speaks itself or names none."""
    kinds = {SourceType.NAMED: "Person", SourceType.ORGANISATION: "Organization"}
    if said.speaker is None or said.type not in kinds:
        return None
    node = {
        "@type": kinds[said.type],
        "name": words.one_line(said.speaker.name or said.speaker.text),
    }
    role = words.one_line(said.speaker.role or "")
    return node | ({"jobTitle": role} if role and said.type is SourceType.NAMED else {})


def _article(article: Article) -> _Node:
    node: _Node = {
        "@type": "NewsArticle",
        "identifier": article.id,
        "publisher": {"@type": "Organization", "name": words.one_line(article.outlet)},
    }
    if article.title:
        node["headline"] = words.one_line(article.title)
    if article.published_on:
        node["datePublished"] = article.published_on.isoformat()
    if (article.url or "").lower().startswith(("http://", "https://")):
        node["url"] = words.one_line(article.url or "")
    return node
