"""The cards of each section: how many a page holds, and under which anchors."""

import re
from dataclasses import replace

from xref.render.page.cards import Card
from xref.render.page.sections import HEADINGS, Piles, Section

BUDGET = 25
"""Cards on one page, in multiples of a section's limit; the urgent ones are served first."""


class _Budget:
    """How many cards may still be made."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.rest = limit * BUDGET

    def take(self, wanted: int) -> int:
        taken = min(wanted, self.limit, self.rest)
        self.rest -= taken
        return taken


def sections_of(
    piles: Piles, anchors: dict[str | None, str], limit: int
) -> dict[str | None, list[Section]]:
    """The sections of every story, the urgent ones served first from one budget."""
    budget = _Budget(limit)
    made: dict[tuple[str | None, str], Section] = {}
    for key in sorted(HEADINGS, key=lambda each: not HEADINGS[each].urgent):
        for story, anchor in anchors.items():
            makers = piles.get(story, {}).get(key, [])
            if not makers:
                continue
            taken = budget.take(len(makers))
            here = f"{anchor}-{key}"
            cards = tuple(
                _placed(make(f"{here}-{n}"), key) for n, make in enumerate(makers[:taken], 1)
            )
            made[story, key] = Section(key, here, HEADINGS[key], cards, len(makers) - taken)
    return {
        story: [made[story, key] for key in HEADINGS if (story, key) in made] for story in anchors
    }


_ANCHOR = re.compile(r"[^\w.:-]+", re.ASCII)


def _placed(card: Card, section: str) -> Card:
    """A card in its section. Its anchor is the finding's id, else that of what it is about."""
    name = f"f-{card.id}" if card.id else f"q-{card.subject}" if card.subject else card.anchor
    return replace(card, section=section, anchor=_ANCHOR.sub("-", name))
