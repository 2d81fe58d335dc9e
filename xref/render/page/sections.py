"""Which card belongs in which section, in the order in which an editor needs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from xref.model.link import Check, Story
from xref.model.relation import Kind, Wording
from xref.model.report import Finding, Report
from xref.render.page.cards import Card, worst
from xref.render.page.finding_card import check_card, finding_card
from xref.render.page.naming import Titles
from xref.render.page.quote_card import utterance_card
from xref.render.page.slot_card import slot_card
from xref.render.places import Index


class Heading(NamedTuple):
    """A section's place on the page.

    `urgent` ones are listed at the head of the page. `style`: ``cards`` show passages side by
    side, ``compact`` ones unfold them, ``rows`` are a table, ``passages`` a list, ``folded`` a
    table that opens on demand. `nouns` name one and several of its items. `view` is the part of the
    page that shows it.
    """

    title: str
    intro: str
    style: str
    nouns: tuple[str, str]
    urgent: bool = False
    view: str = "figures"


HEADINGS: dict[str, Heading] = {
    "conflict": Heading(
        "Conflicts",
        "The figures differ, and no words of the articles explain why.",
        "cards",
        ("conflict", "conflicts"),
        urgent=True,
        view="query",
    ),
    "quotes": Heading(
        "Quotes that differ",
        "One utterance whose words, speaker or day differ between outlets.",
        "cards",
        ("quote that differs", "quotes that differ"),
        urgent=True,
        view="query",
    ),
    "internal": Heading(
        "At odds with itself",
        "One article gives two figures for one thing.",
        "cards",
        ("figure at odds with itself", "figures at odds with themselves"),
        urgent=True,
        view="query",
    ),
    "denial": Heading(
        "Denied",
        "One outlet reports as denied what another asserts.",
        "cards",
        ("denied figure", "denied figures"),
        urgent=True,
        view="query",
    ),
    "sanity": Heading(
        "Does not add up",
        "Checks that an editor makes inside one article.",
        "cards",
        ("figure that does not add up", "figures that do not add up"),
        urgent=True,
        view="query",
    ),
    "other": Heading(
        "Other findings", "", "cards", ("other finding", "other findings"), view="query"
    ),
    "update": Heading(
        "Updates and corrections",
        "The count moved on, or an outlet set it right.",
        "cards",
        ("update", "updates"),
    ),
    "scope": Heading(
        "Different scope",
        "The figures differ because they count different things.",
        "cards",
        ("difference of scope", "differences of scope"),
    ),
    "attributed": Heading(
        "Different sources",
        "Each figure has its own named source; both may be right reports.",
        "cards",
        ("difference of sources", "differences of sources"),
    ),
    "compatible": Heading(
        "Compatible figures",
        "Bounds and vague figures that can hold together.",
        "compact",
        ("compatible figure", "compatible figures"),
    ),
    "agree": Heading("Agreements", "", "rows", ("agreement", "agreements")),
    "alike": Heading(
        "Quotes rendered alike",
        "The same words, shortened or reported without change of sense.",
        "rows",
        ("quote rendered alike", "quotes rendered alike"),
        view="quotes",
    ),
    "claim": Heading(
        "Without a named source",
        "",
        "passages",
        ("statement without a named source", "statements without a named source"),
        view="sourcing",
    ),
    "support": Heading(
        "Thinly sourced",
        "",
        "passages",
        ("thinly sourced statement", "thinly sourced statements"),
        view="sourcing",
    ),
    "single": Heading(
        "Figures that one outlet alone gives",
        "",
        "folded",
        ("figure of one outlet alone", "figures of one outlet alone"),
    ),
    "alone": Heading(
        "Quotes that one outlet alone prints",
        "",
        "folded",
        ("quote of one outlet alone", "quotes of one outlet alone"),
        view="quotes",
    ),
}
"""Every section of a story, in order."""

_SLOTS = {
    Kind.SINGLE: "single",
    Kind.AGREE: "agree",
    Kind.COMPATIBLE: "compatible",
    Kind.UPDATE: "update",
    Kind.CORRECTION: "update",
    Kind.SCOPE: "scope",
    Kind.ATTRIBUTED: "attributed",
    Kind.DENIAL: "denial",
    Kind.INTERNAL: "internal",
    Kind.CONFLICT: "conflict",
}
_UTTERANCES = {
    Wording.SINGLE: "alone",
    Wording.VERBATIM: "alike",
    Wording.TYPOGRAPHY: "alike",
    Wording.EXCERPT: "alike",
    Wording.PARAPHRASE: "alike",
    Wording.OMISSION: "quotes",
    Wording.ALTERED: "quotes",
    Wording.REDATED: "quotes",
    Wording.REASSIGNED: "quotes",
}
_OWN = ("sanity", "claim", "support")


class Group(NamedTuple):
    """Cards with one heading; `reason` is the one that all of them bear, if it is one."""

    heading: str
    reason: str
    cards: tuple[Card, ...]

    @classmethod
    def of(cls, heading: str, cards: Sequence[Card]) -> "Group":
        """A group; a shared reason is told once and taken off its cards."""
        first = cards[0].reasons
        if len(first) != 1 or any(card.reasons != first for card in cards):
            return cls(heading, "", tuple(cards))
        return cls(heading, first[0].text, tuple(replace(card, reasons=()) for card in cards))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a story. `left_off` cards of it are not shown."""

    key: str
    anchor: str
    heading: Heading
    cards: tuple[Card, ...]
    left_off: int

    @property
    def groups(self) -> tuple["Group", ...]:
        """The cards by heading, in the order in which the headings first come."""
        out: dict[str, list[Card]] = {}
        for card in self.cards:
            out.setdefault(card.heading, []).append(card)
        return tuple(Group.of(heading, cards) for heading, cards in out.items())

    @property
    def total(self) -> int:
        """How many cards there are, shown or not."""
        return len(self.cards) + self.left_off


