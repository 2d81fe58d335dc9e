"""Sanity checks that an editor makes with a pencil; `CHECKS` is the visible table."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xref.link.checks import (
    ages,
    digits,
    headline,
    lists,
    outlets,
    paraphrases,
    parts,
    shares,
    slips,
    swaps,
    weekdays,
)
from xref.link.checks.desk import Desk
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import Check, Slot, Story

CHECKS: tuple[Callable[[Desk], Iterator[Check]], ...] = (
    ages.check,
    digits.check,
    headline.check,
    lists.check,
    outlets.check,
    paraphrases.check,
    parts.check,
    shares.check,
    slips.check,
    swaps.check,
    weekdays.check,
)
"""Every check, one file each."""


def checks(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    slots: Sequence[Slot],
) -> tuple[Check, ...]:
    """The checks that failed, in order of name and place.

    `slots` are those of the story; `claims` are by article id.
    """
    desk = Desk(story, articles, claims, slots)
    found = [failed for check in CHECKS for failed in check(desk)]
    return tuple(sorted(found, key=lambda c: (c.name, c.places[0].article, c.places[0].span)))
