"""Compare rules over persons: the titles and offices that articles give one person."""

from collections.abc import Iterator
from typing import NamedTuple

from xref.compare.titles import Titles, relate
from xref.model.link import Person, PersonTitle
from xref.rules.models import CompareRule
from xref.rules.scene import Scene
from xref.rules.select import holds_for_person
from xref.text.fold import fold

_RELATIONS = {
    Titles.SAME: "agree",
    Titles.REFINED: "compatible",
    Titles.BOTH: "compatible",
    Titles.FORMER: "update",
    Titles.RANK: "conflict",
    Titles.OFFICE: "conflict",
}
"""The relation of a rule for each relation of titles."""


class TitlePair(NamedTuple):
    """Two titles of one person, the earlier article's first, with their relation and its reason."""

    a: PersonTitle
    b: PersonTitle
    relation: str
    reason: str


def persons(rule: CompareRule, scene: Scene) -> Iterator[Person]:
    """The persons that the rule selects."""
    for person in scene.linked.persons:
        if holds_for_person(person, rule.select):
            yield person


def pairs(rule: CompareRule, person: Person, scene: Scene) -> list[TitlePair]:
    """The different titles of a person set against each other, each by the first who gives it.

    Two offices are no contradiction where one of the two articles gives the person both.
    """
    ordered = sorted(
        person.titles, key=lambda title: (*scene.order(title.place.article), title.place.span)
    )
    given: dict[str, list[str]] = {}
    by_wording: dict[str, list[PersonTitle]] = {}
    for title in ordered:
        given.setdefault(title.place.article, []).append(title.title)
        by_wording.setdefault(fold(title.title), []).append(title)
    found: list[TitlePair] = []
    wordings = list(by_wording.values())
    for at, ones in enumerate(wordings):
        same = next((two for two in ones[1:] if _kept(ones[0], two, rule, scene)), None)
        if same is not None:
            found.append(TitlePair(ones[0], same, "agree", "the same title"))
        for twos in wordings[at + 1 :]:
            one, two = ones[0], twos[0]
            if not _kept(one, two, rule, scene):
                continue
            told = relate(one.title, two.title)
            relation, reason = _RELATIONS[told.relation], told.reason
            if relation == "conflict" and _both(one, two, given):
                relation, reason = "compatible", "one article gives both"
            found.append(TitlePair(one, two, relation, reason))
    return found


def _both(one: PersonTitle, two: PersonTitle, given: dict[str, list[str]]) -> bool:
    """Whether an article gives a person the title that the other one gives, too."""
    in_one = any(_same(title, two.title) for title in given[one.place.article])
    in_two = any(_same(title, one.title) for title in given[two.place.article])
    return in_one or in_two


def _same(one: str, two: str) -> bool:
    return relate(one, two).relation in (Titles.SAME, Titles.REFINED)


def _kept(one: PersonTitle, two: PersonTitle, rule: CompareRule, scene: Scene) -> bool:
    a, b = one.place.article, two.place.article
    if a == b or (rule.group.collapse == "origin" and scene.origin(a) == scene.origin(b)):
        return False
    if rule.group.across == "outlet":
        return fold(scene.articles[a].outlet) != fold(scene.articles[b].outlet)
    return True
