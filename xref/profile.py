"""The credibility profile of one article: facts that can be counted and quoted, never a score."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Shared:
    """What was linked, by article, so that one article's profile costs only its own.

    `quotes` are the claims of an article that a text prints too which is no copy of it; `names`
    the forms of the persons in each of its stories, case folded, each with the person's name.
    """

    quotes: Mapping[str, AbstractSet[str]]
    names: Mapping[str, Sequence[Mapping[str, str]]]


def shared(linked: Linked) -> Shared:
    """What `profile` asks of all that was linked, looked up once."""
    forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for person in linked.persons:
        for alias in (*person.aliases, person.name):
            forms[person.story][alias.casefold()] = person.name
    names: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for story in linked.stories:
        for article in story.articles:
            names[article].append(forms[story.id])
    return Shared(_found_elsewhere(linked), names)


def _found_elsewhere(linked: Linked) -> Mapping[str, AbstractSet[str]]:
    """By article, its claims that an article prints too which shares no origin with it."""
    origins: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for number, origin in enumerate(linked.origins):
        for article in origin.articles:
            origins[article] += (number,)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for utterance in linked.utterances:
        printing = {rendering.article for rendering in utterance.renderings}
        elsewhere: dict[tuple[int, ...], bool] = {(): len(printing) > 1}
        for rendering in utterance.renderings:
            mine = origins[rendering.article]
            if mine not in elsewhere:
                copies = set().union(*(linked.origins[n].articles for n in mine))
                elsewhere[mine] = not printing <= copies
            if elsewhere[mine]:
                found[rendering.article].add(rendering.claim)
    return found


def profile(article: Article, claims: Sequence[Claim], linked: Shared) -> Profile:
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


def _quotes(article: Article, claims: Iterable[Claim], linked: Shared) -> Iterator[Count]:
    """Quotes in marks, by whether another text prints them."""
    elsewhere_too = linked.quotes.get(article.id, frozenset())
    quotes = [
        claim.id
        for claim in claims
        if isinstance(claim.value, Quotation) and claim.value.type in _QUOTED
    ]
    elsewhere = tuple(id_ for id_ in quotes if id_ in elsewhere_too)
    here = tuple(id_ for id_ in quotes if id_ not in elsewhere_too)
    yield Count("quotes found elsewhere", len(elsewhere), elsewhere)
    yield Count("quotes found only here", len(here), here)


def _sources(
    article: Article, claims: Iterable[Claim], linked: Shared
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The distinct speakers by name, sorted, and the claims that rest on anonymous sources."""
    known = linked.names.get(article.id, ())
    speakers: dict[str, str] = {}
    anonymous = []
    for claim in claims:
        source = claim.attribution
        if source.type is SourceType.ANONYMOUS:
            anonymous.append(claim.id)
        elif source.speaker is not None and source.type is not SourceType.NONE:
            name = source.speaker.name or source.speaker.text
            folded = name.casefold()
            name = next((forms[folded] for forms in known if folded in forms), name)
            speakers.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(sorted(speakers.values())), tuple(anonymous)
