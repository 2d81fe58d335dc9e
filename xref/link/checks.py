"""Sanity checks that an editor makes on one story's figures."""

from collections.abc import Mapping, Sequence

from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import Check, Slot, Story


def checks(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, Sequence[Claim]],
    slots: Sequence[Slot],
) -> tuple[Check, ...]:
    """The checks that failed, in order of name and place."""
    return ()
