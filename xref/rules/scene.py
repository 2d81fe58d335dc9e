"""What linking made, indexed for the rules."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from xref.compare import Beside
from xref.model.article import Article
from xref.model.claim import Claim, Quantity
from xref.model.link import Account, Slot, Story, Utterance
from xref.model.report import Linked


@dataclass(frozen=True, slots=True)
class Scene:
    """Articles, claims and links of a run, with the way from each to the others.

    A claim may fill several slots: that of its article's standing figure and those of its rivals.
    `claims_of` holds those of each article in order of place, `asked` the measure of every slot
    with its story.
    """

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    linked: Linked
    stories: Mapping[str, Story]
    story_of: Mapping[str, str]
    origin_of: Mapping[str, str]
    slots_of: Mapping[str, tuple[Slot, ...]]
    utterance_of: Mapping[str, Utterance]
    claims_of: Mapping[str, tuple[Claim, ...]]
    asked: frozenset[tuple[str | None, str | None]]
    account_of: Mapping[str, Account]
    _beside: dict[str, Beside] = field(default_factory=dict)
    _measured: dict[str, list[int]] = field(default_factory=dict)
    _claims_measured: dict[str, list[tuple[int, Claim]]] = field(default_factory=dict)

    def beside(self, article: str) -> Beside:
        """The figures and dates of an article, so that those of a stretch are found at once."""
        if article not in self._beside:
            self._beside[article] = Beside(self.claims_of.get(article, ()))
        return self._beside[article]

    def slots_measured(self, names: Collection[str]) -> Iterator[Slot]:
        """The slots in which a figure that stands is of one of these measures, in their order."""
        if not self._measured:
            for at, slot in enumerate(self.linked.slots):
                for name in {_measure(self.claims[cell.current]) for cell in slot.cells}:
                    self._measured.setdefault(name, []).append(at)
        for at in sorted({at for name in names for at in self._measured.get(name, ())}):
            yield self.linked.slots[at]

    def claims_measured(self, names: Collection[str]) -> Iterator[Claim]:
        """The figures of one of these measures, in their order."""
        if not self._claims_measured:
            for at, claim in enumerate(self.claims.values()):
                self._claims_measured.setdefault(_measure(claim), []).append((at, claim))
        found = {at: claim for name in names for at, claim in self._claims_measured.get(name, ())}
        for at in sorted(found):
            yield found[at]

    def origin(self, article: str) -> str:
        """The origin of an article; one that shares its text with no other is its own."""
        return self.origin_of.get(article, article)

    def origins(self, articles: "set[str] | frozenset[str]") -> int:
        """How many independent texts there are among some articles."""
        return len({self.origin(article) for article in articles})

    def published(self, article: str) -> tuple[date, date] | None:
        """When an article appeared, as an interval of days."""
        return self.articles[article].published

    def order(self, article: str) -> tuple[date, str]:
        """By publication, the undated last, then by id."""
        published = self.articles[article].published
        return (published[0] if published else date.max, article)


def _measure(claim: Claim) -> str:
    return (claim.value.measure or "") if isinstance(claim.value, Quantity) else ""


def scene(articles: Mapping[str, Article], claims: Mapping[str, Claim], linked: Linked) -> Scene:
    """Index what linking made."""
    slots: dict[str, list[Slot]] = {}
    for slot in linked.slots:
        for cell in slot.cells:
            for claim in cell.claims:
                slots.setdefault(claim, []).append(slot)
    of_article: dict[str, list[Claim]] = {}
    for each in claims.values():
        of_article.setdefault(each.article, []).append(each)
    return Scene(
        articles=articles,
        claims=claims,
        linked=linked,
        stories={story.id: story for story in linked.stories},
        story_of={article: story.id for story in linked.stories for article in story.articles},
        origin_of={article: origin.id for origin in linked.origins for article in origin.articles},
        slots_of={claim: tuple(filled) for claim, filled in slots.items()},
        utterance_of={r.claim: each for each in linked.utterances for r in each.renderings},
        asked=frozenset((slot.story, slot.measure) for slot in linked.slots),
        account_of={claim: each for each in linked.accounts for claim in each.claims},
        claims_of={
            article: tuple(sorted(own, key=lambda c: (c.field, c.span)))
            for article, own in of_article.items()
        },
    )
