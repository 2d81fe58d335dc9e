"""The lines of a page beside its cards: articles, persons, copies, near misses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xref.model.article import Article, Zone
from xref.model.claim import Claim, Standing
from xref.model.link import NotCompared, Origin, Perhaps, Person
from xref.model.relation import Kind
from xref.render import relations, words
from xref.render.page.passages import Passage, of_claim
from xref.render.places import Index, relative


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as the page lists it; `link` is its address where that is a web address.

    `why` says of one that stands alone why it does.
    """

    anchor: str
    article: str
    outlet: str
    title: str
    author: str
    published: str
    published_from: str
    outlet_from: str
    link: str
    path: str
    notes: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the names and titles that the articles give, each title with its outlets."""

    name: str
    aliases: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Claims that look comparable and were not compared: why, and the passages of each."""

    reason: str
    items: tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two passages that are perhaps of one thing, how likely, and how they would relate.

    `alike` says that they would agree, or could hold together.
    """

    label: str
    alike: bool
    probability: str
    reason: str
    passages: tuple[Passage, ...]


def unsure_lines(index: Index, perhaps: Iterable[Perhaps]) -> tuple[Unsure, ...]:
    """What may be of one thing, and was not taken for it."""
    return tuple(
        Unsure(
            label=relations.FIGURES[each.relation.kind].label,
            alike=each.relation.kind in (Kind.AGREE, Kind.COMPATIBLE),
            probability=words.likely(each.match.probability),
            reason=words.one_line(each.relation.reason),
            passages=tuple(
                of_claim(index, index.claims[c])
                for c in (each.match.a, each.match.b)
                if c in index.claims
            ),
        )
        for each in perhaps
    )


def title_of(article: Article) -> str:
    """The article's title, else its headline in the text, else its id."""
    if article.title:
        return words.cut(words.one_line(article.title), 160)
    for block in article.blocks:
        if block.zone is Zone.HEADLINE:
            return words.cut(words.one_line(block.span.of(article.text)), 160)
    return words.one_line(article.id)


def article_line(article: Article, anchor: str, root: str | None, why: str = "") -> ArticleLine:
    """An article in a list; `anchor` is its own, `root` the folder that paths are relative to."""
    web = article.url is not None and article.url.lower().startswith(("http://", "https://"))
    return ArticleLine(
        anchor=anchor,
        article=article.id,
        outlet=words.one_line(article.outlet),
        title=title_of(article),
        author=words.one_line(article.author or ""),
        published=words.published(article),
        published_from=words.evidence(article.published_from),
        outlet_from=words.evidence(article.outlet_from),
        link=words.one_line(article.url or "") if web else "",
        path=words.one_line(relative(article.path, root)),
        notes=tuple(words.one_line(note) for note in article.notes),
        why=words.capital(words.one_line(why)),
    )


def person_lines(index: Index, persons: Iterable[Person], limit: int) -> tuple[PersonLine, ...]:
    """The persons to whom the articles give more than one title, or another name than a part."""
    lines = []
    for person in persons:
        titles: dict[str, dict[str, None]] = {}
        for given in person.titles:
            outlet = words.one_line(index.articles[given.place.article].outlet)
            titles.setdefault(words.one_line(given.title), {})[outlet] = None
        known = set(person.name.split())
        aliases = tuple(
            words.one_line(name) for name in person.aliases if not set(name.split()) <= known
        )
        if len(titles) > 1 or aliases:
            given_by = tuple(
                (title, words.listed(outlets))
                for title, outlets in titles.items()
                if not any(_ends(title, outlets, *other) for other in titles.items())
            )
            lines.append(PersonLine(words.one_line(person.name), aliases, given_by))
    return tuple(lines[:limit])


def _ends(title: str, outlets: Iterable[str], longer: str, by: Iterable[str]) -> bool:
    """Whether `title` is but the end of a `longer` one that the same outlets give."""
    return longer.casefold().endswith(f" {title.casefold()}") and set(outlets) <= set(by)


def copies(index: Index, origins: Iterable[Origin]) -> tuple[str, ...]:
    """Which outlets print one text, and what shows it."""
    return tuple(
        f"{words.listed(words.one_line(index.articles[a].outlet) for a in origin.articles)}: "
        f"one text, one voice ({words.one_line(origin.evidence)})"
        for origin in origins
        if len(origin.articles) > 1
    )


_WHICH = re.compile("^“[^”]*” in [^“]{1,200} and “[^”]*” in [^“:]{1,200}: ")


def left_lines(index: Index, all_left: Sequence[NotCompared], limit: int) -> tuple[Left, ...]:
    """The first `limit` near misses with the passages of their claims, each reason told once."""
    told: dict[str, list[tuple[Passage, ...]]] = {}
    for each in all_left[:limit]:
        claims = [index.claims[claim] for claim in each.claims if claim in index.claims]
        passages = tuple(of_claim(index, claim) for claim in claims[:4])
        reason = words.one_line(each.reason)
        short = words.capital(_WHICH.sub("", reason)) if len(passages) > 1 else reason
        told.setdefault(short, []).append(passages)
    return tuple(Left(reason, tuple(items)) for reason, items in told.items())


@dataclass(frozen=True, slots=True)
class Stood:
    """Figures and statements that nobody asserts, of one standing; `left_off` are not shown."""

    heading: str
    passages: tuple[Passage, ...]
    left_off: int


STOOD = {
    Standing.DENIED: "Denied",
    Standing.UNCONFIRMED: "Unconfirmed",
    Standing.SUPPOSED: "Only supposed",
    Standing.QUESTIONED: "Only asked",
}
"""How what nobody asserts can stand, the weightiest first."""


def stood_lines(index: Index, claims: Iterable[Claim], limit: int) -> tuple[Stood, ...]:
    """What nobody asserts among `claims`, each standing with its first `limit` passages."""
    mine: dict[Standing, list[Claim]] = {}
    for claim in claims:
        if claim.standing in STOOD and claim.kind != "quotation" and claim.repeats is None:
            mine.setdefault(claim.standing, []).append(claim)
    return tuple(
        Stood(
            heading,
            tuple(of_claim(index, claim) for claim in mine[standing][:limit]),
            max(0, len(mine[standing]) - limit),
        )
        for standing, heading in STOOD.items()
        if standing in mine
    )
