"""Sanity checks that an editor makes on one story's figures and dates."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xref.link.sanity import (
    ages,
    digits,
    headline,
    lists,
    parts,
    shares,
    slips,
    swapped,
    weekday,
)
from xref.link.sanity.scene import Scene
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import Check, Slot, Story

CHECKS: Mapping[str, Callable[[Scene], Iterator[Check]]] = {
    ages.NAME: ages.failed,
    digits.NAME: digits.failed,
    headline.NAME: headline.failed,
    lists.NAME: lists.failed,
    parts.NAME: parts.failed,
    shares.NAME: shares.failed,
    slips.NAME: slips.failed,
    swapped.NAME: swapped.failed,
    weekday.NAME: weekday.failed,
}
"""Every check by its name."""


def checks(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    slots: Sequence[Slot],
) -> tuple[Check, ...]:
    """The checks that failed, in order of name and place."""
    scene = Scene(story, articles, claims, slots)
    found = [check for failed in CHECKS.values() for check in failed(scene)]
    return tuple(sorted(found, key=lambda c: (c.name, [(p.article, p.span) for p in c.places])))