Maker = Callable[[str], Card]
"""Makes a card, given its anchor."""

Piles = dict[str | None, dict[str, list[Maker]]]
"""Makers of cards by story (``None``: articles that stand alone), then by section."""


def _section_of(relation: str, quoted: bool) -> str:
    if quoted and relation in set(Wording):
        return _UTTERANCES[Wording(relation)]
    if relation in set(Kind):
        return _SLOTS[Kind(relation)]
    if relation in set(Wording):
        return _UTTERANCES[Wording(relation)]
    return relation if relation in _OWN else "other"


def shared(report: Report) -> list[Story]:
    """The stories of two articles or more; an article alone is no story to a reader."""
    return [story for story in report.linked.stories if len(story.articles) > 1]


def _untold(report: Report) -> list[Check]:
    """Sanity checks that no finding of the report stands for."""
    told = {
        (place.article, place.span)
        for finding in report.findings + report.suppressed
        if finding.relation == "sanity"
        for place in (finding.primary, *finding.related)
    }
    return [
        check
        for check in report.linked.checks
        if not any((place.article, place.span) in told for place in check.places)
    ]


def sort(report: Report, index: Index) -> Piles:
    """Makers of all cards of `report`, in order, by story and section.

    A finding about a slot or an utterance is told on its card, and may move it to a graver section;
    any other has a card of its own. What belongs to a story of one article belongs to no story.
    """
    linked, stories = report.linked, shared(report)
    titles = Titles(index, linked.slots)
    homes = {each.id for each in stories}
    story_of = {name: each.id for each in stories for name in each.articles}
    known = {("slot", each.id) for each in linked.slots}
    known |= {("utterance", each.id) for each in linked.utterances}
    attached: dict[tuple[str, str | None], list[Finding]] = {}
    loose: list[Finding] = []
    for finding in report.findings:
        keys = (("slot", finding.slot), ("utterance", finding.utterance))
        key = next((each for each in keys if each in known), None)
        if key is None or finding.relation in _OWN:
            loose.append(finding)
        else:
            attached.setdefault(key, []).append(finding)
    piles: Piles = {}

    def add(story: str | None, section: str, make: Maker) -> None:
        home = story if story in homes else None
        piles.setdefault(home, {}).setdefault(section, []).append(make)

    for slot in linked.slots:
        mine = attached.get(("slot", slot.id), [])
        section = _section_of(worst(slot.relation, mine), quoted=False)
        add(slot.story, section, partial(slot_card, index, titles, slot, mine))
    for utterance in linked.utterances:
        mine = attached.get(("utterance", utterance.id), [])
        section = _section_of(worst(utterance.relation, mine), quoted=True)
        add(utterance.story, section, partial(utterance_card, index, utterance, mine))
    for finding in sorted(loose, key=lambda each: -each.level):
        story = finding.story or story_of.get(finding.primary.article)
        section = _section_of(finding.relation, quoted=False)
        add(story, section, partial(finding_card, index, finding))
    for check in _untold(report):
        add(check.story, "sanity", partial(check_card, index, check))
    return piles
