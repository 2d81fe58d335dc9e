"""All linking, in its order: stories and origins over everything, the rest story by story."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from xref.link.accounts import accounts
from xref.link.checks import checks
from xref.link.dates import resolve_in_story
from xref.link.match.weights import Weights
from xref.link.origins import origins
from xref.link.outside import NOWHERE, Outside
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
    Origin,
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


class Bucket(NamedTuple):
    """All that linking needs of one story.

    `named` are the persons that each article names, `voices` the origins of those articles that
    share their text with others.
    """

    story: Story
    articles: Mapping[str, Article]
    claims: Mapping[str, tuple[Claim, ...]]
    named: Mapping[str, tuple[Named, ...]]
    voices: Mapping[str, str]


Work = Callable[[Iterable[Bucket]], Iterable[OfStory]]
"""What does the work on stories, in their order."""


class Sorted(NamedTuple):
    """Articles sorted: their stories, which share their text, and what stayed out of a story."""

    stories: tuple[Story, ...]
    origins: tuple[Origin, ...]
    apart: Mapping[str, NotCompared]


def sort(
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    outside: Outside = NOWHERE,
) -> Sorted:
    """Sort articles into stories and origins, `outside` telling what articles elsewhere bear."""
    found, apart = stories(articles, claims, outside)
    return Sorted(found, origins(articles, claims, found, outside), apart)


def link(
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    found: Sorted,
    work: Work,
    progress: Callable[[str, int, int | None], None],
) -> tuple[Linked, Claims]:
    """Join the claims of all articles; returns what was joined, and the claims as resolved.

    `named` are the persons that each article names, `found` their stories; `work` is `of_story`
    over buckets, wherever it is done.

    Claims come back with relative dates resolved against their story and with the totals that
    linking added up (`derived_from`).
    """
    voice = {a: origin.id for origin in found.origins for a in origin.articles}
    buckets = (_bucket(story, articles, claims, named, voice) for story in found.stories)
    resolved: Claims = dict(claims)
    each: list[OfStory] = []
    progress("comparing stories", 0, len(found.stories))
    for made in work(buckets):
        each.append(made)
        resolved.update(made.resolved)
        progress("comparing stories", len(each), len(found.stories))
    return _linked(found, each), resolved


def _bucket(
    story: Story,
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    voice: Mapping[str, str],
) -> Bucket:
    """What linking needs of a story, out of that of all articles."""
    return Bucket(
        story,
        {a: articles[a] for a in story.articles},
        {a: claims.get(a, ()) for a in story.articles},
        {a: named[a] for a in story.articles if a in named},
        {a: voice[a] for a in story.articles if a in voice},
    )


def _linked(found: Sorted, each: Sequence[OfStory]) -> Linked:
    """The links of all stories, each of which has its work in `each`."""
    return Linked(
        stories=found.stories,
        origins=found.origins,
        persons=tuple(one for made in each for one in made.persons),
        slots=tuple(one for made in each for one in made.slots),
        utterances=tuple(one for made in each for one in made.utterances),
        checks=tuple(one for made in each for one in made.checks),
        not_compared=(*found.apart.values(), *(one for made in each for one in made.not_compared)),
        accounts=tuple(one for made in each for one in made.accounts),
        perhaps=tuple(one for made in each for one in made.perhaps),
        coverage=tuple(made.coverage for made in each),
        rosters=tuple(one for made in each for one in made.rosters),
    )


def of_story(bucket: Bucket, means: Means) -> OfStory:
    """All that linking makes of one story."""
    story, articles, claims, named, voice = bucket
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
