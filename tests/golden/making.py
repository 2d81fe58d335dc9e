"""Makes reports by hand: articles from plain text, claims from the words they stand on."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from xref.model.amount import Amount, Bound, Unit
from xref.model.article import Article, Block, Evidence, Zone
from xref.model.claim import (
    NO_SOURCE,
    Attribution,
    Claim,
    Cue,
    Date,
    Quantity,
    Quotation,
    QuotationType,
    SourceType,
    Speaker,
    When,
)
from xref.model.link import Cell, Pair, Rendering, RenderingPair, Slot, Utterance
from xref.model.relation import Kind, Place, Relation, Wording, WordingRelation
from xref.model.span import Span

_SENTENCE = re.compile(r"\S.*?(?:[.!?][”’\"]?(?=\s|$)|$)", re.S)
_PARAGRAPH = re.compile(r"[^\n]+")

DOLLAR = Unit("dollar", "money")
MINUTE = Unit("minute", "duration", Decimal(60))
HOUR = Unit("hour", "duration", Decimal(3600))


def blocks(text: str, first: Zone = Zone.BODY) -> tuple[Block, ...]:
    """One block a line; the first line is of the zone `first`."""
    out = []
    for number, line in enumerate(_PARAGRAPH.finditer(text)):
        start = line.start()
        sentences = tuple(
            Span(start + each.start(), start + each.end()) for each in _SENTENCE.finditer(line[0])
        )
        zone = first if number == 0 else Zone.BODY
        out.append(Block(Span(*line.span()), zone, sentences))
    return tuple(out)


def article(id_: str, outlet: str, text: str, **more: Any) -> Article:
    """An article whose first line is a headline unless a title is given."""
    title = more.get("title")
    more.setdefault("path", f"inputs/{id_}.txt")
    more.setdefault("outlet_from", Evidence("record"))
    return Article(
        id=id_,
        content_id=f"sha-{id_}",
        text=text,
        blocks=blocks(text, Zone.BODY if title else Zone.HEADLINE),
        outlet=outlet,
        title_blocks=blocks(title, Zone.HEADLINE) if title else (),
        **more,
    )


class Newsroom:
    """Articles by id, and the claims found in them."""

    def __init__(self, *articles: Article) -> None:
        self.articles = {each.id: each for each in articles}
        self.claims: list[Claim] = []

    def place(self, id_: str, text: str, note: str = "", claim: str | None = None) -> Place:
        """The first place where an article prints `text`; in its title if nowhere else."""
        article = self.articles[id_]
        field = "text" if text in article.text else "title"
        start = article.part(field).index(text)
        return Place(id_, field, Span(start, start + len(text)), text, claim, note)

    def claim(
        self, id_: str, text: str, value: Any, said: Attribution = NO_SOURCE, **more: Any
    ) -> Claim:
        """A claim at the first place where an article prints `text`."""
        place, article = self.place(id_, text), self.articles[id_]
        found = next(
            (block, sentence)
            for block in article.blocks_of(place.field)
            for sentence in block.sentences
            if sentence.start <= place.span.start < sentence.end
        )
        number = sum(each.article == id_ for each in self.claims) + 1
        made = Claim(
            id=f"{id_}-{number}",
            article=id_,
            outlet=article.outlet,
            field=place.field,
            span=place.span,
            text=text,
            sentence=found[1],
            zone=found[0].zone,
            value=value,
            attribution=said,
            **more,
        )
        self.claims.append(made)
        return made

    def said(
        self, id_: str, mention: str, cue: str = "", type_: str = "named", **more: Any
    ) -> Attribution:
        """An attribution to the words `mention` of an article."""
        words = self.place(id_, cue) if cue else None
        return Attribution(
            type=SourceType(type_),
            speaker=Speaker(mention, self.place(id_, mention).span, **more),
            cue=Cue(cue, words.span) if words else None,
        )

    def quote(self, id_: str, text: str, said: Attribution, type_: str = "direct") -> Claim:
        """A quotation whose words inside the marks are `text`."""
        span = self.place(id_, text).span
        inside = () if type_ == "indirect" else (span,)
        return self.claim(id_, text, Quotation(QuotationType(type_), inside, (span,)), said)


def exact(number: int | str, unit: Unit | None = None) -> Amount:
    """A figure without a hedge."""
    value = Decimal(number)
    return Amount(value, value, value, Bound.EXACT, unit)


def bounded(bound: str, number: int, unit: Unit | None = None) -> Amount:
    """A figure with a bound that leaves one end open."""
    value, lower = Decimal(number), bound in ("more_than", "at_least")
    return Amount(value if lower else None, None if lower else value, value, Bound(bound), unit)


def vague(low: int, high: int) -> Amount:
    """A figure such as "dozens"."""
    return Amount(Decimal(low), Decimal(high), None, Bound.VAGUE)


def count(amount: Amount, counted: str, measure: str | None = None, **more: Any) -> Quantity:
    """A quantity of things counted."""
    dimension = amount.unit.dimension if amount.unit else "count"
    return Quantity(amount, dimension, counted, f"{counted}s", measure=measure, **more)


def on(first: date, last: date | None = None, **more: Any) -> Date:
    """A date claim of one day, or of an interval."""
    precision = "day" if last in (None, first) else "month"
    return Date(When(first, last or first, precision, **more))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def cell(*claims: Claim, current: int = -1) -> Cell:
    """The cell of an article that makes `claims`, one of which stands."""
    stands = claims[current]
    value = stands.value
    low = high = None
    if isinstance(value, Quantity):
        low, high = _number(value.amount.low), _number(value.amount.high)
        return Cell(
            stands.article,
            tuple(c.id for c in claims),
            stands.id,
            low,
            high,
            value.scope,
            value.as_of,
        )
    return Cell(
        stands.article,
        tuple(c.id for c in claims),
        stands.id,
        None,
        None,
        Quantity(exact(0), "").scope,
        None,
    )


def pair(a: str, b: str, kind: str, reason: str, *places: Place) -> Pair:
    """How two articles relate."""
    return Pair(min(a, b), max(a, b), Relation(Kind(kind), reason, tuple(places)))


def slot(
    id_: str, story: str, cells: list[Cell], pairs: list[Pair], claim: Claim, **more: Any
) -> Slot:
    """A slot of figures like `claim`; its relation is the last in the order among its pairs."""
    value, order = claim.value, list(Kind)
    quantity = value if isinstance(value, Quantity) else None
    worst = max(pairs, key=lambda each: order.index(each.relation.kind), default=None)
    more.setdefault("origins", len(cells))
    return Slot(
        id=id_,
        story=story,
        kind="quantity" if quantity else "date",
        measure=more.pop("measure", quantity.measure if quantity else None),
        counted=more.pop("counted", quantity.counted if quantity else None),
        unit=quantity.amount.unit.name if quantity and quantity.amount.unit else None,
        subject=more.pop("subject", quantity.subject if quantity else None),
        event=more.pop("event", quantity.event if quantity else None),
        scope=more.pop("scope", Quantity(exact(0), "").scope),
        cells=tuple(cells),
        pairs=tuple(pairs),
        relation=worst.relation.kind if worst else Kind.SINGLE,
        reason=worst.relation.reason if worst else "",
        why="the same measure, event and subject",
        **more,
    )


def rendered(
    a: Claim,
    b: Claim,
    relation: str,
    reason: str,
    wording: str = "",
    diff: tuple[tuple[str, str, str], ...] = (),
) -> RenderingPair:
    """How two renderings relate; wording is the relation unless another is given."""
    return RenderingPair(
        a.article,
        b.article,
        WordingRelation(
            relation=Wording(relation),
            wording=Wording(wording or relation),
            same_speaker=relation != "reassigned",
            same_date=None if relation != "redated" else False,
            reason=reason,
            diff=diff,
        ),
    )


def utterance(
    id_: str, story: str, speaker: str | None, claims: list[Claim], pairs: list[RenderingPair]
) -> Utterance:
    """Something that was said, as `claims` render it."""
    order = list(Wording)
    worst = max(pairs, key=lambda each: order.index(each.relation.relation), default=None)
    return Utterance(
        id=id_,
        story=story,
        speaker=speaker,
        renderings=tuple(Rendering(each.article, each.id) for each in claims),
        pairs=tuple(pairs),
        relation=worst.relation.relation if worst else Wording.SINGLE,
        reason=worst.relation.reason if worst else "",
        origins=len(claims),
    )
