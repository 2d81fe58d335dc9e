"""All linking, in its order: stories and origins over everything, the rest story by story."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from xref.link.accounts import accounts
from xref.link.checks import checks
from xref.link.dates import resolve_in_story
from xref.link.match.weights import Weights
from xref.link.origins import origins
from xref.link.persons import Named, persons
from xref.link.rosters import rosters
from xref.link.slots import Recording, slots
from xref.link.stories import stories
from xref.link.utterances import utterances
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import (
    Account,
    Check,
    Coverage,
    NotCompared,
    Perhaps,
    Person,
    Roster,
    Slot,
    Story,
    Utterance,
)
from xref.model.report import Linked
from xref.quantity import Grammar

Claims = dict[str, tuple[Claim, ...]]


class Means(NamedTuple):
    """What linking works with: the grammar that reads dates again, what reads records, weights."""

    numbers: Grammar
    recording: Recording
    weights: Mapping[str, Weights]


class OfStory(NamedTuple):
    """All that linking makes of one story.

    `resolved` has the claims of the articles in which it changed any: dates that another article
    resolves, totals that were added up.
    """

    resolved: Claims
    persons: tuple[Person, ...]
    slots: tuple[Slot, ...]
    utterances: tuple[Utterance, ...]
    checks: tuple[Check, ...]
    not_compared: tuple[NotCompared, ...]
    accounts: tuple[Account, ...]
    perhaps: tuple[Perhaps, ...]
    coverage: Coverage
    rosters: tuple[Roster, ...]


Keep = Callable[[Story, Mapping[str, str], Callable[[], OfStory]], OfStory]
"""What keeps the work on a story, given its articles' origins, or does it."""


def unkept(story: Story, voices: Mapping[str, str], work: Callable[[], OfStory]) -> OfStory:
    """Work that is done each time."""
    return work()


def link(
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    means: Means,
    progress: Callable[[str, int, int | None], None],
    keep: Keep = unkept,
) -> tuple[Linked, Claims]:
    """Join the claims of all articles; returns what was joined, and the claims as resolved.

    `named` are the persons that each article names; `keep` may know what a story comes to.

    Claims come back with relative dates resolved against their story and with the totals that
    linking added up (`derived_from`).
    """
    resolved: Claims = dict(claims)
    found, apart = stories(articles, claims)
    shared = origins(articles, claims, found)
    voice = {a: origin.id for origin in shared for a in origin.articles}
    each: list[OfStory] = []
    for done, story in enumerate(found):
        progress("comparing stories", done, len(found))
        work = partial(_of_story, story, articles, claims, named, means, voice)
        each.append(keep(story, voice, work))
        resolved.update(each[-1].resolved)
    return (
        Linked(
            stories=found,
            origins=shared,
            persons=tuple(one for made in each for one in made.persons),
            slots=tuple(one for made in each for one in made.slots),
            utterances=tuple(one for made in each for one in made.utterances),
            checks=tuple(one for made in each for one in made.checks),
            not_compared=(*apart, *(one for made in each for one in made.not_compared)),
            accounts=tuple(one for made in each for one in made.accounts),
            perhaps=tuple(one for made in each for one in made.perhaps),
            coverage=tuple(made.coverage for made in each),
            rosters=tuple(one for made in each for one in made.rosters),
        ),
        resolved,
    )


def _of_story(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    means: Means,
    voice: Mapping[str, str],
) -> OfStory:
    mine = resolve_in_story(story, articles, claims, means.numbers)
    people: Sequence[Person] = ()
    heard: Sequence[Utterance] = ()
    unheard: Sequence[NotCompared] = ()
    told: Sequence[Account] = ()
    if len(story.articles) > 1:
        others = [n for a in story.articles for n in named.get(a, ())]
        people = persons(story, articles, mine, others)
        heard, unheard = utterances(story, articles, mine, voice)
        told = tuple(accounts(story, articles, mine))
    aligned = slots(story, articles, mine, means.recording, means.weights, voice)
    return OfStory(
        {a: tuple(own) for a, own in mine.items() if tuple(own) != tuple(claims.get(a, ()))},
        tuple(people),
        aligned.slots,
        tuple(heard),
        tuple(checks(story, articles, mine, aligned.slots)),
        (*unheard, *aligned.not_compared),
        tuple(told),
        aligned.perhaps,
        aligned.coverage,
        rosters(story, articles),
    )
