"""What the checks look at: one story's articles, claims and slots, and ways to point at them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from xref.model.amount import Bound
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.link import Check, Slot, Story
from xref.model.relation import Kind, Place


class Desk:
    """One story with its claims at hand."""

    def __init__(
        self,
        story: Story,
        articles: Mapping[str, Article],
        claims: Mapping[str, Sequence[Claim]],
        slots: Sequence[Slot],
    ) -> None:
        self.story = story
        self.articles = articles
        self.claims = {a: claims.get(a, ()) for a in sorted(story.articles)}
        self.by_id = {c.id: c for mine in self.claims.values() for c in mine}
        self.slots = slots

    def sentences(self) -> Iterator[tuple[Article, list[tuple[Claim, Quantity]]]]:
        """The figures of each sentence that has several, in order; repeats are left out."""
        for id_, mine in self.claims.items():
            figures = [
                (c, c.value)
                for c in mine
                if isinstance(c.value, Quantity) and c.repeats is None and not c.derived_from
            ]
            for _, group in groupby(figures, key=lambda f: (f[0].field, f[0].sentence)):
                together = list(group)
                if len(together) > 1:
                    yield self.articles[id_], together

    def conflicts(self) -> Iterator[tuple[Claim, Claim]]:
        """Two claims on one question that differ with no words of why, in the order of ids."""
        for slot in self.slots:
            current = {cell.article: self.by_id.get(cell.current) for cell in slot.cells}
            for pair in slot.pairs:
                a, b = current.get(pair.a), current.get(pair.b)
                if pair.relation.kind is Kind.CONFLICT and a is not None and b is not None:
                    yield (a, b) if a.id <= b.id else (b, a)

    def failed(self, name: str, reason: str, *claims: Claim, notes: Sequence[str] = ()) -> Check:
        """A check that failed, resting on these claims."""
        told = [*notes, *[""] * (len(claims) - len(notes))]
        places = tuple(
            Place(c.article, c.field, c.span, c.text, c.id, note)
            for c, note in zip(claims, told, strict=True)
        )
        return Check(name, self.story.id, reason, places)


def exact(value: Quantity) -> Decimal | None:
    """The number of a figure that is told without a bound; ``None`` for any other."""
    return value.amount.nominal if value.amount.bound is Bound.EXACT else None


def plain(number: Decimal) -> str:
    """A number as a reader writes it."""
    return f"{number.normalize():,f}"
