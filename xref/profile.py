"""The credibility profile of one article: facts that can be counted and quoted, never a score."""

from collections.abc import Iterable, Iterator, Sequence

from xref.model.article import Article
from xref.model.claim import Claim, Quotation, QuotationType, SourceType
from xref.model.report import Count, Linked, Profile
from xref.readability import readability

_SOURCING = {
    SourceType.NAMED: "attributed",
    SourceType.ORGANISATION: "attributed",
    SourceType.DOCUMENT: "attributed",
    SourceType.ANONYMOUS: "anonymous",
    SourceType.NONE: "unsourced",
}
_COUNTED = {"quantity": "figures", "statement": "statements"}
_QUOTED = (QuotationType.DIRECT, QuotationType.MIXED)


def profile(article: Article, claims: Sequence[Claim], linked: Linked) -> Profile:
    """What `article` rests on, counted, each count with the ids of its claims.

    `claims` are the article's own. What is printed twice counts once. Figures and statements
    are *attributed* to a person, an organisation or a document, *anonymous* (a source that is
    not named) or *unsourced* (the outlet's own voice). A quote is found elsewhere when an
    article that is no copy of this one prints words of the same utterance.
    """
    told = [claim for claim in claims if claim.repeats is None and not claim.derived_from]
    counts = [*_by_sourcing(told), *_quotes(article, told, linked)]
    speakers, anonymous = _sources(article, told, linked)
    counts.append(Count("anonymous sources cited", len(anonymous), anonymous))
    return Profile(article.id, tuple(counts), speakers, readability(article))


def _by_sourcing(claims: Iterable[Claim]) -> Iterator[Count]:
    """Figures and statements by who stands behind them."""
    held: dict[str, list[str]] = {
        f"{what} {how}": []
        for what in _COUNTED.values()
        for how in dict.fromkeys(_SOURCING.values())
    }
    for claim in claims:
        if claim.kind in _COUNTED:
            name = f"{_COUNTED[claim.kind]} {_SOURCING[claim.attribution.type]}"
            held[name].append(claim.id)
    for name, ids in held.items():
        yield Count(name, len(ids), tuple(ids))


def _quotes(article: Article, claims: Iterable[Claim], linked: Linked) -> Iterator[Count]:
    """Quotes in marks, by whether another text prints them."""
    mine = {article.id}
    for origin in linked.origins:
        if article.id in origin.articles:
            mine.update(origin.articles)
    shared = {
        rendering.claim
        for utterance in linked.utterances
        if any(rendering.article not in mine for rendering in utterance.renderings)
        for rendering in utterance.renderings
        if rendering.article == article.id
    }
    quotes = [
        claim.id
        for claim in claims
        if isinstance(claim.value, Quotation) and claim.value.type in _QUOTED
    ]
    elsewhere = tuple(id_ for id_ in quotes if id_ in shared)
    here = tuple(id_ for id_ in quotes if id_ not in shared)
    yield Count("quotes found elsewhere", len(elsewhere), elsewhere)
    yield Count("quotes found only here", len(here), here)


def _sources(
    article: Article, claims: Iterable[Claim], linked: Linked
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The distinct speakers by name, sorted, and the claims that rest on anonymous sources."""
    stories = {story.id for story in linked.stories if article.id in story.articles}
    known = {
        alias.casefold(): person.name
        for person in linked.persons
        if person.story in stories
        for alias in (*person.aliases, person.name)
    }
    speakers: dict[str, str] = {}
    anonymous = []
    for claim in claims:
        source = claim.attribution
        if source.type is SourceType.ANONYMOUS:
            anonymous.append(claim.id)
        elif source.speaker is not None and source.type is not SourceType.NONE:
            name = source.speaker.name or source.speaker.text
            name = known.get(name.casefold(), name)
            speakers.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(sorted(speakers.values())), tuple(anonymous)
