"""Weekdays and relative dates of articles that do not tell their own date.

An undated article of a story is taken to have been written when the story's dated articles
were, provided they lie within a week of each other.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from xref.model.article import Article
from xref.model.claim import Claim, Date
from xref.model.link import Story
from xref.quantity import Grammar, resolve

_SAME_WEEK = timedelta(days=7)


def story_window(story: Story, articles: Mapping[str, Article]) -> tuple[date, date] | None:
    """The days on which a story's dated articles appeared, if they lie within a week."""
    days = [day for a in story.articles if (day := articles[a].published_on) is not None]
    if not days or max(days) - min(days) > _SAME_WEEK:
        return None
    return min(days), max(days)


def resolve_in_story(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    numbers: Grammar,
) -> dict[str, tuple[Claim, ...]]:
    """The claims of a story's articles, by article id, with relative dates resolved.

    Only dates of articles without a day of their own change, and only where they can be told.
    """
    window = story_window(story, articles)
    out: dict[str, tuple[Claim, ...]] = {}
    for id_ in story.articles:
        mine = claims[id_]
        if window is not None and articles[id_].published_on is None:
            mine = tuple(_resolved(claim, window, numbers) for claim in mine)
        out[id_] = mine
    return out


def _resolved(claim: Claim, window: tuple[date, date], numbers: Grammar) -> Claim:
    if not isinstance(claim.value, Date) or claim.value.when.earliest is not None:
        return claim
    when = resolve(claim.text, window, numbers)
    if when.earliest is None:
        return claim
    when = replace(when, anchor="the dated articles of the story")
    return replace(claim, value=replace(claim.value, when=when))
