"""All linking, in its order: stories and origins over everything, the rest story by story."""

from collections.abc import Callable, Mapping

from xref.link.accounts import accounts
from xref.link.checks import checks
from xref.link.date_slots import date_slots
from xref.link.dates import resolve_in_story
from xref.link.near_misses import near_misses
from xref.link.origins import origins
from xref.link.persons import Named, persons
from xref.link.slots import slots
from xref.link.stories import stories
from xref.link.utterances import utterances
from xref.model.article import Article
from xref.model.claim import Claim
from xref.model.link import Account, Check, NotCompared, Person, Slot, Utterance
from xref.model.report import Linked
from xref.quantity import Grammar

Claims = dict[str, tuple[Claim, ...]]


def link(
    articles: Mapping[str, Article],
    claims: Mapping[str, tuple[Claim, ...]],
    named: Mapping[str, tuple[Named, ...]],
    numbers: Grammar,
    progress: Callable[[str, int, int | None], None],
) -> tuple[Linked, Claims]:
    """Join the claims of all articles; returns what was joined, and the claims as resolved.

    `named` are the persons that each article names; `numbers` reads relative dates again.

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
    missed: list[NotCompared] = list(apart)
    for done, story in enumerate(found):
        progress("comparing stories", done, len(found))
        mine = resolve_in_story(story, articles, claims, numbers)
        resolved.update(mine)
        if len(story.articles) > 1:
            others = [n for a in story.articles for n in named.get(a, ())]
            people.extend(persons(story, articles, mine, others))
            heard, unheard = utterances(story, articles, mine, voice)
            said.extend(heard)
            missed.extend(unheard)
            told.extend(accounts(story, articles, mine))
        filled, near = slots(story, articles, mine, voice)
        all_slots.extend(filled)
        if len(story.articles) > 1:
            all_slots.extend(date_slots(story, articles, mine, voice))
        missed.extend(near)
        by_id = {c.id: c for told in mine.values() for c in told}
        missed.extend(near_misses(filled, by_id))
        failed.extend(checks(story, articles, mine, filled))
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
        ),
        resolved,
    )
