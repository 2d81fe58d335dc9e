"""The credibility profile of one article: facts that can be counted and quoted, never a score."""

from collections.abc import Iterable, Iterator, Sequence

from xref.model.article import Article
from xref.model.claim import Claim, Quantity, Quotation, QuotationType, SourceType, Statement
from xref.model.report import Count, Fact, Profile
from xref.profile.apparatus import correction, dateline
from xref.profile.ease import Ease, ease
from xref.profile.measures import ALONE, ELSEWHERE, HEDGES, INSIDE, QUOTES, SOURCES, Group
from xref.profile.standing import Shared

_SOURCE = {
    SourceType.NAMED: "named",
    SourceType.ORGANISATION: "institutional",
    SourceType.DOCUMENT: "document",
    SourceType.ANONYMOUS: "anonymous",
    SourceType.NONE: "unsourced",
}
_ATTRIBUTED = ("named", "institutional", "document")
_COUNTED = {"quantity": ("figures", Group.FIGURES), "statement": ("statements", Group.STATEMENTS)}
_QUOTED = (QuotationType.DIRECT, QuotationType.MIXED)


def profile(
    article: Article, claims: Sequence[Claim], linked: Shared, wire: str | None = None
) -> Profile:
    """What `article` rests on, counted, each count with the ids of its claims.

    `claims` are the article's own, `wire` is the agency that it credits, if any. What is printed
    twice counts once. Figures and statements are told by the source that stands behind them; a
    question that the article answers with a figure or a date, and a quote, by the gravest thing
    that other independent texts say of it.
    """
    told = [claim for claim in claims if claim.repeats is None and not claim.derived_from]
    speakers, unnamed = _speakers(article, told, linked)
    length = ease(article)
    counts = (
        *_by_source(told),
        *_elsewhere(article, linked),
        *_quotes(article, told, linked),
        *_inside(article, linked),
        *_hedges(told),
        Count("claims resting on unnamed sources", len(unnamed), unnamed, len(told)),
    )
    return Profile(
        subject=article.id,
        articles=(article.id,),
        counts=counts,
        facts=tuple(_facts(article, linked, wire, length)),
        speakers=speakers,
        readability=length.indices,
    )


def _by_source(claims: Iterable[Claim]) -> Iterator[Count]:
    """Figures and statements by who stands behind them, and how many somebody stands behind."""
    held: dict[str, dict[str, list[str]]] = {
        kind: {source: [] for source in SOURCES} for kind in _COUNTED
    }
    for claim in claims:
        if claim.kind in held:
            held[claim.kind][_SOURCE[claim.attribution.type]].append(claim.id)
    for kind, by_source in held.items():
        what, group = _COUNTED[kind]
        total = sum(map(len, by_source.values()))
        attributed = tuple(id_ for each in _ATTRIBUTED for id_ in by_source[each])
        yield Count(f"{what} attributed", len(attributed), attributed, total)
        for source, ids in by_source.items():
            yield Count(f"{what} {source}", len(ids), tuple(ids), total, group)


def _elsewhere(article: Article, linked: Shared) -> Iterator[Count]:
    """The questions that the article answers, by what other independent texts say."""
    answers = linked.figures.get(article.id, ())
    for standing, name in ELSEWHERE.items():
        mine = [each for each in answers if each.standing == standing]
        yield Count(
            f"figures and dates {name}",
            len(mine),
            tuple(each.claim for each in mine),
            len(answers),
            Group.ELSEWHERE,
            sum(each.likely for each in mine),
        )


def _quotes(article: Article, claims: Iterable[Claim], linked: Shared) -> Iterator[Count]:
    """Quotes in marks, by how other independent texts print them."""
    known = linked.quotes.get(article.id, {})
    quotes = [
        claim.id
        for claim in claims
        if isinstance(claim.value, Quotation) and claim.value.type in _QUOTED
    ]
    held: dict[str, list[str]] = {standing: [] for standing in QUOTES}
    for id_ in quotes:
        held[known[id_].standing if id_ in known else ALONE].append(id_)
    for standing, name in QUOTES.items():
        ids = tuple(held[standing])
        yield Count(f"quotes {name}", len(ids), ids, len(quotes), Group.QUOTES)


def _inside(article: Article, linked: Shared) -> Iterator[Count]:
    """What is at odds inside the article, and what stands alone against all others."""
    failed: dict[str, dict[str, None]] = {"headline": {}, "check": {}}
    for check in linked.checks.get(article.id, ()):
        ids = [place.claim for place in check.places if place.claim is not None]
        failed["headline" if check.name == "headline" else "check"].update(dict.fromkeys(ids[:1]))
    answers = linked.figures.get(article.id, ())
    found = {
        "headline": tuple(failed["headline"]),
        "contradiction": tuple(dict.fromkeys(linked.contradictions.get(article.id, ()))),
        "check": tuple(failed["check"]),
        "outlier": tuple(each.claim for each in answers if each.outlier),
    }
    for kind, name in INSIDE.items():
        yield Count(name, len(found[kind]), found[kind])


def _hedges(claims: Sequence[Claim]) -> Iterator[Count]:
    """Statements that hedge in words, and figures that are vague or about."""
    statements = [c for c in claims if isinstance(c.value, Statement)]
    figures = [c for c in claims if isinstance(c.value, Quantity)]
    hedged = tuple(c.id for c in statements if isinstance(c.value, Statement) and c.value.hedges)
    soft = tuple(c.id for c in figures if isinstance(c.value, Quantity) and c.value.amount.soft)
    yield Count(HEDGES["statement"], len(hedged), hedged, len(statements))
    yield Count(HEDGES["figure"], len(soft), soft, len(figures))


def _facts(article: Article, linked: Shared, wire: str | None, length: Ease) -> Iterator[Fact]:
    """What the article tells of itself; what it does not tell is unknown, not absent."""
    day = article.published_on
    between = article.published
    yield Fact("byline", article.author)
    yield Fact("dateline", dateline(article))
    rough = f"{between[0].isoformat()} to {between[1].isoformat()}" if between else None
    yield Fact("date", day.isoformat() if day else rough)
    yield Fact("correction note", correction(article))
    yield Fact("wire credit", wire)
    others, evidence = linked.copies.get(article.id, ((article.id,), ""))
    told = f"{len(others)} articles print one text: {evidence}" if len(others) > 1 else None
    yield Fact("copies", told, len(others) if told else None)
    yield Fact("words", f"{length.words:,}", length.words)
    yield Fact("sentences", f"{length.sentences:,}", length.sentences)


def _speakers(
    article: Article, claims: Iterable[Claim], linked: Shared
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """The distinct sources by kind, each sorted, and the claims that rest on unnamed ones."""
    known = linked.names.get(article.id, ())
    found: dict[str, dict[str, str]] = {kind: {} for kind in SOURCES[:-1]}
    unnamed = []
    for claim in claims:
        source = claim.attribution
        if source.type is SourceType.ANONYMOUS:
            unnamed.append(claim.id)
        if source.speaker is None or source.type is SourceType.NONE:
            continue
        name = " ".join((source.speaker.name or source.speaker.text).split())
        folded = name.casefold()
        name = next((forms[folded] for forms in known if folded in forms), name)
        kind = found[_SOURCE[source.type]]
        kind.setdefault(name.casefold().removeprefix("the "), name)
    listed = tuple((kind, tuple(sorted(names.values()))) for kind, names in found.items() if names)
    return listed, tuple(unnamed)
