"""Stretches of articles with the deciding words marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from xref.model.article import Article, Field, Zone
from xref.model.claim import Claim
from xref.model.relation import Place
from xref.model.span import Span
from xref.render import words
from xref.render.places import Index
from xref.text.display import visible

WIDEST = 420
"""Characters of a passage that are shown; a longer one is cut around its marked words."""

_FRAGMENT = 60
"""Characters of a sentence that name its beginning, or its end, in an address."""
_EDGES = re.compile(r"^\W+|\W+$")

SAID = "said"
WHY = "why"


class Run(NamedTuple):
    """Words with one mark: ``said`` for the claim, ``why`` for words that decide, or none."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one article says at one place, in its own words.

    `zone` is empty for running text; `source` says who stands behind the words. `start` counts in
    the article's text, -1 where the words stand in a title of their own; `link` leads to them on
    the outlet's page. `standing` says that nobody asserts them, or that they are of another event.
    """

    article: str
    outlet: str
    date: str
    runs: tuple[Run, ...]
    zone: str = ""
    source: str = ""
    note: str = ""
    start: int = -1
    link: str = ""
    standing: str = ""

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(run.text for run in self.runs)


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str


def _window(whole: Span, marks: Sequence[_Mark]) -> Span:
    """The part of `whole` to show: all of it, or `WIDEST` characters around the first mark."""
    if whole.end - whole.start <= WIDEST:
        return whole
    at = min((mark.start for mark in marks), default=whole.start)
    last = max((mark.end for mark in marks), default=at)
    room = max(0, WIDEST - (last - at))
    start = max(whole.start, at - room // 2)
    return Span(start, min(whole.end, start + WIDEST))


def _edge(text: str, at: int, step: int, limit: int) -> int:
    """The nearest gap between words from `at`, at most 24 characters in the direction of `step`."""
    for here in range(at, at + 24 * step, step):
        if here == limit:
            return limit
        if text[here - 1].isspace() or text[here].isspace():
            return here
    return at


def _kind(start: int, end: int, marks: Iterable[_Mark]) -> str:
    kinds = {mark.kind for mark in marks if mark.start <= start and end <= mark.end}
    return SAID if SAID in kinds else WHY if kinds else ""


def runs(text: str, whole: Span, marks: Iterable[tuple[Span, str]]) -> tuple[Run, ...]:
    """The words of `text` at `whole`, cut to what can be read, with `marks` (span, kind) shown."""
    inside = [
        _Mark(max(span.start, whole.start), min(span.end, whole.end), kind)
        for span, kind in marks
        if span.overlaps(whole)
    ]
    shown = _window(whole, inside)
    start = _edge(text, shown.start, 1, shown.end) if shown.start > whole.start else whole.start
    end = _edge(text, shown.end, -1, start) if shown.end < whole.end else whole.end
    cuts = {start, end}
    for mark in inside:
        cuts |= {at for at in (mark.start, mark.end) if start < at < end}
    edges = sorted(cuts)
    out: list[Run] = [Run("… ")] if start > whole.start else []
    for left, right in pairwise(edges):
        kind = _kind(left, right, inside)
        words_here = visible(words.spaced(text[left:right]))
        if out and out[-1].mark == kind:
            out[-1] = Run(out[-1].text + words_here, kind)
        else:
            out.append(Run(words_here, kind))
    if end < whole.end:
        out.append(Run(" …"))
    return tuple(out)


def _zone(field: Field, zone: Zone | None) -> str:
    if field == "title":
        return "title"
    return "" if zone is None or zone is Zone.BODY else zone.value


def _link(article: Article, field: Field, sentence: Span) -> str:
    """The outlet's page, scrolled to a sentence; nothing without a web address."""
    if not (article.url or "").lower().startswith(("http://", "https://")):
        return ""
    url = words.one_line(article.url or "")
    told = fragment(sentence.of(article.part(field)))
    return f"{url}{'' if '#' in url else '#'}:~:text={told}" if told else url


def fragment(sentence: str) -> str:
    """The text directive of an address that leads to a sentence; empty where it has no words.

    A browser finds whole words within one paragraph alone. A long sentence is named by its first
    and its last words. Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    told = _EDGES.sub("", words.spaced(sentence))
    parts = [told]
    if len(told) > 2 * _FRAGMENT:
        parts = [told[:_FRAGMENT].rpartition(" ")[0], told[-_FRAGMENT:].partition(" ")[2]]
    return ",".join(
        quote(_EDGES.sub("", part), safe="").replace("-", "%2D") for part in parts if part
    )


def of_claim(
    index: Index, claim: Claim, deciding: Iterable[Place] = (), only: Sequence[Span] = ()
) -> Passage:
    """The sentence of `claim` with its words marked, and those of `deciding` in it.

    `only` are the words of the claim to mark, if not all.
    """
    article = index.articles[claim.article]
    whole = Span(
        min(claim.sentence.start, claim.span.start), max(claim.sentence.end, claim.span.end)
    )
    marks = [(span, SAID) for span in only or (claim.span,)]
    marks += [
        (place.span, WHY)
        for place in deciding
        if place.article == claim.article and place.field == claim.field
    ]
    return Passage(
        article=claim.article,
        outlet=words.one_line(article.outlet),
        date=words.published(article),
        runs=runs(article.part(claim.field), whole, marks),
        zone=_zone(claim.field, claim.zone),
        source=words.source(claim.attribution),
        standing=words.standing(claim),
        start=claim.span.start if claim.field == "text" else -1,
        link=_link(article, claim.field, claim.sentence),
    )


def of_places(index: Index, places: Sequence[Place], kind: str = SAID) -> list[Passage]:
    """The sentences around `places`, each once, with the words of all places marked as `kind`."""
    together: dict[tuple[str, Field, Span], list[Place]] = {}
    for place in places:
        if place.article in index.articles:
            whole = index.sentence(place.article, place.field, place.span)
            together.setdefault((place.article, place.field, whole), []).append(place)
    out = []
    for (name, field, whole), mine in together.items():
        article = index.articles[name]
        claim = next((index.claims[p.claim] for p in mine if p.claim in index.claims), None)
        notes = dict.fromkeys(words.one_line(index.note(place)) for place in mine)
        out.append(
            Passage(
                article=name,
                outlet=words.one_line(article.outlet),
                date=words.published(article),
                runs=runs(article.part(field), whole, [(place.span, kind) for place in mine]),
                zone=_zone(field, claim.zone if claim else None),
                source=words.source(claim.attribution) if claim else "",
                standing=words.standing(claim) if claim else "",
                note="; ".join(note for note in notes if note),
                start=mine[0].span.start if field == "text" else -1,
                link=_link(article, field, whole),
            )
        )
    return out


def shown_in(place: Place, claim: Claim) -> bool:
    """Whether the passage of `claim` shows the words of `place`."""
    return (
        place.article == claim.article
        and place.field == claim.field
        and (claim.sentence.covers(place.span) or claim.span.covers(place.span))
    )
