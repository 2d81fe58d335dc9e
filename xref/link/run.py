"""All linking, in its order: stories and origins over everything, the rest story by story."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from xref.link.accounts import accounts
from xref.link.checks import checks
from xref.link.dates import resolve_in_story
from xref.link.match.weights import Weights
from xref.link.origins import origins
from xref.link.persons import Named, persons
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
    Slot,
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


def link(
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    means: Means,
    progress: Callable[[str, int, int | None], None],
) -> tuple[Linked, Claims]:
    """Join the claims of all articles; returns what was joined, and the claims as resolved.

    `named` are the persons that each article names.

    Claims come back with relative dates resolved against their story and with the totals that
    linking added up (`derived_from`).
    """
    resolved: Claims = dict(claims)
    found, apart = stories(articles, claims)
    shared = origins(articles, claims, found)
    voice = {a: origin.id for origin in shared for a in origin.articles}
    people: list[Person] = []
    all_slots: list[Slot] = []
    said: list[Utterance] = []
    told: list[Account] = []
    failed: list[Check] = []
    perhaps: list[Perhaps] = []
    coverage: list[Coverage] = []
    missed: list[NotCompared] = list(apart)
    for done, story in enumerate(found):
        progress("comparing stories", done, len(found))
        mine = resolve_in_story(story, articles, claims, means.numbers)
        resolved.update(mine)
        if len(story.articles) > 1:
            others = [n for a in story.articles for n in named.get(a, ())]
            people.extend(persons(story, articles, mine, others))
            heard, unheard = utterances(story, articles, mine, voice)
            said.extend(heard)
            missed.extend(unheard)
            told.extend(accounts(story, articles, mine))
        aligned = slots(story, articles, mine, means.recording, means.weights, voice)
        all_slots.extend(aligned.slots)
        perhaps.extend(aligned.perhaps)
        missed.extend(aligned.not_compared)
        coverage.append(aligned.coverage)
        failed.extend(checks(story, articles, mine, aligned.slots))
    return (
        Linked(
            stories=found,
            origins=shared,
            persons=tuple(people),
            slots=tuple(all_slots),
            utterances=tuple(said),
            checks=tuple(failed),
            not_compared=tuple(missed),
            accounts=tuple(told),
            perhaps=tuple(perhaps),
            coverage=tuple(coverage),
        ),
        resolved,
    )
